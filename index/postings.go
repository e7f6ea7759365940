package index

import (
	"fmt"

	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// postings are the entries that have one term of one field: a list for each
// segment that has it.
type postings struct {
	lists []segment.PostingsList
	bases []uint64 // the number of the segment's first entry
	count uint64
}

// segments are the pieces that a generation consists of.
func (g *Generation) segments() []*scorch.SegmentSnapshot {
	return g.reader.(*scorch.IndexSnapshot).Segments()
}

// postings looks a term up.
func (g *Generation) postings(field, term string) (postings, error) {
	var out postings
	base := uint64(0)
	for _, s := range g.segments() {
		dictionary, err := s.Segment().Dictionary(field)
		if err != nil {
			return out, fmt.Errorf("read %s %q: %w", field, term, err)
		}
		list, err := dictionary.PostingsList([]byte(term), s.Deleted(), nil)
		if err != nil {
			return out, fmt.Errorf("read %s %q: %w", field, term, err)
		}
		if n := list.Count(); n > 0 {
			out.lists, out.bases = append(out.lists, list), append(out.bases, base)
			out.count += n
		}
		base += uint64(s.FullSize())
	}
	return out, nil
}

// each visits the entries in order. Bleve keeps them as bitmaps, which is to
// read a term that half of all entries have in half a millisecond.
func (p postings) each(visit func(entry uint64)) {
	var some [256]uint32
	for i, list := range p.lists {
		found := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
		if only, ok := found.DocNum1Hit(); ok {
			visit(p.bases[i] + only)
			continue
		}
		all := found.ActualBitmap().ManyIterator()
		for n := all.NextMany(some[:]); n > 0; n = all.NextMany(some[:]) {
			for _, entry := range some[:n] {
				visit(p.bases[i] + uint64(entry))
			}
		}
	}
}

// eachCounted visits those of the entries that are in a set, in order, with how
// often each has the term and the length of its field in units of lengthUnit.
func (p postings) eachCounted(within set, visit func(entry uint64, times, length float64)) error {
	var found segment.PostingsIterator
	for i, list := range p.lists {
		found = list.Iterator(true, true, false, found)
		for want, more := within.next(p.bases[i]); more; {
			one, err := found.Advance(want - p.bases[i])
			if err != nil {
				return fmt.Errorf("read postings: %w", err)
			}
			if one == nil {
				break
			}
			entry := p.bases[i] + one.Number()
			if within.has(entry) {
				norm := one.Norm() // one over the root of the length
				visit(entry, float64(one.Frequency()), 1/(norm*norm))
			}
			want, more = within.next(entry + 1)
		}
	}
	return nil
}

// eachTerm visits the entries that have a term.
func (g *Generation) eachTerm(field, term string, visit func(entry uint64)) error {
	found, err := g.postings(field, term)
	if err == nil {
		found.each(visit)
	}
	return err
}
