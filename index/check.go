package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// Difference is a document of which the index does not have what it should.
type Difference struct {
	ID   string
	Want int // entries; 0 where the document should not be there
	Have int
}

// Documents counts the entries of each document in the live generation.
func (s *Store) Documents() (map[string]int, error) {
	g, err := s.acquire()
	if err != nil {
		return nil, err
	}
	defer s.release(g)
	return g.Documents(), nil
}

// Check reads every entry of the live generation and compares, by document,
// how many there are with how many there should be. Every difference is put
// right by Writer.Put or Writer.Delete; an error wraps ErrDamaged if only a
// rebuild helps.
func (s *Store) Check(ctx context.Context, want map[string]int) ([]Difference, error) {
	g, err := s.acquire()
	if err != nil {
		return nil, err
	}
	defer s.release(g)
	have, err := g.readAll(ctx)
	if err != nil {
		return nil, fmt.Errorf("check index: %w", err)
	}
	var out []Difference
	for id, n := range want {
		if have[id] != n {
			out = append(out, Difference{ID: id, Want: n, Have: have[id]})
		}
	}
	for id, n := range have {
		if _, known := want[id]; !known {
			out = append(out, Difference{ID: id, Have: n})
		}
	}
	slices.SortFunc(out, func(a, b Difference) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

// Documents counts the entries of each document.
func (g *Generation) Documents() map[string]int {
	out := map[string]int{}
	ids := &g.columns.all[colID]
	for _, code := range ids.codes {
		if code != 0 {
			out[ids.values[code]]++
		}
	}
	return out
}

// readAll counts like Documents, but reads each entry itself.
func (g *Generation) readAll(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for n, code := range g.columns.all[colID].codes {
		if code == 0 {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e, err := g.entry(uint64(n))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		out[e.ID]++
	}
	return out, nil
}
