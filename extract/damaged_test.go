package extract

import (
	"fmt"
	"strings"
	"testing"

	"vanthu/ingest"
)

// Documents as scanners leave them. Lines carry their zone before a bar:
// `L|UBND TỈNH SƠN LA`.

var zones = map[string]ingest.Zone{
	"L": ingest.ZoneHeadLeft, "R": ingest.ZoneHeadRight, "T": ingest.ZoneTitle, "B": ingest.ZoneBody,
	"N": ingest.ZoneRecipients, "S": ingest.ZoneSignature,
}

// scanned makes a page of lines with zones, each word read with confidence 0.95.
func scanned(lines string) ingest.Page {
	p := ingest.Page{Number: 1, Source: ingest.SourceOCR, Width: 595, Height: 842}
	for n, row := range strings.Split(strings.TrimSpace(lines), "\n") {
		zone, text, _ := strings.Cut(row, "|")
		l := page(ingest.SourceOCR, 0.95, text).Lines[0]
		l.Zone, l.Para = zones[zone], n+1
		p.Lines = append(p.Lines, l)
	}
	return p
}

const damagedHead = `L|UBND TỈNH SƠN LA
L|SỞ NỘI VỤ
L|Số: 214/KH-SNV
R|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
R|Sơn La, ngày 05 tháng 3 năm 2019
T|KẾ HOẠCH
T|Kiểm tra công vụ
B|Sở Nội vụ xây dựng kế hoạch như sau:
`

// TestDamagedFoot reads signatures under pen and seal, and lists with what
// they left.
func TestDamagedFoot(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ foot, want string }{
		{"N|Nơi nhận:\nN|- Lưu: VT.\nS|TM. ỦY BAN NHÂN DÂN\nS|&T. CHỦ TỊCH\nS|PHDACHU TỊCH\nS|Lò Văn Pín",
			"TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH/PHÓ CHỦ TỊCH/Lò Văn Pín/Lưu: VT"},
		{"N|Nơi nhận:\nN|- Lưu: VT.\nS|VỊ. GIÁM ĐỐC\nS|PHÓ GIÁM ĐÓC\nS|Lò Văn Pín",
			"KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC/Lò Văn Pín/Lưu: VT"},
		{"N|Nơi nhận:\nN|- Lưu: VT.\nS|BAN NHÂN DÂN\nS|CHỦ TỊCH\nS|Lò Văn Pín",
			"TM. ỦY BAN NHÂN DÂN/CHỦ TỊCH/Lò Văn Pín/Lưu: VT"},
		{"N|Nơi nhận:\nN|- Lưu: VT.\nS|~F#M=RAN THƯỜNG VỤ\nS|BÍ THƯ", "T/M BAN THƯỜNG VỤ/BÍ THƯ//Lưu: VT"},
		{"N|Nơi nhận:\nN|- Lưu: VT.\nS|KT. BỘ TRƯỞNG, CHỦ NHIỆM\nS|PHÓ CHỦ NHIỆM\nS|Thượng tá Lò Văn Pín",
			"KT. BỘ TRƯỞNG, CHỦ NHIỆM/PHÓ CHỦ NHIỆM/Lò Văn Pín/Lưu: VT"},
		{"N|Nơi nhận:\nN|- Lưu: VT.\nS|DÂN\nS|Thị Pín", "///Lưu: VT"}, // too little is left
		{"B|Nơi nhận:\nB|- Lưu: VT.\nS|Lò Văn Pín", "//Lò Văn Pín/Lưu: VT"},
		{"N|Nơi nhận: — '\nN|- Như trên; : < ~\nN|~ Sở Y tế;\nN|- Lưu: VI, CCVC.\nN|Bản điện tử:\nN|- Ban Giám đốc.\nS|GIÁM ĐỐC",
			"/GIÁM ĐỐC//Như trên|Sở Y tế|Lưu: VT, CCVC|Ban Giám đốc"},
	} {
		f := x.Extract(ingest.Document{Pages: []ingest.Page{scanned(damagedHead + test.foot)}})
		have := strings.Join([]string{str(f.Signer.Capacity), str(f.Signer.Position), str(f.Signer.Name), strings.Join(f.Recipients, "|")}, "/")
		if have != test.want {
			t.Errorf("%s\ngives %s\n want %s", test.foot, have, test.want)
		}
	}
}

// TestNameAsRead: restoration may know no people.
func TestNameAsRead(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ raw, restored, want string }{
		{"Lò Hữu Khân", "Lò Hữu Khẩn", "Lò Hữu Khân"},
		{"Lo Huu Khan", "Lò Hữu Khẩn", "Lò Hữu Khẩn"}, // no mark was read
	} {
		p := scanned(damagedHead + "N|Nơi nhận:\nN|- Lưu: VT.\nS|GIÁM ĐỐC\nS|" + test.restored)
		last := &p.Lines[len(p.Lines)-1]
		for i, w := range strings.Fields(test.raw) {
			last.Words[i].Raw = w
		}
		f := x.Extract(ingest.Document{Pages: []ingest.Page{p}})
		if have := str(f.Signer.Name); have != test.want {
			t.Errorf("%s restored as %s gives %s, want %s", test.raw, test.restored, have, test.want)
		}
	}
}

// TestPrinted tells digits of printed size from those a hand has filled in. A
// printed digit is 8 points high.
func TestPrinted(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		what                   string
		serial, day, month     float64 // height
		confidence             float64
		wantNumber, wantIssued string
	}{
		{"printed", 8, 8, 8, 0.9, "214/KH-SNV", "2019-03-05"},
		{"printed and read badly", 8, 8, 8, 0.6, "", "2019-03-05"},
		{"printed and hardly read", 8, 8, 8, 0.4, "", ""},
		{"by hand, read as if surely", 12, 12, 8, 0.9, "", ""},
		{"a spot at a printed month", 8, 8, 12, 0.9, "214/KH-SNV", "2019-03-05"},
	} {
		p := scanned(strings.Replace(damagedHead, "214/", "214 /", 1))
		for i := range p.Lines {
			for n := range p.Lines[i].Words {
				w := &p.Lines[i].Words[n]
				heights := map[string]float64{"214": test.serial, "05": test.day, "3": test.month}
				h, set := heights[w.Text]
				if set {
					w.Conf = test.confidence
				} else {
					h = 8
				}
				x0, y1 := float64(60+30*n), float64(20*i+60)
				w.Box = ingest.Box{X0: x0, Y0: y1 - h, X1: x0 + 20, Y1: y1}
				p.Lines[i].Box = p.Lines[i].Box.Union(w.Box)
			}
		}
		f := x.Extract(ingest.Document{File: "scan0001.pdf", Pages: []ingest.Page{p}})
		if str(f.Number) != test.wantNumber || str(f.Issued) != test.wantIssued {
			t.Errorf("%s: %q of %q, want %q of %q", test.what, str(f.Number), str(f.Issued), test.wantNumber, test.wantIssued)
		}
	}
}

// TestLostStroke: a symbol whose stroke is gone lets the file's name speak.
func TestLostStroke(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ cell, file, want string }{
		{"ố.KH-SNV", "214-KH-SNV.pdf", "214/KH-SNV"},
		{"ố.KH-SNV", "scan0001.pdf", ""},
		{"ố.KH-XYZW", "214-KH-SNV.pdf", ""}, // no issuer we know
	} {
		p := scanned(strings.Replace(damagedHead, "214/KH-SNV", test.cell, 1))
		f := x.Extract(ingest.Document{File: test.file, Pages: []ingest.Page{p}})
		if have := str(f.Number); have != test.want || !strings.Contains(strings.Join(f.Review, "\n"), "number:") {
			t.Errorf("%s in %s gives %q with review %q, want %q", test.cell, test.file, have, f.Review, test.want)
		}
	}
}

// TestBlankFilledIn takes day and month from an annotation in their line.
func TestBlankFilledIn(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ cell, stamp, want string }{
		{"Sơn La, ngày tháng năm 2019", "05 3", "2019-03-05"},
		{"Sơn La, ngày tháng năm 2019", "31 2", ""},
		{"Sơn La, ngày tháng năm 2019", "0503", ""},
		{"Sơn La, ngày tháng 3 năm 2019", "05 4", ""}, // the month is there
	} {
		p := scanned(strings.Replace(damagedHead, "Sơn La, ngày 05 tháng 3 năm 2019", test.cell, 1))
		p.Annotations = page(ingest.SourceAnnotation, 1, test.stamp).Lines
		f := x.Extract(ingest.Document{Pages: []ingest.Page{p}})
		if have := str(f.Issued); have != test.want {
			t.Errorf("%s with %q gives %q, want %q", test.cell, test.stamp, have, test.want)
		}
		if f.Year == nil || *f.Year != 2019 {
			t.Errorf("%s: the year is on the page", test.cell)
		}
	}
}

// TestHeadWithoutTitle: the body closes the head of a công văn, and a plan on
// its next page is not its title.
func TestHeadWithoutTitle(t *testing.T) {
	first := scanned(strings.NewReplacer("214/KH-SNV", "214/SNV-CCVC\nL|V/v kiểm tra công vụ", "T|KẾ HOẠCH\nT|Kiểm tra công vụ\n", "").Replace(damagedHead) +
		"N|Nơi nhận:\nN|- Lưu: VT.\nS|GIÁM ĐỐC\nS|Lò Văn Pín")
	second := scanned("T|KẾ HOẠCH\nT|Thời gian kiểm tra từng đơn vị")
	second.Number = 2
	f := newExtractor(t).Extract(ingest.Document{Pages: []ingest.Page{first, second}})
	have := fmt.Sprint(str(f.DocType), "/", str(f.Title), "/", str(f.Signer.Name))
	if want := "CV/kiểm tra công vụ/Lò Văn Pín"; have != want {
		t.Errorf("have %s, want %s", have, want)
	}
}
