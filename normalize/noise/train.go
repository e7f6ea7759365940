package noise

import "math"

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
func (m *Model) Count(pairs []Pair) *Model {
	out := newModel()
	s := newSpeller(m)
	for _, p := range pairs {
		s.spell([]rune(p.Gold), []rune(p.Raw), func(gold, raw string) { out.add(gold, raw, 1) })
	}
	return out
}

// speller aligns words with readings under a model.
type speller struct {
	m    *Model
	rows map[string][]float32
}

func newSpeller(m *Model) *speller {
	return &speller{m: m, rows: make(map[string][]float32)}
}

// step is the segment that ends at a cell of the alignment.
type step struct {
	cost   float64
	gi, ri int8 // lengths
}

// spell calls count for the segments of the cheapest spelling.
func (s *speller) spell(gold, raw []rune, count func(gold, raw string)) {
	n, w := len(gold), len(raw)+1
	if n == 0 || n > 30 || w > 60 {
		return
	}
	cells := make([]step, (n+1)*w)
	for i := range cells {
		cells[i].cost = math.Inf(1)
	}
	cells[0].cost = 0
	for i := range n {
		for j := range w {
			if from := cells[i*w+j].cost; !math.IsInf(from, 1) {
				s.extend(cells, gold, raw, i, j, from)
			}
		}
	}
	for i, j := n, w-1; i > 0 && !math.IsInf(cells[i*w+j].cost, 1); {
		c := cells[i*w+j]
		count(string(gold[i-int(c.gi):i]), string(raw[j-int(c.ri):j]))
		i, j = i-int(c.gi), j-int(c.ri)
	}
}

// extend writes the segments that start at (i, j).
func (s *speller) extend(cells []step, gold, raw []rune, i, j int, from float64) {
	w := len(raw) + 1
	for r := 0; r <= maxRaw && j+r < w; r++ {
		to := &cells[(i+1)*w+j+r]
		if c := from + s.cost(gold[i:i+1], raw[j:j+r]); c < to.cost {
			*to = step{c, 1, int8(r)}
		}
	}
	if i+1 < len(gold) && j+1 < w {
		to := &cells[(i+2)*w+j+1]
		if c := from + s.cost(gold[i:i+2], raw[j:j+1]); c < to.cost {
			*to = step{c, 2, 1}
		}
	}
}

func (s *speller) cost(gold, raw []rune) float64 {
	first, ok := numbers[gold[0]]
	if !ok {
		return strangeCost(gold, raw)
	}
	if len(gold) == 2 {
		second, ok := numbers[gold[1]]
		if !ok {
			return math.Inf(1)
		}
		return s.m.pairCost([2]uint8{first, second}, string(raw))
	}
	segment := string(raw)
	row, ok := s.rows[segment]
	if !ok {
		row = s.m.costs(segment)
		s.rows[segment] = row
	}
	return float64(row[first])
}

// strangeCost is the cost of signs outside the alphabet: digits, dashes.
func strangeCost(gold, raw []rune) float64 {
	switch {
	case len(gold) == 2:
		return math.Inf(1)
	case len(raw) == 1 && raw[0] == gold[0]:
		return 0
	}
	return 6 + float64(len(raw))
}
