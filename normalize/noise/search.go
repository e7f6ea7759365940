package noise

import (
	"math"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"
)

// Finding the words a reading may stand for.
//
// The lexicon is a trie. Walking down it, every node carries a column: the
// cheapest way to spell the letters on its path with the first j signs of the
// reading, for every j. A node whose whole column is above the bound is left,
// with everything below it. For `ciia` the path c-ủ has 0.4 + 3.1 at j = 3
// (ii for ủ is common), c-h has 11 and is left.
//
// What makes it fast is that nothing is looked up on the way: for each of the
// reading's segments of up to three signs there is a row of costs, one for
// every letter of the alphabet, made once and kept (rows come back: a page of
// 500 words has some 900 segments, and the next page brings few new ones). A
// cell is four additions. The bound starts low and is raised until a word is
// found: most readings are cheap, and a low bound leaves almost all of the
// trie unvisited.
//
// Measured: 25–60 µs a reading against 4 ms for the study's A* over hash maps.

// Found is a word that a reading may stand for.
type Found struct {
	Word string
	Cost float64 // −ln P(reading | word)
	rank float64 // Cost with half of the word's weight
}

// Form is how the word found is written: as the lexicon has it, with a
// capital, or in capitals.
type Form uint8

// The forms.
const (
	AsIs Form = iota
	Capital
	Capitals
)

const (
	maxReading = 24 // signs; what is longer is no word
	firstBound = 7.0
	lastBound  = 26.0
)

// Search finds words under a channel. One goroutine at a time.
type Search struct {
	// Margin is how much dearer than the cheapest a word may be.
	Margin float64

	m     *Model
	lex   *Lexicon
	rows  map[string][]float32
	pairs map[string][]pairCost // by raw sign
	have  []bool                // by pair: whether it is ever a segment

	// of the reading at hand
	n     int
	costs []segmentCosts // by letter and place
	two   [maxReading + 1][]pairCost
	cols  []column
	form  Form
	bound float32
	best  float32
	found []Found
}

// column is the costs of a node, of which those from low to high are below
// the bound.
type column struct {
	cost      [maxReading + 1]float32
	low, high int
}

// segmentCosts are the costs of a letter for the segments that start at a
// place, by their length.
type segmentCosts [maxRaw + 1]float32

type pairCost struct {
	pair [2]uint8
	cost float32
}

// NewSearch prepares to search lex.
func (m *Model) NewSearch(lex *Lexicon) *Search {
	s := &Search{Margin: 6.5, m: m, lex: lex, rows: make(map[string][]float32), pairs: make(map[string][]pairCost), have: make([]bool, alphabet*alphabet), costs: make([]segmentCosts, alphabet*(maxReading+1))}
	for pair, readings := range m.pairs {
		for raw, n := range readings {
			if n >= minPair {
				s.pairs[raw] = append(s.pairs[raw], pairCost{pair, float32(m.pairCost(pair, raw))})
				s.have[int(pair[0])*alphabet+int(pair[1])] = true
			}
		}
	}
	s.cols = make([]column, 2)
	return s
}

// Find returns up to limit words for a reading, the best first by cost and
// frequency. More than margin above the cheapest are not looked for.
func (s *Search) Find(reading string, form Form, limit int) []Found {
	s.n = utf8.RuneCountInString(reading)
	s.found = s.found[:0]
	if s.n == 0 || s.n > maxReading {
		return nil
	}
	s.prepare([]rune(reading))
	s.form = form
	for s.bound = firstBound; s.bound < lastBound; s.bound += 5 {
		s.found, s.best = s.found[:0], s.bound
		s.walkAll()
		if len(s.found) > 0 && s.best+float32(s.Margin) <= s.bound+0.01 || s.bound > 2.2*float32(s.n)+8 {
			break
		}
	}
	sort.Slice(s.found, func(i, j int) bool { return s.found[i].rank < s.found[j].rank })
	return slices.Clone(s.found[:min(limit, len(s.found))])
}

// prepare looks up the rows of all segments.
func (s *Search) prepare(reading []rune) {
	for j := 0; j <= s.n; j++ {
		for k := 0; k <= maxRaw && j+k <= s.n; k++ {
			for g, c := range s.rowOf(string(reading[j : j+k])) {
				s.costs[g*(maxReading+1)+j][k] = c
			}
		}
		s.two[j] = nil
		if j < s.n {
			s.two[j] = s.pairs[string(reading[j:j+1])]
		}
	}
}

func (s *Search) rowOf(segment string) []float32 {
	row, ok := s.rows[segment]
	if !ok {
		row = s.m.costs(segment)
		s.rows[segment] = row
	}
	return row
}

// walkAll walks the trie from its root.
func (s *Search) walkAll() {
	s.cols[0] = column{}
	s.walk(0, 0, 0)
}

// walk visits the children of a node whose column is cols[depth].
func (s *Search) walk(at int32, depth int, above uint8) {
	if depth+2 > len(s.cols) {
		s.cols = append(s.cols, column{})
	}
	for c := s.lex.nodes[at].first; c != 0; c = s.lex.nodes[c].next {
		n := &s.lex.nodes[c]
		g := s.formed(n.letter, depth)
		s.fill(depth, g)
		if depth > 0 && s.have[int(above)*alphabet+int(g)] {
			s.fillPairs(depth, above, g)
		}
		if !s.narrow(&s.cols[depth+1], s.bound, 0) {
			continue
		}
		if col := &s.cols[depth+1]; n.word > 0 && col.high == s.n {
			s.take(n.word-1, col.cost[s.n])
		}
		if n.first != 0 {
			s.walk(c, depth+1, g)
		}
	}
}

// formed is the letter in the form looked for.
func (s *Search) formed(letter uint8, depth int) uint8 {
	if letter < half && (s.form == Capitals || s.form == Capital && depth == 0) {
		return letter + half
	}
	return letter
}

// fill makes the column of letter g from the live part of cols[depth].
func (s *Search) fill(depth int, g uint8) {
	from, to := &s.cols[depth], &s.cols[depth+1]
	for j := range s.n + 1 {
		to.cost[j] = math.MaxFloat32
	}
	costs := s.costs[int(g)*(maxReading+1):]
	for i := from.low; i <= from.high; i++ {
		base, cost := from.cost[i], &costs[i]
		for k := 0; k <= maxRaw && i+k <= s.n; k++ {
			if c := base + cost[k]; c < to.cost[i+k] {
				to.cost[i+k] = c
			}
		}
	}
}

// fillPairs improves the column by the segments that stand for two letters.
func (s *Search) fillPairs(depth int, a, b uint8) {
	from, to := &s.cols[depth-1], &s.cols[depth+1]
	for j := from.low; j <= min(from.high, s.n-1); j++ {
		for _, p := range s.two[j] {
			if p.pair[0] == a && p.pair[1] == b {
				to.cost[j+1] = min(to.cost[j+1], from.cost[j]+p.cost)
			}
		}
	}
}

// narrow finds the live part of a column: what costs at most bound, and slope
// more for each sign; it reports whether there is any.
func (s *Search) narrow(c *column, bound, slope float32) bool {
	c.low, c.high = 0, s.n
	for c.low <= s.n && c.cost[c.low] > bound+slope*float32(c.low) {
		c.low++
	}
	for c.high >= c.low && c.cost[c.high] > bound+slope*float32(c.high) {
		c.high--
	}
	return c.low <= c.high
}

func (s *Search) take(word int32, cost float32) {
	if cost > s.bound || cost > s.best+float32(s.Margin) {
		return
	}
	if cost < s.best {
		s.best = cost
		s.bound = min(s.bound, cost+float32(s.Margin))
	}
	s.found = append(s.found, Found{s.written(s.lex.words[word]), float64(cost), float64(cost) + s.lex.weights[word]/2})
}

func (s *Search) written(word string) string {
	rs := []rune(word)
	for i, r := range rs {
		if s.form == Capitals || s.form == Capital && i == 0 {
			rs[i] = unicode.ToUpper(r)
		}
	}
	return string(rs)
}
