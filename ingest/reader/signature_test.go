package reader

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/ingest"
)

// row sets words of equal confidence on a line, 6 points a letter.
func row(x, y, conf float64, text string) ingest.Line {
	var l ingest.Line
	for _, w := range strings.Fields(text) {
		box := ingest.Box{X0: x, Y0: y, X1: x + 6*float64(len([]rune(w))), Y1: y + 12}
		l.Words = append(l.Words, ingest.Word{Raw: w, Text: w, Box: box, Conf: conf})
		l.Box = l.Box.Union(box)
		x = box.X1 + 6
	}
	return l
}

func raws(lines []ingest.Line) (all []string) {
	for _, l := range lines {
		all = append(all, l.Raw())
	}
	return all
}

func TestStrokesOfASealAreNoWords(t *testing.T) {
	found := words([]ingest.Line{
		row(300, 100, 0.95, "KT. CHỦ TỊCH"),
		row(300, 120, 0.9, "| ~ <*"),
		row(300, 140, 0.4, "sâ ẤN"),
		row(300, 160, 0.95, "| Vàng Seo Lử"),
	})
	if diff := cmp.Diff([]string{"KT. CHỦ TỊCH", "Vàng Seo Lử"}, raws(found)); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

func TestTheSurerReadingStays(t *testing.T) {
	area := ingest.Box{X0: 290, Y0: 80, X1: 595, Y1: 300}
	first := []ingest.Line{
		row(80, 100, 0.9, "Nơi nhận:"),
		row(80, 120, 0.9, "- Như trên;                        "),
		row(300, 100, 0.95, "TM. ỦY BAN NHÂN DÂN"),
		row(300, 160, 0.2, "Vung Seo Lu"),
	}
	first[1].Words = append(first[1].Words, row(300, 120, 0.3, "NT. CHU T").Words...) // read across both columns
	found := []ingest.Line{
		row(300, 100, 0.5, "TM. ÚY BAN NHẢN DẢN"),
		row(300, 120, 0.9, "KT. CHỦ TỊCH"),
		row(300, 140, 0.9, "PHÓ CHỦ TỊCH"),
		row(300, 160, 0.9, "Vàng Seo Lử"),
	}
	want := []string{"Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vàng Seo Lử"}
	have := raws(merge(first, found, area))
	slices.Sort(want) // the order is layout's
	slices.Sort(have)
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

func TestSignatureStandsRightOfRecipients(t *testing.T) {
	lines := []ingest.Line{
		row(80, 300, 0.9, "Yêu cầu các đơn vị thực hiện nghiêm túc./."),
		row(80, 340, 0.9, "Nơi nhận:"), row(80, 356, 0.9, "- Như trên;"), row(80, 372, 0.9, "- Lưu: VT."),
		row(360, 340, 0.9, "TM. ỦY BAN NHÂN DÂN"),
	}
	page := ingest.Page{Number: 1, Width: 595, Height: 842, Lines: lines}
	area, ok := signatureArea(page)
	if !ok || area.X0 < 150 || area.X0 > 360 || area.Y0 > 340 || area.Y1 < 500 {
		t.Errorf("area %v, %v", area, ok)
	}
	page.Lines = lines[:1]
	if area, ok := signatureArea(page); ok {
		t.Errorf("a page without recipients has a signature at %v", area)
	}
}

// TestSignatureOnALastPage: two blocks at the top of a later page are no
// letterhead, though both columns were read as one line.
func TestSignatureOnALastPage(t *testing.T) {
	page := ingest.Page{Number: 2, Width: 595, Height: 842, Lines: []ingest.Line{
		row(295, 31, 0.9, "2"), row(117, 62, 0.9, "- Vận động hội viên trồng cây ven đường, chăm cây đến khi bén rễ."),
		joined(row(80, 106, 0.9, "Nơi nhận:"), row(353, 106, 0.9, "TM. ỦY BAN NHÂN DÂN")),
		row(80, 121, 0.9, "- UBND tỉnh;"), row(80, 135, 0.9, "- Các khu phố;"), row(80, 149, 0.9, "- Lưu: VT."),
	}}
	if area, ok := signatureArea(page); !ok || area.X0 > 353 || area.Y1 < 300 {
		t.Errorf("area %v, %v", area, ok)
	}
}

// TestGoesOn: of running text above the block the area holds half a line.
func TestGoesOn(t *testing.T) {
	lines := []ingest.Line{row(80, 80, 0.9, "hộp thư ubnd.mau@example.vn của phường")}
	left := (lines[0].Words[2].Box.X0 + lines[0].Words[2].Box.X1) / 2
	if half := row(left, 80, 0.8, "example.vn của phường"); !goesOn(lines, half, left) {
		t.Error("half a line is not known")
	}
	if own := row(left, 110, 0.8, "TM. ỦY BAN NHÂN DÂN"); goesOn(lines, own, left) {
		t.Error("a line of its own is taken for half of another")
	}
}

// joined is two lines that OCR read as one.
func joined(a, b ingest.Line) ingest.Line {
	a.Words, a.Box = append(a.Words, b.Words...), a.Box.Union(b.Box)
	return a
}
