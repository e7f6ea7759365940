package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
	"vanthu/index"
	"vanthu/normalize"
)

// searching is one call of vanthu search: what is asked for, and how.
type searching struct {
	*app
	query  index.Query
	asJSON bool
	asked  struct{ similar, citedBy, citing, batch, save, saved, forget string }
	report struct{ missing, coverage, searches bool }
	boxes  bool // with --json: where on its page each match stands
}

// modes are the flags of which one at most is given.
var modes = []string{"similar", "cited-by", "citing", "missing", "coverage", "batch", "save", "saved", "searches", "forget"}

func (a *app) searchCommand() *cobra.Command {
	s := &searching{app: a}
	cmd := &cobra.Command{
		Use:   "search QUERY…",
		Short: a.say("find documents by what they say"),
		Long: a.say(`Finds documents by words, with or without marks, by "phrases" and by numbers
(05/KH-UBND, */KH-UBND). Documents that say it exactly as typed come first.

  a b   "a b"   a OR b   (a b) OR c   -a   a*   "a b"~5   a NEAR/5 b
  number: cites: title: issuer: signer: unit: file: province: region: type:
  level: kind: state: year: issued: due: target: by:

A field takes a word, "words" or a range: issued:2020..2024 due:<2024-07-01
target:>95%%. Vietnamese names do too: số: cơ quan: tỉnh: miền: hạn: chỉ tiêu: …`),
		Example: "  vanthu search 'ke hoach chuyen doi so' --province 'Tây Ninh' --from 2020-01-01\n  vanthu search 05/KH-UBND\n" +
			"  vanthu search 'kind:task unit:\"Sở Y tế\" due:<2024-07-01 miền:nam'\n  vanthu search --coverage 'type:KH cites:23/QĐ-TTg'\n  vanthu search --cites 23/QĐ-TTg --facets",
		RunE: func(cmd *cobra.Command, args []string) error {
			s.query.Text = strings.Join(args, " ")
			return a.withArchive(func(v *pipeline.View) error { return s.run(cmd.Context(), v) })
		},
	}
	s.filterFlags(cmd)
	s.modeFlags(cmd)
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		if strings.HasPrefix(err.Error(), "unknown") {
			return noFlag{err}
		}
		return err
	})
	return cmd
}

// noFlag is a flag that search does not know: often a word to be left out.
type noFlag struct{ error }

var errNoFlag = errors.New("no such flag")

func (noFlag) Is(err error) bool { return err == errNoFlag }

func (s *searching) filterFlags(cmd *cobra.Command) {
	f, q := cmd.Flags(), &s.query
	f.StringVar(&q.Province, "province", "", s.say("province, by today's or its former name"))
	f.StringVar(&q.Type, "type", "", s.say("type code: KH, QĐ, CV, …"))
	f.StringVar(&q.Issuer, "issuer", "", s.say("issuing body"))
	f.StringVar(&q.From, "from", "", s.say("issued on or after this date (2021-01-31)"))
	f.StringVar(&q.To, "to", "", s.say("issued on or before this date"))
	f.StringVar(&q.Number, "number", "", s.say("number (số, ký hiệu)"))
	f.StringVar(&q.Cites, "cites", "", s.say("number of a document that is cited"))
	f.StringVar(&q.DueBefore, "due-before", "", s.say("has a deadline before this date"))
	f.StringVar(&q.Sort, "sort", "", s.say("relevance, date, -date, number, title, issuer or province"))
	f.IntVar(&q.Limit, "limit", 20, s.say("how many documents"))
	f.BoolVar(&q.Exact, "exact", false, s.say("marks must match"))
	f.BoolVar(&q.Facets, "facets", false, s.say("count by province, year, type, issuer, level, cited document and state"))
	f.BoolVar(&s.asJSON, "json", false, s.say("print JSON lines"))
	f.BoolVar(&s.boxes, "boxes", false, s.say("with --json: where on its page each match stands, in points"))
}

func (s *searching) modeFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&s.asked.similar, "similar", "", s.say("documents like the one of this ID or number"))
	f.StringVar(&s.asked.citing, "citing", "", s.say("documents that cite the one of this ID or number"))
	f.StringVar(&s.asked.citedBy, "cited-by", "", s.say("what the document of this ID or number cites, and whether it is here"))
	f.BoolVar(&s.report.missing, "missing", false, s.say("what documents cite and the archive has not, most cited first"))
	f.BoolVar(&s.report.coverage, "coverage", false, s.say("which provinces have what is asked for, and which have not"))
	f.StringVar(&s.asked.batch, "batch", "", s.say("file of queries, one a line (- is standard input): a table of what each finds first"))
	f.StringVar(&s.asked.save, "save", "", s.say("keep the search under this name"))
	f.StringVar(&s.asked.saved, "saved", "", s.say("what a kept search finds that it did not find last time"))
	f.BoolVar(&s.report.searches, "searches", false, s.say("list the searches that are kept"))
	f.StringVar(&s.asked.forget, "forget", "", s.say("let go of the search kept under this name"))
	cmd.MarkFlagsMutuallyExclusive(modes...)
}

func (s *searching) run(ctx context.Context, v *pipeline.View) error {
	switch asked := s.asked; {
	case asked.similar != "":
		return s.printFound(v.Similar(ctx, asked.similar, s.query.Limit))
	case asked.citing != "":
		return s.printFound(v.CitedBy(ctx, asked.citing, s.query))
	case asked.citedBy != "":
		return s.printCited(v.Cites(ctx, asked.citedBy))
	case s.report.missing:
		return s.printCited(v.Missing(ctx, s.query.Limit))
	case s.report.coverage:
		return s.printCoverage(v.Coverage(ctx, s.query))
	case asked.batch != "":
		return s.batch(ctx, v)
	case asked.save != "":
		return s.save(ctx, v)
	case asked.saved != "":
		return s.printNew(ctx, v)
	case s.report.searches:
		return s.printSearches(v.SavedSearches(ctx))
	case asked.forget != "":
		return v.ForgetSearch(ctx, asked.forget)
	}
	return s.find(ctx, v)
}

// find answers the query. One without marks is asked as it was probably meant,
// too.
func (s *searching) find(ctx context.Context, v *pipeline.View) error {
	var err error
	if s.query.Meant, err = meant(s.query, s.newRestorer); err != nil {
		return err
	}
	found, err := v.Search(ctx, s.query)
	if err == nil && s.query.Meant != "" && startsWithAny(found.Hits, index.WhyRestored) {
		s.tell("did you mean: %s", s.query.Meant)
	}
	if err == nil && s.asJSON && s.boxes {
		return s.printPlaced(ctx, v, found)
	}
	return s.printFound(found, err)
}

// printPlaced prints hits as JSON with the places of their matches.
func (s *searching) printPlaced(ctx context.Context, v *pipeline.View, found index.Result) error {
	hits, err := v.Place(ctx, s.query, found.Hits)
	for _, h := range hits {
		if err == nil {
			err = s.printJSON(h)
		}
	}
	return errors.Join(err, s.printJSONFacets(found))
}

func (s *searching) printJSONFacets(found index.Result) error {
	if !s.query.Facets {
		return nil
	}
	return s.printJSON(map[string]any{"facets": found.Facets})
}

// leastToRestore is how many words must stand in a query for the language model
// to know what they were.
const leastToRestore = 2

// meant is a query with the marks it was probably meant with, or "". The model
// is loaded only for one that has none.
func meant(q index.Query, load func() (*normalize.Restorer, error)) (string, error) {
	if q.Exact || len(strings.Fields(q.Text)) < leastToRestore {
		return "", nil
	}
	if _, plain := index.Restate(q.Text, strings.ToUpper); !plain {
		return "", nil
	}
	r, err := load()
	if err != nil {
		return "", err
	}
	meant, ok := index.Restate(q.Text, r.Text)
	if !ok {
		return "", nil
	}
	return meant, nil
}

func startsWithAny(hits []index.Hit, why string) bool {
	for _, h := range hits {
		if strings.HasPrefix(h.Why, why) {
			return true
		}
	}
	return false
}

func (s *searching) printFound(found index.Result, err error) error {
	if err != nil {
		return err
	}
	if err := s.printHits(found.Hits); err != nil {
		return err
	}
	if s.asJSON {
		return s.printJSONFacets(found)
	}
	s.printFacets(found.Facets)
	if found.Relaxed {
		s.tell("nothing has all of it; these have a good part")
	}
	for _, part := range found.Absent {
		s.tell("no document has %s", part)
	}
	if found.Respelled != "" {
		s.tell("did you mean: %s", found.Respelled)
	}
	s.tell("%d documents found", found.Total)
	return nil
}

func (s *searching) printHits(hits []index.Hit) error {
	for i, h := range hits {
		var err error
		if s.asJSON {
			err = s.printJSON(h)
		} else {
			err = s.printHit(i+1, h)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *searching) printHit(n int, h index.Hit) error {
	about := strings.Join(compact(h.Issuer, h.Issued), ", ")
	title := cmp.Or(strings.Join(compact(h.Number, h.Title), " · "), h.File, s.say("(no number, no title)"))
	if about != "" {
		title += "\n   " + about
	}
	_, err := fmt.Fprintf(s.out, "%d. %s\n   %s  [%s]\n", n, title, s.place(h), shortID(h.ID))
	if err == nil && len(h.Parts) == 0 {
		_, err = fmt.Fprintf(s.out, "   %s\n", oneLine(h.Snippet))
	}
	return errors.Join(err, s.printParts(h))
}

// place is the page of a hit, and why it matched if more than fields were asked for.
func (s *searching) place(h index.Hit) string {
	if h.Why == index.WhyFilter {
		return s.say("page %d", h.Page)
	}
	return s.say("page %d, %s", h.Page, s.sayWhy(h.Why))
}

// printParts prints the parts of a document that were asked for.
func (s *searching) printParts(h index.Hit) error {
	for _, p := range h.Parts {
		about := []string{s.say("page %d", p.Page), p.Unit}
		if p.Due != "" {
			about = append(about, s.say("due %s", p.Due))
		}
		if _, err := fmt.Fprintf(s.out, "   - %s: %s\n", strings.Join(compact(about...), ", "), oneLine(p.Snippet)); err != nil {
			return err
		}
	}
	if more := h.MoreParts(); more > 0 {
		_, err := fmt.Fprintf(s.out, "   %s\n", s.say("%d more", more))
		return err
	}
	return nil
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// sayWhy puts the first word into the user's language; words of the document
// behind it stay.
func (s *searching) sayWhy(why string) string {
	word, words, _ := strings.Cut(why, " ")
	return strings.TrimSpace(s.say(word) + " " + words)
}

func shortID(id string) string { return id[:min(12, len(id))] }

func (s *searching) printFacets(facets map[string][]index.FacetCount) {
	for _, name := range index.FacetNames {
		for _, c := range facets[name] {
			value := c.Value
			if name == "level" || name == "state" {
				value = s.say(value)
			}
			fmt.Fprintf(s.out, "%-14s %6d  %s\n", s.say(name), c.Count, value)
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
