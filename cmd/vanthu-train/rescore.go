package main

import (
	"context"
	"flag"

	"vanthu/normalize/rescore"
)

// shares are the sources of which one block in so many is enough: much of one
// kind.
var shares = map[string]int{"tvpl_tnt305_hoidap": 4, "phapdien_md": 8, "phapdien_html": 8}

// runRescore trains the model of what neighbours tell, on the paragraphs of
// the language model, each once.
func runRescore(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("rescore", flag.ContinueOnError)
	corpus := flags.String("corpus", "../shared/corpus", "folder of *.txt.zst")
	out := flags.String("out", "rescore.bin", "model file")
	size := flags.Float64("mb", 1.93, "size of the model in megabytes")
	bits := flags.Int("bits", 25, "weights learned at once, as a power of two; each takes 8 bytes for every processor")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := rescore.NewTrainer(rescore.TrainOptions{Bytes: int(*size * (1 << 20)), Bits: *bits})
	r := reader{seen: make(map[uint64]bool), add: func(paragraph string, _ int) { t.Add(paragraph) }}
	if err := r.read(*corpus, shares); err != nil {
		return err
	}
	return save(*out, t)
}
