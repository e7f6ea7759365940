package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"vanthu/cmd/vanthu-train/internal/digits"
)

// runDigits trains the recogniser of handwritten numbers, or measures it.
func runDigits(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("digits", flag.ContinueOnError)
	dir := flags.String("digits", "../shared/digits", "folder of the sets of digits")
	out := flags.String("out", "ingest/hand/hand.net", "file of the weights")
	count := flags.Int("examples", 1_500_000, "how many examples to learn from")
	score := flags.Bool("score", false, "measure the weights of -out, on what is not learned from")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *score {
		weights, err := os.ReadFile(*out)
		if err != nil {
			return err
		}
		return digits.Score(digits.Sets(*dir), weights, os.Stdout)
	}
	return digits.Train(ctx, digits.Sets(*dir), *count, func(p digits.Progress) error {
		fmt.Printf("%d examples, loss %.4f\n", p.Seen, p.Loss)
		return os.WriteFile(*out, p.Weights, 0o644)
	})
}
