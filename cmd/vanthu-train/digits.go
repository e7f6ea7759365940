package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"vanthu/cmd/vanthu-train/internal/digits"
	"vanthu/ingest/hand/net"
)

// runDigits trains the recogniser of handwritten numbers, or measures it.
func runDigits(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("digits", flag.ContinueOnError)
	dir := flags.String("digits", "../shared/digits", "folder of the sets of digits")
	out := flags.String("out", "ingest/hand/hand.net", "file of the weights")
	count := flags.Int("examples", 900_000, "how many examples to learn from")
	from := flags.String("from", "", "file of weights to go on from")
	mix := flags.String("mix", "", "file of weights to mix with those of -from, in place of a training")
	share := flags.Float64("share", 0.5, "how far -mix counts: 1 is all")
	seed := flags.Uint64("seed", 1, "another seed makes up other examples")
	score := flags.Bool("score", false, "measure the weights of -out, on what is not learned from")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *score {
		weights, err := os.ReadFile(*out)
		if err != nil {
			return err
		}
		return digits.Score(digits.Sets(*dir), weights, processorTime, os.Stdout)
	}
	if *mix != "" {
		return mixDigits(*from, *mix, *share, *out)
	}
	plan := digits.Plan{Examples: *count, Seed: *seed}
	if *from != "" {
		weights, err := os.ReadFile(*from)
		if err != nil {
			return err
		}
		plan.From = weights
	}
	return digits.Train(ctx, digits.Sets(*dir), plan, func(p digits.Progress) error {
		fmt.Printf("%d examples, loss %.4f\n", p.Seen, p.Loss)
		return saveDigits(*out, p.Weights)
	})
}

// mixDigits writes weights between those of two files.
func mixDigits(from, to string, share float64, out string) error {
	var both []*net.Network
	for _, file := range []string{from, to} {
		weights, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		n, err := net.Decode(weights)
		if err != nil {
			return fmt.Errorf("mix %s: %w", file, err)
		}
		both = append(both, n)
	}
	if !both[0].Like(both[1]) {
		return fmt.Errorf("mix %s with %s: their layers differ", from, to)
	}
	return saveDigits(out, net.Mix(both[0], both[1], float32(share)).Encode())
}

// saveDigits writes the weights and, into testdata beside them, what they say of
// a test picture here: the program's own arithmetic is held to it by a test.
func saveDigits(file string, weights []byte) error {
	n, err := net.Decode(weights)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file, weights, 0o644); err != nil {
		return err
	}
	dir := filepath.Join(filepath.Dir(file), "testdata")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "vector.txt"), net.Vector(n), 0o644)
}
