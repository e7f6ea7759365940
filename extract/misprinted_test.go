package extract

import (
	"strings"
	"testing"
	"time"

	"vanthu/ingest"
)

func TestFiguresIn(t *testing.T) {
	for _, test := range []struct {
		word, want string
		mended     bool
	}{
		{"05", "05", false},
		{"0Š", "05 08", true},
		{"l5", "15", true},
		{"1O5", "105", true},
		{"§", "5 8", true},
		{"§§", "", false}, // more letters than figures
		{"SO", "", false},
		{"12a", "", false},
		{"123456", "", false},
		{"", "", false},
	} {
		b, mended := figuresIn(test.word)
		if have := strings.Join(b.ranked(), " "); have != test.want || mended != test.mended {
			t.Errorf("figuresIn(%q) = %q, %v; want %q, %v", test.word, have, mended, test.want, test.mended)
		}
	}
}

// TestMisprinted reads number and date with a letter for a figure: what it may be
// is shown, and it is the value where something else says so.
func TestMisprinted(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		number, date, file, signed, cited string
		wantNumber, mayNumber             string
		wantIssued, mayIssued             string
	}{
		{"214/KH-SNV", "05 tháng 0Š năm 2019", "a.pdf", "", "", "214/KH-SNV", "", "", "2019-08-05 2019-05-05"}, // 5/5/2019 is a Sunday
		{"214/KH-SNV", "07 tháng 0Š năm 2019", "a.pdf", "2019-08-07T09:00:00Z", "", "214/KH-SNV", "", "2019-08-07", ""},
		{"214/KH-SNV", "07 tháng 0Š năm 2019", "a.pdf", "", "12/QĐ-TTg ngày 02/8/2019", "214/KH-SNV", "", "", "2019-08-07 2019-05-07"},
		{"214/KH-SNV", "07 tháng 0Š năm 2019", "KH 07.5.2019.pdf", "", "", "214/KH-SNV", "", "", "2019-05-07 2019-08-07"},
		{"214/KH-SNV", "07 tháng 0Š năm 2019", "scan_20190520_101112.pdf", "", "", "214/KH-SNV", "", "", "2019-05-07 2019-08-07"},
		{"21§/KH-SNV", "06 tháng 3 năm 2019", "a.pdf", "", "", "", "215/KH-SNV 218/KH-SNV", "2019-03-06", ""},
		{"21§ /KH-SNV", "06 tháng 3 năm 2019", "218-KH-SNV.pdf", "", "", "218/KH-SNV", "", "2019-03-06", ""},
		{"0§-CTr/TU", "06 tháng 3 năm 2019", "a.pdf", "", "", "", "05-CTr/TU 08-CTr/TU", "2019-03-06", ""},
	} {
		p := scanned(strings.NewReplacer("214/KH-SNV", test.number, "05 tháng 3 năm 2019", test.date,
			"Sở Nội vụ xây dựng", "Căn cứ Quyết định số "+test.cited+"; Sở Nội vụ xây dựng").Replace(damagedHead))
		if test.signed != "" {
			at, err := time.Parse(time.RFC3339, test.signed)
			if err != nil {
				t.Fatal(err)
			}
			p.Signatures = []ingest.Signature{{Signer: "Văn phòng", Time: at}}
		}
		f := x.Extract(ingest.Document{File: test.file, Pages: []ingest.Page{p}})
		checkEvidence(t, f)
		number, issued := strings.Join(f.Evidence["number"].Alternatives, " "), strings.Join(f.Evidence["issued"].Alternatives, " ")
		if str(f.Number) != test.wantNumber || number != test.mayNumber || str(f.Issued) != test.wantIssued || issued != test.mayIssued {
			t.Errorf("%s, %s, %s: number %q (%s), issued %q (%s)", test.number, test.date, test.file, str(f.Number), number, str(f.Issued), issued)
		}
	}
}

// TestAmbiguousFigure: a mark that may be one of two figures is not printed surely
// because it was restored as one of them.
func TestAmbiguousFigure(t *testing.T) {
	p := scanned(damagedHead)
	date := p.Lines[4].Words
	date[5].Raw, date[5].Text = "0§", "08"
	f := newExtractor(t).Extract(ingest.Document{File: "a.pdf", Pages: []ingest.Page{p}})
	if may := strings.Join(f.Evidence["issued"].Alternatives, " "); f.Issued != nil || may != "2019-08-05 2019-05-05" {
		t.Errorf("issued %q, may be %s", str(f.Issued), may)
	}
}
