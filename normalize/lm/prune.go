package lm

import (
	"math"
	"slices"

	"vanthu/normalize/fuse"
)

// Pruning keeps the n-grams whose loss would cost the training text most:
//
//	c(hw) · (λ · |Δ ln p(w|h)| + (1−λ) · |Δ ln q(w|h)|)
//
// The first is the "weighted difference" (Seymore and Rosenfeld 1996): Δ is
// what changes when p(w|h′) stands in for p(w|h). But a restorer of stripped
// text never asks how likely a word is, only how likely it is among those that
// look alike without marks, its rivals:
//
//	q(w|h) = p(w|h) / Σ p(w'|h)    over the rivals w' of w, itself among them
//
// "ủy ban nhân [dân]" is a hundred times likelier than "[dân]" and worth
// nothing: after "ban nhân" or "nhân" alone no dan but dân is to be expected.
// "chặt [chẽ]" is worth its place, for chế is far more frequent than chẽ. Where
// letters were misread any word is a rival of any other, so p counts too; a
// tenth is enough (λ = 0.1: Bình Phước and badlayer read as before).
//
// One threshold for all orders, found by bisection until the file has the size
// asked for; then the set is closed: an n-gram needs its ending (its
// probability is looked up on the way) and its beginning (as context). Last,
// the back-off weights are made anew so that the probabilities after every
// context sum to one.
//
// At the same size q made 98.44 of stripped news 98.48, of Wikipedia 97.67 →
// 97.85, of legal text 99.83 → 99.84 (syllables right, dev).

// Widths of the cells: check, probability and back-off bits by order.
var widths = [order]struct{ check, p, b uint8 }{1: {12, 6, 6}, 2: {12, 6, 6}, 3: {12, 6, 0}}

func (s *smoothed) size(kept [order]int) int {
	total := len(s.grams[0].keys) * 15
	for n := 1; n < order; n++ {
		w := widths[n]
		total += fuse.Size(kept[n], w.check+w.p+w.b)
	}
	return total
}

// prune shrinks s until its file takes about bytes.
func prune(s *smoothed, bytes int) {
	losses := s.losses()
	low, high := -2.0, 12.0 // log₁₀ of the threshold
	for range 14 {
		mid := (low + high) / 2
		var kept [order]int
		for n, keep := range s.choose(losses, math.Pow(10, mid)) {
			for _, k := range keep {
				if k {
					kept[n]++
				}
			}
		}
		if s.size(kept) > bytes {
			low = mid
		} else {
			high = mid
		}
	}
	for n, keep := range s.choose(losses, math.Pow(10, high)) {
		if n > 0 {
			s.grams[n] = s.grams[n].only(keep)
		}
	}
	s.normalise()
}

// plain is λ, the share of a word's own probability.
const plain = 0.1

// losses is what the text would lose by every n-gram.
func (s *smoothed) losses() [order][]float32 {
	var losses [order][]float32
	rivals := s.rivals()
	for n := 1; n < order; n++ {
		g, lower := s.grams[n], s.grams[n-1]
		losses[n] = make([]float32, len(g.keys))
		for i, e := range g.ending {
			p := math.Log(float64(g.p[i] / lower.p[e]))
			q := p - math.Log(float64(rivals[n][i]/rivals[n-1][e]))
			losses[n][i] = float32(float64(g.raw[i]) * (plain*math.Abs(p) + (1-plain)*math.Abs(q)))
		}
	}
	return losses
}

// choose marks what stays at a threshold, closed under beginning and ending.
func (s *smoothed) choose(losses [order][]float32, threshold float64) [order][]bool {
	var keep [order][]bool
	for n := 1; n < order; n++ {
		keep[n] = make([]bool, len(losses[n]))
		for i, l := range losses[n] {
			keep[n][i] = float64(l) >= threshold && l > 0
		}
	}
	for n := order - 1; n > 1; n-- {
		g := s.grams[n]
		for i, k := range keep[n] {
			if !k {
				continue
			}
			keep[n-1][g.ending[i]] = true
			if j := g.beginning[i]; j >= 0 {
				keep[n-1][j] = true
			}
		}
	}
	return keep
}

func (g smoothGrams) only(keep []bool) smoothGrams {
	var out smoothGrams
	for i, k := range keep {
		if k {
			out.keys = append(out.keys, g.keys[i])
			out.raw = append(out.raw, g.raw[i])
			out.p = append(out.p, g.p[i])
		}
	}
	out.keys, out.raw, out.p = slices.Clip(out.keys), slices.Clip(out.raw), slices.Clip(out.p)
	return out
}

// normalise makes the back-off weight of every context:
// (1 − Σ p(w|h)) / (1 − Σ p(w|h′)) over the w that are left after h.
func (s *smoothed) normalise() {
	for n := 0; n < order; n++ {
		s.grams[n].back = make([]float32, len(s.grams[n].keys))
	}
	for n := 1; n < order; n++ {
		g, lower := &s.grams[n], &s.grams[n-1]
		g.link(lower.keys, n)
		for from := 0; from < len(g.keys); {
			to, gamma := g.follow(from, lower)
			if i := g.beginning[from]; i >= 0 {
				lower.back[i] = float32(math.Log(gamma))
			}
			from = to
		}
	}
}
