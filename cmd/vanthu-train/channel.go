package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"vanthu/normalize/noise"
)

// The channel of foreign readers is a mixture. Every engine is learned on its
// own, its counts are brought to the same sum, and added by the engine's
// weight: an engine that happens to have read more pages has no more to say.
//
// Which engine reads an office's scans nobody knows, so what counts is an
// engine the channel has not seen. Left out of training (-without) and read
// then, words right, %: channel of eng and ocrad alone → the others but it
//
//	fra 86.6 → 87.1   deu 81.9 → 82.4   spa 78.2 → 78.6   por 77.4 → 77.4
//	ita 84.8 → 85.3   ces 79.4 → 79.3   pol 88.7 → 88.6   tur 83.0 → 84.6
//	swe 77.4 → 78.2   lat 84.2 → 84.4
//
// and real layers of two engines that are not ours (badlayer): 87.9 → 88.3,
// words hurt 6 → 3. With all engines 20,534 of 32,351 rendered words more than
// raw are right, where eng and ocrad brought 20,362.
//
// What did not help badlayer: eight times as many pages of eng (±0.1); pages
// of eng alone instead of all (−0.4); confusions made up from the forms of the
// letters, nearest in a grid of 20 × 20 (±0.1). What did: fewer counts
// (mixtureSum 500,000 → 100,000: +0.5), so that a document's own habits come
// through.

const (
	mixtureSum  = 100_000   // counts of the mixture
	channelSize = 100 << 10 // bytes of a channel's file; the rarest are cut off
	rounds      = 6         // of training
)

// runChannel learns the channels from pairs: foreign from the engines that
// know no Vietnamese, vie from Tesseract vie.
func runChannel(_ context.Context, args []string) error {
	flags := flag.NewFlagSet("channel", flag.ContinueOnError)
	pairs := flags.String("pairs", "pairs", "folder of the pairs command")
	out := flags.String("out", "normalize/model", "folder for foreign.tsv and vie.tsv")
	without := flags.String("without", "", "an engine to leave out, to measure on it what is new to the channel")
	if err := flags.Parse(args); err != nil {
		return err
	}
	foreign, err := mixture(*pairs, *without)
	if err != nil {
		return err
	}
	if err := saveChannel(filepath.Join(*out, "foreign.tsv"), foreign); err != nil {
		return err
	}
	vie, _, err := learn(*pairs, vietnamese)
	if err != nil {
		return err
	}
	return saveChannel(filepath.Join(*out, "vie.tsv"), vie)
}

// mixture joins what the foreign engines teach. Engines without pairs are left
// out: they were not installed.
func mixture(dir, without string) (*noise.Model, error) {
	all := noise.Train(nil, 1)
	total := 0.0
	for _, e := range engines {
		if e.name != without {
			total += e.weight
		}
	}
	for _, e := range engines {
		if e.weight == 0 || e.name == without {
			continue
		}
		m, letters, err := learn(dir, e.name)
		if errors.Is(err, fs.ErrNotExist) {
			report(e.name + ": no pairs")
			continue
		}
		if err != nil {
			return nil, err
		}
		all = all.Join(m, e.weight/total*mixtureSum/float64(letters))
	}
	return all, nil
}

// learn trains a channel from the pairs of an engine, and tells how many
// letters they have.
func learn(dir, engine string) (m *noise.Model, letters int, err error) {
	pages, err := readPages(filepath.Join(dir, engine+".tsv"))
	if err != nil {
		return nil, 0, err
	}
	var pairs []noise.Pair
	for _, p := range pages {
		pairs = append(pairs, p.words()...)
	}
	for _, p := range pairs {
		letters += utf8.RuneCountInString(p.Gold)
	}
	report(fmt.Sprintf("%s: %d words", engine, len(pairs)))
	return noise.Train(pairs, rounds), letters, nil
}

// words pairs the words of a page, line by line.
func (p readPage) words() []noise.Pair {
	gold, raw := strings.Split(p.gold, "\n"), strings.Split(p.raw, "\n")
	var pairs []noise.Pair
	for i := range gold {
		pairs = append(pairs, noise.Pairs(gold[i], raw[i])...)
	}
	return pairs
}

// saveChannel writes as much of a channel as its file may hold, the most
// frequent first.
func saveChannel(file string, m *noise.Model) error {
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		return err
	}
	text := b.Bytes()
	if len(text) > channelSize {
		text = text[:bytes.LastIndexByte(text[:channelSize], '\n')+1]
	}
	return os.WriteFile(file, text, 0o644)
}
