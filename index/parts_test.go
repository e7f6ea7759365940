package index

import (
	"fmt"
	"strings"
	"testing"
)

// planWithParts is a plan with tasks, a target and a section.
func planWithParts() []Entry {
	head := Entry{ID: "plan", Title: "Kế hoạch nước sạch", Province: "Bình Phước", Issued: "2021-01-12"}
	part := func(kind string, n, page int, text string) Entry {
		e := head
		e.Key, e.Kind, e.Page, e.Text = fmt.Sprintf("plan#%s/%d", kind, n), kind, page, text
		return e
	}
	health := func(n int, due, text string) Entry {
		e := part(KindTask, n, 1+n/5, text)
		e.Unit, e.Due = "Sở Y tế", due
		return e
	}
	whole := part(KindDocument, 0, 1, "Sở Y tế kiểm tra nước; Sở Xây dựng sửa trạm bơm.")
	whole.Key = "plan"
	out := []Entry{whole, part(KindSection, 0, 1, "Sở Y tế kiểm tra nước.")}
	for n := range 12 {
		out = append(out, health(n, fmt.Sprintf("2021-%02d-01", 1+n), fmt.Sprintf("Kiểm tra nước lần %d.", n)))
	}
	other := part(KindTask, 12, 3, "Sửa trạm bơm.")
	other.Unit, other.With, other.Due = "Sở Xây dựng", []string{"Sở Y tế"}, "2021-02-01"
	return append(out, other)
}

func TestPartsOfAHit(t *testing.T) {
	s := build(t, plans...)
	w, err := s.Update(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Put(t.Context(), "plan", planWithParts()); err != nil {
		t.Fatal(err)
	}
	if err := w.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		query Query
		want  string
	}{
		{Query{Text: `unit:"sở y tế" due:<2021-03-05 kind:task`}, "4 of 4: 1 Kiểm tra nước lần 0. 1 Kiểm tra nước lần 1. 1 Kiểm tra nước lần 2. 3 Sửa trạm bơm."},
		{Query{Text: `unit:"xây dựng"`}, "1 of 1: 3 Sửa trạm bơm."},
		{Query{Text: "kind:task bơm"}, "1 of 1: 3 Sửa trạm «bơm»."},
		{Query{Text: "bom", Kind: KindTask}, "1 of 1: 3 Sửa trạm «bơm»."},
		{Query{Text: `"lần 11"`, DueBefore: "2022"}, "1 of 1: 3 Kiểm tra nước «lần 11»."},
		{Query{Text: "lần 11"}, ""}, // asks for documents
		{Query{Text: "lần 11 kind:document"}, ""},
	} {
		r, err := s.Search(t.Context(), test.query)
		if err != nil {
			t.Fatal(err)
		}
		have := []string{}
		for _, h := range r.Hits {
			if h.ID != "plan" || len(h.Parts) == 0 {
				continue
			}
			have = append(have, fmt.Sprintf("%d of %d:", len(h.Parts), h.PartCount))
			for _, p := range h.Parts {
				have = append(have, fmt.Sprint(p.Page), p.Snippet)
			}
		}
		if strings.Join(have, " ") != test.want {
			t.Errorf("%+v:\n want %s\n have %s", test.query, test.want, strings.Join(have, " "))
		}
	}
	r, err := s.Search(t.Context(), Query{Text: "kind:task nước"})
	if err != nil || len(r.Hits) == 0 || len(r.Hits[0].Parts) != maxParts || r.Hits[0].PartCount != 12 {
		t.Fatalf("%+v, %v", r.Hits, err)
	}
	if p := r.Hits[0].Parts[1]; p.Unit != "Sở Y tế" || p.Due != "2021-02-01" || p.Kind != KindTask {
		t.Errorf("%+v", p)
	}
}
