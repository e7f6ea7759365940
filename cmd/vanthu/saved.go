package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/register"
	"vanthu/index"
)

// save keeps the search and answers it.
func (s *searching) save(ctx context.Context, v *pipeline.View) error {
	if err := v.SaveSearch(ctx, s.asked.save, s.query); err != nil {
		return err
	}
	return s.find(ctx, v)
}

// printNew prints what a kept search finds that it did not find before.
func (s *searching) printNew(ctx context.Context, v *pipeline.View) error {
	found, all, err := v.NewSince(ctx, s.asked.saved)
	if err != nil {
		return err
	}
	if err := s.printHits(found.Hits); err != nil {
		return err
	}
	s.tell("%d new of %d documents", found.Total, all)
	return nil
}

func (s *searching) printSearches(all []pipeline.SavedSearch, err error) error {
	for _, one := range all {
		if err != nil {
			return err
		}
		if s.asJSON {
			err = s.printJSON(one)
			continue
		}
		var asked string
		if asked, err = askedFor(one.Query); err == nil {
			_, err = fmt.Fprintf(s.out, "%-20s %s  %s\n", one.Name, one.Ran.Format("2006-01-02 15:04"), asked)
		}
	}
	if err == nil && len(all) == 0 {
		s.tell("no searches are kept; vanthu search --save NAME keeps one")
	}
	return err
}

// askedFor is a kept search as it was typed: its text and its flags.
func askedFor(q index.Query) (string, error) {
	text := q.Text
	q.Text, q.Meant, q.Limit = "", "", 0
	data, err := json.Marshal(q)
	if err != nil {
		return "", err
	}
	var flags map[string]any
	if err := json.Unmarshal(data, &flags); err != nil {
		return "", err
	}
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		text += fmt.Sprintf(" --%s=%v", strings.ReplaceAll(name, "_", "-"), flags[name])
	}
	return strings.TrimSpace(text), nil
}

// batch asks the queries of a file and prints a table of what each finds first.
func (s *searching) batch(ctx context.Context, v *pipeline.View) (err error) {
	in, closeInput, err := s.input([]string{s.asked.batch})
	if err != nil {
		return err
	}
	data, err := io.ReadAll(in)
	if closed := closeInput(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("read queries: %w", err)
	}
	rows, err := v.Batch(ctx, lines(string(data)), s.query)
	if err != nil || s.asJSON {
		for _, row := range rows {
			if err == nil {
				err = s.printJSON(row)
			}
		}
		return err
	}
	w := register.NewCSV(s.out)
	w.Write([]string{"query", "total", "number", "title", "issuer", "issued", "why", "id", "error"})
	for _, row := range rows {
		cells := make([]string, 6)
		if h := row.Best; h != nil {
			cells = []string{h.Number, h.Title, h.Issuer, h.Issued, h.Why, h.ID}
		}
		wrong := ""
		if row.Wrong != nil {
			wrong = strings.Join(compact(s.describe(row.Wrong), s.hint(row.Wrong)), "; ")
		}
		w.Write(register.Harmless(append(append([]string{row.Query, strconv.Itoa(row.Total)}, cells...), wrong)...))
	}
	return flush(w)
}

// lines are those of a text that have anything in them.
func lines(text string) []string {
	var out []string
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
