package index

// How well an entry matches.
//
// BM25 over the terms that score: the query's words, its numbers, pairs of words
// that follow each other in it, and words and pairs in the head. What a term
// adds to an entry that has it n times in a field of so many terms is
//
//	boost · idf² · √n · k1 / (√n + k1 · (1 - b + b · length / mean length))
//
// and the sum counts by how many of the terms the entry has. The terms are read
// one after the other into a table of the entries that match. Nothing is passed
// over because it cannot reach the first page (WAND): the words that would make
// that worth it are too common to score at all.
//
// Example: in 300,000 sections "đuối nước" is in 200 (idf 7.3), "nước" in 90,000,
// which is too many to score. A section that says "đuối nước" thrice gets 7.3²
// times some 0.7, the title with it 3 times as much again.

import (
	"errors"
	"math"
	"slices"
)

// Weights of what adds to a score.
const (
	boostPair      = 1
	boostHead      = 3
	boostWholeHead = 10 // the head has every word
	boostNumber    = 50 // the document's own number, above
	boostCites     = 5  // its citations, above a mention
)

// A term of more entries than this does not score: it costs the most and tells
// the least.
const maxScored = 30000

// BM25's saturation and weight of the length, as usual.
const (
	saturation   = 1.2
	lengthWeight = 0.75
)

// Mean lengths of the scored fields, in terms, measured on sections of 770
// bytes; BM25 wants them only roughly. A field that is not here has one term.
var meanLength = map[string]float64{fieldExact: 110, fieldFolded: 160, fieldPairs: 160, fieldHead: 30, fieldRaw: 10}

// scorer adds up what terms say of entries.
type scorer struct {
	g      *Generation
	within ranked   // the entries that count
	total  []scored // by their places
	found  set
	terms  int
	have   map[string]bool
	err    error
}

// scored is what an entry has so far.
type scored struct {
	sum   float32
	terms uint16
}

func newScorer(g *Generation, within set) *scorer {
	r := within.ranked()
	return &scorer{g: g, within: r, total: make([]scored, r.count), found: g.newSet(), have: map[string]bool{}}
}

func (c *scorer) at(entry uint64) *scored { return &c.total[c.within.place(entry)] }

// of is an entry's score.
func (c *scorer) of(entry uint64) float64 {
	t := c.at(entry)
	return float64(t.sum) * float64(t.terms) / float64(max(c.terms, 1))
}

// having are the entries that have at least so many of the terms.
func (c *scorer) having(least int) set {
	out := c.g.newSet()
	c.found.each(func(entry uint64) {
		if int(c.at(entry).terms) >= least {
			out.add(entry)
		}
	})
	return out
}

// add scores a term, once, unless it tells nothing.
func (c *scorer) add(field, term string, boost float64) {
	if c.err != nil || c.have[field+" "+term] {
		return
	}
	c.have[field+" "+term] = true
	p, err := c.g.postings(field, term)
	if c.err = err; err != nil || p.count == 0 || p.count > maxScored {
		return
	}
	c.terms++
	c.err = c.read(p, field, boost, c.within.set, func(entry uint64) {
		c.at(entry).terms++
		c.found.add(entry)
	})
}

// read adds what a term says of the entries of a set that have it.
func (c *scorer) read(p postings, field string, boost float64, within set, see func(entry uint64)) error {
	entries := float64(len(c.g.columns.all[colID].codes))
	idf := math.Log(1 + (entries-float64(p.count)+0.5)/(float64(p.count)+0.5))
	weight := boost * idf * idf * saturation
	perLength := saturation * lengthWeight * lengthUnit / max(meanLength[field], lengthUnit)
	return p.eachCounted(within, func(entry uint64, times, length float64) {
		tf := math.Sqrt(times)
		c.at(entry).sum += float32(weight * tf / (tf + saturation*(1-lengthWeight) + perLength*length))
		see(entry)
	})
}

// scores scores those of the matching entries that have something that scores.
func (p planner) scores(q parsed, matching set) (*scorer, error) {
	c := newScorer(p.g, matching)
	words := q.words()
	for i, w := range words {
		c.err = errors.Join(c.err, p.ctx.Err())
		p.scoreWord(c, w)
		if i > 0 {
			both := pair(words[i-1].folded, w.folded)
			c.add(fieldPairs, both, boostPair)
			p.scoreHead(c, both)
		}
	}
	if p.tier != tierRelaxed && len(words) > 1 && len(q.must) > 1 { // a phrase has its pairs
		p.scoreWholeHead(c, words)
	}
	for _, n := range q.numbers() {
		c.add(fieldNumber, n.term(), boostNumber)
		c.add(fieldCites, n.term(), boostCites)
		c.add(fieldMentions, n.term(), 1)
	}
	return c, c.err
}

func (p planner) scoreWord(c *scorer, w syllable) {
	if p.tier == tierExact && w.marked() {
		c.add(fieldExact, w.exact, 1)
	} else {
		c.add(fieldFolded, w.folded, 1)
	}
	p.scoreHead(c, w.folded)
}

// scoreHead: half-remembered sentences are no titles.
func (p planner) scoreHead(c *scorer, term string) {
	if p.tier != tierRelaxed {
		c.add(fieldHead, term, boostHead)
	}
}

// scoreWholeHead scores documents whose head has all the words: somebody
// remembers their title. It raises recall@1 for six words of a title from 0.91
// to 1.00 (TestKnownItems).
func (p planner) scoreWholeHead(c *scorer, words []syllable) {
	var terms []string
	for _, w := range words {
		terms = append(terms, w.folded)
	}
	terms = unique(terms)
	whole, err := every(terms, func(term string) (set, error) { return p.term(fieldHead, term) })
	if c.err = errors.Join(c.err, err); c.err != nil {
		return
	}
	whole = slices.Clone(whole)
	whole.keep(c.within.set)
	c.terms++
	c.found.join(whole)
	whole.each(func(entry uint64) { c.at(entry).terms++ })
	for _, term := range terms {
		found, err := p.g.postings(fieldHead, term)
		c.err = errors.Join(c.err, err, c.read(found, fieldHead, boostWholeHead, whole, func(uint64) {}))
	}
}
