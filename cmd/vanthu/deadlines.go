package main

import (
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/spf13/cobra"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/register"
	"vanthu/index"
)

func (a *app) deadlinesCommand() *cobra.Command {
	var filter catalogue.DeadlineFilter
	var asICS, asCSV, asJSON bool
	cmd := &cobra.Command{
		Use:   "deadlines",
		Short: a.say("list what is due, to whom, by when"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var err error
			if filter, err = wholeDays(filter); err != nil {
				return err
			}
			return a.withArchive(func(v *pipeline.View) error {
				all, err := v.Deadlines(cmd.Context(), filter)
				switch {
				case err != nil:
					return err
				case asICS:
					return a.printCalendar(all)
				case asCSV:
					return a.printDeadlinesCSV(all)
				}
				return a.printDeadlines(all, asJSON)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&filter.From, "from", "", a.say("due on or after this date (2021-01-31)"))
	f.StringVar(&filter.To, "to", "", a.say("due on or before this date"))
	f.StringVar(&filter.Province, "province", "", a.say("province of the document"))
	f.BoolVar(&asICS, "ics", false, a.say("print a calendar (iCalendar)"))
	f.BoolVar(&asCSV, "csv", false, a.say("print a table (CSV)"))
	f.BoolVar(&asJSON, "json", false, a.say("print JSON lines"))
	cmd.MarkFlagsMutuallyExclusive("ics", "csv", "json")
	return cmd
}

// wholeDays reads the ends of the time asked for as people write them. Up to a year
// or a month means to its end.
func wholeDays(f catalogue.DeadlineFilter) (catalogue.DeadlineFilter, error) {
	const lastDay = "-12-31"
	from, ok := index.Date(f.From)
	if !ok {
		return f, &index.QueryError{Param: "from", Problem: index.ProblemDate}
	}
	to, ok := index.Date(f.To)
	if !ok {
		return f, &index.QueryError{Param: "to", Problem: index.ProblemDate}
	}
	if to != "" {
		to += lastDay[len(to)-len("2006"):]
	}
	f.From, f.To = from, to
	return f, nil
}

func (a *app) printDeadlines(all []catalogue.Deadline, asJSON bool) error {
	for _, d := range all {
		var err error
		if asJSON {
			err = a.printJSON(d)
		} else {
			_, err = fmt.Fprintf(a.out, "%-12s %s\n%-12s %s\n", a.when(d.Date, d.Rule), d.What, "", strings.Join(compact(d.Number, d.Issuer, a.say("page %d", d.Page)), ", "))
		}
		if err != nil {
			return err
		}
	}
	if !asJSON {
		a.tell("%d deadlines", len(all))
	}
	return nil
}

// when is a date and how it recurs.
func (a *app) when(date, rule string) string {
	return strings.Join(compact(date, a.recurs(rule)), ", ")
}

func (a *app) printDeadlinesCSV(all []catalogue.Deadline) error {
	w := register.NewCSV(a.out)
	w.Write([]string{"date", "rule", "what", "to", "number", "issuer", "province", "page", "text", "id"})
	for _, d := range all {
		w.Write(register.Harmless(d.Date, d.Rule, d.What, d.To, d.Number, d.Issuer, d.Province, strconv.Itoa(d.Page), d.Text, string(d.ID)))
	}
	return flush(w)
}

func flush(w *csv.Writer) error {
	w.Flush()
	return w.Error()
}

// printCalendar prints dated deadlines as all-day events. A recurring one
// repeats from its first date; one without any date has no day to stand on
// and is left out. An event is known by what it is, so that a calendar that
// loads the file again has it once.
func (a *app) printCalendar(all []catalogue.Deadline) error {
	cal := ics.NewCalendarFor("vanthu")
	for _, d := range all {
		day, err := time.Parse(time.DateOnly, d.Date)
		if err != nil {
			continue
		}
		what := sha256.Sum256([]byte(strings.Join([]string{string(d.ID), d.Date, d.Rule, d.Text}, "\n")))
		e := cal.AddEvent(fmt.Sprintf("%x@vanthu", what[:12]))
		e.SetDtStampTime(day)
		e.SetAllDayStartAt(day)
		e.SetSummary(d.What)
		e.SetDescription(strings.Join(compact(d.Number, d.Issuer, d.Text), "\n"))
		if d.Rule != "" {
			e.AddRrule(d.Rule)
		}
	}
	_, err := fmt.Fprint(a.out, cal.Serialize(ics.WithNewLineWindows)) // RFC 5545, 3.1
	return err
}
