package noise

// Training is hard EM. Start from the shares of alphabet.go; spell every pair
// of word and reading along its cheapest path; count the segments; the counts
// are the next model. Six rounds settle it.
//
// A pair of letters becomes a segment of its own (ng→g, tr→t) when it was read
// as fewer signs; the rest is letters one by one, so what was learned of ộ in
// động helps in hội.

// Pair is a word and how it was read.
type Pair struct{ Gold, Raw string }

// Train learns a channel.
func Train(pairs []Pair, rounds int) *Model {
	m := newModel()
	for range rounds {
		m = m.Count(pairs)
	}
	return m
}

// Count spells pairs under m and returns the counts of the segments alone: what
// the pairs would teach.
func (m *Model) Count(pairs []Pair) *Model { return newRows(m).count(pairs) }

// Count is the same under the model that is searched with.
func (s *Search) Count(pairs []Pair) *Model { return s.rows.count(pairs) }

func (r *rows) count(pairs []Pair) *Model {
	times := make(map[Pair]float64)
	for _, p := range pairs {
		times[p]++
	}
	out := newModel()
	s := speller{rows: r}
	for p, n := range times {
		s.spell([]rune(p.Gold), []rune(p.Raw), func(gold, raw string) { out.add(gold, raw, n) })
	}
	return out
}

// speller aligns words with readings under a model.
type speller struct {
	rows  *rows
	cells []step
}

// step is the segment that ends at a cell of the alignment.
type step struct {
	cost   cost
	gi, ri int8 // lengths
}

// spell calls count for the segments of the cheapest spelling.
func (s *speller) spell(gold, raw []rune, count func(gold, raw string)) {
	n, w := len(gold), len(raw)+1
	if n == 0 || n > 30 || w > 60 {
		return
	}
	s.cells = s.cells[:0]
	for range (n + 1) * w {
		s.cells = append(s.cells, step{cost: impossible})
	}
	s.cells[0].cost = 0
	for i := range n {
		for j := range w {
			if s.cells[i*w+j].cost < impossible {
				s.extend(gold, raw, i, j)
			}
		}
	}
	for i, j := n, w-1; i > 0 && s.cells[i*w+j].cost < impossible; {
		c := s.cells[i*w+j]
		count(string(gold[i-int(c.gi):i]), string(raw[j-int(c.ri):j]))
		i, j = i-int(c.gi), j-int(c.ri)
	}
}

// extend writes the segments that start at (i, j).
func (s *speller) extend(gold, raw []rune, i, j int) {
	w := len(raw) + 1
	from := s.cells[i*w+j].cost
	for r := 0; r <= maxRaw && j+r < w; r++ {
		to := &s.cells[(i+1)*w+j+r]
		if c := from + s.letter(gold[i], raw[j:j+r]); c < to.cost {
			*to = step{c, 1, int8(r)}
		}
	}
	if i+1 < len(gold) && j+1 < w {
		to := &s.cells[(i+2)*w+j+1]
		if c := from + s.pair(gold[i:i+2], raw[j:j+1]); c < to.cost {
			*to = step{c, 2, 1}
		}
	}
}

func (s *speller) letter(gold rune, raw []rune) cost {
	g, ok := numbers[gold]
	if !ok {
		return strangeCost(gold, raw)
	}
	return s.rows.at(string(raw)).of[g]
}

func (s *speller) pair(gold, raw []rune) cost {
	first, ok1 := numbers[gold[0]]
	second, ok2 := numbers[gold[1]]
	if !ok1 || !ok2 {
		return impossible
	}
	return s.rows.m.pairCost([2]uint8{first, second}, string(raw))
}

// strangeCost is the cost of a sign outside the alphabet: a digit, a dash.
func strangeCost(gold rune, raw []rune) cost {
	if len(raw) == 1 && raw[0] == gold {
		return 0
	}
	return (6 + cost(len(raw))) * unit
}
