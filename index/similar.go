package index

// Documents that say much the same.
//
// The pairs of syllables that tell a document from others are looked for in
// all: a pair counts by how often the document says it (logarithm) and by how
// few entries have it. The best 40 make a query of which a fifth must be there,
// scored like any other. Pairs that no other document has, and those that a
// tenth of all entries have, tell nothing.
//
// Example: of a plan against drowning the pairs "đuối nước", "bơi lội", "phao
// cứu" are chosen, "kế hoạch" and "ủy ban" are not; documents with eight of the
// forty are found, those of other provinces under the same decision first.
//
// Not done: vectors of meaning. They need a model of their own and cannot say
// why; here the shared words are shown.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
)

const (
	similarPairs  = 40
	similarLeast  = similarPairs / 5
	similarSample = 20000 // syllables of a document that are looked at
)

// ErrUnknown: the index has no such document.
var ErrUnknown = errors.New("no such document in the index")

// Similar finds documents like the one of this ID, most alike first.
func (g *Generation) Similar(ctx context.Context, id string, limit int) (Result, error) {
	q, err := Query{Kind: KindDocument, Limit: limit}.checked()
	if err != nil {
		return Result{}, err
	}
	e, err := g.document(id)
	if err != nil {
		return Result{}, err
	}
	pairs, err := g.telling(e.Text)
	if err != nil || len(pairs) == 0 {
		return Result{Hits: []Hit{}}, err
	}
	s := newSearching(ctx, g, q, pairsQuery(pairs))
	s.similar = true
	if err := s.narrow(); err != nil {
		return Result{}, err
	}
	doc, _ := slices.BinarySearch(g.columns.all[colID].values, id)
	s.found.barDocument(uint32(doc))
	scores := newScorer(g, g.everything())
	for _, p := range pairs {
		scores.add(fieldPairs, p, 1)
	}
	if scores.err != nil {
		return Result{}, fmt.Errorf("find similar: %w", scores.err)
	}
	s.take(tierFolded, scores.having(min(similarLeast, len(pairs))), scores.of)
	return s.result()
}

// document reads the entry of a whole document.
func (g *Generation) document(id string) (Entry, error) {
	number, found := uint64(0), false
	err := g.eachTerm("_id", id, func(entry uint64) { number, found = entry, true })
	if err == nil && !found {
		err = fmt.Errorf("%s: %w", id, ErrUnknown)
	}
	if err != nil {
		return Entry{}, err
	}
	return g.entry(number)
}

// telling are the pairs of a text that tell it from others.
func (g *Generation) telling(text string) ([]string, error) {
	words := syllables(text)
	counts := map[string]int{}
	for i := 1; i < min(len(words), similarSample); i++ {
		counts[pair(words[i-1].folded, words[i].folded)]++
	}
	total, err := g.reader.DocCount()
	if err != nil {
		return nil, err
	}
	type weighed struct {
		pair   string
		weight float64
	}
	var all []weighed
	for p, n := range counts {
		found, err := g.postings(fieldPairs, p)
		if err != nil {
			return nil, err
		}
		if have := found.count; have > 1 && (have < 10 || have < total/10) {
			all = append(all, weighed{p, math.Log1p(float64(n)) * math.Log(float64(total)/float64(have)+1)})
		}
	}
	slices.SortFunc(all, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.pair, b.pair)) })
	var out []string
	for _, w := range all[:min(len(all), similarPairs)] {
		out = append(out, w.pair)
	}
	return out, nil
}

// pairsQuery asks for any of the pairs: what a passage shows.
func pairsQuery(pairs []string) parsed {
	var any clause
	for _, p := range pairs {
		any.atoms = append(any.atoms, atom{kind: atomPhrase, syllables: syllables(p)})
	}
	return parsed{must: []clause{any}}
}
