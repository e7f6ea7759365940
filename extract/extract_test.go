package extract

import (
	"strings"
	"testing"

	"vanthu/ingest"
)

// page makes a page from plain text: a line a line, paragraphs between blank
// lines; no boxes and no zones, every word read with the given confidence.
func page(source ingest.Source, conf float64, s string) ingest.Page {
	p := ingest.Page{Number: 1, Source: source}
	para := 1
	for _, row := range strings.Split(s, "\n") {
		if strings.TrimSpace(row) == "" {
			para++
			continue
		}
		line := ingest.Line{Para: para}
		for _, w := range strings.Fields(row) {
			line.Words = append(line.Words, ingest.Word{Raw: w, Text: w, Conf: conf})
		}
		p.Lines = append(p.Lines, line)
	}
	return p
}

const headOf = `UBND TỈNH SƠN LA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ
Số: %s
Sơn La, ngày 05 tháng 3 năm 2019

KẾ HOẠCH

Kiểm tra công vụ năm 2019

Căn cứ Luật Cán bộ, công chức.
`

// TestNumber is about which of several sources of a number is believed.
func TestNumber(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		cell   string // after "Số:"
		file   string
		source ingest.Source
		conf   float64
		stamp  string // an annotation
		want   string
		rule   string
		review bool
	}{
		// printed
		{cell: "214/KH-SNV", file: "scan0001.pdf", source: ingest.SourceOCR, conf: 0.9, want: "214/KH-SNV", rule: "number:head"},
		{cell: "214/KH-SNV", file: "a.txt", source: ingest.SourceText, conf: 1, want: "214/KH-SNV", rule: "number:head"},
		{cell: "214/KH-\nSNV", file: "a.txt", source: ingest.SourceText, conf: 1, want: "214/KH-SNV", rule: "number:head"},
		// two sources agree on a weak reading
		{cell: "214/KCNTC", file: "214_kcn-tc.pdf", source: ingest.SourceOCR, conf: 0.9, want: "214/KCN-TC", rule: "number:head"},
		{cell: "214 /KH-SNV", file: "214-KH-SNV.pdf", source: ingest.SourceOCR, conf: 0.4, want: "214/KH-SNV", rule: "number:head"},
		// written by hand, read as anything: nobody else knows
		{cell: "44 /KH-SNV", file: "scan0001.pdf", source: ingest.SourceOCR, conf: 0.9, rule: "number:head", review: true},
		{cell: "ÁC /KH-SNV", file: "scan0001.pdf", source: ingest.SourceOCR, conf: 0.5, rule: "number:head", review: true},
		// … the file name knows
		{cell: "44 /KH-SNV", file: "KH_so_214_Vv_kiem_tra.pdf", source: ingest.SourceOCR, conf: 0.6, want: "214/KH-SNV", rule: "number:file-name", review: true},
		{cell: "/KH-SNV", file: "di-214-KH-SNV.signed.pdf", source: ingest.SourceTextLayer, conf: 1, want: "214/KH-SNV", rule: "number:file-name", review: true},
		// … the file name names two
		{cell: "/KH-SNV", file: "214-KH-SNV_215-KH-SNV.pdf", source: ingest.SourceOCR, conf: 1, rule: "number:head", review: true},
		// … the file name is another document's
		{cell: "/KH-SNV", file: "87_QĐUB.pdf", source: ingest.SourceOCR, conf: 1, rule: "number:head", review: true},
		// … a signing program stamped it
		{cell: "/KH-SNV", file: "x.pdf", source: ingest.SourceTextLayer, conf: 1, stamp: "214", want: "214/KH-SNV", rule: "number:annotation"},
		// printed, but the file name says otherwise
		{cell: "214/KH-SNV", file: "215-KH-SNV.pdf", source: ingest.SourceOCR, conf: 0.9, want: "214/KH-SNV", rule: "number:head", review: true},
	} {
		p := page(test.source, test.conf, strings.Replace(headOf, "%s", test.cell, 1))
		if test.stamp != "" {
			p.Annotations = page(ingest.SourceAnnotation, 1, test.stamp).Lines
		}
		f := x.Extract(ingest.Document{File: test.file, Pages: []ingest.Page{p}})
		if have := str(f.Number); have != test.want {
			t.Errorf("%q in %s: number %q, want %q", test.cell, test.file, have, test.want)
		}
		if have := f.Evidence["number"].Rule; have != test.rule {
			t.Errorf("%q in %s: rule %q, want %q", test.cell, test.file, have, test.rule)
		}
		if have := strings.Contains(strings.Join(f.Review, "\n"), "number:"); have != test.review {
			t.Errorf("%q in %s: review %v, want %v: %q", test.cell, test.file, have, test.review, f.Review)
		}
	}
}

// TestIssued is about the day that the page lacks.
func TestIssued(t *testing.T) {
	x := newExtractor(t)
	blank := strings.Replace(strings.Replace(headOf, "%s", "214/KH-SNV", 1), "ngày 05 tháng 3", "ngày … tháng 3", 1)
	for _, test := range []struct {
		text, stamp, want, alternative string
		conf                           float64
	}{
		{text: strings.Replace(headOf, "%s", "1/KH-SNV", 1), conf: 0.9, want: "2019-03-05"},
		{text: strings.Replace(headOf, "%s", "1/KH-SNV", 1), conf: 0.4, alternative: "2019-03-05"}, // by hand
		{text: blank, conf: 0.9},
		{text: blank, conf: 0.9, stamp: "ngày 05 tháng 3 năm 2019", want: "2019-03-05"},
		{text: blank, conf: 0.9, stamp: "Thời gian ký: 06.03.2019 08:12:44 +07:00", alternative: "2019-03-06"},
	} {
		p := page(ingest.SourceOCR, test.conf, test.text)
		if test.stamp != "" {
			p.Annotations = page(ingest.SourceAnnotation, 1, test.stamp).Lines
		}
		f := x.Extract(ingest.Document{Pages: []ingest.Page{p}})
		e := f.Evidence["issued"]
		if str(f.Issued) != test.want || test.alternative != strings.Join(e.Alternatives, " ") {
			t.Errorf("stamp %q, confidence %.1f: issued %q or %q, want %q or %q",
				test.stamp, test.conf, str(f.Issued), e.Alternatives, test.want, test.alternative)
		}
		if review := strings.Contains(strings.Join(f.Review, "\n"), "issued:"); review != (test.want == "") {
			t.Errorf("stamp %q: review %q", test.stamp, f.Review)
		}
	}
}

// TestZones reads the same document as layout arranges it, with zones.
func TestZones(t *testing.T) {
	zoned := func(z ingest.Zone, para int, s string) ingest.Line {
		l := page(ingest.SourceOCR, 0.95, s).Lines[0]
		l.Zone, l.Para = z, para
		return l
	}
	p := ingest.Page{Number: 1, Source: ingest.SourceOCR, Lines: []ingest.Line{
		zoned(ingest.ZoneHeadLeft, 1, "ỦY BAN NHÂN DÂN"),
		zoned(ingest.ZoneHeadLeft, 1, "HUYỆN QUẢNG ĐIỀN"),
		zoned(ingest.ZoneHeadLeft, 2, "Số: 112/TB-UBND"),
		zoned(ingest.ZoneHeadRight, 3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
		zoned(ingest.ZoneHeadRight, 4, "Quảng Điền, ngày 02 tháng 6 năm 2017"),
		zoned(ingest.ZoneStamp, 5, "ĐẾN Số: 999/QĐ-UBND Ngày 05/6/2017"),
		zoned(ingest.ZoneTitle, 6, "THÔNG BÁO"),
		zoned(ingest.ZoneTitle, 7, "Lịch tiếp công dân"),
		zoned(ingest.ZoneTitle, 7, "tháng 6 năm 2017"),
		zoned(ingest.ZoneBody, 8, "Ủy ban nhân dân huyện thông báo như sau."),
		zoned(ingest.ZoneRecipients, 9, "Nơi nhận:"),
		zoned(ingest.ZoneRecipients, 10, "- Lưu: VT."),
		zoned(ingest.ZoneSignature, 11, "CHỦ TỊCH"),
		zoned(ingest.ZoneSignature, 12, "Phan Văn Tám"),
		zoned(ingest.ZoneMargin, 13, "1"),
	}}
	have := dump(newExtractor(t).Extract(ingest.Document{Pages: []ingest.Page{p}}))
	want := `doc_type TB
number 112/TB-UBND
place Quảng Điền
issued 2017-06-02
issuer Ủy ban nhân dân huyện Quảng Điền
issuer_level district
province Thừa Thiên Huế
title Lịch tiếp công dân tháng 6 năm 2017
year 2017
arrival.date 2017-06-05
signer.position CHỦ TỊCH
signer.name Phan Văn Tám
recipient Lưu: VT
`
	if have != want {
		t.Errorf("want\n%s\nhave\n%s", want, have)
	}
}

// TestOdd gives documents that have little or nothing to read.
func TestOdd(t *testing.T) {
	x := newExtractor(t)
	many := "KẾ HOẠCH\n\nVề việc thử\n\nNơi nhận:\n" + strings.Repeat("- Đơn vị;\n", 1000) + "- Lưu: VT."
	for name, test := range map[string]struct {
		doc        ingest.Document
		recipients int
	}{
		"no pages":        {ingest.Document{}, 0},
		"an empty page":   {ingest.Document{Pages: []ingest.Page{{Number: 1, Source: ingest.SourceBlank}}}, 0},
		"one word":        {document("Lưu"), 0},
		"only marks":      {document("----- . / - ./. %%% @ ::"), 0},
		"1000 recipients": {document(many), 1001},
	} {
		f := x.Extract(test.doc)
		if len(f.Recipients) != test.recipients {
			t.Errorf("%s: %d recipients, want %d", name, len(f.Recipients), test.recipients)
		}
		if f.Number != nil || f.Citations == nil || f.Sections == nil || f.Review == nil || f.Contacts.Emails == nil {
			t.Errorf("%s: a number, or a nil list: %+v", name, f)
		}
		if len(f.Review) == 0 {
			t.Errorf("%s: nothing to review", name)
		}
	}
}

// FuzzExtract holds any text to the promises: no panic, evidence for every
// field, its words on the page.
func FuzzExtract(f *testing.F) {
	x := newExtractor(f)
	f.Add("Số: 90 /KH- UBND   Huế, ngày 31 tháng 02 năm 2020\nKẾ HOẠCH\nI. MỤC TIÊU\n1. 97%\nNơi nhận:\n- Lưu")
	f.Add("S6: 0§-CTr/TU\ntrước ngày 05/5 và 03/11/2023;\nKT. GIAM POC\na@b.vn 0974.226.679")
	f.Add("KẾ HOẠCH\n\nVề việc\n\n1.12\n\nI.\n\n1.\n\nĐiều 1.\n\na)")
	f.Add("Q Đ/-/ 5/KH- \xff\u0301 ngày 1 thang 1 nam")
	f.Fuzz(func(t *testing.T, s string) {
		fields := x.Extract(document(s))
		checkEvidence(t, fields)
		if e := fields.Evidence["number"]; fields.Number != nil && !strings.Contains(strings.Join(strings.Fields(s), " "), strings.Fields(e.Text)[0]) {
			t.Errorf("number %q: its words %q are not in the text", *fields.Number, e.Text)
		}
	})
}

// BenchmarkExtract reads a long plan: the head and foot of a golden around a
// body repeated to about 1 MB.
func BenchmarkExtract(b *testing.B) {
	body := strings.Repeat(`1. Sở Nội vụ
- Chủ trì, phối hợp với các sở, ngành tham mưu thực hiện Quyết định số 12/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ về việc
tinh giản biên chế; phấn đấu 97% cán bộ được bồi dưỡng, báo cáo trước ngày 15/12/2019.
`, 2500)
	benchmarkText(b, strings.Replace(headOf, "%s", "214/KH-SNV", 1)+"\nI. TỔ CHỨC THỰC HIỆN\n"+body+"\nNơi nhận:\n- Lưu: VT.\n")
}

// BenchmarkPages reads a document of 500 pages: recipients by the hundred,
// names, tables of contents, all that a rule might look for twice.
func BenchmarkPages(b *testing.B) {
	leaf := strings.Repeat("- Chủ tịch UBND các xã phối hợp với Sở Nội vụ, Sở Y tế hoàn thành trước ngày 15/12/2019.\n\nII. NHIỆM VỤ\n\n1. Sở Nội vụ\n\n", 12)
	foot := "\nNơi nhận:\n" + strings.Repeat("- Sở Nội vụ;\n", 400) + "- Lưu: VT.\n"
	text := strings.Replace(headOf, "%s", "214/KH-SNV", 1) + strings.Repeat(leaf+"\f", 500) + foot
	benchmarkText(b, text)
}

// BenchmarkParagraph reads 1 MB without a full stop or a line feed.
func BenchmarkParagraph(b *testing.B) {
	benchmarkText(b, "KẾ HOẠCH\n\nVề việc thử\n\n"+strings.Repeat("số 12/QĐ-TTg ngày 03/01/2019 phấn đấu 97% định kỳ trước ngày 15/12 có hiệu lực từ ngày ký ", 10000))
}

func benchmarkText(b *testing.B, text string) {
	x := newExtractor(b)
	doc := document(text)
	b.SetBytes(int64(len(text)))
	b.ResetTimer()
	for b.Loop() {
		x.Extract(doc)
	}
}
