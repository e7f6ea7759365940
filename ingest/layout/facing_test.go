package layout

import (
	"strings"
	"testing"

	"vanthu/ingest"
)

// column is running text from one place to another, one line a row.
func column(x int, words string, rows int) (lines []ingest.Line) {
	for i := range rows {
		var at []any
		for k, w := range strings.Fields(words) {
			at = append(at, x+60*k, w)
		}
		lines = append(lines, put(float64(100+20*i), at...))
	}
	return lines
}

// beside joins lines of the same row, as Tesseract does across two pages.
func beside(left, right []ingest.Line) (lines []ingest.Line) {
	for i, l := range left {
		if i < len(right) {
			l.Words = append(l.Words, right[i].Words...)
			l.Box = l.Box.Union(right[i].Box)
		}
		lines = append(lines, l)
	}
	return lines
}

const (
	leftText  = "phòng chống dịch bệnh trên đàn"
	rightText = "nguồn kinh phí được bố trí"
)

func TestFacing(t *testing.T) {
	spread := func(change func(*ingest.Page)) ingest.Page {
		p := ingest.Page{Number: 2, Width: 842, Height: 595, Source: ingest.SourceOCR,
			Lines: beside(column(40, leftText, 8), column(470, rightText, 8))}
		change(&p)
		return p
	}
	for _, test := range []struct {
		why  string
		page ingest.Page
		two  bool
	}{
		{"an open book", spread(func(*ingest.Page) {}), true},
		{"bits of the fold amid it", spread(func(p *ingest.Page) { p.Lines = append(p.Lines, put(300, 418, ".")) }), true},
		{"higher than wide", spread(func(p *ingest.Page) { p.Width, p.Height = p.Height, p.Width }), false},
		{"a table", spread(func(p *ingest.Page) { p.Rules = []ingest.Box{across(90, 40, 800), across(270, 40, 800)} }), false},
		{"a letterhead and a signature", spread(func(p *ingest.Page) { p.Lines = p.Lines[:4] }), false},
		{"columns of single words", spread(func(p *ingest.Page) { p.Lines = beside(column(40, "đạt", 12), column(470, "chưa đạt", 12)) }), false},
		{"lines across", spread(func(p *ingest.Page) { p.Lines = append(p.Lines, put(300, 380, "Bảng phân công nhiệm vụ")) }), false},
		{"no place", ingest.Page{Lines: column(0, leftText, 8)}, false},
	} {
		if _, _, two := facing(test.page); two != test.two {
			t.Errorf("%s: two pages %v, want %v", test.why, two, test.two)
		}
	}
}

// TestArrangeFacing reads the left page wholly before the right one.
func TestArrangeFacing(t *testing.T) {
	page := Arrange(ingest.Page{Number: 2, Width: 842, Height: 595, Source: ingest.SourceOCR,
		Lines: beside(column(40, leftText, 7), column(470, rightText, 6))})
	want := strings.Repeat(leftText+"\n", 7) + strings.Repeat(rightText+"\n", 6)
	if have := strings.ReplaceAll(page.Text(), "\n\n", "\n"); strings.TrimSpace(have) != strings.TrimSpace(want) {
		t.Errorf("have\n%s\nwant\n%s", have, want)
	}
	if first, last := page.Lines[0], page.Lines[len(page.Lines)-1]; first.Para == last.Para {
		t.Error("both pages are one paragraph")
	}
}
