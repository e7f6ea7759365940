package extract

import (
	"slices"
	"strings"
	"testing"

	"vanthu/ingest"
)

// TestDamagedName: the first syllable is put right only where one surname fits.
func TestDamagedName(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		line         string
		conf         float64 // of the first word
		want         string
		alternatives []string
	}{
		{"Hạ Văn Lam", 0.9, "Hạ Văn Lam", nil},
		{"1 vĐiểu Bá Lam", 0.3, "Điểu Bá Lam", nil},
		{"guyễn Bá Lam", 0.3, "Nguyễn Bá Lam", nil},
		{"Nguyễn Bá Lam", 0.2, "Nguyễn Bá Lam", nil},
		{"rần Bá Lam", 0.3, "Trần Bá Lam", nil},
		{"ương Bá Lam", 0.3, "", []string{"Dương Bá Lam", "Lương Bá Lam"}},
		{"Hạ Văn Lam", 0.2, "", []string{"Hạ Văn Lam", "Hà Văn Lam"}},
		{"Hồăng Bá Lam", 0.3, "", []string{"Hồng Bá Lam", "Hoàng Bá Lam"}},
		{"#ơng Bá Lam", 0.7, "", []string{"Ông Bá Lam", "Dương Bá Lam", "Lương Bá Lam"}},
		{"““INb-Fr Bá Lam", 0.0, "", nil},
		{"Quốc Bá Lam", 0.9, "", []string{"Quách Bá Lam"}}, // the surname is lost
		{"Thông Tin", 0.9, "", nil},
		{"==z LÝVăn Sáu", 0.9, "Lý Văn Sáu", nil},
		{"HồBá Lam", 0.9, "Hồ Bá Lam", nil},
		{"THBá Lam", 0.9, "", nil},
		{"Y Lam", 0.2, "", nil},
		{"Y Nguyên Êban", 0.9, "Y Nguyên Êban", nil},
	} {
		p := scanned(damagedHead + "N|Nơi nhận:\nN|- Lưu: VT.\nS|GIÁM ĐỐC\nS|" + test.line)
		p.Lines[len(p.Lines)-1].Words[0].Conf = test.conf
		f := x.Extract(ingest.Document{Pages: []ingest.Page{p}})
		if have := str(f.Signer.Name); have != test.want {
			t.Errorf("%s gives %s, want %s", test.line, have, test.want)
		}
		have := f.Evidence["signer.name"].Alternatives
		for _, a := range test.alternatives {
			if !slices.Contains(have, a) {
				t.Errorf("%s: %s is missing among %q", test.line, a, have)
			}
		}
		asked := slices.ContainsFunc(f.Review, func(s string) bool { return strings.HasPrefix(s, "signer.name: ") })
		if asked != (test.want == "") {
			t.Errorf("%s: review is %q", test.line, f.Review)
		}
	}
}
