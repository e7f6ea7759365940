package noise

import "unicode/utf8"

// Span is a word that a part of a reading may stand for: words run together
// have to be cut where no space tells.
type Span struct {
	From, To int // signs
	Found
}

const (
	spanBase  = 6.5 // a span may cost this much
	spanSign  = 2.0 // and so much more for each of its signs
	mostSpans = 8   // of one part
)

// Spans finds words for every part of a reading. One walk of the trie finds
// the words that start at a place, wherever they end: the column of a node has
// the costs for all ends.
func (s *Search) Spans(reading string, first, rest Form) []Span {
	s.n = utf8.RuneCountInString(reading)
	if s.n == 0 || s.n > maxReading {
		return nil
	}
	s.prepare([]rune(reading))
	var out []Span
	for from := range s.n {
		s.form = rest
		if from == 0 {
			s.form = first
		}
		s.cols[0] = column{low: from, high: from}
		ends := make([][]Span, s.n+1)
		s.span(0, 0, from, ends)
		for _, e := range ends {
			out = append(out, e...)
		}
	}
	return out
}

func (s *Search) span(at int32, depth, from int, ends [][]Span) {
	if depth+2 > len(s.cols) {
		s.cols = append(s.cols, column{})
	}
	for c := s.lex.nodes[at].first; c != 0; c = s.lex.nodes[c].next {
		n := &s.lex.nodes[c]
		s.fill(depth, s.formed(n.letter, depth))
		if !s.narrow(&s.cols[depth+1], spanBase-spanSign*float32(from), spanSign) {
			continue
		}
		if n.word > 0 {
			s.takeSpans(n.word-1, depth+1, from, ends)
		}
		if n.first != 0 {
			s.span(c, depth+1, from, ends)
		}
	}
}

func (s *Search) takeSpans(word int32, depth, from int, ends [][]Span) {
	for j := max(from+1, s.cols[depth].low); j <= s.cols[depth].high; j++ {
		cost := s.cols[depth].cost[j]
		if cost > spanBase+spanSign*float32(j-from) {
			continue
		}
		e := ends[j]
		i := len(e)
		rank := float64(cost) + s.lex.weights[word]/2
		for i > 0 && e[i-1].rank > rank {
			i--
		}
		if i == mostSpans {
			continue
		}
		e = append(e[:i:i], append([]Span{{from, j, Found{s.written(s.lex.words[word]), float64(cost), rank}}}, e[i:]...)...)
		ends[j] = e[:min(len(e), mostSpans)]
	}
}
