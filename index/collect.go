package index

import (
	"cmp"
	"slices"
	"strings"
)

// collector gathers matching entries into documents.
type collector struct {
	columns *columns
	filters []filter
	first   []match // by document: its best match; tierNone = not found
	barred  []bool  // by document; nil if nothing is excluded
	// documents found, in the order of finding
	documents []uint32
}

// match is the best entry of a document.
type match struct {
	entry uint32
	tier  tier
	score float32
}

func newCollector(c *columns, q Query) *collector {
	out := &collector{columns: c, filters: q.filters(c)}
	out.first = make([]match, len(c[colID].values))
	for i := range out.first {
		out.first[i].tier = tierNone
	}
	return out
}

// wants reports whether an entry would change what was found.
func (c *collector) wants(entry uint64, t tier, score float64) bool {
	doc := c.columns[colID].codes[entry]
	m := c.first[doc]
	better := t < m.tier || t == m.tier && float32(score) > m.score
	return better && c.passes(entry) && !c.isBarred(doc)
}

// add takes in a matching entry that is wanted.
func (c *collector) add(entry uint64, t tier, score float64) {
	doc := c.columns[colID].codes[entry]
	if c.first[doc].tier == tierNone {
		c.documents = append(c.documents, doc)
	}
	c.first[doc] = match{entry: uint32(entry), tier: t, score: float32(score)}
}

// addAll takes in every entry: a query of filters only.
func (c *collector) addAll() {
	for entry, doc := range c.columns[colID].codes {
		if doc != 0 && c.wants(uint64(entry), tierExact, 0) {
			c.add(uint64(entry), tierExact, 0)
		}
	}
}

// bar keeps an entry's document out.
func (c *collector) bar(entry uint64) {
	if c.barred == nil {
		c.barred = make([]bool, len(c.first))
	}
	c.barred[c.columns[colID].codes[entry]] = true
}

func (c *collector) isBarred(doc uint32) bool { return c.barred != nil && c.barred[doc] }

func (c *collector) passes(entry uint64) bool {
	for _, f := range c.filters {
		if !f.allowed[f.codes[entry]] {
			return false
		}
	}
	return true
}

// filter allows some values of one or more columns of equal coding.
type filter struct {
	codes   []uint32
	allowed []bool
}

// filters are the query's, each tried once on every distinct value.
func (q Query) filters(c *columns) []filter {
	var out []filter
	add := func(col int, keep func(string) bool) {
		f := filter{codes: c[col].codes, allowed: make([]bool, len(c[col].values))}
		for i, v := range c[col].values {
			f.allowed[i] = keep(v)
		}
		out = append(out, f)
	}
	if q.Kind != "" {
		add(colKind, func(v string) bool { return v == q.Kind })
	}
	if q.Type != "" {
		add(colType, sameFolded(q.Type))
	}
	if q.Issuer != "" {
		add(colIssuer, containsFolded(q.Issuer))
	}
	if q.Province != "" {
		out = append(out, provinceFilter(c, q.Province))
	}
	if q.From != "" || q.To != "" {
		add(colIssued, func(v string) bool {
			return v != "" && v >= q.From && (q.To == "" || v[:min(len(v), len(q.To))] <= q.To)
		})
	}
	if q.DueBefore != "" {
		add(colDue, func(v string) bool { return v != "" && v < q.DueBefore })
	}
	return out
}

// provinceFilter looks at the province of the document's time and at today's.
func provinceFilter(c *columns, province string) filter {
	same := sameFolded(province)
	then, now := c[colProvince], c[colProvinceNow]
	f := filter{codes: make([]uint32, len(then.codes)), allowed: []bool{false, true}}
	for i := range f.codes {
		if same(then.value(uint64(i))) || same(now.value(uint64(i))) {
			f.codes[i] = 1
		}
	}
	return f
}

func sameFolded(want string) func(string) bool {
	want = fold(want)
	return func(v string) bool { return fold(v) == want }
}

func containsFolded(want string) func(string) bool {
	want = " " + fold(want) + " "
	return func(v string) bool { return strings.Contains(" "+fold(v)+" ", want) }
}

// best are the first n documents in order.
func (c *collector) best(q Query, n int) []match {
	top := smallest(c.documents, min(n, len(c.documents)), c.order(q))
	out := make([]match, len(top))
	for i, doc := range top {
		out[i] = c.first[doc]
	}
	return out
}

// relaxed reports whether only the last pass found anything.
func (c *collector) relaxed() bool {
	return len(c.documents) > 0 && c.first[c.documents[0]].tier == tierRelaxed
}

// order compares documents; ties go to the newer, then by ID, so that the
// order is always the same.
func (c *collector) order(q Query) func(a, b uint32) int {
	column := func(col int, a, b uint32) int {
		return cmp.Compare(c.columns[col].codes[c.first[a].entry], c.columns[col].codes[c.first[b].entry])
	}
	newest := func(a, b uint32) int { return cmp.Or(-column(colIssued, a, b), cmp.Compare(a, b)) }
	switch q.Sort {
	case SortDate:
		return func(a, b uint32) int { return cmp.Or(column(colIssued, a, b), cmp.Compare(a, b)) }
	case SortNewest:
		return newest
	case SortNumber:
		return func(a, b uint32) int { return cmp.Or(column(colNumber, a, b), newest(a, b)) }
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

// facets counts the found documents by value.
func (c *collector) facets() map[string][]FacetCount {
	out := map[string][]FacetCount{}
	for name, col := range map[string]int{"province": colProvince, "type": colType, "issuer": colIssuer, "year": colYear} {
		counts := make([]int, len(c.columns[col].values))
		for _, doc := range c.documents {
			counts[c.columns[col].codes[c.first[doc].entry]]++
		}
		out[name] = facetCounts(c.columns[col].values, counts)
	}
	return out
}

// facetCounts lists values by count, then by name; no value is no entry.
func facetCounts(values []string, counts []int) []FacetCount {
	var out []FacetCount
	for i, n := range counts {
		if n > 0 && values[i] != "" {
			out = append(out, FacetCount{Value: values[i], Count: n})
		}
	}
	slices.SortStableFunc(out, func(a, b FacetCount) int { return cmp.Compare(b.Count, a.Count) })
	return out
}
