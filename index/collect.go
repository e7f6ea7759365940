package index

import "slices"

// collector gathers matching entries into documents.
type collector struct {
	columns *columns
	filters []filter // all must pass
	first   []match  // by document: its best match; tierNone = not found
	barred  []bool   // by document; nil if nothing is excluded
	// documents found, in the order of finding
	documents []uint32
}

// match is the best entry of a document.
type match struct {
	entry uint32
	tier  tier
	score float32
}

func newCollector(c *columns) *collector {
	out := &collector{columns: c}
	out.first = make([]match, len(c.all[colID].values))
	for i := range out.first {
		out.first[i].tier = tierNone
	}
	return out
}

// wants reports whether an entry would change what was found.
func (c *collector) wants(entry uint64, t tier, score float64) bool {
	doc := c.columns.document(entry)
	m := c.first[doc]
	better := t < m.tier || t == m.tier && float32(score) > m.score
	return better && c.passes(entry) && !c.isBarred(doc)
}

// add takes in a matching entry that is wanted.
func (c *collector) add(entry uint64, t tier, score float64) {
	doc := c.columns.document(entry)
	if c.first[doc].tier == tierNone {
		c.documents = append(c.documents, doc)
	}
	c.first[doc] = match{entry: uint32(entry), tier: t, score: float32(score)}
}

// addAll takes in every entry: a query of filters only. Documents come first,
// so that parts stand for one only where it does not pass itself.
func (c *collector) addAll() {
	kind := &c.columns.all[colKind]
	whole, _ := slices.BinarySearch(kind.values, KindDocument)
	for _, parts := range []bool{false, true} {
		for entry, doc := range c.columns.all[colID].codes {
			if doc != 0 && (kind.codes[entry] != uint32(whole)) == parts && c.wants(uint64(entry), tierExact, 0) {
				c.add(uint64(entry), tierExact, 0)
			}
		}
	}
}

// bar keeps an entry's document out.
func (c *collector) bar(entry uint64) { c.barDocument(c.columns.document(entry)) }

func (c *collector) barDocument(doc uint32) {
	if c.barred == nil {
		c.barred = make([]bool, len(c.first))
	}
	c.barred[doc] = true
}

func (c *collector) isBarred(doc uint32) bool { return c.barred != nil && c.barred[doc] }

func (c *collector) passes(entry uint64) bool {
	for _, f := range c.filters {
		if !f.has(entry) {
			return false
		}
	}
	return true
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
