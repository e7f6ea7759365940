package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"vanthu/normalize/noise"
)

// runChannel learns the channels from pairs: foreign from the engines that
// know no Vietnamese, vie from Tesseract vie.
func runChannel(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("channel", flag.ContinueOnError)
	pairs := flags.String("pairs", "pairs", "folder of the pairs command")
	out := flags.String("out", "normalize/model", "folder for foreign.tsv and vie.tsv")
	if err := flags.Parse(args); err != nil {
		return err
	}
	vie, err := learn(*pairs, "tesseract-vie")
	if err != nil {
		return err
	}
	foreign, err := learn(*pairs, "tesseract-eng")
	if err != nil {
		return err
	}
	other, err := learn(*pairs, "ocrad")
	if err != nil {
		return err
	}
	if err := saveChannel(filepath.Join(*out, "foreign.tsv"), foreign.Join(other, 0.3)); err != nil {
		return err
	}
	return saveChannel(filepath.Join(*out, "vie.tsv"), vie)
}

func learn(dir, engine string) (*noise.Model, error) {
	f, err := os.Open(filepath.Join(dir, engine+".tsv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var pairs []noise.Pair
	for in := bufio.NewScanner(f); in.Scan(); {
		gold, raw, ok := strings.Cut(in.Text(), "\t")
		if ok {
			pairs = append(pairs, noise.Pairs(gold, raw)...)
		}
	}
	report(fmt.Sprintf("%s: %d words", engine, len(pairs)))
	return noise.Train(pairs, 6), nil
}

func saveChannel(file string, m *noise.Model) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if _, err := m.WriteTo(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
