package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/index"
	"vanthu/ingest"
)

// paper is a document as a page shows it: one of its pages, picture beside
// text, and all that is known of it.
type paper struct {
	Record  pipeline.Record
	ID      string
	Asked   string // the search it was found by
	Chosen  string // the field whose evidence is pointed at
	Raw     bool
	Page    ingest.Page
	Numbers []int // of pages near this one
	Last    int
	Picture bool
	Sheet   sheet
	Places  []place
	Fields  []field
	Cites   []cited
	CitedBy index.Result
	Similar index.Result
	Twins   []pipeline.Twin
	Wrong   error // why there are no neighbours
}

func (p paper) query() index.Query { return index.Query{Text: p.Asked} }

// At is the address of a page of the document, and of a field on it.
func (p paper) At(page int, field string) string {
	raw := ""
	if p.Raw {
		raw = "1"
	}
	at := link("/documents/"+p.ID, "page", itoa(page), "field", field, "raw", raw, "q", p.Asked)
	if field != "" {
		at += "#picture"
	}
	return at
}

// Switched is the address of this page restored instead of raw, or raw instead
// of restored.
func (p paper) Switched() string {
	p.Raw = !p.Raw
	return p.At(p.Page.Number, "") + "#text"
}

// place is the box of a field's evidence on the page shown.
type place struct {
	ingest.Box
	Name   string
	Chosen bool
}

// Label names the field for people.
func (p place) Label() string { return label(p.Name) }

// field is a value with where it was read.
type field struct {
	Name, Value  string
	Page         int
	Source       string
	Confidence   float64
	Alternatives []string
}

// Label names the field for people.
func (f field) Label() string { return label(f.Name) }

// Doubtful reports whether a person should look at it.
func (f field) Doubtful() bool { return f.Confidence < 0.8 }

// cited is a document that this one cites.
type cited struct {
	extract.Citation
	Have []string
}

func (s *Server) showDocument(c *call) error {
	number := c.asked.number("page", 0, biggest)
	p := paper{Asked: c.asked.text("q"), Chosen: c.asked.text("field"), Raw: c.asked.flag("raw")}
	if c.asked.err != nil {
		return c.asked.err
	}
	var err error
	if p.Record, err = s.Archive.Find(c.Request.Context(), c.Request.PathValue("id")); err != nil {
		return err
	}
	p.ID = string(p.Record.Document.ID)
	if err := p.turnTo(number); err != nil {
		return err
	}
	p.Picture = s.hasPictures(p.Record) && p.Last > 0
	p.Sheet = newSheet(p.Page, p.query(), p.Raw)
	p.Fields = fieldsOf(p.Record.Fields)
	p.Places = p.places()
	p.Wrong = s.neighbours(c.Request.Context(), &p)
	title := strings.TrimSpace(p.value("number") + " " + p.value("title"))
	s.render(c, http.StatusOK, "document", clip(cmp.Or(title, p.Record.Document.File), 80), p)
	return nil
}

// pagesNear are how many numbers of pages on each side of this one are offered.
const pagesNear = 4

// turnTo chooses the page; 0 is that of the chosen field, or the first.
func (p *paper) turnTo(number int) error {
	pages := p.Record.Document.Pages
	if p.Last = len(pages); p.Last == 0 {
		return nil
	}
	if number == 0 {
		number = max(1, p.Record.Fields.Evidence[p.Chosen].Page)
	}
	if number > p.Last {
		return errNoPage
	}
	p.Page = pages[number-1]
	for n := max(1, number-pagesNear); n <= min(p.Last, number+pagesNear); n++ {
		p.Numbers = append(p.Numbers, n)
	}
	return nil
}

// places are the boxes of evidence on the page.
func (p paper) places() []place {
	var out []place
	for _, f := range p.Fields {
		e := p.Record.Fields.Evidence[f.Name]
		if e.Page == p.Page.Number && !e.Box.IsZero() {
			out = append(out, place{e.Box, f.Name, f.Name == p.Chosen})
		}
	}
	return out
}

func (p paper) value(name string) string {
	i := slices.IndexFunc(p.Fields, func(f field) bool { return f.Name == name })
	if i < 0 {
		return ""
	}
	return p.Fields[i].Value
}

// Value is a field for the head of the page.
func (p paper) Value(name string) string { return p.value(name) }

// similarShown are how many documents like one are named beside it.
const similarShown = 6

// neighbours finds what the document has to do with others. Without an index
// the document is still shown.
func (s *Server) neighbours(ctx context.Context, p *paper) error {
	all, err := s.Archive.Cites(ctx, p.ID)
	have := map[string][]string{}
	for _, c := range all {
		have[c.Number] = c.Have
	}
	for _, c := range p.Record.Fields.Citations {
		p.Cites = append(p.Cites, cited{c, have[c.Number]})
	}
	if err == nil {
		p.Similar, err = s.Archive.Similar(ctx, p.ID, similarShown)
	}
	if err == nil {
		p.CitedBy, err = s.Archive.CitedBy(ctx, p.ID, index.Query{})
	}
	if err == nil {
		p.Twins, err = s.Archive.Twins(ctx, p.Record)
	}
	return err
}

// fieldsOf are the single fields that have a value or evidence, in the order of
// the head of a document.
func fieldsOf(f extract.Fields) []field {
	year := ""
	if f.Year != nil {
		year = strconv.Itoa(*f.Year)
	}
	values := []field{
		{Name: "number", Value: value(f.Number)}, {Name: "doc_type", Value: value(f.DocType)},
		{Name: "issued", Value: day(value(f.Issued))}, {Name: "place", Value: value(f.Place)},
		{Name: "issuer", Value: value(f.Issuer)}, {Name: "issuer_parent", Value: value(f.IssuerParent)},
		{Name: "province", Value: value(f.Province)}, {Name: "title", Value: value(f.Title)}, {Name: "year", Value: year},
		{Name: "effective", Value: day(value(f.Effective))}, {Name: "urgency", Value: value(f.Urgency)}, {Name: "secrecy", Value: value(f.Secrecy)},
		{Name: "arrival.number", Value: value(f.Arrival.Number)}, {Name: "arrival.date", Value: day(value(f.Arrival.Date))},
		{Name: "signer.capacity", Value: value(f.Signer.Capacity)}, {Name: "signer.position", Value: value(f.Signer.Position)},
		{Name: "signer.name", Value: value(f.Signer.Name)},
	}
	var out []field
	for _, one := range values {
		e, known := f.Evidence[one.Name]
		if one.Value == "" && !known {
			continue
		}
		one.Page, one.Source, one.Confidence, one.Alternatives = e.Page, e.Source, e.Confidence, e.Alternatives
		out = append(out, one)
	}
	return out
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
