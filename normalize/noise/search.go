package noise

import "slices"

// Finding the words a reading may stand for.
//
// A word is a head and a tail (lexicon.go). Both lie in tries; walking down
// one, every node carries a column: for a head the cheapest way to spell its
// letters with the first j signs of the reading, for every j, and for a tail,
// which is spelled from its last letter back, with the signs from j on. A word
// costs the least sum of the two over all j. For `ciia` the head c has 0.4 at
// j = 1, the tail ủa 3.1 from there on (ii for ủ is common).
//
// So the rhymes that a hundred heads share are spelled once and not a hundred
// times. And a tail is left, with everything that ends in it, when no head can
// make a word of it within the bound: the sum of its column, the least that
// any head and letters cost before it, and half the weight of the commonest
// word that has it. The same sum ranks the words found. The bound starts low
// and is raised until enough are found; where words are known that are likely
// among them, as in the later rounds of a document, the best of them tells the
// bound at once.
//
// Nothing is looked up on the way: for each of the reading's segments of up to
// three signs there is a row of costs, one for every letter (rows.go), and the
// rows are turned round so that a letter's costs lie together (reading.go). A
// cell is the least of four sums of whole numbers, and only the cells that may
// come within the bound with some letter are made.
//
// Of the 2,600 nodes of the tails a search visits 1,300, and 600 of them stay
// within the bound; what a word costs is worked out for some hundred words to
// find the sixty best. It takes some 50 to 100 µs, as busy as the machine is,
// against 4 ms for the study's A* over hash maps.
//
// Not done: the columns of tails by the endings of readings, which many
// readings of a document share (inh, ang); a document of 260 readings has 700
// endings, so it would save half.

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
	// The bounds that are tried: so much above the least that any word must
	// cost, then so much more each time.
	slack = 10 * unit
	raise = 6 * unit

	// The last bound, and what it is for short readings.
	lastBound = 38 * unit
	lastBase  = 20 * unit
	lastSign  = 2250
)

// Search finds words under a channel. One goroutine at a time.
type Search struct {
	// Margin is how much dearer than the best, in rank, a word may be.
	Margin float64

	lex   *Lexicon
	rows  *rows
	pairs map[string][]pairCost // by raw sign
	have  []bool                // by pair: whether it is ever a segment

	reading                      // at hand
	heads   []head               // by number
	best    [maxReading + 1]cost // of the heads
	short   [maxReading + 1]cost // of the heads without their last letter
	before  [maxReading + 1]cost // the least for the signs before, a head among them
	cols    [maxDepth]column
	form    Form
	bound   cost
	margin  cost
	limit   int
	found   []found // best first
}

// NewSearch prepares to search lex.
func (m *Model) NewSearch(lex *Lexicon) *Search {
	s := &Search{Margin: 6.5, lex: lex, rows: newRows(m), pairs: make(map[string][]pairCost), have: make([]bool, alphabet*alphabet), heads: make([]head, lex.heads.strings())}
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
// frequency. More than Margin above the best are not looked for. Hints are
// words that are likely among them: they tell how far to look.
func (s *Search) Find(reading string, form Form, limit int, hints []Found) []Found {
	if !fits(reading) || limit < 1 {
		return nil
	}
	s.set(reading, s.rows, s.pairs)
	s.form, s.limit, s.margin = form, limit, nats(s.Margin)
	last := min(lastBound, lastBase+lastSign*cost(s.n))
	bound := min(s.firstBound(hints), last)
	for {
		s.findHeads(bound)
		s.found, s.bound = s.found[:0], bound
		s.cols[0].start(s.n)
		s.tails(0, 0, 0)
		if len(s.found) == limit || len(s.found) > 0 && s.found[0].rank+s.margin <= bound || bound == last {
			return s.result()
		}
		bound = min(bound+raise, last)
	}
}

// firstBound is the bound to begin with: what the best of the hints needs.
func (s *Search) firstBound(hints []Found) cost {
	if len(hints) == 0 {
		return s.rest[0] + s.lex.tails[0].least + slack
	}
	least := impossible
	for _, h := range hints {
		least = min(least, s.spell(h.Word)+s.lex.weights[h.Word])
	}
	return least + s.margin
}

func (s *Search) result() []Found {
	var out []Found
	for _, f := range s.found {
		if f.rank <= s.found[0].rank+s.margin {
			out = append(out, Found{int(f.word), float64(f.cost) / unit})
		}
	}
	return out
}

// spell is what a word costs as the reading at hand.
func (s *Search) spell(word int) cost {
	spelled := s.lex.spelled[word]
	if len(spelled) >= maxDepth {
		return impossible
	}
	s.cols[0].start(0)
	above := uint8(0)
	for depth, letter := range spelled {
		g := s.formed(letter, depth)
		s.fill(depth, above, g)
		above = g
	}
	if last := &s.cols[len(spelled)]; last.high == s.n {
		return last.cost[pad+s.n]
	}
	return impossible
}

// take keeps a word and lowers the bound.
func (s *Search) take(f found) {
	at, _ := slices.BinarySearchFunc(s.found, f.rank, func(f found, r cost) int { return int(f.rank - r) })
	if len(s.found) == s.limit {
		s.found = s.found[:s.limit-1]
	}
	s.found = slices.Insert(s.found, at, f)
	s.bound = min(s.bound, s.found[0].rank+s.margin)
	if len(s.found) == s.limit {
		s.bound = min(s.bound, s.found[s.limit-1].rank-1)
	}
}

// formed is the letter in the form looked for.
func (s *Search) formed(letter uint8, depth int) uint8 {
	if letter < half && (s.form == Capitals || s.form == Capital && depth == 0) {
		return letter + half
	}
	return letter
}

// fill makes the column of letter g, after the letter above, from cols[depth].
func (s *Search) fill(depth int, above, g uint8) {
	to := &s.cols[depth+1]
	to.fill(&s.cols[depth], s.of(g), s.n)
	if depth == 0 || !s.have[int(above)*alphabet+int(g)] {
		return
	}
	from := &s.cols[depth-1]
	to.widen(from.low+1, min(from.high+1, s.n))
	for j := from.low; j <= min(from.high, s.n-1); j++ {
		for _, p := range s.two[j] {
			if p.pair[0] == above && p.pair[1] == g {
				to.cost[pad+j+1] = min(to.cost[pad+j+1], from.cost[pad+j]+p.cost)
			}
		}
	}
}
