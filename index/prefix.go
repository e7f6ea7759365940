package index

import (
	"errors"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
)

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
