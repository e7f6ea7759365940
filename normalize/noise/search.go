package noise

import (
	"slices"
	"unicode/utf8"
)

// Finding the words a reading may stand for.
//
// The lexicon is a trie. Walking down it, every node carries a column: the
// cheapest way to spell the letters on its path with the first j signs of the
// reading, for every j. For `ciia` the path c-ủ has 0.4 + 3.1 at j = 3 (ii for
// ủ is common), c-h has 11.
//
// A node is left, with everything below it, when no way through it can come
// within the bound. Three costs tell: the column; the least that any letters
// would cost for the signs still to be read (rest), which is much where they
// are garbled; and half the weight of the commonest word below the node. The
// same sum ranks the words found. The bound starts low and is raised until
// enough are found: most readings are cheap, and a low bound leaves almost all
// of the trie unvisited.
//
// Nothing is looked up on the way: for each of the reading's segments of up to
// three signs there is a row of costs, one for every letter (rows.go). A cell
// is the least of four sums of whole numbers.
//
// Measured: FIND µs a reading against 4 ms for the study's A* over hash maps.

// Found is a word that a reading may stand for.
type Found struct {
	Word int     // its number in the lexicon
	Cost float64 // −ln P(reading | word)
}

// found is a Found while it is compared.
type found struct {
	word       int32
	cost, rank cost // rank: with the word's weight
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
	firstBound = 4 * unit
	raise      = 5 * unit

	// The last bound, and what it is for short readings.
	lastBound = 30 * unit
	lastBase  = 12 * unit
	lastSign  = 2250
)

// Search finds words under a channel. One goroutine at a time.
type Search struct {
	// Margin is how much dearer than the best a word may be.
	Margin float64

	lex   *Lexicon
	rows  *rows
	pairs map[string][]pairCost // by raw sign
	have  []bool                // by pair: whether it is ever a segment

	// of the reading at hand
	n      int
	ends   [maxReading + 1][maxRaw + 1]*row // segments by end and length
	two    [maxReading + 1][]pairCost       // by end
	rest   [maxReading + 1]cost             // the least for the signs from here on
	cols   [maxDepth]column
	form   Form
	bound  cost
	margin cost
	limit  int
	found  []found // best first
}

// maxDepth is the longest word looked for, and one.
const maxDepth = 24

// pad keeps a column's cells before the first one from being asked for.
const pad = maxRaw

// column is the costs of a node, of which those from low to high can still
// come within the bound. Cell j is at pad + j.
type column struct {
	cost      [pad + maxReading + 1]cost
	low, high int
}

var noColumn = makeNoColumn()

func makeNoColumn() (c [pad + maxReading + 1]cost) {
	for i := range c {
		c[i] = impossible
	}
	return c
}

var noRow = makeNoRow()

func makeNoRow() *row {
	r := new(row)
	for i := range r.of {
		r.of[i] = impossible
	}
	return r
}

type pairCost struct {
	pair [2]uint8
	cost cost
}

// NewSearch prepares to search lex.
func (m *Model) NewSearch(lex *Lexicon) *Search {
	s := &Search{Margin: 6.5, lex: lex, rows: newRows(m), pairs: make(map[string][]pairCost), have: make([]bool, alphabet*alphabet)}
	for pair, readings := range m.pairs {
		for raw, n := range readings {
			if n >= minPair {
				s.pairs[raw] = append(s.pairs[raw], pairCost{pair, m.pairCost(pair, raw)})
				s.have[int(pair[0])*alphabet+int(pair[1])] = true
			}
		}
	}
	return s
}

// Find returns up to limit words for a reading, the best first by cost and
// frequency. More than Margin above the best are not looked for.
func (s *Search) Find(reading string, form Form, limit int) []Found {
	s.n = utf8.RuneCountInString(reading)
	if s.n == 0 || s.n > maxReading || limit < 1 {
		return nil
	}
	s.prepare(reading)
	s.form, s.limit, s.margin = form, limit, nats(s.Margin)
	s.cols[0] = column{cost: noColumn}
	s.cols[0].cost[pad] = 0
	last := min(lastBound, lastBase+lastSign*cost(s.n))
	for start := s.rest[0] + s.lex.nodes[0].least + firstBound; ; start += raise {
		s.found, s.bound = s.found[:0], start
		s.walk(0, 0, 0)
		if len(s.found) == limit || len(s.found) > 0 && s.found[0].rank+s.margin <= start || start > last {
			break
		}
	}
	out := make([]Found, len(s.found))
	for i, f := range s.found {
		out[i] = Found{int(f.word), float64(f.cost) / unit}
	}
	return out
}

// prepare looks up the rows of all segments.
func (s *Search) prepare(reading string) {
	var at [maxReading + 1]int // bytes before each sign
	n := 0
	for i := range reading {
		at[n] = i
		n++
	}
	at[n] = len(reading)
	for j := 0; j <= n; j++ {
		for k := range s.ends[j] {
			s.ends[j][k] = noRow
			if k <= j {
				s.ends[j][k] = s.rows.at(reading[at[j-k]:at[j]])
			}
		}
		if j > 0 {
			s.two[j] = s.pairs[reading[at[j-1]:at[j]]]
		}
	}
	s.rest[n] = 0
	for j := n - 1; j >= 0; j-- {
		s.rest[j] = s.restFrom(j)
	}
}

func (s *Search) restFrom(j int) cost {
	least := impossible
	for k := 1; k <= maxRaw && j+k <= s.n; k++ {
		least = min(least, s.ends[j+k][k].least+s.rest[j+k])
	}
	for _, p := range s.two[j+1] {
		least = min(least, p.cost+s.rest[j+1])
	}
	return least
}

// walk visits the children of a node whose column is cols[depth].
func (s *Search) walk(at int32, depth int, above uint8) {
	if depth+1 == maxDepth {
		return
	}
	parent := &s.lex.nodes[at]
	children := s.lex.nodes[parent.first : parent.first+int32(parent.children)]
	col := &s.cols[depth+1]
	for i := range children {
		n := &children[i]
		g := s.formed(n.letter, depth)
		low, high := s.fill(depth, above, g)
		if !s.narrow(col, low, high, s.bound-n.least) {
			continue
		}
		if n.word > 0 && col.high == s.n {
			s.take(n.word-1, col.cost[pad+s.n])
		}
		if n.children > 0 {
			s.walk(parent.first+int32(i), depth+1, g)
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

// fill makes the column of letter g, after the letter above, from cols[depth]
// and tells which of its cells may be reached.
func (s *Search) fill(depth int, above, g uint8) (low, high int) {
	from, to := &s.cols[depth], &s.cols[depth+1]
	to.cost = noColumn
	low, high = from.low, min(from.high+maxRaw, s.n)
	for j := low; j <= high; j++ {
		rows, before := &s.ends[j], from.cost[j:j+pad+1]
		c := min(before[3]+rows[0].of[g], before[2]+rows[1].of[g])
		to.cost[pad+j] = min(c, before[1]+rows[2].of[g], before[0]+rows[3].of[g])
	}
	if depth == 0 || !s.have[int(above)*alphabet+int(g)] {
		return low, high
	}
	from = &s.cols[depth-1]
	for j := from.low + 1; j <= min(from.high+1, s.n); j++ {
		for _, p := range s.two[j] {
			if p.pair[0] == above && p.pair[1] == g {
				to.cost[pad+j] = min(to.cost[pad+j], from.cost[pad+j-1]+p.cost)
			}
		}
	}
	return min(low, from.low+1), max(high, min(from.high+1, s.n))
}

// narrow finds the live part of a column: what can still come within bound; it
// reports whether there is any.
func (s *Search) narrow(c *column, low, high int, bound cost) bool {
	for low <= high && c.cost[pad+low]+s.rest[low] > bound {
		low++
	}
	for high >= low && c.cost[pad+high]+s.rest[high] > bound {
		high--
	}
	c.low, c.high = low, high
	return low <= high
}

// take keeps a word if it is good enough, and lowers the bound.
func (s *Search) take(word int32, c cost) {
	rank := c + s.lex.weights[word]
	if rank > s.bound {
		return
	}
	at, _ := slices.BinarySearchFunc(s.found, rank, func(f found, r cost) int { return int(f.rank - r) })
	if len(s.found) == s.limit {
		s.found = s.found[:s.limit-1]
	}
	s.found = slices.Insert(s.found, at, found{word, c, rank})
	s.bound = min(s.bound, s.found[0].rank+s.margin)
	if len(s.found) == s.limit {
		s.bound = min(s.bound, s.found[s.limit-1].rank-1)
	}
}
