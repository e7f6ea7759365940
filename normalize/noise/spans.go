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
// end: the column of a node has the costs for all ends.
func (s *Search) Spans(reading string, first, rest Form) []Span {
	s.n = utf8.RuneCountInString(reading)
	if s.n == 0 || s.n > maxReading {
		return nil
	}
	s.prepare(reading)
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
		if !col.narrowSpan(low, high, from) {
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

// allowed is what the span of signs up to j may cost.
func allowed(from, j int) cost { return spanBase + spanSign*cost(j-from) }

// narrowSpan finds the part of a column within what a span may cost.
func (c *column) narrowSpan(low, high, from int) bool {
	for low <= high && c.cost[pad+low] > allowed(from, low) {
		low++
	}
	for high >= low && c.cost[pad+high] > allowed(from, high) {
		high--
	}
	c.low, c.high = low, high
	return low <= high
}

func (s *Search) takeSpans(word int32, col *column, from int, ends [][]Span) {
	for j := max(from+1, col.low); j <= col.high; j++ {
		c := col.cost[pad+j]
		if c > allowed(from, j) {
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
