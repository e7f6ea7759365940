package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
)

func (a *app) addCommand() *cobra.Command {
	var redo string
	var below float64
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "add [PATH…]",
		Short: a.say("take files and folders into the archive"),
		Long: a.say(`Takes files and folders (with all below them) through reading, restoration and
extraction into the archive and its index. Files that are there already count
as duplicates, so the same command can be given again at any time: only what
is new is done, and a run that was cut off goes on where it stopped. Without
PATH it goes on with what earlier runs left.

The run ends with a ledger: seen = added + duplicate + failed + skipped.`) + "\n\n" + a.exitCodes(),
		RunE: func(cmd *cobra.Command, args []string) error {
			stage, err := pipeline.ParseStage(redo)
			if err != nil {
				return usage(err)
			}
			if below != 0 && stage != pipeline.StageOCR {
				return usage(errors.New("--below goes with --redo ocr"))
			}
			return a.add(cmd.Context(), pipeline.AddOptions{Paths: args, Redo: stage, Below: below / 100}, asJSON)
		},
	}
	cmd.Flags().StringVar(&redo, "redo", "", a.say("make known documents anew from a stage on: ocr, normalize or extract"))
	cmd.Flags().Float64Var(&below, "below", 0, a.say("with --redo ocr: only pages that were read with less confidence than this, in percent"))
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("print a JSON line for each file and the ledger"))
	return cmd
}

func (a *app) exitCodes() string {
	return a.say("Exit codes: 0 done, 1 failed, 2 wrong command line, 3 finished but some documents failed, 130 interrupted.")
}

func (a *app) add(ctx context.Context, o pipeline.AddOptions, asJSON bool) error {
	ledger, err := a.intoArchive(ctx, o, func(o pipeline.Outcome) error { return a.printOutcome(o, asJSON) })
	return errors.Join(a.printLedger(ledger, asJSON), err, someFailed(ledger, err))
}

// intoArchive opens the archive, adds files with progress shown, and closes it
// again.
func (a *app) intoArchive(ctx context.Context, o pipeline.AddOptions, each func(pipeline.Outcome) error) (ledger pipeline.Ledger, err error) {
	p, closeAll, err := a.openPipeline(ctx)
	if err != nil {
		return ledger, err
	}
	defer func() { err = errors.Join(err, closeAll()) }()
	meter := a.newMeter()
	defer meter.end()
	var printing error
	progress := meter.progress()
	progress.Ended = func(o pipeline.Outcome) {
		meter.clear()
		printing = errors.Join(printing, each(o))
	}
	ledger, err = p.Add(ctx, o, progress)
	return ledger, errors.Join(err, printing)
}

// printOutcome names every file with --json, else only those that need a
// person's eye.
func (a *app) printOutcome(o pipeline.Outcome, asJSON bool) error {
	if asJSON {
		return a.printJSON(o)
	}
	switch o.Status {
	case catalogue.NotRead:
		fmt.Fprintln(a.talk, a.say("failed: %s: %s", o.File, a.reason(o.Reason)))
	case catalogue.Skipped:
		a.tell("skipped: %s: %s", o.File, a.reason(o.Reason))
	case catalogue.Added:
		if o.Reason != "" {
			a.tell("added in part: %s: %s", o.File, a.reason(o.Reason))
		}
	}
	return nil
}

func (a *app) printLedger(l pipeline.Ledger, asJSON bool) error {
	if asJSON {
		return a.printJSON(map[string]pipeline.Ledger{"ledger": l})
	}
	_, err := fmt.Fprintln(a.out, a.say("seen %d = added %d + duplicate %d + failed %d + skipped %d",
		l.Seen, l.Added, l.Duplicate, l.Failed, l.Skipped))
	return err
}

// someFailed is the outcome of a run that went through to its end.
func someFailed(l pipeline.Ledger, err error) error {
	if err == nil && l.Failed > 0 {
		return errSomeFailed
	}
	return nil
}
