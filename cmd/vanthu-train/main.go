// Vanthu-train makes the models that vanthu restores text with, and measures
// them. It is thin: the work is library code in normalize.
//
//	vanthu-train pairs   --corpus DIR --out DIR     print, wear, read: "gold TAB raw" lines
//	vanthu-train lm      --corpus DIR --out FILE    language model
//	vanthu-train channel --pairs DIR --out FILE     noisy channels
//	vanthu-train score   --shared DIR               every figure, in one table
//
// The corpus is *.txt.zst, one paragraph a line, a blank line between
// documents. One block in fifty is dev, one is test (corpus.go); models see
// neither.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "vanthu-train:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	commands := map[string]func(context.Context, []string) error{
		"pairs":   runPairs,
		"lm":      runLM,
		"channel": runChannel,
		"score":   runScore,
	}
	if len(args) == 0 || commands[args[0]] == nil {
		return fmt.Errorf("usage: vanthu-train pairs|lm|channel|score [flags]")
	}
	return commands[args[0]](ctx, args[1:])
}
