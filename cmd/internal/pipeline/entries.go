package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"vanthu/cmd/internal/catalogue"
	"vanthu/index"
	"vanthu/ingest"
)

// entries is what the index holds of a record: the document, and each of its
// sections, tasks, targets and deadlines, all under the document's fields so that any
// of them can be narrowed by province, type or date. A failed document is
// found by its file name only.
func (s Stages) entries(id ingest.ID, r Record) []index.Entry {
	whole := s.documentEntry(id, r)
	entries := []index.Entry{whole}
	part := func(kind string, n, page int, set func(*index.Entry)) {
		e := whole
		e.Key, e.Kind, e.Page = fmt.Sprintf("%s#%s/%d", id, kind, n), kind, page
		e.Text, e.Raw, e.PageStarts, e.Cites = "", "", nil, nil
		set(&e)
		entries = append(entries, e)
	}
	for i, s := range r.Fields.Sections {
		part("section", i, s.Page, func(e *index.Entry) {
			e.Path, e.Text = s.Path, strings.TrimSpace(s.Heading+"\n"+s.Text)
		})
	}
	for i, t := range r.Fields.Tasks {
		part("task", i, t.Page, func(e *index.Entry) {
			e.Path, e.Unit, e.With, e.Due, e.Text = t.Section, t.Unit, t.With, text(t.Due), t.Text
		})
	}
	for i, t := range r.Fields.Targets {
		part("target", i, t.Page, func(e *index.Entry) {
			e.Target, e.By, e.Text = t.Comparison+t.Value, year(t.Year, fmt.Sprint(whole.Year)), t.Text
		})
	}
	for i, d := range slices.Concat(r.Fields.Deadlines, r.Fields.Periodic) {
		part("deadline", i, d.Page, func(e *index.Entry) { e.Due, e.Text = text(d.Date), d.Text })
	}
	return entries
}

func (s Stages) documentEntry(id ingest.ID, r Record) index.Entry {
	f := r.Fields
	e := index.Entry{
		Key: string(id), ID: string(id), Kind: "document", Page: 1, File: r.Document.File,
		Number: text(f.Number), Type: text(f.DocType), Title: text(f.Title), Issuer: text(f.Issuer),
		Province: text(f.Province), Issued: text(f.Issued), Year: year(f.Year, text(f.Issued)),
		Level: text(f.IssuerLevel), Signer: text(f.Signer.Name), State: reviewState(r),
	}
	e.ProvinceNow = s.Extractor.ProvinceNow(e.Province)
	for _, c := range f.Citations {
		e.Cites = append(e.Cites, c.Number)
	}
	if r.State == catalogue.Done {
		e.Text, e.Raw, e.PageStarts = pagesText(r.Document.Pages)
	}
	return e
}

// reviewState tells what a person has to do with a record.
func reviewState(r Record) string {
	switch {
	case r.State == catalogue.Failed:
		return index.StateFailed
	case len(r.Fields.Review) > 0 || r.Reason != "":
		return index.StateReview
	}
	return index.StateOK
}

// year of the plan, or of the issue, or 0.
func year(plan *int, issued string) int {
	n := 0
	if plan != nil {
		return *plan
	}
	fmt.Sscanf(issued, "%4d", &n)
	return n
}

// pagesText is the restored text of all pages and where each begins in it,
// and what the pages said where that differs. Annotations follow their page.
func pagesText(pages []ingest.Page) (restored, raw string, starts []int) {
	var text, said strings.Builder
	for _, p := range pages {
		starts = append(starts, text.Len())
		text.WriteString(p.Text() + "\n\n")
		said.WriteString(p.Raw() + "\n\n")
		for _, l := range p.Annotations {
			text.WriteString(l.Text() + "\n")
		}
	}
	if said.String() == text.String() {
		return text.String(), "", starts
	}
	return text.String(), said.String(), starts
}
