package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
	"vanthu/index"
)

func (a *app) searchCommand() *cobra.Command {
	var q index.Query
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "search QUERY…",
		Short: a.say("find documents by what they say"),
		Long: a.say(`Finds documents by words, with or without marks, by "phrases" and by numbers
(05/KH-UBND). Documents that say it exactly as typed come first.`),
		Example: "  vanthu search 'ke hoach chuyen doi so' --province 'Tây Ninh' --from 2020-01-01\n  vanthu search 05/KH-UBND\n  vanthu search --cites 23/QĐ-TTg --facets",
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Text = strings.Join(args, " ")
			return a.withArchive(func(v *pipeline.View) error { return a.search(cmd.Context(), v, q, asJSON) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.Province, "province", "", a.say("province, by today's or its former name"))
	f.StringVar(&q.Type, "type", "", a.say("type code: KH, QĐ, CV, …"))
	f.StringVar(&q.Issuer, "issuer", "", a.say("issuing body"))
	f.StringVar(&q.From, "from", "", a.say("issued on or after this date (2021-01-31)"))
	f.StringVar(&q.To, "to", "", a.say("issued on or before this date"))
	f.StringVar(&q.Number, "number", "", a.say("number (số, ký hiệu)"))
	f.StringVar(&q.Cites, "cites", "", a.say("number of a document that is cited"))
	f.StringVar(&q.DueBefore, "due-before", "", a.say("has a deadline before this date"))
	f.StringVar(&q.Sort, "sort", "", a.say("relevance, date, -date, number, title, issuer or province"))
	f.IntVar(&q.Limit, "limit", 20, a.say("how many documents"))
	f.BoolVar(&q.Exact, "exact", false, a.say("marks must match"))
	f.BoolVar(&q.Facets, "facets", false, a.say("count by province, year, type, issuer, level, cited document and state"))
	f.BoolVar(&asJSON, "json", false, a.say("print JSON lines"))
	return cmd
}

func (a *app) search(ctx context.Context, v *pipeline.View, q index.Query, asJSON bool) error {
	found, err := v.Search(ctx, q)
	if err != nil {
		return err
	}
	for i, h := range found.Hits {
		if asJSON {
			err = a.printJSON(h)
		} else {
			err = a.printHit(i+1, h)
		}
		if err != nil {
			return err
		}
	}
	if asJSON && q.Facets {
		return a.printJSON(map[string]any{"facets": found.Facets})
	}
	if !asJSON {
		a.printFacets(found.Facets)
		a.tell("%d documents found", found.Total)
	}
	return nil
}

func (a *app) printHit(n int, h index.Hit) error {
	about := strings.Join(compact(h.Issuer, h.Issued), ", ")
	title := strings.Join(compact(h.Number, h.Title), " · ")
	if title == "" {
		title = a.say("(no number, no title)")
	}
	_, err := fmt.Fprintf(a.out, "%d. %s\n   %s\n   %s  [%s]\n   %s\n",
		n, title, about, a.say("page %d, %s", h.Page, a.say(h.Why)), h.ID[:min(12, len(h.ID))],
		strings.Join(strings.Fields(h.Snippet), " "))
	return err
}

func (a *app) printFacets(facets map[string][]index.FacetCount) {
	for _, name := range index.FacetNames {
		for _, c := range facets[name] {
			value := c.Value
			if name == "level" || name == "state" {
				value = a.say(value)
			}
			fmt.Fprintf(a.out, "%-14s %6d  %s\n", a.say(name), c.Count, value)
		}
	}
}

// compact leaves out empty strings.
func compact(all ...string) []string {
	var kept []string
	for _, s := range all {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
