package index

import (
	"context"
	"errors"

	"github.com/blevesearch/bleve/v2/search"
	bleve "github.com/blevesearch/bleve_index_api"
)

// Weights of what adds to a score.
const (
	boostPair      = 1
	boostHead      = 3
	boostWholeHead = 10 // the head has every word
	boostNumber    = 50 // the document's own number, above
	boostCites     = 5  // its citations, above a mention
)

// A term of more entries than this does not score.
const maxScored = 30000

// scores finds those of the matching entries that have something that scores.
func (p planner) scores(q parsed) (search.Searcher, error) {
	must, err := p.matches(q)
	if err != nil || must == nil {
		return nil, err
	}
	p.scored = true
	parts, err := p.scoring(q)
	if err != nil || len(parts) == 0 {
		return nil, errors.Join(err, must.Close())
	}
	score, err := p.any(parts, 1)
	if err != nil {
		return nil, err
	}
	return p.all([]search.Searcher{must, score})
}

// scoring are the terms that score: the words, numbers, pairs of words that
// follow each other in the query, and words and pairs in the head.
func (p planner) scoring(q parsed) ([]search.Searcher, error) {
	c := scoringTerms{planner: p, have: map[string]bool{}}
	words := q.words()
	for i, w := range words {
		c.addWord(w)
		if i > 0 {
			c.addPair(pair(words[i-1].folded, w.folded))
		}
	}
	if p.tier != tierRelaxed && len(words) > 1 && len(q.must) > 1 { // a phrase has its pairs
		c.take(p.wholeHead(words))
	}
	for _, n := range q.numbers() {
		c.take(p.numberParts(n))
	}
	return c.parts, c.err
}

// scoringTerms gathers searchers of terms and keeps the first error.
type scoringTerms struct {
	planner
	have  map[string]bool
	parts []search.Searcher
	err   error
}

func (c *scoringTerms) addWord(w syllable) {
	if c.tier == tierExact && w.marked() {
		c.add(fieldExact, w.exact, 1)
	} else {
		c.add(fieldFolded, w.folded, 1)
	}
	c.addHead(w.folded)
}

func (c *scoringTerms) addPair(both string) {
	c.add(fieldPairs, both, boostPair)
	c.addHead(both)
}

// addHead: half-remembered sentences are no titles.
func (c *scoringTerms) addHead(term string) {
	if c.tier != tierRelaxed {
		c.add(fieldHead, term, boostHead)
	}
}

func (c *scoringTerms) add(field, term string, boost float64) {
	if c.err != nil || c.have[field+" "+term] {
		return
	}
	c.have[field+" "+term] = true
	s, err := c.term(field, term, boost)
	if err != nil {
		c.err = err
	} else if n := s.Count(); n == 0 || n > maxScored {
		c.err = s.Close()
	} else {
		c.parts = append(c.parts, s)
	}
}

func (c *scoringTerms) take(more []search.Searcher, err error) {
	c.parts, c.err = append(c.parts, more...), errors.Join(c.err, err)
}

// wholeHead scores documents whose head has all the words: somebody remembers
// their title. It raises recall@1 for six words of a title from 0.91 to 1.00
// (TestKnownItems).
func (p planner) wholeHead(words []syllable) ([]search.Searcher, error) {
	var terms []string
	for _, w := range words {
		terms = append(terms, w.folded)
	}
	parts, err := p.terms(fieldHead, boostWholeHead, unique(terms)...)
	if err != nil {
		return nil, err
	}
	whole, err := p.all(parts)
	return []search.Searcher{whole}, err
}

// Mean lengths of the scored fields, in terms, measured on sections of 770
// bytes; BM25 wants them only roughly.
var meanLength = map[string]int{fieldExact: 110, fieldFolded: 160, fieldPairs: 160, fieldHead: 30, fieldRaw: 10}

// scoringContext tells Bleve to score by BM25. Bleve would take the number of
// distinct terms for the sum of lengths, so it is given.
func scoringContext(ctx context.Context, g *Generation) context.Context {
	count, _ := g.reader.DocCount()
	stats := &search.BM25Stats{DocCount: float64(count), FieldCardinality: map[string]int{}}
	for field, n := range meanLength {
		stats.FieldCardinality[field] = n * int(count) / lengthUnit
	}
	for _, field := range []string{fieldNumber, fieldCites, fieldMentions, "*"} { // "*": Bleve's name for joined bitmaps
		stats.FieldCardinality[field] = int(count)
	}
	ctx = context.WithValue(ctx, search.BM25StatsKey, stats)
	model := search.GetScoringModelCallbackFn(func() string { return bleve.BM25Scoring })
	return context.WithValue(ctx, search.GetScoringModelCallbackKey, model)
}
