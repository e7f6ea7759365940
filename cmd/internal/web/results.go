package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"vanthu/index"
)

// results is the search page. Before anything was asked it is the start page: what
// was found is the newest of the archive.
type results struct {
	Asked   index.Query
	Found   *index.Result
	Start   bool
	Meant   string // the query with the marks it was probably meant with
	Plain   string // address of the search for exactly what was typed
	Wrong   *problem
	Facets  []facet
	Newer   string // addresses of the neighbouring pages
	Older   string
	First   int // number of the first hit
	Kinds   []choice
	Sorts   []choice
	Filters bool // one of the fields beside the words is filled in
}

// CoverageLink counts by province what was asked for.
func (r results) CoverageLink() string {
	q := r.Asked
	q.Sort, q.Limit, q.Offset = "", 0, 0
	return "/coverage?" + address(q).Encode()
}

// RespelledLink asks with the words that were probably meant.
func (r results) RespelledLink() string {
	q := r.Asked
	q.Text, q.Offset = r.Found.Respelled, 0
	return "/?" + address(q).Encode()
}

// parameter is one of a search, for a form that keeps it.
type parameter struct{ Name, Value string }

// Hidden are the parameters of the search without its place in the results.
func (r results) Hidden() []parameter {
	q := r.Asked
	q.Offset = 0
	var out []parameter
	for name, values := range address(q) {
		out = append(out, parameter{name, values[0]})
	}
	return out
}

func (r results) query() index.Query { return r.Asked }

// facet is a facet with links that narrow the search.
type facet struct {
	Name   string
	Values []facetValue
	More   []facetValue
}

// Label names the facet for people.
func (f facet) Label() string { return label(f.Name) }

// labels are what fields and facets are called where their name in JSON says
// too little.
var labels = map[string]string{
	"province_now": "province today", "cites": "cited document", "doc_type": "type", "issued": "date of issue", "issuer_parent": "superior body",
	"signer.name": "signed by", "signer.position": "position", "signer.capacity": "capacity", "arrival.number": "arrival number", "arrival.date": "date of arrival",
}

func label(name string) string { return cmp.Or(labels[name], name) }

type facetValue struct {
	Value, Link string
	Count       int
}

// shownValues of a facet stand there at once, those after them are folded away.
const shownValues = 6

func (s *Server) showSearch(c *call) error {
	q := c.asked.query()
	page := results{Asked: q, Kinds: kinds, Sorts: orders}
	page.Filters = q.Province+q.Type+q.Issuer+q.Number+q.Cites+q.From+q.To+q.DueBefore+q.Kind != ""
	if c.asked.err != nil {
		return c.asked.err
	}
	if q.Text == "" && !page.Filters {
		s.showStart(c, page)
		return nil
	}
	q.Facets = true
	found, meant, err := s.search(c, q)
	if status := statusOf(err); err != nil && status != http.StatusBadRequest {
		return err
	}
	title, status := strings.TrimSpace(q.Text), http.StatusOK
	if err != nil {
		p := s.problemOf(c, err)
		page.Wrong, status = &p, p.Status
	} else {
		page.take(q, found, meant)
	}
	s.render(c, status, "search", clip(title, 60), page)
	return nil
}

// showStart shows what the archive holds. Without an index there is only the box
// to ask in; who asks is told what is wrong.
func (s *Server) showStart(c *call, page results) {
	page.Start = true
	found, _, err := s.search(c, index.Query{Sort: index.SortNewest, Limit: usualHits, Facets: true})
	if err == nil {
		for i := range found.Hits {
			found.Hits[i].Passage = "" // the letterhead, which tells nothing
		}
		page.take(index.Query{}, found, "")
		page.Older = ""
		if found.Total > len(found.Hits) {
			page.Older = "/?" + address(index.Query{Kind: index.KindDocument, Sort: index.SortNewest}).Encode()
		}
	}
	s.render(c, http.StatusOK, "search", "", page)
}

// choice is a value of a parameter, with its name for people.
type choice struct{ Value, Name string }

// kinds of entries that a search can be narrowed to, and orders of what is found.
var (
	kinds = []choice{
		{index.KindDocument, "documents"}, {index.KindSection, "sections"}, {index.KindTask, "tasks"},
		{index.KindTarget, "targets"}, {index.KindDeadline, "deadlines"},
	}
	orders = []choice{
		{"", "best first"}, {index.SortNewest, "newest first"}, {index.SortDate, "oldest first"}, {index.SortNumber, "by number"},
		{index.SortTitle, "by title"}, {index.SortIssuer, "by issuer"}, {index.SortProvince, "by province"},
	}
)

// take fills in what was found.
func (p *results) take(q index.Query, found index.Result, meant string) {
	p.Found, p.First = &found, q.Offset+1
	if meant != "" && slices.ContainsFunc(found.Hits, func(h index.Hit) bool { return strings.HasPrefix(h.Why, index.WhyRestored) }) {
		p.Meant = meant
		exact := q
		exact.Exact, exact.Offset = true, 0
		p.Plain = "/?" + address(exact).Encode()
	}
	size := q.Limit
	if size <= 0 {
		size = usualHits
	}
	if q.Offset > 0 {
		newer := q
		newer.Offset = max(0, q.Offset-size)
		p.Newer = "/?" + address(newer).Encode()
	}
	if q.Offset+len(found.Hits) < found.Total && len(found.Hits) > 0 {
		older := q
		older.Offset += size
		p.Older = "/?" + address(older).Encode()
	}
	for _, name := range index.FacetNames {
		if name == "province_now" && slices.Equal(found.Facets[name], found.Facets["province"]) {
			continue // none of them was merged into another
		}
		p.addFacet(name, q, found.Facets[name])
	}
}

// usualHits is how many hits the index gives where no number is asked for.
const usualHits = 20

// facetFields are the fields of the query language by which facets narrow.
var facetFields = map[string]string{"province_now": "province"}

// addFacet adds a facet with more than nothing to choose. Its links add a field
// to what was typed, where people see it and can take it out again.
func (p *results) addFacet(name string, q index.Query, counts []index.FacetCount) {
	if len(counts) == 0 {
		return
	}
	field := name
	if other := facetFields[name]; other != "" {
		field = other
	}
	f := facet{Name: name}
	for i, one := range counts {
		narrower := q
		narrower.Offset = 0
		narrower.Text = strings.TrimSpace(q.Text + " " + field + ":" + quoted(one.Value))
		v := facetValue{Value: one.Value, Count: one.Count, Link: "/?" + address(narrower).Encode()}
		if i < shownValues {
			f.Values = append(f.Values, v)
		} else {
			f.More = append(f.More, v)
		}
	}
	p.Facets = append(p.Facets, f)
}

// quoted is a value in the quotation marks of the query language, which has no
// way to write one inside.
func quoted(value string) string {
	return `"` + strings.Map(func(r rune) rune {
		if strings.ContainsRune(`"“”„`, r) {
			return ' '
		}
		return r
	}, value) + `"`
}
