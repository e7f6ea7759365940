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
	page := []ingest.Line{
		row(80, 300, 0.9, "Yêu cầu các đơn vị thực hiện nghiêm túc./."),
		row(80, 340, 0.9, "Nơi nhận:"), row(80, 356, 0.9, "- Như trên;"), row(80, 372, 0.9, "- Lưu: VT."),
		row(360, 340, 0.9, "TM. ỦY BAN NHÂN DÂN"),
	}
	area, ok := signatureArea(595, 842, page)
	if !ok || area.X0 < 150 || area.X0 > 360 || area.Y0 > 340 || area.Y1 < 500 {
		t.Errorf("area %v, %v", area, ok)
	}
	if area, ok := signatureArea(595, 842, page[:1]); ok {
		t.Errorf("a page without recipients has a signature at %v", area)
	}
}
