package index

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// A set says of its entries what a sorted list of them says.
func TestSet(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		entries := 1 + random.IntN(300)
		s, list := newSet(entries), []uint64{}
		for range random.IntN(entries) {
			n := uint64(random.IntN(entries))
			s.add(n)
			list = append(list, n)
		}
		slices.Sort(list)
		list = slices.Compact(list)
		var each []uint64
		s.each(func(n uint64) { each = append(each, n) })
		if !slices.Equal(each, list) {
			t.Fatalf("want %v, have %v", list, each)
		}
		r := s.ranked()
		for i, n := range list {
			if r.place(n) != i || r.count != len(list) {
				t.Fatalf("%v: %d has place %d of %d", list, n, r.place(n), r.count)
			}
		}
		for n := range uint64(entries + 100) {
			i, found := slices.BinarySearch(list, n)
			if n < uint64(entries) && s.has(n) != found {
				t.Fatalf("%v has %d: %v", list, n, !found)
			}
			next, more := s.next(n)
			if more != (i < len(list)) || more && next != list[i] {
				t.Fatalf("%v: after %d comes %d, %v", list, n, next, more)
			}
		}
	}
}
