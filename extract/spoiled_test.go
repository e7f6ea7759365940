package extract

import (
	"slices"
	"strings"
	"testing"

	"vanthu/ingest"
)

// TestSpoiledTitle reads blocks whose left third lies under the seal.
func TestSpoiledTitle(t *testing.T) {
	x := newExtractor(t)
	const tm, kt = "S|TM. ỦY BAN NHÂN DÂN\n", "S|KT. CHỦ TỊCH\n"
	for _, test := range []struct{ foot, want string }{
		{tm + "S|4 rÔHỦ TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN/CHỦ TỊCH/Lò Văn Pín"},
		{tm + "S|Ủ TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN/CHỦ TỊCH/Lò Văn Pín"},
		{tm + "S|TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN//Lò Văn Pín"}, // half is lost
		{tm + kt + "S|PJOÉ CHỦ TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH/PHÓ CHỦ TỊCH/Lò Văn Pín"},
		{tm + kt + "S|”RS CHỦ TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH/PHÓ CHỦ TỊCH/Lò Văn Pín"},
		{tm + "S|“BD KT. CHỦ TỊCH\nS|PHÒ CHỦ TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH/PHÓ CHỦ TỊCH/Lò Văn Pín"},
		{tm + "S|PJOÉ CHỦ TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN//Lò Văn Pín"}, // PHÓ or not?
		{tm + "S|RS CHỦ TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN//Lò Văn Pín"},
		{tm + "S|( = rà CHỦ TỊCH\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN/CHỦ TỊCH/Lò Văn Pín"},
		{tm + "S|ÁP TRƯỞNG\nS|Lò Văn Pín", "TM. ỦY BAN NHÂN DÂN//Lò Văn Pín"}, // VỤ, BỘ or TỔ
		{"S|HIỆU TRƯỞNGÈ-\nS|Lò Văn Pín", "/HIỆU TRƯỞNG/Lò Văn Pín"},
	} {
		f := x.Extract(ingest.Document{Pages: []ingest.Page{scanned(damagedHead + "N|Nơi nhận:\nN|- Lưu: VT.\n" + test.foot)}})
		have := strings.Join([]string{str(f.Signer.Capacity), str(f.Signer.Position), str(f.Signer.Name)}, "/")
		if have != test.want {
			t.Errorf("%s\ngives %s\n want %s", test.foot, have, test.want)
		}
		if f.Signer.Position == nil && !slices.ContainsFunc(f.Review, func(s string) bool { return strings.HasPrefix(s, "signer.position: ") }) {
			t.Errorf("%s\nnobody is asked for the position: %q", test.foot, f.Review)
		}
	}
}

// TestNameReadBefore: a reader may give the name before titles that stand
// above it.
func TestNameReadBefore(t *testing.T) {
	p := scanned(damagedHead + "N|Nơi nhận:\nN|- Lưu: VT.\nS|TM. ỦY BAN NHÂN DÂN\nS|Lò Văn Pín\nS|KT. CHỦ TỊCH\nS|PHÓ CHỦ TỊCH\nS|CHÁNH VĂN PHÒNG")
	tops := []float64{500, 600, 515, 530, 615}
	for i, top := range tops {
		p.Lines[len(p.Lines)-len(tops)+i].Box = ingest.Box{X0: 350, Y0: top, X1: 500, Y1: top + 10}
	}
	f := newExtractor(t).Extract(ingest.Document{Pages: []ingest.Page{p}})
	if have := str(f.Signer.Position); have != "PHÓ CHỦ TỊCH" || str(f.Signer.Name) != "Lò Văn Pín" {
		t.Errorf("have %s %s", have, str(f.Signer.Name))
	}
}
