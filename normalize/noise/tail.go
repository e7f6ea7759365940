package noise

// tails visits a node of the tails whose column is cols[depth], and its
// children. After is the letter after theirs.
func (s *Search) tails(at int32, depth int, after uint8) {
	parent := &s.lex.tails[at]
	if parent.item > 0 {
		s.takeAll(s.lex.endings[parent.item-1], depth, after)
	}
	if parent.children == 0 || depth+1 == maxDepth {
		return
	}
	low, high := s.live(&s.cols[depth], s.bound-parent.least)
	for i := parent.first; i < parent.first+int32(parent.children); i++ {
		n := &s.lex.tails[i]
		g := s.formed(n.letter, 1)
		s.fillBack(depth, g, after, low, high)
		if s.cols[depth+1].narrow(s.bound-n.least, &s.before) {
			s.tails(i, depth+1, g)
		}
	}
}

// live is the cells of a column of a letter before those of after that can come
// within bound, whatever the letter.
func (s *Search) live(after *column, bound cost) (low, high int) {
	low, high = max(after.low-maxRaw, 0), after.high
	for low <= high && s.leastBefore(after, low) > bound {
		low++
	}
	for high >= low && s.leastBefore(after, high) > bound {
		high--
	}
	return low, high
}

// leastBefore is the least that a word costs of which one letter stands from
// sign j on, before those of after.
func (s *Search) leastBefore(after *column, j int) cost {
	from, rows := after.cost[pad+j:pad+j+4], &s.starts[j]
	x := min(from[0]+rows[0].least, from[1]+rows[1].least)
	return s.before[j] + min(x, from[2]+rows[2].least, from[3]+rows[3].least)
}

// takeAll joins a tail, whose column is cols[depth] and first letter is given,
// with its heads, the commonest word first.
func (s *Search) takeAll(endings []ending, depth int, first uint8) {
	tail := &s.cols[depth]
	least := impossible
	for j := tail.low; j <= tail.high; j++ {
		least = min(least, s.best[j]+tail.cost[pad+j])
	}
	if depth > 0 {
		least = min(least, s.leastPair(&s.cols[depth-1], first))
	}
	for _, e := range endings {
		if least+e.weight > s.bound {
			break
		}
		head := &s.heads[e.head]
		if least+head.excess+e.weight > s.bound {
			continue
		}
		c := head.join(tail)
		if depth > 0 && s.have[int(head.last)*alphabet+int(first)] {
			c = min(c, s.joinPair(head, &s.cols[depth-1], first))
		}
		if rank := c + e.weight; rank <= s.bound {
			s.take(found{e.word, c, rank})
		}
	}
}

// fillBack is fill from the end of the reading: letter g stands before after.
// Only the cells from low to high are asked for.
func (s *Search) fillBack(depth int, g, after uint8, low, high int) {
	to := &s.cols[depth+1]
	to.reach(low, high)
	to.fillBack(&s.cols[depth], s.of(g))
	if depth == 0 || !s.have[int(g)*alphabet+int(after)] {
		return
	}
	from := &s.cols[depth-1]
	to.widen(max(from.low-1, 0), from.high-1)
	for j := max(from.low-1, 0); j < from.high; j++ {
		for _, p := range s.two[j] {
			if p.pair[0] == g && p.pair[1] == after {
				to.cost[pad+j] = min(to.cost[pad+j], from.cost[pad+j+1]+p.cost)
			}
		}
	}
}
