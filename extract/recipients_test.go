package extract

import (
	"strings"
	"testing"

	"vanthu/ingest"
)

// TestRecipients reads lists with what pen, seal and scanner left in them.
func TestRecipients(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ list, want string }{
		{"N|Nơi nhận: ZÉ/\nN|- Sở Y tế;\nN|- Lưu: VT.", "Sở Y tế|Lưu: VT"},
		{"N|Nơi nhận: }Ă\nN|- Sở Y tế;\nN|- Lưu: VT.", "Sở Y tế|Lưu: VT"},
		{"N|Nơi nhận: Như trên;\nN|- Lưu: VT.", "Như trên|Lưu: VT"},
		{"N|Nơi nhận:\nN|- HĐND xã (b/e);\nN|- Đảng ủy (để b/€);\nN|- Lưu: VT.", "HĐND xã (b/c)|Đảng ủy (để b/c)|Lưu: VT"},
		{"N|Nơi nhận:\nN|- Các công ty: Điện lực;\nN|Cấp nước;\nN|- Sở Y tế;\nN|- Lưu: VT.", "Các công ty: Điện lực; Cấp nước|Sở Y tế|Lưu: VT"},
		{"N|Nơi nhận:\nN|- Sở Y tế;\nN|Sở Nội vụ;\nN|- Lưu: VT.", "Sở Y tế|Sở Nội vụ|Lưu: VT"},
		{"N|Nơi nhận:\nN|- Sở Y tế;\nN|- Lưu", "Sở Y tế"},
		{"N|Nơi nhận:\nN|- Như Điều §;\nN|- TT.:HU,TT.HĐND huyện;\nN|- Lưu: VT.", "Như Điều 5|TT.HU, TT.HĐND huyện|Lưu: VT"},
	} {
		f := x.Extract(ingest.Document{Pages: []ingest.Page{scanned(damagedHead + test.list)}})
		if have := strings.Join(f.Recipients, "|"); have != test.want {
			t.Errorf("%s\ngives %s\n want %s", test.list, have, test.want)
		}
	}
}

// TestAbbreviatedRecipient: what restoration made of an abbreviation is not taken.
func TestAbbreviatedRecipient(t *testing.T) {
	p := scanned(damagedHead + "N|Nơi nhận:\nN|- Báo Công lý tập;\nN|- Lưu: VT.")
	words := p.Lines[len(p.Lines)-2].Words
	words[len(words)-1].Raw = "tp;"
	f := newExtractor(t).Extract(ingest.Document{Pages: []ingest.Page{p}})
	if have := strings.Join(f.Recipients, "|"); have != "Báo Công lý tp|Lưu: VT" {
		t.Errorf("have %s", have)
	}
}

// TestWideItem: letters that justify a line stand apart as columns do.
func TestWideItem(t *testing.T) {
	p := scanned(damagedHead + "B|Nơi nhận:\nB|- Như Điều 4; ở Ũ\nB|- Lưu: VT.")
	l := &p.Lines[len(p.Lines)-2]
	for i, left := range []float64{80, 88, 114, 140, 400, 436} {
		l.Words[i].Box = ingest.Box{X0: left, Y0: 600, X1: left + 6, Y1: 610}
	}
	l.Words[1].Box.X1, l.Words[2].Box.X1 = 104, 118
	f := newExtractor(t).Extract(ingest.Document{Pages: []ingest.Page{p}})
	if have := strings.Join(f.Recipients, "|"); have != "Như Điều 4|Lưu: VT" {
		t.Errorf("have %s", have)
	}
}
