package lm

import (
	"math"
	"slices"
)

// Interpolated modified Kneser–Ney (Chen and Goodman 1998). For a context h
// and the word w after it,
//
//	p(w|h) = (c(hw) − D(c(hw))) / Σ c(h·)  +  γ(h) p(w|h′)
//
// where h′ drops the oldest word, c counts occurrences in the highest order
// and different words before hw in the lower ones, D takes one of three
// discounts by whether c is 1, 2 or more, and γ(h) is what the discounts
// freed. "Bình Phước" shows why the lower orders count differently: Phước is
// frequent, but only after few words, so after an unseen word it is unlikely.
//
// smoothed holds p for every n-gram seen; the weights γ of contexts are made
// after pruning, from what is left (normalise in prune.go).

type smoothed struct {
	grams [order]smoothGrams
}

// smoothGrams are sorted by key.
type smoothGrams struct {
	keys []uint64
	raw  []uint32
	p    []float32 // probability, interpolated
	back []float32 // log back-off weight as context, after pruning

	// Where the n-gram's ending and beginning stand in the next lower order;
	// −1 for a beginning that was never counted, as in <s> <s> <s> w.
	ending, beginning []int32
}

func smooth(c [order]counted, words int) *smoothed {
	s := &smoothed{}
	s.grams[0] = smoothUnigrams(c[0], words)
	for n := 1; n < order; n++ {
		s.grams[n] = smoothOrder(c[n], n, s.grams[n-1])
	}
	return s
}

// smoothUnigrams spreads the freed mass evenly; every word of the vocabulary
// gets a probability.
func smoothUnigrams(c counted, words int) smoothGrams {
	g := smoothGrams{keys: make([]uint64, words), raw: make([]uint32, words), p: make([]float32, words)}
	total := 0.0
	for _, n := range c.kn {
		total += float64(n) + 0.5
	}
	total += 0.5 * float64(words-len(c.kn))
	for w := range words {
		g.keys[w] = uint64(w)
		g.p[w] = float32(0.5 / total)
	}
	for i, k := range c.keys {
		g.raw[k] = c.raw[i]
		g.p[k] = float32((float64(c.kn[i]) + 0.5) / total)
	}
	return g
}

func smoothOrder(c counted, n int, lower smoothGrams) smoothGrams {
	d := discounts(c.kn)
	g := smoothGrams{keys: c.keys, raw: c.raw, p: make([]float32, len(c.keys))}
	g.link(lower.keys, n)
	for from := 0; from < len(c.keys); {
		to, total, freed := from, 0.0, 0.0
		for ; to < len(c.keys) && c.keys[to]>>16 == c.keys[from]>>16; to++ {
			total += float64(c.kn[to])
			freed += d[min(c.kn[to], 3)]
		}
		gamma := freed / total
		for i := from; i < to; i++ {
			low := lower.p[g.ending[i]]
			g.p[i] = float32((float64(c.kn[i])-d[min(c.kn[i], 3)])/total + gamma*float64(low))
		}
		from = to
	}
	return g
}

// link finds the n-grams' endings and beginnings among the lower keys.
func (g *smoothGrams) link(lower []uint64, n int) {
	g.ending, g.beginning = make([]int32, len(g.keys)), make([]int32, len(g.keys))
	first := firstWords(lower, n)
	suffix := uint64(1)<<(16*n) - 1
	for i, k := range g.keys {
		g.ending[i] = find(lower, first, n, k&suffix)
		g.beginning[i] = find(lower, first, n, k>>16)
	}
}

// firstWords is where each first word's n-grams begin among sorted keys.
func firstWords(keys []uint64, n int) []int32 {
	at := make([]int32, maxID+2)
	word, shift := 0, 16*(n-1)
	for i, k := range keys {
		for ; word <= int(k>>shift); word++ {
			at[word] = int32(i)
		}
	}
	for ; word < len(at); word++ {
		at[word] = int32(len(keys))
	}
	return at
}

// find returns the place of key, −1 when it is not there.
func find(keys []uint64, first []int32, n int, key uint64) int32 {
	w := key >> (16 * (n - 1))
	from, to := first[w], first[w+1]
	if i, ok := slices.BinarySearch(keys[from:to], key); ok {
		return from + int32(i)
	}
	return -1
}

// discounts are D₁, D₂, D₃₊ by the closed form from the counts of counts.
func discounts(counts []uint32) [4]float64 {
	var n [5]float64
	for _, c := range counts {
		if c <= 4 {
			n[c]++
		}
	}
	var d [4]float64
	y := n[1] / math.Max(1, n[1]+2*n[2])
	for i := 1; i <= 3; i++ {
		d[i] = float64(i) * 0.5 // tiny corpora have no counts of counts
		if n[i] > 0 && n[i+1] > 0 {
			d[i] = math.Min(float64(i)-0.1, math.Max(0.1, float64(i)-float64(i+1)*y*n[i+1]/n[i]))
		}
	}
	return d
}
