package noise

// head is the column of a head, and what a segment of its last letter and the
// first of a tail needs to know.
type head struct {
	column
	before column // the last letter
	last   uint8
	excess cost // at least what a word costs more for it than for the best head
}

// findHeads makes the columns of the heads.
func (s *Search) findHeads(bound cost) {
	for i := range s.heads {
		s.heads[i].high = -1
	}
	for j := range s.best {
		s.best[j], s.short[j] = impossible, impossible
	}
	s.cols[0].start(0)
	s.walkHeads(0, 0, 0, bound)
	for i := range s.heads {
		s.heads[i].exceed(&s.best, &s.short)
	}
	s.before = s.best
	for j := range s.n {
		for k := 1; k <= maxRaw && j+k <= s.n; k++ {
			s.before[j+k] = min(s.before[j+k], s.before[j]+s.starts[j][k].least)
		}
		for _, p := range s.two[j] {
			s.before[j+1] = min(s.before[j+1], min(s.before[j], s.short[j])+p.cost)
		}
	}
}

// walkHeads visits the children of a node whose column is cols[depth].
func (s *Search) walkHeads(at int32, depth int, above uint8, bound cost) {
	parent := &s.lex.heads[at]
	for i := parent.first; i < parent.first+int32(parent.children); i++ {
		n := &s.lex.heads[i]
		g := s.formed(n.letter, depth)
		s.fill(depth, above, g)
		col := &s.cols[depth+1]
		if !col.narrow(bound-n.least, &s.rest) {
			continue
		}
		if n.item > 0 {
			s.heads[n.item-1] = head{*col, s.cols[depth], g, 0}
			col.lower(&s.best)
			s.cols[depth].lower(&s.short)
		}
		if n.children > 0 && depth+2 < maxDepth {
			s.walkHeads(i, depth+1, g, bound)
		}
	}
}

// leastPair is the least that joinPair can be.
func (s *Search) leastPair(after *column, first uint8) cost {
	least := impossible
	for j := max(0, after.low-1); j < after.high; j++ {
		for _, p := range s.two[j] {
			if p.pair[1] == first {
				least = min(least, s.short[j]+p.cost+after.cost[pad+j+1])
			}
		}
	}
	return least
}

// joinPair is the cost of head and tail with one segment for the last letter of
// the one and the first of the other, after which the tail's column is given.
func (s *Search) joinPair(h *head, after *column, first uint8) cost {
	least := impossible
	for j := max(h.before.low, after.low-1); j <= min(h.before.high, after.high-1); j++ {
		for _, p := range s.two[j] {
			if p.pair[0] == h.last && p.pair[1] == first {
				least = min(least, h.before.cost[pad+j]+p.cost+after.cost[pad+j+1])
			}
		}
	}
	return least
}

// exceed sets the excess of a head.
func (h *head) exceed(best, short *[maxReading + 1]cost) {
	if h.high < 0 {
		return
	}
	h.excess = impossible
	for j := h.low; j <= h.high; j++ {
		h.excess = min(h.excess, h.cost[pad+j]-best[j])
	}
	for j := h.before.low; j <= h.before.high; j++ {
		h.excess = min(h.excess, h.before.cost[pad+j]-short[j])
	}
}
