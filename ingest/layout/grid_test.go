package layout

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/ingest"
)

// across and down are rules of a point's width.
func across(y, from, to float64) ingest.Box { return ingest.Box{X0: from, Y0: y, X1: to, Y1: y + 1} }
func down(x, from, to float64) ingest.Box   { return ingest.Box{X0: x, Y0: from, X1: x + 1, Y1: to} }

// put sets words on one line of OCR, each at its own place.
func put(y float64, words ...any) ingest.Line {
	var l ingest.Line
	for i := 0; i < len(words); i += 2 {
		x, text := float64(words[i].(int)), words[i+1].(string)
		box := ingest.Box{X0: x, Y0: y, X1: x + 6*float64(len([]rune(text))), Y1: y + 12}
		if text == "|" {
			box.X1 = x + 2
		}
		l.Words = append(l.Words, ingest.Word{Raw: text, Text: text, Box: box, Conf: 0.9})
		l.Box = l.Box.Union(box)
	}
	return l
}

// taskTable is a table of tasks whose second row is one cell.
func taskTable() ingest.Page {
	return ingest.Page{
		Number: 2, Width: 595, Height: 842, Source: ingest.SourceOCR,
		Rules: []ingest.Box{
			across(300, 60, 540), across(330, 60, 540), across(350, 60, 540), across(400, 60, 300), across(400, 310, 540),
			down(60, 300, 400), down(100, 300, 352), down(100, 349, 400), down(400, 300, 331), down(400, 352, 400), down(539, 300, 400),
		},
		Lines: []ingest.Line{
			put(260, 60, "Phân", 90, "công", 120, "thực", 150, "hiện", 180, "nhiệm", 216, "vụ"),
			put(309, 65, "TT", 150, "Nhiệm", 190, "vụ", 410, "Chủ", 440, "trì"),
			put(335, 65, "I", 150, "Công", 185, "tác", 210, "chỉ", 398, "đạo"),
			put(358, 65, "1", 110, "Ban", 140, "hành", 399, "|", 410, "Sở", 430, "Y", 445, "tế"),
			put(378, 110, "văn", 140, "bản", 410, "tỉnh"),
			put(430, 60, "Sau", 90, "bảng", 120, "là", 150, "thân", 180, "bài", 210, "tiếp."),
		},
	}
}

func showCells(p ingest.Page) (all []string) {
	for _, l := range p.Lines {
		if l.Cell.Table > 0 {
			all = append(all, fmt.Sprintf("%d %d/%d %s", l.Cell.Table, l.Cell.Row, l.Cell.Column, l.Text()))
		} else {
			all = append(all, fmt.Sprintf("%s %s", l.Zone, l.Text()))
		}
	}
	return all
}

const taskTableWant = `
body Phân công thực hiện nhiệm vụ
1 1/1 TT
1 1/2 Nhiệm vụ
1 1/3 Chủ trì
1 2/1 I
1 2/2 Công tác chỉ đạo
1 3/1 1
1 3/2 Ban hành
1 3/2 văn bản
1 3/3 Sở Y tế
1 3/3 tỉnh
body Sau bảng là thân bài tiếp.
margin |`

func TestRuledTable(t *testing.T) {
	p := taskTable()
	got := Arrange(p)
	if diff := cmp.Diff(want(taskTableWant), showCells(got)); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	if diff := cmp.Diff(words(p), words(got)); diff != "" {
		t.Errorf("words lost or added: -before +after\n%s", diff)
	}
	text := "TT\tNhiệm vụ\tChủ trì\nI\tCông tác chỉ đạo\n1\tBan hành văn bản\tSở Y tế tỉnh"
	var table ingest.Page
	for _, l := range got.Lines {
		if l.Cell.Table > 0 {
			table.Lines = append(table.Lines, l)
		}
	}
	if diff := cmp.Diff(text, table.Text()); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

// TestSlantingTable: rules and words of a page that lay askew.
func TestSlantingTable(t *testing.T) {
	p := taskTable()
	slope := math.Tan(1.2 * math.Pi / 180)
	sink := func(b ingest.Box) ingest.Box {
		dy := slope * (b.X0 + b.X1 - 600) / 2
		dx := -slope * (b.Y0 + b.Y1 - 700) / 2
		return ingest.Box{X0: b.X0 + dx, Y0: b.Y0 + dy, X1: b.X1 + dx, Y1: b.Y1 + dy}
	}
	for i, r := range p.Rules {
		p.Rules[i] = sink(r)
	}
	for i := range p.Lines {
		for j, w := range p.Lines[i].Words {
			p.Lines[i].Words[j].Box = sink(w.Box)
		}
	}
	if diff := cmp.Diff(want(taskTableWant), showCells(Arrange(p))); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

// TestFramesAreNoTables: one frame, and the stamp of incoming mail with its
// rules, over the beginning of a line.
func TestFramesAreNoTables(t *testing.T) {
	body := func() []ingest.Line {
		return []ingest.Line{
			put(300, 60, "Thực", 90, "hiện", 120, "Kế", 150, "hoạch", 200, "của", 230, "Ủy", 260, "ban", 290, "nhân", 330, "dân", 360, "tỉnh", 400, "năm", 430, "nay"),
			put(320, 20, "CV", 60, "Số:", 130, "các", 160, "sở", 180, "ngành", 220, "và", 250, "huyện", 290, "triển", 330, "khai", 360, "ngay", 400, "việc", 430, "này"),
			put(340, 20, "ĐẾN", 60, "Ngày:", 130, "từ", 160, "đầu", 190, "năm", 220, "để", 250, "kịp", 290, "tiến", 330, "độ", 360, "đã", 400, "đề", 430, "ra."),
		}
	}
	frame := []ingest.Box{across(290, 50, 550), across(360, 50, 550), down(50, 290, 360), down(550, 290, 360)}
	for _, l := range Arrange(ingest.Page{Number: 2, Lines: body(), Rules: frame}).Lines {
		if l.Cell.Table > 0 {
			t.Errorf("a frame made a cell of %q", l.Text())
		}
	}
	stamp := []ingest.Box{across(315, 10, 120), across(335, 50, 120), across(355, 10, 120), down(10, 315, 355), down(50, 315, 355), down(120, 315, 355)}
	have := showCells(Arrange(ingest.Page{Number: 2, Lines: body(), Rules: stamp}))
	expect := `
body Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh năm nay
body các sở ngành và huyện triển khai ngay việc này
body từ đầu năm để kịp tiến độ đã đề ra.
stamp CV Số:
stamp ĐẾN Ngày:`
	if diff := cmp.Diff(want(expect), have); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

// What Tesseract makes of a piece of a rule goes to the margin, on whichever
// side of the rule it stands; an item's dash stays.
func TestPiecesOfRules(t *testing.T) {
	p := taskTable()
	p.Lines[3] = put(358, 65, "1", 104, "-", 115, "Ban", 145, "hành", 391, "~", 403, "'", 412, "Sở", 432, "Y", 447, "tế")
	got := showCells(Arrange(p))
	for _, want := range []string{"1 3/2 - Ban hành", "1 3/3 Sở Y tế", "margin ~ '"} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
}

func TestCells(t *testing.T) {
	p := taskTable()
	p.Lines = slices.Delete(p.Lines, 2, 3) // the row that is one cell beside I
	p.Lines[1].Words = p.Lines[1].Words[1:]
	want := []ingest.Box{{X0: 60.5, Y0: 300.5, X1: 100.5, Y1: 330.5}, {X0: 60.5, Y0: 330.5, X1: 100.5, Y1: 350.5}, {X0: 100.5, Y0: 330.5, X1: 540, Y1: 350.5}}
	near := func(a, b ingest.Box) bool {
		return math.Abs(a.X0-b.X0)+math.Abs(a.Y0-b.Y0)+math.Abs(a.X1-b.X1)+math.Abs(a.Y1-b.Y1) < 4
	}
	var empty []ingest.Box
	words := 0
	for _, c := range Cells(p) {
		if words += len(c.Words); len(c.Words) == 0 {
			empty = append(empty, c.Box)
		}
	}
	if !slices.EqualFunc(empty, want, near) {
		t.Errorf("empty cells %v, want %v", empty, want)
	}
	if words == 0 {
		t.Error("no words in any cell")
	}
}

// TestFaintCell has figures left of the text column, read by themselves and
// hardly: beside text they would be marks on the margin.
func TestFaintCell(t *testing.T) {
	page := taskTable()
	var figures []ingest.Line
	for i := 1; i <= 3; i++ {
		l := &page.Lines[i]
		figures = append(figures, ingest.Line{Words: l.Words[:1:1], Box: l.Words[0].Box})
		l.Words = l.Words[1:]
	}
	figures[2].Words[0].Conf = 0.5
	page.Lines = append(page.Lines, figures...)
	for i := range 3 {
		page.Lines = append(page.Lines, put(450+float64(20*i), 150, "những", 250, "dòng", 350, "chữ", 450, "rộng", 520, "hơn"))
	}
	page.Lines[0], page.Lines[5] = put(260, 150, "Phân", 250, "công", 520, "việc"), put(430, 150, "Sau", 250, "bảng", 520, "này")
	for _, l := range Arrange(page).Lines {
		if l.Text() == "1" && l.Zone != ingest.ZoneTable {
			t.Errorf("the figure of the first column is in zone %s", l.Zone)
		}
	}
}
