package index

import (
	"slices"
)

// filter allows entries by one of their columns, or by any of several filters.
type filter struct {
	codes   []uint32 // by entry
	allowed []bool   // by code
	any     []filter
}

func (f filter) has(entry uint64) bool {
	if f.any == nil {
		return f.allowed[f.codes[entry]]
	}
	return slices.ContainsFunc(f.any, func(one filter) bool { return one.has(entry) })
}

// where allows the entries of which a column has a value that keep accepts;
// each distinct value is tried once.
func (c *columns) where(col int, keep func(value string) bool) filter {
	allowed := make([]bool, len(c.all[col].values))
	for i, v := range c.all[col].values {
		allowed[i] = keep(v)
	}
	return c.withCodes(col, allowed)
}

// whereFolded is where, for values compared folded.
func (c *columns) whereFolded(col int, keep func(folded string) bool) filter {
	allowed := make([]bool, len(c.all[col].values))
	for i, v := range c.all[col].foldedValues() {
		allowed[i] = keep(v)
	}
	return c.withCodes(col, allowed)
}

func (c *columns) withCodes(col int, allowed []bool) filter {
	if col < colProvince {
		return filter{codes: c.all[col].codes, allowed: allowed}
	}
	byDocument := make([]bool, len(c.all[col].codes))
	for doc, code := range c.all[col].codes {
		byDocument[doc] = allowed[code]
	}
	return filter{codes: c.all[colID].codes, allowed: byDocument}
}

// ofProvince looks at the province of the document's time and at today's.
func (c *columns) ofProvince(name string) filter {
	if known, _ := provinceNamed(name); known != "" {
		name = known
	}
	same := func(folded string) bool { return folded == provinceKey(name) || folded == fold(name) }
	return filter{any: []filter{c.whereFolded(colProvince, same), c.whereFolded(colProvinceNow, same)}}
}

// queryFilters are those that stand beside the text of a query.
func (p planner) queryFilters(q Query) ([]filter, error) {
	c := p.g.columns
	var out []filter
	if q.IDs != nil {
		these := map[string]bool{}
		for _, id := range q.IDs {
			these[id] = true
		}
		out = append(out, c.where(colID, func(v string) bool { return these[v] }))
	}
	if q.Kind != "" {
		out = append(out, c.where(colKind, func(v string) bool { return v == q.Kind }))
	}
	if q.Type != "" {
		out = append(out, c.whereFolded(colType, func(v string) bool { return v == fold(q.Type) }))
	}
	if q.Issuer != "" {
		f, err := p.wordFilter(colIssuer, q.Issuer)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	if q.Province != "" {
		out = append(out, c.ofProvince(q.Province))
	}
	if q.From != "" || q.To != "" {
		out = append(out, c.where(colIssued, valueSpan{low: q.From, high: q.To}.hasDate))
	}
	if q.DueBefore != "" {
		out = append(out, c.where(colDue, valueSpan{high: q.DueBefore, highOpen: true}.hasDate))
	}
	for field, number := range map[string]string{fieldNumber: q.Number, fieldCites: q.Cites} {
		if number == "" {
			continue
		}
		f, err := p.g.ofNumber(field, parseNumber(number))
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// ofNumber allows the documents that have, or cite, a number.
func (g *Generation) ofNumber(field string, n identifier) (filter, error) {
	ids := &g.columns.all[colID]
	f := filter{codes: ids.codes, allowed: make([]bool, len(ids.values))}
	err := g.eachTerm(field, n.term(), func(entry uint64) { f.allowed[ids.codes[entry]] = true })
	return f, err
}

// clauseFilter allows what any of the fields of a clause allows.
func (p planner) clauseFilter(c clause) (filter, error) {
	if len(c.atoms) == 1 {
		return p.fieldFilter(c.atoms[0])
	}
	f := filter{any: []filter{}}
	for _, a := range c.atoms {
		one, err := p.fieldFilter(a)
		if err != nil {
			return f, err
		}
		f.any = append(f.any, one)
	}
	return f, nil
}

// fieldFilter allows what a field of the query language allows.
func (p planner) fieldFilter(a atom) (filter, error) {
	c, want := p.g.columns, a.field
	worded := map[string]int{"title": colTitle, "issuer": colIssuer, "signer": colSigner, "file": colFile, "unit": colUnit}
	dates := map[string]int{"issued": colIssued, "due": colDue}
	figures := map[string]int{"year": colYear, "by": colBy, "target": colTarget}
	equals := map[string]int{"type": colType, "level": colLevel, "kind": colKind, "state": colState}
	if col, ok := worded[want.field]; ok {
		return p.wordFilter(col, want.text)
	}
	if col, ok := dates[want.field]; ok {
		return c.where(col, want.span.hasDate), nil
	}
	if col, ok := figures[want.field]; ok {
		return c.where(col, func(v string) bool { return want.span.hasFigure(figureOf(v)) }), nil
	}
	if col, ok := equals[want.field]; ok {
		return c.whereFolded(col, func(v string) bool { return v == fold(want.text) }), nil
	}
	switch want.field {
	case "province":
		return c.ofProvince(want.text), nil
	case "region":
		return c.where(colProvince, func(v string) bool { return inRegion(v, want.text) }), nil
	case "cites":
		return p.g.ofNumber(fieldCites, a.number)
	}
	return p.g.ofNumber(fieldNumber, a.number)
}
