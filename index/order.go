package index

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// ranks say in which order the values of a column stand, by their position;
// made when first asked for, once per generation.
type ranks struct {
	once sync.Once
	rank []uint32
}

// ranked are the ranks of a column under an order of its values.
func (c *columns) ranked(col int, sorted func(values []string) []uint32) []uint32 {
	r := &c.ranks[col]
	r.once.Do(func() {
		r.rank = make([]uint32, len(c.all[col].values))
		for place, code := range sorted(c.all[col].values) {
			r.rank[code] = uint32(place)
		}
	})
	return r.rank
}

// places are 0, 1, … n-1.
func places(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i)
	}
	return out
}

// collated orders values as a Vietnamese dictionary has them: ăn stands behind
// an, đ behind d. Values without a name stand last.
func collated(values []string) []uint32 {
	const letters = 80 // beyond these, titles that are still equal need no order
	c, buffer := collate.New(language.Vietnamese, collate.IgnoreCase), collate.Buffer{}
	keys := make([][]byte, len(values))
	for i, v := range values {
		keys[i] = slices.Clone(c.KeyFromString(&buffer, cutRunes(v, letters)))
		buffer.Reset()
	}
	return lastIfEmpty(values, func(a, b uint32) int { return slices.Compare(keys[a], keys[b]) })
}

// bySerial orders numbers by serial, year and symbol: 9/KH-UBND before
// 10/KH-UBND.
func bySerial(values []string) []uint32 {
	type parts struct {
		serial int
		rest   string
	}
	all := make([]parts, len(values))
	for i, v := range values {
		rest := strings.TrimLeft(v, "0123456789")
		for _, digit := range v[:min(len(v)-len(rest), 9)] {
			all[i].serial = 10*all[i].serial + int(digit-'0')
		}
		all[i].rest = rest
	}
	return lastIfEmpty(values, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(all[a].serial, all[b].serial), strings.Compare(all[a].rest, all[b].rest))
	})
}

func lastIfEmpty(values []string, order func(a, b uint32) int) []uint32 {
	out := places(len(values))
	slices.SortStableFunc(out, func(a, b uint32) int {
		if (values[a] == "") != (values[b] == "") {
			return strings.Compare(values[b], values[a])
		}
		return order(a, b)
	})
	return out
}

func cutRunes(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// order compares documents; ties go to the newer, then by ID, so that the
// order is always the same.
func (c *collector) order(q Query) func(a, b uint32) int {
	issued := c.columns.all[colIssued].codes
	newest := func(a, b uint32) int { return cmp.Or(cmp.Compare(issued[b], issued[a]), cmp.Compare(a, b)) }
	ranked := func(col int, sorted func([]string) []uint32) func(a, b uint32) int {
		rank, codes := c.columns.ranked(col, sorted), c.columns.all[col].codes
		return func(a, b uint32) int { return cmp.Or(cmp.Compare(rank[codes[a]], rank[codes[b]]), newest(a, b)) }
	}
	switch q.Sort {
	case SortDate:
		return func(a, b uint32) int { return cmp.Or(cmp.Compare(issued[a], issued[b]), cmp.Compare(a, b)) }
	case SortNewest:
		return newest
	case SortNumber:
		return ranked(colNumber, bySerial)
	case SortTitle:
		return ranked(colTitle, collated)
	case SortIssuer:
		return ranked(colIssuer, collated)
	case SortProvince:
		return ranked(colProvince, collated)
	}
	return func(a, b uint32) int {
		x, y := c.first[a], c.first[b]
		return cmp.Or(cmp.Compare(x.tier, y.tier), -cmp.Compare(x.score, y.score), newest(a, b))
	}
}

// smallest are the n smallest items in order. A heap of n keeps the best so
// far, so that 200,000 matches cost little more than looking at them.
func smallest(items []uint32, n int, order func(a, b uint32) int) []uint32 {
	if n == 0 {
		return nil
	}
	kept := slices.Clone(items[:n])
	for i := n/2 - 1; i >= 0; i-- {
		siftDown(kept, i, order)
	}
	for _, item := range items[n:] {
		if order(item, kept[0]) < 0 {
			kept[0] = item
			siftDown(kept, 0, order)
		}
	}
	slices.SortFunc(kept, order)
	return kept
}

// siftDown restores a heap whose largest item is on top.
func siftDown(heap []uint32, i int, order func(a, b uint32) int) {
	for {
		largest, left := i, 2*i+1
		for child := left; child <= left+1 && child < len(heap); child++ {
			if order(heap[child], heap[largest]) > 0 {
				largest = child
			}
		}
		if largest == i {
			return
		}
		heap[i], heap[largest] = heap[largest], heap[i]
		i = largest
	}
}
