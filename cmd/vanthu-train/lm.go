package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// weights make the text nearest to the documents we restore count more.
// What is not named counts once.
var weights = map[string]int{
	"congbao_8chude": 3, "congbot": 3, "tthc": 2, "tvpl_johnpa": 3, "legal_docs_misc": 3,
	"tvpl_titles_ngnam": 2, "binhduong_trichyeu": 2,
}

// runLM trains the language model. A paragraph counts once however often it
// occurs, and not at all where the same stands in dev or test: legal texts
// repeat each other. The weight that boilerplate loses so is given back from
// the counts of formulaic lines.
func runLM(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("lm", flag.ContinueOnError)
	corpus := flags.String("corpus", "../shared/corpus", "folder of *.txt.zst")
	lines := flags.String("formulaic", "", "file of \"count TAB line\"")
	out := flags.String("out", "lm.bin", "model file")
	size := flags.Float64("mb", 21, "size of the model in megabytes")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := lm.NewTrainer(lm.TrainOptions{Bytes: int(*size * (1 << 20))})
	r := reader{seen: make(map[uint64]bool), add: t.Add}
	if err := r.read(*corpus, nil); err != nil {
		return err
	}
	if *lines != "" {
		if err := r.formulaic(*lines); err != nil {
			return err
		}
	}
	return save(*out, t)
}

func (r *reader) formulaic(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		count, line, ok := strings.Cut(in.Text(), "\t")
		if n, err := strconv.Atoi(count); ok && err == nil {
			r.add(tone.NFC(line), min(n, 200))
		}
	}
	return nil
}

// model is what a trainer makes.
type model interface {
	Write(w io.Writer, progress func(string)) error
}

func save(file string, t model) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := t.Write(f, report); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", file, err)
	}
	return f.Close()
}

func report(what string) {
	fmt.Fprintln(os.Stderr, time.Now().Format("15:04:05"), what)
}
