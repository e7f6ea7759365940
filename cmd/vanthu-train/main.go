// Vanthu-train makes the models that vanthu restores text with, and measures
// them. It is thin: the work is library code in normalize.
//
//	vanthu-train pairs   --corpus DIR --out DIR     print, wear, read: "gold TAB raw" lines
//	vanthu-train lm      --corpus DIR --out FILE    language model
//	vanthu-train rescore --corpus DIR --out FILE    what neighbours tell of stripped words
//	vanthu-train channel --pairs DIR --out FILE     noisy channels
//	vanthu-train score   --shared DIR               every figure, in one table
//	vanthu-train digits  --digits DIR               recogniser of handwritten numbers
//
// The corpus is *.txt.zst, one paragraph a line, a blank line between
// documents. One block in fifty is dev, one is test (corpus.go); models see
// neither.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

const help = `vanthu-train makes the models that vanthu restores text with.

  vanthu-train lm      -corpus DIR -out normalize/model/lm.bin   language model
  vanthu-train rescore -corpus DIR -out normalize/model/rescore.bin   what neighbours tell
  vanthu-train pairs   -corpus DIR -out DIR                      damaged text beside whole text
  vanthu-train channel -pairs DIR -out normalize/model           noisy channels, from the pairs
  vanthu-train score   -shared DIR                               every figure, in one table
  vanthu-train digits  -digits DIR                               handwritten numbers

A corpus of your own is a folder of *.txt.zst: UTF-8, one paragraph a line, a
blank line between documents. Build lm, rescore, then pairs and channel, then vanthu:
the models are embedded in the program. Each command has flags: COMMAND -h.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "vanthu-train:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	commands := map[string]func(context.Context, []string) error{
		"pairs":   runPairs,
		"lm":      runLM,
		"rescore": runRescore,
		"channel": runChannel,
		"score":   runScore,
		"digits":  runDigits,
	}
	if len(args) == 0 || args[0] == "-h" || args[0] == "--help" {
		fmt.Print(help)
		return flag.ErrHelp
	}
	if commands[args[0]] == nil {
		return fmt.Errorf("no command %q (see vanthu-train --help)", args[0])
	}
	return commands[args[0]](ctx, args[1:])
}
