package index

// Who cites whom.
//
// A document is cited by its number, and a number is not yet a document: every
// province has a 05/KH-UBND. So a number in a document is taken to mean one of
// the archive that has this number and is of a central body, or of the same
// province, today's or at the time; a central document may mean any. Where the
// archive has none, numbers of provincial and local bodies are counted by the
// province of those that cite them, others over all.

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// Cited is a document that others cite by its number.
type Cited struct {
	Number string `json:"number"` // as most print it
	// Province is that of the documents that cite it, if it can only be one of
	// theirs.
	Province string   `json:"province"`
	Count    int      `json:"count"` // documents that cite it
	By       []string `json:"by"`    // IDs of the first of them
	Have     []string `json:"have"`  // IDs of those in the archive that it may be
}

// maxBy of the documents that cite one are named.
const maxBy = 20

// Missing lists what documents cite and the archive has not, most cited first.
func (g *Generation) Missing(ctx context.Context, limit int) ([]Cited, error) {
	r := newCiting(g)
	for doc := range g.columns.all[colID].values {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := r.note(uint32(doc), true); err != nil {
			return nil, fmt.Errorf("find missing documents: %w", err)
		}
	}
	all := r.list()
	slices.SortStableFunc(all, func(a, b Cited) int { return cmp.Compare(b.Count, a.Count) })
	return all[:min(len(all), limit)], nil
}

// Cites lists what one document cites, in order of their numbers.
func (g *Generation) Cites(_ context.Context, id string) ([]Cited, error) {
	doc, ok := slices.BinarySearch(g.columns.all[colID].values, id)
	if !ok || id == "" {
		return nil, fmt.Errorf("%s: %w", id, ErrUnknown)
	}
	r := newCiting(g)
	if err := r.note(uint32(doc), false); err != nil {
		return nil, err
	}
	return r.list(), nil
}

// CitedBy finds the documents that cite the one of this ID; Text and filters of
// the query narrow them.
func (g *Generation) CitedBy(ctx context.Context, id string, q Query) (Result, error) {
	doc, ok := slices.BinarySearch(g.columns.all[colID].values, id)
	if !ok || id == "" {
		return Result{}, fmt.Errorf("%s: %w", id, ErrUnknown)
	}
	number := g.columns.ofDocument(colNumber, uint32(doc))
	if number == "" {
		return Result{Hits: []Hit{}}, nil
	}
	f, err := g.ofNumber(fieldCites, parseNumber(number))
	if err != nil {
		return Result{}, err
	}
	q.IDs = []string{}
	for by, cites := range f.allowed {
		if cites && by != doc && g.columns.mayMean(uint32(by), uint32(doc)) {
			q.IDs = append(q.IDs, g.columns.all[colID].values[by])
		}
	}
	q.Cites = number
	return g.Search(ctx, q)
}

// mayMean reports whether one document could mean the other by its number.
func (c *columns) mayMean(citing, cited uint32) bool {
	of := func(col int, doc uint32) string { return provinceKey(c.ofDocument(col, doc)) }
	here, there := of(colProvince, citing), of(colProvince, cited)
	return here == "" || there == "" || here == there || of(colProvinceNow, citing) == of(colProvinceNow, cited)
}

// citing gathers citations by what is cited.
type citing struct {
	g     *Generation
	all   map[string]*citations
	found map[string][]uint32 // documents of the archive, by term
}

// citations are those of one document.
type citations struct {
	Cited
	forms map[string]int // how often each form of the number is printed
	last  uint32         // the document that cited it last
}

func newCiting(g *Generation) *citing {
	return &citing{g: g, all: map[string]*citations{}, found: map[string][]uint32{}}
}

// note takes in what a document cites, or only what the archive has not.
func (r *citing) note(doc uint32, missingOnly bool) error {
	c := r.g.columns
	for _, code := range c.cited.of(doc) {
		printed := c.cited.values[code]
		number := parseNumber(printed)
		have, err := r.meant(doc, number)
		if err != nil {
			return err
		}
		if missingOnly && len(have) > 0 {
			continue
		}
		one := r.of(number, doc)
		one.forms[printed]++
		for _, id := range have {
			if !slices.Contains(one.Have, id) {
				one.Have = append(one.Have, id)
			}
		}
		if one.last == doc {
			continue
		}
		one.last = doc
		if one.Count++; len(one.By) < maxBy {
			one.By = append(one.By, c.all[colID].values[doc])
		}
	}
	return nil
}

// of are the citations of what a document means by a number.
func (r *citing) of(number identifier, doc uint32) *citations {
	key, province := number.term(), ""
	if number.isLocal() {
		province = cmp.Or(r.g.columns.ofDocument(colProvinceNow, doc), r.g.columns.ofDocument(colProvince, doc))
		key += " " + province
	}
	one := r.all[key]
	if one == nil {
		one = &citations{Cited: Cited{Province: province, Have: []string{}}, forms: map[string]int{}}
		r.all[key] = one
	}
	return one
}

// meant are the documents of the archive that a number in a document may mean.
func (r *citing) meant(doc uint32, number identifier) ([]string, error) {
	term := number.term()
	found, looked := r.found[term]
	if !looked {
		err := r.g.eachTerm(fieldNumber, term, func(entry uint64) { found = append(found, r.g.columns.document(entry)) })
		if err != nil {
			return nil, err
		}
		r.found[term] = found
	}
	var out []string
	for _, other := range found {
		if other != doc && r.g.columns.mayMean(doc, other) {
			out = append(out, r.g.columns.all[colID].values[other])
		}
	}
	return out, nil
}

// list are the documents cited, in order of their numbers.
func (r *citing) list() []Cited {
	out := make([]Cited, 0, len(r.all))
	for _, one := range r.all {
		for form, n := range one.forms {
			if most := one.forms[one.Number]; n > most || n == most && form < one.Number {
				one.Number = form
			}
		}
		out = append(out, one.Cited)
	}
	slices.SortFunc(out, func(a, b Cited) int {
		return cmp.Or(strings.Compare(a.Number, b.Number), strings.Compare(a.Province, b.Province))
	})
	return out
}

// localBodies are the symbols of bodies that every province has; those of
// departments (sở) begin with s.
var localBodies = []string{"ubnd", "hdnd", "tu", "hu", "qu", "du", "bch", "btv"}

// isLocal reports whether each province may have a document of this number:
// 05/KH-UBND, 17/BC-SYT, 695/UBND-VX.
func (id identifier) isLocal() bool {
	for _, body := range []string{id.first, strings.TrimPrefix(id.symbol, id.first)} {
		if slices.Contains(localBodies, body) || strings.HasPrefix(body, "s") || strings.HasPrefix(body, "ubnd") {
			return true
		}
	}
	return false
}
