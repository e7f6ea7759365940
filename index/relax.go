package index

import (
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
)

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
