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

	"github.com/blevesearch/bleve/v2/search"
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
	s := &searching{ctx: scoringContext(ctx, g), g: g, query: q, parsed: pairsQuery(pairs), similar: true}
	s.found = newCollector(g.columns)
	if err := s.narrow(); err != nil {
		return Result{}, err
	}
	doc, _ := slices.BinarySearch(g.columns.all[colID].values, id)
	s.found.barDocument(uint32(doc))
	p := planner{ctx: s.ctx, g: g, tier: tierFolded, scored: true}
	err = s.take(tierFolded, func() (search.Searcher, error) {
		parts, err := p.terms(fieldPairs, 1, pairs...)
		if err != nil {
			return nil, err
		}
		return p.any(parts, min(similarLeast, float64(len(pairs))))
	})
	if err != nil {
		return Result{}, fmt.Errorf("find similar: %w", err)
	}
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
		have, err := g.entriesWith(fieldPairs, p)
		if err != nil {
			return nil, err
		}
		if have > 1 && (have < 10 || have < total/10) {
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

// entriesWith counts the entries that have a term.
func (g *Generation) entriesWith(field, term string) (uint64, error) {
	postings, err := g.reader.TermFieldReader(context.Background(), []byte(term), field, false, false, false)
	if err != nil {
		return 0, err
	}
	return postings.Count(), postings.Close()
}

// pairsQuery asks for any of the pairs: what a passage shows.
func pairsQuery(pairs []string) parsed {
	var any clause
	for _, p := range pairs {
		any.atoms = append(any.atoms, atom{kind: atomPhrase, syllables: syllables(p)})
	}
	return parsed{must: []clause{any}}
}
