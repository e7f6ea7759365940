package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
	"vanthu/ingest"
)

func (a *app) extractCommand() *cobra.Command {
	var explain bool
	cmd := &cobra.Command{
		Use:   "extract FILE…",
		Short: a.say("print the fields of files as JSON, without an archive"),
		Long:  a.say("Reads PDF, picture or text files and prints one JSON object a line for each.") + "\n\n" + a.exitCodes(),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.eachFile(cmd.Context(), args, func(r pipeline.Record) error {
				if explain {
					return a.explainFields(r)
				}
				return a.printJSON(r.Fields)
			})
		},
	}
	cmd.Flags().BoolVar(&explain, "explain", false, a.say("tell why each field has its value: rule, place, words, confidence, other readings"))
	return cmd
}

// eachFile reads files outside any archive, names those that fail, and goes
// on with the rest.
func (a *app) eachFile(ctx context.Context, files []string, do func(pipeline.Record) error) error {
	stages, closeStages, err := a.openStages()
	if err != nil {
		return err
	}
	failed := 0
	for _, file := range files {
		m := a.newMeter()
		r, err := stages.One(ctx, file, a.config.Workers, m.progress())
		m.end()
		if err == nil {
			err = do(r)
		} else if ctx.Err() == nil && !errors.Is(err, ingest.ErrMissingLanguage) {
			failed++
			fmt.Fprintln(a.talk, a.say("failed: %s: %s", file, a.reason(err.Error())))
			continue
		}
		if err != nil {
			return errors.Join(err, closeStages())
		}
	}
	if failed > 0 {
		err = errSomeFailed
	}
	return errors.Join(err, closeStages())
}
