package lm

import (
	"math"

	"vanthu/normalize/tone"
)

// rivals is, for every n-gram hw, the probability after h of any word that
// looks like w when its marks are taken off: of those seen after h, and by
// back-off of the others.
func (s *smoothed) rivals() [order][]float32 {
	var sums [order][]float32
	look := s.looks()
	seen, below := make([]float64, len(look)), make([]float64, len(look)) // by look
	for w, p := range s.grams[0].p {
		seen[look[w]] += float64(p)
	}
	for _, l := range look {
		sums[0] = append(sums[0], float32(seen[l]))
	}
	clear(seen)
	for n := 1; n < order; n++ {
		g, lower := &s.grams[n], &s.grams[n-1]
		sums[n] = make([]float32, len(g.keys))
		for from := 0; from < len(g.keys); {
			to, gamma := g.follow(from, lower)
			for i := from; i < to; i++ {
				l := look[g.keys[i]&maxID]
				seen[l] += float64(g.p[i])
				below[l] += float64(lower.p[g.ending[i]])
			}
			for i := from; i < to; i++ {
				l := look[g.keys[i]&maxID]
				unseen := float64(sums[n-1][g.ending[i]]) - below[l]
				sums[n][i] = float32(seen[l] + gamma*max(0, unseen))
			}
			for i := from; i < to; i++ {
				l := look[g.keys[i]&maxID]
				seen[l], below[l] = 0, 0
			}
			from = to
		}
	}
	return sums
}

// follow is the end of the n-grams that begin like the one at from, and the
// back-off weight of that beginning.
func (g *smoothGrams) follow(from int, lower *smoothGrams) (to int, gamma float64) {
	here, below := 0.0, 0.0
	for to = from; to < len(g.keys) && g.keys[to]>>16 == g.keys[from]>>16; to++ {
		here += float64(g.p[to])
		below += float64(lower.p[g.ending[to]])
	}
	return to, math.Max(1-here, 1e-4) / math.Max(1-below, 1e-4)
}

// looks numbers the words by how they look without marks.
func (s *smoothed) looks() []int {
	numbers := make(map[string]int)
	out := make([]int, len(s.words))
	for w, word := range s.words {
		f := tone.Fold(word)
		n, ok := numbers[f]
		if !ok {
			n = len(numbers)
			numbers[f] = n
		}
		out[w] = n
	}
	return out
}
