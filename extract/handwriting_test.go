package extract

import (
	"slices"
	"strings"
	"testing"
	"time"

	"vanthu/ingest"
)

// blankOf is a blank with readings: "26 0.8, 28 0.1" without the commas.
func blankOf(t *testing.T, field ingest.Field, box ingest.Box, readings string) ingest.Hand {
	t.Helper()
	h := ingest.Hand{Field: field, Box: box, Ink: ingest.InkHand, Readings: []ingest.HandReading{}}
	f := strings.Fields(readings)
	for i := 0; i+1 < len(f); i += 2 {
		p, err := time.ParseDuration(f[i+1] + "s")
		if err != nil {
			t.Fatal(err)
		}
		h.Readings = append(h.Readings, ingest.HandReading{Text: f[i], P: p.Seconds()})
	}
	return h
}

// letterhead is a first page whose blanks OCR did not read.
func letterhead(t *testing.T, number, day, month string) ingest.Page {
	t.Helper()
	p := scanned("L|UBND TỈNH SƠN LA\nL|Số: {* /KH-UBND\nR|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" +
		"R|Sơn La, ngày @ tháng £ năm 2019\nT|KẾ HOẠCH\nT|Kiểm tra công vụ\nB|Căn cứ Quyết định số 12/QĐ-TTg ngày 04/3/2019;\n")
	at := ingest.Box{X0: 100, Y0: 100, X1: 120, Y1: 112}
	date := p.Lines[3].Words
	for i := range date {
		date[i].Box = ingest.Box{X0: 300 + 40*float64(i), Y0: 100, X1: 330 + 40*float64(i), Y1: 112}
	}
	p.Hands = []ingest.Hand{blankOf(t, ingest.FieldNumber, at, number),
		blankOf(t, ingest.FieldDay, date[3].Box, day), blankOf(t, ingest.FieldMonth, date[5].Box, month)}
	return p
}

// TestHandNumber weighs what a hand may say with the name of the file.
func TestHandNumber(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ name, read, file, want, alternatives string }{
		{"a clear hand", "68 0.98 69 0.01", "scan.pdf", "68/KH-UBND", "69/KH-UBND"},
		{"an unclear hand", "68 0.60 63 0.30", "scan.pdf", "", "68/KH-UBND 63/KH-UBND"},
		{"the name has its type", "63 0.60 68 0.30", "68-KH-UBND.pdf", "68/KH-UBND", "63/KH-UBND"},
		{"the name has another type", "63 0.60 68 0.30", "68-QD-UBND.pdf", "", "63/KH-UBND 68/KH-UBND"},
		{"the name is another document's", "63 0.99", "712-KH-UBND.pdf", "", "712/KH-UBND 63/KH-UBND"},
		{"a long number alone in the name", "2668 0.50 2663 0.40", "scan_2668.pdf", "2668/KH-UBND", "2663/KH-UBND"},
		{"a short number alone in the name", "7 0.50 1 0.45", "1_scan.pdf", "", "1/KH-UBND 7/KH-UBND"},
		{"zeros stay as written", "05 0.99", "5-KH-UBND.pdf", "05/KH-UBND", ""},
		{"with a letter", "05a 0.99", "scan.pdf", "05a/KH-UBND", ""},
		{"nothing was read", "", "scan.pdf", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := x.Extract(ingest.Document{File: test.file, Pages: []ingest.Page{letterhead(t, test.read, "", "")}})
			e := f.Evidence["number"]
			if str(f.Number) != test.want || strings.Join(e.Alternatives, " ") != test.alternatives {
				t.Errorf("number %q, alternatives %q; want %q, %q", str(f.Number), e.Alternatives, test.want, test.alternatives)
			}
			if test.want != "" && (e.Source != sourceHand || e.Confidence < surely || e.Box.IsZero()) {
				t.Errorf("evidence %+v", e)
			}
			if test.want == "" && !strings.HasPrefix(strings.Join(f.Review, " "), "number:") {
				t.Errorf("review %q", f.Review)
			}
		})
	}
}

// TestHandDate weighs day and month with what is known of the date.
func TestHandDate(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		name, day, month string
		signed           string
		want, best       string // the value, or the first alternative
	}{
		{"a clear hand", "12 0.99", "3 0.99", "", "2019-03-12", ""},
		{"an unclear day", "12 0.60 17 0.30", "3 0.99", "", "", "2019-03-12"},
		{"signed on the day", "17 0.50 12 0.40", "3 0.99", "2019-03-12T08:00:00Z", "2019-03-12", ""},
		{"signed in the evening of the day before, by universal time", "17 0.50 12 0.40", "3 0.99", "2019-03-11T18:00:00Z", "2019-03-12", ""},
		{"never signed before", "20 0.90 13 0.09", "3 0.99", "2019-03-13T08:00:00Z", "2019-03-13", ""},
		{"the signature agrees with nothing", "20 0.60 28 0.39", "3 0.99", "2019-03-13T08:00:00Z", "", "2019-03-20"},
		{"no such day", "31 0.60 21 0.39", "2 0.99", "", "", "2019-02-21"},
		{"older than what it cites", "01 0.40 07 0.59", "3 0.99", "", "2019-03-07", ""},
		{"the year may be misread", "12 0.99", "3 0.99", "2029-03-12T08:00:00Z", "", "2019-03-12"},
		{"signed years later, when it was scanned", "12 0.99", "3 0.99", "2023-06-01T08:00:00Z", "2019-03-12", ""},
		{"a Sunday", "10 0.50 18 0.49", "3 0.99", "", "", "2019-03-18"},
		{"the month was not found, the signature tells it", "12 0.99", "", "2019-03-12T08:00:00Z", "2019-03-12", ""},
		{"the month was not found, the youngest citation tells it", "12 0.99", "", "", "", "2019-03-12"},
		{"nothing was read", "", "", "", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := letterhead(t, "", test.day, test.month)
			if test.signed != "" {
				at, err := time.Parse(time.RFC3339, test.signed)
				if err != nil {
					t.Fatal(err)
				}
				p.Signatures = []ingest.Signature{{Signer: "Văn phòng", Time: at}}
			}
			f := x.Extract(ingest.Document{File: "scan.pdf", Pages: []ingest.Page{p}})
			e := f.Evidence["issued"]
			best := ""
			if f.Issued == nil && len(e.Alternatives) > 0 {
				best = e.Alternatives[0]
			}
			if str(f.Issued) != test.want || best != test.best {
				t.Errorf("issued %q (%.2f), alternatives %q; want %q or %q", str(f.Issued), e.Confidence, e.Alternatives, test.want, test.best)
			}
			if test.want != "" && (e.Source != sourceHand || e.Confidence < surely) {
				t.Errorf("evidence %+v", e)
			}
		})
	}
}

// TestHalfADate: day or month was not found on the page, but OCR read it, printed or
// as it may read a hand.
func TestHalfADate(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		day, month string // by the picture
		read       string // by OCR, for what was not found
		height     float64
		best       string // of the dates
		given      bool
	}{
		{"12 0.99", "", "8", 12, "2019-08-12", true},
		{"12 0.99", "", "8", 20, "", false}, // not of the size of print: it tells too little
		{"12 0.99", "", "0Š", 12, "2019-08-12", false},
		{"", "3 0.99", "12", 12, "2019-03-12", false},
		{"", "3 0.99", "4Z7", 12, "", false},
	} {
		p := letterhead(t, "", test.day, test.month)
		p.Lines[len(p.Lines)-1] = scanned("B|Căn cứ Luật Trẻ em;").Lines[0]
		date, at := p.Lines[3].Words, 5
		if test.day == "" {
			at = 3
		}
		date[at].Raw, date[at].Text = test.read, test.read
		date[at].Box.Y1 = date[at].Box.Y0 + test.height
		p.Hands = slices.DeleteFunc(p.Hands, func(h ingest.Hand) bool { return len(h.Readings) == 0 })
		f := x.Extract(ingest.Document{File: "scan.pdf", Pages: []ingest.Page{p}})
		best := str(f.Issued)
		if may := f.Evidence["issued"].Alternatives; best == "" && len(may) > 0 {
			best = may[0]
		}
		if best != test.best || (f.Issued != nil) != test.given {
			t.Errorf("%+v: %s, given %v (%.2f)", test, best, f.Issued != nil, f.Evidence["issued"].Confidence)
		}
	}
}

// TestTextTellsDate: a document is issued soon after the youngest that it cites and
// before the first day by which it asks for something.
func TestTextTellsDate(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ body, day, month, best string }{
		{"Căn cứ Luật Trẻ em;", "12 0.99", "", ""},
		{"Căn cứ Quyết định số 12/QĐ-TTg ngày 28/10/2019;", "12 0.99", "", "2019-11-12"},
		{"Căn cứ Quyết định số 12/QĐ-TTg ngày 28/10/2013;", "12 0.99", "", ""},
		{"Căn cứ Luật Trẻ em; gửi báo cáo trước ngày 10/4/2019.", "12 0.50", "3 0.40 9 0.55", "2019-03-12"},
		{"Số liệu trước ngày 10/4/2018 không tính lại.", "12 0.50", "4 0.40 9 0.55", "2019-09-12"},
	} {
		p := letterhead(t, "", test.day, test.month)
		p.Lines[len(p.Lines)-1] = scanned("B|" + test.body).Lines[0]
		f := x.Extract(ingest.Document{File: "scan.pdf", Pages: []ingest.Page{p}})
		best := ""
		if may := f.Evidence["issued"].Alternatives; len(may) > 0 {
			best = may[0]
		}
		if f.Issued != nil || best != test.best {
			t.Errorf("%s: issued %q, first %q; want %q", test.body, str(f.Issued), best, test.best)
		}
	}
}

// TestArrivalBoundsIssue: the printed date of arrival makes a later day of issue
// unlikely.
func TestArrivalBoundsIssue(t *testing.T) {
	p := letterhead(t, "11 0.97", "18 0.49 12 0.50", "3 0.99")
	p.Stamps = scanned("S|CÔNG VĂN ĐẾN\nS|Số: 417\nS|Ngày: 13/3/2019").Lines
	f := newExtractor(t).Extract(ingest.Document{File: "11.pdf", Pages: []ingest.Page{p}})
	if str(f.Arrival.Date) != "2019-03-13" || str(f.Arrival.Number) != "417" || str(f.Issued) != "2019-03-12" {
		t.Errorf("issued %q, arrived %q of %q; review %q", str(f.Issued), str(f.Arrival.Number), str(f.Arrival.Date), f.Review)
	}
}

// TestHandArrival: what a hand wrote into the stamp of arrival is the value where
// it is sure, a letter never arrives before its day, and a person chooses else.
func TestHandArrival(t *testing.T) {
	for _, test := range []struct{ number, date, wantNumber, wantDate, review string }{
		{"0417 0.98 0477 0.01", "2019-03-06 0.9 2019-03-03 0.08", "0417", "2019-03-06", ""},
		{"0417 0.6 0477 0.3", "", "", "", "arrival.number: handwritten, may be 0417, 0477"},
		{"12 0.99", "2019-03-04 0.5 2019-03-07 0.45", "12", "", "arrival.date: handwritten, may be 2019-03-07, 2019-03-04"}, // the 4th is before the issue
		{"", "", "", "", ""},
	} {
		p := letterhead(t, "11 0.97", "05 0.99", "3 0.99")
		at := ingest.Box{X0: 60, Y0: 200, X1: 120, Y1: 212}
		p.Hands = append(p.Hands, blankOf(t, ingest.FieldArrivalNumber, at, test.number), blankOf(t, ingest.FieldArrivalDate, at, test.date))
		f := newExtractor(t).Extract(ingest.Document{File: "11.pdf", Pages: []ingest.Page{p}})
		checkEvidence(t, f)
		if str(f.Arrival.Number) != test.wantNumber || str(f.Arrival.Date) != test.wantDate {
			t.Errorf("arrival %q of %q", str(f.Arrival.Number), str(f.Arrival.Date))
		}
		if have := strings.Join(f.Review, "\n"); !strings.Contains(have, test.review) || test.review == "" && strings.Contains(have, "arrival") {
			t.Errorf("review %q, want %q", f.Review, test.review)
		}
	}
}

// TestHandAgainstOCR mistrusts what OCR read surely where the hand clearly says
// something else.
func TestHandAgainstOCR(t *testing.T) {
	p := letterhead(t, "11 0.97", "", "")
	p.Lines[1] = scanned("L|Số: 44/KH-UBND").Lines[0]
	f := newExtractor(t).Extract(ingest.Document{File: "scan.pdf", Pages: []ingest.Page{p}})
	if str(f.Number) != "11/KH-UBND" {
		t.Errorf("number %q, review %q", str(f.Number), f.Review)
	}
}
