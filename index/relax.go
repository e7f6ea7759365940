package index

import (
	"math"
	"slices"
)

// Relaxing: the share of the query's pairs that must be there, and how many
// pairs are looked for at most.
const (
	relaxedShare = 0.2
	relaxedPairs = 40
)

// relaxed looks for a good part of a longer query's pairs: a remembered
// sentence, or one that OCR has damaged on either side. Words that need only be
// near are in no order that could be half remembered.
func (p planner) relaxed(q parsed) (set, error) {
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
	c := newScorer(p.g, p.g.everything())
	for _, term := range terms {
		c.add(fieldPairs, term, 1)
	}
	least := math.Max(1, math.Floor(relaxedShare*float64(len(terms))))
	return c.having(int(least)), c.err
}
