package lm

import "slices"

// counted are the distinct n-grams of one order, sorted by key.
type counted struct {
	keys []uint64
	raw  []uint32 // how often seen
	kn   []uint32 // Kneser–Ney count: different words before it; raw for the highest order
}

// count counts the n-grams of a stream. Every paragraph stands between three
// Starts and an End.
func count(stream []uint32, ids []ID) [order]counted {
	grams := windows(stream, ids)
	slices.Sort(grams)
	var c [order]counted
	for i, k := range grams {
		if i == 0 || k != grams[i-1] {
			c[3].keys = append(c[3].keys, k)
			c[3].raw = append(c[3].raw, 0)
		}
		c[3].raw[len(c[3].raw)-1]++
	}
	c[3].kn = c[3].raw
	for n := 2; n >= 0; n-- {
		c[n] = endings(c[n+1], n+1)
	}
	return c
}

// windows is every 4-gram of the stream, in order.
func windows(stream []uint32, ids []ID) []uint64 {
	const start = uint64(Start)<<32 | uint64(Start)<<16 | uint64(Start)
	grams := make([]uint64, 0, len(stream))
	k := start
	for _, w := range stream {
		if w == paragraphEnd {
			grams = append(grams, k<<16|uint64(End))
			k = start
			continue
		}
		k = k<<16 | uint64(ids[w])
		grams = append(grams, k)
	}
	return grams
}

// endings are the n-grams that the (n+1)-grams end in.
func endings(longer counted, n int) counted {
	mask := uint64(1)<<(16*n) - 1
	type pair struct {
		key uint64
		raw uint32
	}
	pairs := make([]pair, len(longer.keys))
	for i, k := range longer.keys {
		pairs[i] = pair{k & mask, longer.raw[i]}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		switch {
		case a.key < b.key:
			return -1
		case a.key > b.key:
			return 1
		}
		return 0
	})
	var c counted
	for i, p := range pairs {
		if i == 0 || p.key != pairs[i-1].key {
			c.keys = append(c.keys, p.key)
			c.raw, c.kn = append(c.raw, 0), append(c.kn, 0)
		}
		c.raw[len(c.raw)-1] += p.raw
		c.kn[len(c.kn)-1]++
	}
	return c
}
