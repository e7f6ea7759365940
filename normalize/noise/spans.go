package noise

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
	seldom    = cost(5 * unit)   // weight of words too rare to look for
	mostSpans = 8                // of one part
)

// Spans finds words for every part of a reading, in order of where they start.
// One walk of the trie finds the words that start at a place, wherever they
// end: the column of a node has the costs for all ends. Only what can be part
// of a way to read the whole for at most most is looked for.
func (s *Search) Spans(reading string, first, rest Form, most float64) []Span {
	if !fits(reading) {
		return nil
	}
	s.set(reading, s.rows, s.pairs)
	s.bound = nats(most)
	for j := range s.before {
		s.before[j] = impossible
	}
	s.before[0] = 0
	var out []Span
	ends := make([][]Span, s.n+1)
	for from := range s.n {
		if s.before[from] == impossible {
			continue
		}
		s.form = rest
		if from == 0 {
			s.form = first
		}
		s.cols[0].start(from)
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
		if n.least > seldom {
			continue
		}
		g := s.formed(n.letter, depth)
		s.fill(depth, above, g)
		if !s.narrowSpan(col, from) {
			continue
		}
		if n.item > 0 && s.lex.weights[n.item-1] <= seldom {
			s.takeSpans(n.item-1, col, from, ends)
		}
		if n.children > 0 {
			s.span(c, depth+1, g, from, ends)
		}
	}
}

// allowed is what the span of signs from a place up to j may cost.
func (s *Search) allowed(from, j int) cost {
	return min(spanBase+spanSign*cost(j-from), s.bound-s.before[from]-s.rest[j])
}

// narrowSpan finds the part of a column within what a span may cost.
func (s *Search) narrowSpan(c *column, from int) bool {
	for c.low <= c.high && c.cost[pad+c.low] > s.allowed(from, c.low) {
		c.low++
	}
	for c.high >= c.low && c.cost[pad+c.high] > s.allowed(from, c.high) {
		c.high--
	}
	return c.low <= c.high
}

func (s *Search) takeSpans(word int32, col *column, from int, ends [][]Span) {
	for j := max(from+1, col.low); j <= col.high; j++ {
		c := col.cost[pad+j]
		if c > s.allowed(from, j) {
			continue
		}
		s.before[j] = min(s.before[j], s.before[from]+c)
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
