package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/ingest"
	"vanthu/ingest/textpage"
)

// show lists a page's lines as "zone paragraph text".
func show(p ingest.Page) (lines []string) {
	for _, l := range p.Lines {
		lines = append(lines, fmt.Sprintf("%s %d %s", l.Zone, l.Para, l.Text()))
	}
	return lines
}

// want splits an expectation into its lines.
func want(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }

func check(t *testing.T, p ingest.Page, expect string) {
	t.Helper()
	got := Arrange(p)
	if diff := cmp.Diff(want(expect), show(got)); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	if diff := cmp.Diff(words(p), words(got)); diff != "" {
		t.Errorf("words lost or added: -before +after\n%s", diff)
	}
}

func words(p ingest.Page) (all []string) {
	for _, l := range p.Lines {
		for _, w := range l.Words {
			all = append(all, fmt.Sprintf("%s %v", w.Text, w.Box))
		}
	}
	slices.Sort(all)
	return all
}

// typewritten sets text on the grid of a text file, number the page's.
func typewritten(number int, text string) ingest.Page {
	for p := range textpage.Pages(text) {
		p.Number = number
		return p
	}
	return ingest.Page{}
}

// scanned sets the same text as OCR sees it: lines of 15 points from the top,
// letters 6 points wide, turned clockwise by degrees, one line of OCR a row.
func scanned(number int, degrees float64, text string) ingest.Page {
	p := typewritten(number, text)
	p.Source = ingest.SourceOCR
	slope := math.Tan(degrees * math.Pi / 180)
	for i, l := range p.Lines {
		for j, w := range l.Words {
			x, y := w.Box.X0+60, w.Box.Y0*18/12+50
			dy := slope * (x - 300)
			box := ingest.Box{X0: x, Y0: y + dy, X1: w.Box.X1 + 60, Y1: y + dy + 12}
			p.Lines[i].Words[j].Box, p.Lines[i].Words[j].Conf = box, 0.95
		}
	}
	return p
}

const letterhead = `
 UBND HUYỆN AN MINH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    PHÒNG Y TẾ                     Độc lập - Tự do - Hạnh phúc
Số:  12 /KH-PYT               An Minh, ngày  4 tháng 3 năm 2022

                               KẾ HOẠCH
                Phòng chống dịch bệnh mùa mưa năm 2022

      Thực hiện Kế hoạch số 55/KH-UBND của Ủy ban nhân dân huyện, Phòng Y
tế xây dựng kế hoạch như sau:
      I. MỤC ĐÍCH
      - Giảm 1.038,2 ca so với cùng kỳ theo quy định tại khoản 2 và khoản 3
Điều 44 của Luật; không để dịch lây lan ra các xã lân cận trong huyện nhà
`

const letterheadWant = `
head-left 1 UBND HUYỆN AN MINH
head-left 2 PHÒNG Y TẾ
head-left 3 Số: 12 /KH-PYT
head-right 4 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
head-right 5 Độc lập - Tự do - Hạnh phúc
head-right 6 An Minh, ngày 4 tháng 3 năm 2022
title 7 KẾ HOẠCH
title 8 Phòng chống dịch bệnh mùa mưa năm 2022
body 9 Thực hiện Kế hoạch số 55/KH-UBND của Ủy ban nhân dân huyện, Phòng Y
body 9 tế xây dựng kế hoạch như sau:
body 10 I. MỤC ĐÍCH
body 11 - Giảm 1.038,2 ca so với cùng kỳ theo quy định tại khoản 2 và khoản 3
body 11 Điều 44 của Luật; không để dịch lây lan ra các xã lân cận trong huyện nhà`

func TestLetterhead(t *testing.T) {
	t.Run("text", func(t *testing.T) { check(t, typewritten(1, letterhead), letterheadWant) })
	for _, degrees := range []float64{0, 1.5, -1.5} {
		t.Run(fmt.Sprintf("scan %v°", degrees), func(t *testing.T) { check(t, scanned(1, degrees, letterhead), letterheadWant) })
	}
	t.Run("misread", func(t *testing.T) {
		misread := strings.NewReplacer("CỘNG HÒA XÃ HỘI", "CỌNC HÓA XÀ HỌI", "KẾ HOẠCH\n", "KÉ HOACH\n", "tự do", "tư đo")
		check(t, scanned(1, 1, misread.Replace(letterhead)), misread.Replace(letterheadWant))
	})
	t.Run("speck in the gutter", func(t *testing.T) {
		text := strings.Replace(letterhead, "AN MINH            CỘNG", "AN MINH   .        CỘNG", 1)
		check(t, scanned(1, 0, text), strings.Replace(letterheadWant, "AN MINH", "AN MINH .", 1))
	})
	t.Run("letters apart", func(t *testing.T) {
		apart := strings.NewReplacer("KẾ HOẠCH\n", "K Ế H O Ạ C H\n")
		check(t, typewritten(1, apart.Replace(letterhead)), apart.Replace(letterheadWant))
	})
	t.Run("anchors gone", func(t *testing.T) {
		gone := strings.NewReplacer("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ÒA X.HO(33//MGHĨA", "Độc lập - Tự do - Hạnh phúc", "Độc ()")
		check(t, scanned(1, 1, gone.Replace(letterhead)), gone.Replace(letterheadWant))
	})
}

func TestOfficialLetter(t *testing.T) {
	check(t, scanned(1, 0, `
                                                  Ký bởi: Sở Nội vụ
   ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỈNH BẾN SÔNG                  Độc lập - Tự do - Hạnh phúc
Số:     /UBND-VX              Bến Sông, ngày    tháng 3 năm 2022
V/v báo cáo việc thực
hiện chỉ tiêu năm 2021
              Kính gửi: Các sở, ban, ngành thuộc tỉnh.
      Để có số liệu phục vụ kỳ họp, Ủy ban nhân dân tỉnh yêu cầu các đơn vị
gửi báo cáo về Sở Kế hoạch và Đầu tư.
`), `
head-left 1 ỦY BAN NHÂN DÂN
head-left 2 TỈNH BẾN SÔNG
head-left 3 Số: /UBND-VX
head-left 4 V/v báo cáo việc thực
head-left 4 hiện chỉ tiêu năm 2021
head-right 5 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
head-right 6 Độc lập - Tự do - Hạnh phúc
head-right 7 Bến Sông, ngày tháng 3 năm 2022
body 8 Kính gửi: Các sở, ban, ngành thuộc tỉnh.
body 9 Để có số liệu phục vụ kỳ họp, Ủy ban nhân dân tỉnh yêu cầu các đơn vị
body 9 gửi báo cáo về Sở Kế hoạch và Đầu tư.
stamp 10 Ký bởi: Sở Nội vụ`)
}

const lastPage = `
                                   3
      Trong quá trình thực hiện, nếu có khó khăn, các đơn vị báo cáo về Ban
Chấp hành Đảng bộ và Đảng Cộng sản Việt Nam tại địa phương để giải quyết./.

Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
- Thường trực Huyện ủy;                   KT. CHỦ TỊCH
- Các phòng chuyên môn,                   PHÓ CHỦ TỊCH
  đơn vị sự nghiệp;
- Lưu: VT.
                                          Lê Thị Mẫu
`

const lastPageWant = `
body 1 Trong quá trình thực hiện, nếu có khó khăn, các đơn vị báo cáo về Ban
body 1 Chấp hành Đảng bộ và Đảng Cộng sản Việt Nam tại địa phương để giải quyết./.
recipients 2 Nơi nhận:
recipients 3 - Thường trực Huyện ủy;
recipients 4 - Các phòng chuyên môn,
recipients 4 đơn vị sự nghiệp;
recipients 5 - Lưu: VT.
signature 6 TM. ỦY BAN NHÂN DÂN
signature 7 KT. CHỦ TỊCH
signature 8 PHÓ CHỦ TỊCH
signature 9 Lê Thị Mẫu
margin 10 3`

func TestRecipientsBesideSignature(t *testing.T) {
	check(t, typewritten(3, lastPage), lastPageWant)
	check(t, scanned(3, 1, lastPage), lastPageWant)
}

// TestFilingInitials has the initials of who drafted the document, which look like
// a capacity.
func TestFilingInitials(t *testing.T) {
	const foot, as = "- Lưu: VT.\n", "recipients 5 - Lưu: VT.\n"
	check(t, typewritten(3, strings.Replace(lastPage, foot, "- Lưu: VT, KT.\n", 1)),
		strings.Replace(lastPageWant, as, "recipients 5 - Lưu: VT, KT.\n", 1))
}

// TestFootMisread is a foot whose seal spoiled what tells its two blocks: the
// heading of the recipients, or the first line of the signature.
func TestFootMisread(t *testing.T) {
	t.Run("heading", func(t *testing.T) {
		check(t, scanned(2, 0, `
các xã, thị trấn gửi báo cáo về Phòng Y tế huyện trước ngày 20 hằng tháng.
R»¿bPhệnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn KT. TRƯỞNG PHÒNG
- Như trên;
- UBND huyện;                           PHÓ TRƯỞNG PHÒNG
- Lưu: VT.
`), `
body 1 các xã, thị trấn gửi báo cáo về Phòng Y tế huyện trước ngày 20 hằng tháng.
recipients 2 R»¿bPhệnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
recipients 3 - Như trên;
recipients 4 - UBND huyện;
recipients 5 - Lưu: VT.
signature 6 KT. TRƯỞNG PHÒNG
signature 7 PHÓ TRƯỞNG PHÒNG`)
	})
	t.Run("capacity", func(t *testing.T) {
		check(t, scanned(2, 0, `
các chi bộ trực thuộc gửi báo cáo về Văn phòng Huyện ủy trước ngày 15 tháng 11.
Nơi nhận:                               ~F#M=RAN THƯỜNG VỤ
- Thường trực Tỉnh ủy,                           BÍ THƯ
- Lưu Văn phòng.
`), `
body 1 các chi bộ trực thuộc gửi báo cáo về Văn phòng Huyện ủy trước ngày 15 tháng 11.
recipients 2 Nơi nhận:
recipients 3 - Thường trực Tỉnh ủy,
recipients 4 - Lưu Văn phòng.
signature 5 ~F#M=RAN THƯỜNG VỤ
signature 6 BÍ THƯ`)
	})
}

func TestCollapsedColumns(t *testing.T) {
	check(t, typewritten(1, `UBND XÃ HÒA AN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Các thôn tổ chức thực hiện nghiêm túc kế hoạch này trước ngày 30 tháng 6.

Nơi nhận: KT. CHỦ TỊCH
- Các thôn; PHÓ CHỦ TỊCH
- Lưu: VT.
`), `
head-left 1 UBND XÃ HÒA AN
head-right 2 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
body 3 Các thôn tổ chức thực hiện nghiêm túc kế hoạch này trước ngày 30 tháng 6.
recipients 4 Nơi nhận:
recipients 5 - Các thôn;
recipients 6 - Lưu: VT.
signature 7 KT. CHỦ TỊCH
signature 8 PHÓ CHỦ TỊCH`)
}

func TestTable(t *testing.T) {
	check(t, scanned(2, 0, `
      Danh mục nhiệm vụ giao cho các đơn vị thực hiện trong năm như sau, với
thời hạn cho từng nhiệm vụ:
TT    Nhiệm vụ                Đơn vị            Thời hạn
1     Tập huấn                Phòng Y tế        Quý I
2     Kiểm tra                Phòng Nội vụ      Quý II
3     Tổng kết                Văn phòng         Quý IV
      Các đơn vị báo cáo trước ngày 15 tháng 12.
`), `
body 1 Danh mục nhiệm vụ giao cho các đơn vị thực hiện trong năm như sau, với
body 1 thời hạn cho từng nhiệm vụ:
table 2 TT Nhiệm vụ Đơn vị Thời hạn
table 3 1 Tập huấn Phòng Y tế Quý I
table 4 2 Kiểm tra Phòng Nội vụ Quý II
table 5 3 Tổng kết Văn phòng Quý IV
body 6 Các đơn vị báo cáo trước ngày 15 tháng 12.`)
}

// Text copied from a web page, its words without boxes: order kept.
func TestLinesWithoutBoxes(t *testing.T) {
	p := ingest.Page{Number: 1, Source: ingest.SourceTextLayer}
	for _, line := range []string{
		"ỦY BAN NHÂN DÂN", "TỈNH BẾN SÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
		"Số: 7/KH-UBND", "Bến Sông, ngày 2 tháng 5 năm 2021", "KẾ HOẠCH", "Trồng cây năm 2021",
		"I. MỤC TIÊU", "Trồng một nghìn cây.", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Lê Văn Mẫu",
	} {
		var l ingest.Line
		for w := range strings.FieldsSeq(line) {
			l.Words = append(l.Words, ingest.Word{Raw: w, Text: w})
		}
		p.Lines = append(p.Lines, l)
	}
	check(t, p, `
head-left 1 ỦY BAN NHÂN DÂN
head-left 2 TỈNH BẾN SÔNG
head-right 3 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
head-right 4 Độc lập - Tự do - Hạnh phúc
head-left 5 Số: 7/KH-UBND
head-right 6 Bến Sông, ngày 2 tháng 5 năm 2021
title 7 KẾ HOẠCH
title 8 Trồng cây năm 2021
body 9 I. MỤC TIÊU
body 10 Trồng một nghìn cây.
recipients 11 Nơi nhận:
recipients 12 - Như trên;
recipients 13 - Lưu: VT.
signature 14 CHỦ TỊCH
signature 15 Lê Văn Mẫu`)
}

func TestArrangeTwiceChangesNothing(t *testing.T) {
	for _, p := range []ingest.Page{typewritten(1, letterhead), scanned(1, 1, letterhead), scanned(3, 0, lastPage), {Number: 1}} {
		once := Arrange(p)
		if diff := cmp.Diff(show(once), show(Arrange(once))); diff != "" {
			t.Errorf("-once +twice\n%s", diff)
		}
	}
}

func TestMarked(t *testing.T) {
	for text, want := range map[string]bool{
		"I. MỤC ĐÍCH": true, "1. Nội dung": true, "1.2. Nội dung": true, "1.2 Nội dung": true, "7.Công an xã": true, "a) Chỉ tiêu": true,
		"đ) Khác": true, "- Các sở": true, "-UBND huyện": true, "1/ Mục tiêu": true, "Điều 3. Hiệu lực": true, "Chương II QUY ĐỊNH": true,
		"I- MỤC ĐÍCH": true, "2- Nội dung": true, "IV/ Nhiệm vụ": true, "A- Phần chung": true,
		"1.038,2 triệu": false, "12/2019 của": false, "V/v báo": false, "Điều 44 của": false, "Ban hành": false, "I go": false, "2021.": false,
	} {
		st := &strip{}
		for w := range strings.FieldsSeq(text) {
			st.words = append(st.words, word{Word: ingest.Word{Text: w}})
		}
		if got := marked(st); got != want {
			t.Errorf("marked(%q) = %v", text, got)
		}
	}
}

// FuzzArrange: no word is lost, every line has a zone and words, paragraphs
// count up from one.
func FuzzArrange(f *testing.F) {
	f.Add(letterhead, 0.5, uint8(1))
	f.Add(lastPage, -2.0, uint8(3))
	f.Add("Nơi nhận: KT. CHỦ TỊCH\n   PHỤ LỤC\n1", 0.0, uint8(2))
	f.Fuzz(func(t *testing.T, text string, degrees float64, number uint8) {
		if len(text) > 4000 || math.Abs(degrees) > 10 {
			return
		}
		p := scanned(int(number), degrees, text)
		got := Arrange(p)
		if diff := cmp.Diff(words(p), words(got)); diff != "" {
			t.Fatalf("-before +after\n%s", diff)
		}
		para := 0
		for _, l := range got.Lines {
			if l.Zone == ingest.ZoneUnknown || len(l.Words) == 0 || l.Para < para || l.Para > para+1 {
				t.Fatalf("line %q: zone %q, paragraph %d after %d", l.Text(), l.Zone, l.Para, para)
			}
			para = l.Para
		}
	})
}

func BenchmarkArrange(b *testing.B) {
	p := scanned(1, 1, letterhead+strings.Repeat("      - Các đơn vị báo cáo kết quả thực hiện về Phòng Y tế trước ngày 15\n", 35))
	for b.Loop() {
		Arrange(p)
	}
}

// TestUnknownHead: a letterhead that is not known for one is read before the
// title below it.
func TestUnknownHead(t *testing.T) {
	check(t, typewritten(1, `UBND TINH SON LA CONG HOA XA HOI
SO NOI VU Doc lap
So: 12/KH-SNV Son La, ngay 05 thang 5

KE HOACH
Kiem tra cong vu

1. Muc dich.`), `
body 1 UBND TINH SON LA CONG HOA XA HOI
body 1 SO NOI VU Doc lap
body 2 So: 12/KH-SNV Son La, ngay 05 thang 5
title 3 KE HOACH
title 4 Kiem tra cong vu
body 5 1. Muc dich.`)
}
