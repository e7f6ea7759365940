package noise

import "unicode/utf8"

// Span is a word that a part of a reading may stand for: words run together
// have to be cut where no space tells.
type Span struct {
	From, To int // signs
	Found
	rank cost
}

const (
	spanBase  = cost(6.5 * unit) // a span may cost this much
	spanSign  = 2 * unit         // and so much more for each of its signs
	mostSpans = 8                // of one part
)

// Spans finds words for every part of a reading, in order of where they start.
// One walk of the trie finds the words that start at a place, wherever they
// end: the column of a node has the costs for all ends. Only what can be part
// of a way to read the whole for at most most is looked for.
func (s *Search) Spans(reading string, first, rest Form, most float64) []Span {
	s.n = utf8.RuneCountInString(reading)
	if s.n == 0 || s.n > maxReading {
		return nil
	}
	s.prepare(reading)
	s.allow(nats(most))
	var out []Span
	ends := make([][]Span, s.n+1)
	for from := range s.n {
		s.form = rest
		if from == 0 {
			s.form = first
		}
		s.cols[0] = start(from)
		s.span(0, 0, 0, from, ends)
		for j := range ends {
			out = append(out, ends[j]...)
			ends[j] = ends[j][:0]
		}
	}
	return out
}

func (s *Search) span(at int32, depth int, above uint8, from int, ends [][]Span) {
	if depth+1 == maxDepth {
		return
	}
	parent := &s.lex.whole[at]
	col := &s.cols[depth+1]
	for c := parent.first; c < parent.first+int32(parent.children); c++ {
		n := &s.lex.whole[c]
		g := s.formed(n.letter, depth)
		low, high := s.fill(depth, above, g)
		if !s.narrowSpan(col, low, high, from) {
			continue
		}
		if n.item > 0 {
			s.takeSpans(n.item-1, col, from, ends)
		}
		if n.children > 0 {
			s.span(c, depth+1, g, from, ends)
		}
	}
}

// allow sets what spans may cost if the whole is to cost most: for each place
// the least of the signs before it is taken off, then that of the signs after.
func (s *Search) allow(most cost) {
	s.before[0] = 0
	for j := 1; j <= s.n; j++ {
		s.before[j] = impossible
		for k := 1; k <= min(maxRaw, j); k++ {
			s.before[j] = min(s.before[j], s.before[j-k]+s.ends[j][k].least)
		}
	}
	s.bound = most
}

// allowed is what the span of signs from a place up to j may cost.
func (s *Search) allowed(from, j int) cost {
	return min(spanBase+spanSign*cost(j-from), s.bound-s.before[from]-s.rest[j])
}

// narrowSpan finds the part of a column within what a span may cost.
func (s *Search) narrowSpan(c *column, low, high, from int) bool {
	for low <= high && c.cost[pad+low] > s.allowed(from, low) {
		low++
	}
	for high >= low && c.cost[pad+high] > s.allowed(from, high) {
		high--
	}
	c.low, c.high = low, high
	return low <= high
}

func (s *Search) takeSpans(word int32, col *column, from int, ends [][]Span) {
	for j := max(from+1, col.low); j <= col.high; j++ {
		c := col.cost[pad+j]
		if c > s.allowed(from, j) {
			continue
		}
		e := ends[j]
		i, rank := len(e), c+s.lex.weights[word]
		for i > 0 && e[i-1].rank > rank {
			i--
		}
		if i == mostSpans {
			continue
		}
		if len(e) < mostSpans {
			e = append(e, Span{})
		}
		copy(e[i+1:], e[i:])
		e[i] = Span{from, j, Found{int(word), float64(c) / unit}, rank}
		ends[j] = e
	}
}
