package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/teambition/rrule-go"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
)

// nightlyOptions of one night.
type nightlyOptions struct {
	inbox  string
	report string        // .html or .json
	settle time.Duration // how long a file must have been left alone
	due    int           // days ahead that deadlines are named
}

func (a *app) nightlyCommand() *cobra.Command {
	var o nightlyOptions
	cmd := &cobra.Command{
		Use:   "nightly --inbox DIR",
		Short: a.say("take what is new in a folder into the archive, unattended"),
		Long: a.say(`Does what add does, for a timer: files that were touched lately are left for the
next night, since somebody may still be writing them; documents that failed for
want of time are tried again; the run ends with one line and, with --report, a
page that a clerk can read or JSON for a program.`) + "\n\n" + a.exitCodes(),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if ext := filepath.Ext(o.report); o.report != "" && ext != ".html" && ext != ".json" {
				return usage(fmt.Errorf("report %q must end in .html or .json", o.report))
			}
			return a.nightly(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.inbox, "inbox", "", a.say("folder that new files come into"))
	f.StringVar(&o.report, "report", "", a.say("write a report: FILE.html or FILE.json"))
	f.DurationVar(&o.settle, "settle", 2*time.Minute, a.say("leave files alone that changed less than this ago"))
	f.IntVar(&o.due, "due", 14, a.say("name deadlines up to this many days ahead"))
	cmd.MarkFlagRequired("inbox")
	return cmd
}

// night is the report of one run. Every file of the inbox that is not simply
// there already stands in it.
type night struct {
	Inbox   string               `json:"inbox"`
	Started time.Time            `json:"started"`
	Ended   time.Time            `json:"ended"`
	Error   string               `json:"error,omitempty"` // what cut the run off
	Ledger  pipeline.Ledger      `json:"ledger"`
	Files   []pipeline.Outcome   `json:"files"` // added, failed, skipped
	DueDays int                  `json:"due_days"`
	Due     []catalogue.Deadline `json:"due"`
}

// take notes what became of a file.
func (n *night) take(out pipeline.Outcome) error {
	if out.Status != catalogue.Duplicate {
		n.Files = append(n.Files, out)
	}
	return nil
}

func (a *app) nightly(ctx context.Context, o nightlyOptions) error {
	n := night{Inbox: o.inbox, Started: time.Now(), DueDays: o.due, Files: []pipeline.Outcome{}, Due: []catalogue.Deadline{}}
	add := pipeline.AddOptions{Paths: []string{o.inbox}, Settle: o.settle}
	var ledger pipeline.Ledger
	_, err := os.Stat(o.inbox) // a disk that is not there fails the night, not one file of it
	if err == nil {
		ledger, err = a.intoArchive(ctx, add, n.take)
	}
	n.Ledger, n.Ended = ledger, time.Now()
	if err == nil {
		n.Due, err = a.dueSoon(ctx, n.Ended, o.due)
	}
	if err != nil {
		n.Error = a.explain(err.Error())
	}
	if o.report != "" {
		err = errors.Join(err, a.toFile(o.report, func(w io.Writer) error { return a.writeReport(w, n, filepath.Ext(o.report)) }))
	}
	fmt.Fprintln(a.out, a.say("%s: seen %d = added %d + duplicate %d + failed %d + skipped %d; due within %d days: %d",
		n.Ended.Format(time.DateTime), ledger.Seen, ledger.Added, ledger.Duplicate, ledger.Failed, ledger.Skipped, o.due, len(n.Due)))
	return errors.Join(err, someFailed(ledger, err))
}

// dueSoon lists what is due in the days to come, recurring deadlines on their
// next day.
func (a *app) dueSoon(ctx context.Context, now time.Time, days int) (due []catalogue.Deadline, err error) {
	today := now.UTC().Truncate(24 * time.Hour)
	last := today.AddDate(0, 0, days)
	err = a.withArchive(func(v *pipeline.View) error {
		all, err := v.Deadlines(ctx, catalogue.DeadlineFilter{From: today.Format(time.DateOnly), To: last.Format(time.DateOnly)})
		for _, d := range all {
			if d.Date == "" {
				d.Date = nextDay(d.Rule, today, last)
			}
			if d.Date != "" {
				due = append(due, d)
			}
		}
		return err
	})
	slices.SortStableFunc(due, func(x, y catalogue.Deadline) int { return strings.Compare(x.Date, y.Date) })
	return due, err
}

// nextDay is the first day of a recurrence rule from one day to another, or "".
func nextDay(rule string, from, to time.Time) string {
	r, err := rrule.StrToRRule(rule)
	if err != nil {
		return ""
	}
	r.DTStart(from)
	if days := r.Between(from, to, true); len(days) > 0 {
		return days[0].Format(time.DateOnly)
	}
	return ""
}

//go:embed nightly.html
var nightlyHTML string

// nightlyPage is parsed once; what it says is set for each report's language.
var nightlyPage = template.Must(template.New("nightly").Funcs(template.FuncMap{
	"say": fmt.Sprintf, "reason": strings.TrimSpace, "clock": func(t time.Time) string { return t.Format("15:04 02/01/2006") },
}).Parse(nightlyHTML))

func (a *app) writeReport(w io.Writer, n night, ext string) error {
	if ext == ".json" {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(n)
	}
	page, err := nightlyPage.Clone()
	if err != nil {
		return err
	}
	return page.Funcs(template.FuncMap{"say": a.say, "reason": a.reason}).Execute(w, n)
}
