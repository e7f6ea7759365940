package extract

import (
	"strings"
	"testing"

	"vanthu/ingest"
)

// TestStamps reads degrees and the stamp of incoming mail, which are no part
// of the text.
func TestStamps(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		stamp                          string // lines
		conf                           float64
		urgency, secrecy, number, date string
	}{
		{stamp: "HỎA TỐC", conf: 0.9, urgency: "HỎA TỐC"},
		{stamp: "HOẢ TỐC", conf: 0.9, urgency: "HỎA TỐC"},
		{stamp: "THƯƠNG KHÂN", conf: 0.9, urgency: "THƯỢNG KHẨN"},
		{stamp: "KHẨN\nMẬT", conf: 0.9, urgency: "KHẨN", secrecy: "MẬT"},
		{stamp: "MẮT", conf: 0.9},
		{stamp: "Khẩn trương", conf: 0.9},
		{stamp: "CÔNG VĂN ĐẾN\nSố: 1234\nNgày 06/3/2019", conf: 0.9, number: "1234", date: "2019-03-06"},
		{stamp: "ĐẾN Số: 1234 Ngày: 06 tháng 3 năm 2019", conf: 0.9, number: "1234", date: "2019-03-06"},
		{stamp: "CÔNG VĂN ĐẾN\nSố: 12/4\nNgày 31/02/2019", conf: 0.9},
		{stamp: "CÔNG VĂN ĐẾN\nSố: 1234\nNgày 06/3/2019", conf: 0.4}, // a hand
	} {
		p := page(ingest.SourceOCR, 0.9, strings.Replace(headOf, "%s", "214/KH-SNV", 1))
		for _, l := range page(ingest.SourceOCR, test.conf, test.stamp).Lines {
			l.Zone = ingest.ZoneStamp
			p.Lines = append(p.Lines, l)
		}
		f := x.Extract(ingest.Document{Pages: []ingest.Page{p}})
		checkEvidence(t, f)
		have := []string{str(f.Urgency), str(f.Secrecy), str(f.Arrival.Number), str(f.Arrival.Date)}
		if want := []string{test.urgency, test.secrecy, test.number, test.date}; strings.Join(have, "|") != strings.Join(want, "|") {
			t.Errorf("%q gives %q, want %q", test.stamp, have, want)
		}
	}
}

func TestEffective(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ in, want string }{
		{"Quyết định này có hiệu lực thi hành kể từ ngày 01/4/2019.", "2019-04-01"},
		{"Kế hoạch có hiệu lực từ ngày 01 tháng 4 năm 2019.", "2019-04-01"},
		{"Kế hoạch này có hiệu lực kể từ ngày ký ban hành.", "2019-03-05"},
		{"Luật số 26/2018/QH14 này có hiệu lực từ ngày 01/7/2019.", ""},
		{"Văn bản có hiệu lực từ ngày 01/7/2019.", ""},
		{"Kế hoạch này có hiệu lực từ ngày 31/6/2019.", ""},
	} {
		f := x.Extract(document(strings.Replace(headOf, "%s", "214/KH-SNV", 1) + "\n" + test.in + "\n"))
		if have := str(f.Effective); have != test.want {
			t.Errorf("%q gives %q, want %q", test.in, have, test.want)
		}
	}
}
