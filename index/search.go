package index

// How a query is answered.
//
// In passes, each weaker than the one before; a document belongs to the first
// pass that finds it, and stands before all documents of later ones:
//
//	exact    every marked word of the query is there with its marks
//	folded   the words are there without regard to marks
//	raw      some word is only in the raw reading of the page
//	relaxed  only if nothing else was found: a good part of the syllable pairs
//
// A query without marks has no exact pass, unless Query.Meant says with which
// marks it was probably meant; Query.Exact has no other. A pass asks first which
// entries match (plan.go) and then, if it can still reach the page asked for, how
// well (score.go): BM25 over the query's words, its syllable pairs, both in the
// document's head, and the head that has all the words.
//
// Fields that stand alone in their clause are filters on columns: a match costs
// one array lookup for each. Inside OR they are sets like words.
//
// Words must all be in one entry. That misses nothing, since the entry of kind
// "document" has the whole text, and it makes the section where they stand
// together the best passage.
//
// Example: "kế hoạch y tế" in a large archive. All four words are too common to
// score; the exact pass lists the documents with all of them, and those with
// the pairs "kế hoạch", "y tế", above all in the title, come first. The folded
// pass adds, behind them, what OCR made "KÉ HOẠCH y té".

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"
)

// tier is the strength of a match; smaller is better.
type tier uint8

const (
	tierExact tier = iota
	tierFolded
	tierRaw
	tierRelaxed
	tierNone
)

// Search finds documents. A query that is wrong is a *QueryError.
func (g *Generation) Search(ctx context.Context, q Query) (Result, error) {
	s, err := g.find(ctx, q)
	if err != nil {
		return Result{}, err
	}
	return s.result()
}

// Matching lists the IDs of all documents that match, in order.
func (g *Generation) Matching(ctx context.Context, q Query) ([]string, error) {
	s, err := g.find(ctx, q)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, m := range s.found.best(s.query, len(s.found.documents)) {
		ids = append(ids, g.columns.all[colID].value(uint64(m.entry)))
	}
	return ids, nil
}

// find runs a search to where its documents are known.
func (g *Generation) find(ctx context.Context, q Query) (*searching, error) {
	q, err := q.checked()
	if err != nil {
		return nil, err
	}
	asked, err := parse(q.Text)
	if err != nil {
		return nil, err
	}
	var meant parsed
	if q.Meant != "" && !marked(asked.must) {
		if meant, err = parse(q.Meant); err != nil {
			return nil, err
		}
	}
	limited, cancel := context.WithTimeout(ctx, maxSearchTime)
	defer cancel()
	s := newSearching(limited, g, q, asked)
	s.meant = meant
	s.phrases = newPhraseCheck(g, asked.must, q.Exact)
	if err := errors.Join(s.run(), s.phrases.err); err != nil {
		return nil, fmt.Errorf("search: %w", placed(err, ctx, q.Text))
	}
	return s, nil
}

// placed makes an error that came up while searching say where in the query
// its cause stands. Our own time limit is one; the caller's is not.
func placed(err error, ctx context.Context, query string) error {
	if wrong := new(QueryError); errors.As(err, &wrong) {
		return &QueryError{Query: query, At: utf8.RuneCountInString(query[:wrong.At]), Problem: wrong.Problem, Suggest: wrong.Suggest}
	}
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return &QueryError{Query: query, Problem: ProblemSlow}
	}
	return err
}

// searching is one search under way.
type searching struct {
	ctx    context.Context
	g      *Generation
	query  Query
	parsed parsed
	meant  parsed // Query.Meant, if that says more
	found  *collector
	known  map[string]set // what was found for terms and fields

	matching set      // the entries that matched in any pass; nil if only fields are asked for
	absent   []string // parts of the query that no document has, if nothing was found
	instead  string   // Result.Respelled

	phrases phraseCheck
	similar bool // what is found is like a document, not what was asked for
}

func newSearching(ctx context.Context, g *Generation, q Query, asked parsed) *searching {
	return &searching{ctx: ctx, g: g, query: q, parsed: asked, found: newCollector(g.columns), known: map[string]set{}}
}

func (s *searching) planner(t tier) planner {
	return planner{ctx: s.ctx, g: s.g, tier: t, known: s.known}
}

func (s *searching) run() error {
	if err := s.narrow(); err != nil {
		return err
	}
	if err := s.exclude(); err != nil {
		return err
	}
	err := s.passes()
	if err != nil || len(s.found.documents) > 0 && !s.found.relaxed() {
		return err
	}
	if s.instead, err = s.respelled(); err != nil || s.found.relaxed() {
		return err
	}
	return s.findAbsent()
}

func (s *searching) passes() error {
	if len(s.parsed.must) == 0 {
		s.found.addAll()
		return nil
	}
	for t := tierExact; t < tierNone; t++ {
		if !s.applies(t) {
			continue
		}
		if err := s.pass(t); err != nil {
			return err
		}
	}
	return nil
}

// narrow sets the filters that what is found must pass.
func (s *searching) narrow() error {
	p := s.planner(tierFolded)
	all, err := p.queryFilters(s.query)
	for _, c := range s.parsed.filters {
		if err != nil {
			break
		}
		var f filter
		f, err = p.clauseFilter(c)
		all = append(all, f)
	}
	s.found.filters = all
	return err
}

// applies reports whether a pass can find more than those before it.
func (s *searching) applies(t tier) bool {
	switch t {
	case tierExact:
		return s.query.Exact || marked(s.parsed.must) || marked(s.meant.must)
	case tierRelaxed:
		return !s.query.Exact && len(s.found.documents) == 0 && len(s.parsed.exclude) == 0
	}
	return !s.query.Exact
}

// pass runs the query at one strength: first which entries match, without
// scores, then how well, for those that have something that scores.
func (s *searching) pass(t tier) error {
	q := s.parsed
	if t == tierExact && marked(s.meant.must) {
		q = s.meant
	}
	full := len(s.found.documents) >= s.query.Offset+s.query.Limit
	p := s.planner(t)
	matching, err := p.matches(q)
	if err != nil || matching == nil {
		return err
	}
	if s.matching == nil {
		s.matching = s.g.newSet()
	}
	s.matching.join(matching)
	matching = s.fresh(matching)
	s.take(t, matching, func(uint64) float64 { return 0 })
	if full || !s.query.byRelevance() {
		return nil
	}
	scores, err := p.scores(q, matching)
	if err != nil {
		return err
	}
	s.take(t, scores.found, scores.of)
	return nil
}

// fresh are those of the entries whose documents no stronger pass has found.
func (s *searching) fresh(matching set) set {
	out := s.g.newSet()
	matching.each(func(entry uint64) {
		if s.found.first[s.g.columns.document(entry)].tier == tierNone {
			out.add(entry)
		}
	})
	return out
}

// take collects entries found.
func (s *searching) take(t tier, found set, scoreOf func(entry uint64) float64) {
	found.each(func(entry uint64) {
		if score := scoreOf(entry); s.found.wants(entry, t, score) && s.phrases.accept(entry) {
			s.found.add(entry, t, score)
		}
	})
}

// exclude bars documents with an entry that matches an excluded clause. A kind
// is left out of what is found, not the documents that have such entries.
func (s *searching) exclude() error {
	for _, c := range s.parsed.exclude {
		if kinds := c.kinds(); kinds != nil {
			s.found.filters = append(s.found.filters, s.g.columns.where(colKind, func(v string) bool { return !slices.Contains(kinds, v) }))
			continue
		}
		t := tierFolded
		if marked([]clause{c}) {
			t = tierExact
		}
		found, err := s.planner(t).clause(c)
		if err != nil {
			return err
		}
		check := newPhraseCheck(s.g, []clause{c}, s.query.Exact)
		found.each(func(entry uint64) {
			if check.accept(entry) {
				s.found.bar(entry)
			}
		})
		if check.err != nil {
			return check.err
		}
	}
	return nil
}

// kinds are the kinds of entries that a clause asks for, if it asks for
// nothing else.
func (c clause) kinds() []string {
	var out []string
	for _, a := range c.atoms {
		if a.field.field != "kind" {
			return nil
		}
		out = append(out, a.field.text)
	}
	return out
}
