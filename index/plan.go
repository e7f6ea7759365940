package index

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"

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

// near looks for all the words; how near they are is seen in the text.
func (p planner) near(a atom) (search.Searcher, error) {
	var parts []search.Searcher
	for _, s := range a.syllables {
		part, err := p.syllable(s)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return p.all(parts)
}

// syllable looks for one word, with its marks in the exact tier, and in the
// raw reading as well in the raw tier.
func (p planner) syllable(s syllable) (search.Searcher, error) {
	if p.tier == tierExact && s.marked() {
		return p.term(fieldExact, s.exact, 1)
	}
	return p.foldedOrRaw(fieldFolded, s.folded)
}

func (p planner) foldedOrRaw(field, term string) (search.Searcher, error) {
	folded, err := p.term(field, term, 1)
	if err != nil || p.tier != tierRaw {
		return folded, err
	}
	raw, err := p.term(fieldRaw, term, 1)
	if err != nil || raw.Count() == 0 {
		return folded, err
	}
	return p.any([]search.Searcher{folded, raw}, 1)
}

// phrase looks for all its pairs, and in the exact tier for its marked words.
func (p planner) phrase(a atom) (search.Searcher, error) {
	var parts []search.Searcher
	for i := 1; i < len(a.syllables); i++ {
		s, err := p.foldedOrRaw(fieldPairs, pair(a.syllables[i-1].folded, a.syllables[i].folded))
		if err != nil {
			return nil, err
		}
		parts = append(parts, s)
	}
	if p.tier == tierExact {
		for _, s := range a.syllables {
			if !s.marked() {
				continue
			}
			exact, err := p.term(fieldExact, s.exact, 1)
			if err != nil {
				return nil, err
			}
			parts = append(parts, exact)
		}
	}
	return p.all(parts)
}

// prefix looks for every word that begins so; in the exact tier with its marks,
// of which the tone may stand on a later letter: kế* is kế and kết.
func (p planner) prefix(a atom) (search.Searcher, error) {
	s := a.syllables[0]
	field, start, tones := fieldFolded, s.folded, ""
	if p.tier == tierExact && s.marked() {
		field, start = fieldExact, strings.TrimRightFunc(s.exact, isTone)
		tones = s.exact[len(start):]
	}
	words, err := p.beginning(field, start, tones)
	if err != nil {
		return nil, err
	}
	if len(words) > maxExpansions {
		return nil, &QueryError{At: a.at, Problem: ProblemBroad, Suggest: start + "…*"}
	}
	if len(words) == 0 {
		return searcher.NewMatchNoneSearcher(p.g.reader)
	}
	parts, err := p.terms(field, 1, words...)
	if err != nil {
		return nil, err
	}
	return p.any(parts, 1)
}

// beginning lists the terms of a field that begin so and end in these tones,
// up to one more than are searched.
func (p planner) beginning(field, start, tones string) (words []string, err error) {
	dict, err := p.g.reader.FieldDictPrefix(field, []byte(start))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	for len(words) <= maxExpansions {
		e, err := dict.Next()
		if err != nil || e == nil {
			return words, err
		}
		if strings.HasSuffix(e.Term, tones) {
			words = append(words, e.Term)
		}
	}
	return words, nil
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

// telling drops searchers that find nothing, or so much that it tells nothing.
func (p planner) telling(parts []search.Searcher) []search.Searcher {
	out := parts[:0]
	for _, s := range parts {
		if n := s.Count(); n > 0 && n <= maxScored {
			out = append(out, s)
		} else {
			_ = s.Close()
		}
	}
	return out
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

// Relaxing: the share of the query's pairs that must be there, and how many
// pairs are looked for at most.
const (
	relaxedShare = 0.3
	relaxedPairs = 40
)

// relaxed looks for a good part of a longer query's pairs: a remembered
// sentence, or one that OCR has damaged on either side. Words that need only be
// near are in no order that could be half remembered.
func (p planner) relaxed(q parsed) (search.Searcher, error) {
	words := q.words()
	near := slices.ContainsFunc(atomsOf(q.must), func(a atom) bool { return a.kind == atomNear })
	if len(words) < 3 || near {
		return nil, nil
	}
	var terms []string
	for i := 1; i < len(words) && len(terms) < relaxedPairs; i++ {
		terms = append(terms, pair(words[i-1].folded, words[i].folded))
	}
	terms = unique(terms)
	parts, err := p.terms(fieldPairs, 1, terms...)
	if err != nil {
		return nil, err
	}
	least := math.Max(1, math.Floor(relaxedShare*float64(len(terms))))
	if parts = p.telling(parts); float64(len(parts)) < least {
		return nil, nil
	}
	return p.any(parts, least)
}
