package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
)

func (a *app) checkCommand() *cobra.Command {
	var repair, asJSON bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: a.say("compare originals, records and index with each other"),
		Long: a.say(`Reads every original and compares it with its name, every record with its
original, and the index with the records. With --repair everything that can be
made anew from the originals is.`),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, closeAll, err := a.openPipeline(cmd.Context())
			if err != nil {
				return err
			}
			defer closeAll()
			m := a.newMeter()
			report, err := p.Check(cmd.Context(), repair, m.progress())
			m.end()
			if err != nil {
				return err
			}
			return a.printReport(report, asJSON)
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, a.say("make anew what is missing or wrong"))
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("print JSON lines"))
	return cmd
}

// errNotInOrder: the report above says what is not.
var errNotInOrder = errors.New("the archive is not in order")

func (a *app) printReport(r pipeline.Report, asJSON bool) error {
	for _, problem := range r.Problems {
		if asJSON {
			if err := a.printJSON(problem); err != nil {
				return err
			}
		} else if _, err := fmt.Fprintln(a.out, a.say("%s: %s", problem.ID.Short(), a.say(problem.What)), repaired(a, problem)); err != nil {
			return err
		}
	}
	if asJSON {
		if err := a.printJSON(map[string]int{"originals": r.Originals, "records": r.Records, "indexed": r.Indexed}); err != nil {
			return err
		}
	} else {
		fmt.Fprintln(a.out, a.say("%d originals, %d records, %d in the index, %d problems", r.Originals, r.Records, r.Indexed, len(r.Problems)))
	}
	if r.Left() > 0 {
		return errNotInOrder
	}
	return nil
}

func repaired(a *app, p pipeline.Problem) string {
	if p.Repaired {
		return a.say("(repaired)")
	}
	return ""
}
