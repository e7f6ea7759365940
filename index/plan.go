package index

import (
	"context"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
)

// planner makes searchers for one pass.
type planner struct {
	ctx    context.Context
	g      *Generation
	tier   tier
	scored bool // only then are frequencies and lengths read
}

// matches finds the entries that match at the planner's tier; nil where the
// tier has nothing to look for.
func (p planner) matches(q parsed) (search.Searcher, error) {
	switch p.tier {
	case tierRelaxed:
		return p.relaxed(q)
	case tierRaw:
		if useful, err := p.hasRaw(q); err != nil || !useful {
			return nil, err
		}
	}
	return p.clauses(q.must)
}

// clauses finds what matches all of them.
func (p planner) clauses(all []clause) (search.Searcher, error) {
	var parts []search.Searcher
	for _, c := range all {
		s, err := p.clause(c)
		if err != nil {
			return nil, err
		}
		parts = append(parts, s)
	}
	return p.all(parts)
}

func (p planner) options() search.SearcherOptions {
	if p.scored {
		return search.SearcherOptions{}
	}
	return search.SearcherOptions{Score: "none"}
}

func (p planner) term(field, term string, boost float64) (search.Searcher, error) {
	return searcher.NewTermSearcher(p.ctx, p.g.reader, term, field, boost, p.options())
}

// terms makes a searcher of each term.
func (p planner) terms(field string, boost float64, terms ...string) ([]search.Searcher, error) {
	out := make([]search.Searcher, 0, len(terms))
	for _, t := range terms {
		s, err := p.term(field, t, boost)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func (p planner) all(parts []search.Searcher) (search.Searcher, error) {
	if len(parts) == 1 {
		return parts[0], nil
	}
	return searcher.NewConjunctionSearcher(p.ctx, p.g.reader, parts, p.options())
}

func (p planner) any(parts []search.Searcher, least float64) (search.Searcher, error) {
	if len(parts) == 1 {
		return parts[0], nil
	}
	return searcher.NewDisjunctionSearcher(p.ctx, p.g.reader, parts, least, p.options())
}

func (p planner) clause(c clause) (search.Searcher, error) {
	parts := make([]search.Searcher, 0, len(c.atoms))
	for _, a := range c.atoms {
		s, err := p.atom(a)
		if err != nil {
			return nil, err
		}
		parts = append(parts, s)
	}
	return p.any(parts, 1)
}

func (p planner) atom(a atom) (search.Searcher, error) {
	switch a.kind {
	case atomNumber:
		return p.number(a.number)
	case atomPrefix:
		return p.prefix(a)
	case atomPhrase:
		return p.phrase(a)
	case atomNear:
		return p.near(a)
	case atomGroup:
		return p.clauses(a.group)
	case atomField:
		f, err := p.g.fieldFilter(a)
		return &filterSearcher{filter: f, docs: p.g.columns.all[colID].codes}, err
	}
	return p.syllable(a.syllables[0])
}

// number looks for a document's own number, a citation or a mention of it.
func (p planner) number(n identifier) (search.Searcher, error) {
	parts, err := p.numberParts(n)
	if err != nil {
		return nil, err
	}
	return p.any(parts, 1)
}

func (p planner) numberParts(n identifier) ([]search.Searcher, error) {
	var parts []search.Searcher
	for field, boost := range map[string]float64{fieldNumber: boostNumber, fieldCites: boostCites, fieldMentions: 1} {
		s, err := p.term(field, n.term(), boost)
		if err != nil {
			return nil, err
		}
		parts = append(parts, s)
	}
	return parts, nil
}

// hasRaw reports whether any word is in a raw reading at all.
func (p planner) hasRaw(q parsed) (bool, error) {
	words := q.words()
	for i, w := range words {
		candidates := []string{w.folded}
		if i > 0 {
			candidates = append(candidates, pair(words[i-1].folded, w.folded))
		}
		for _, term := range candidates {
			s, err := p.term(fieldRaw, term, 1)
			if err != nil {
				return false, err
			}
			n := s.Count()
			if err := s.Close(); err != nil || n > 0 {
				return n > 0, err
			}
		}
	}
	return false, nil
}
