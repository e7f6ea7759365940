package normalize

import (
	"strings"
	"testing"
)

func TestSplitMisread(t *testing.T) {
	for field, want := range map[string]string{
		"than'":                "than'",    // a bit of a letter
		"'than'":               "'|than|'", // quoted
		"phi];":                "phi]|;",
		"[phi]":                "[|phi|]",
		"12-CTrlTU,":           "12-CTrlTU|,",
		"doqn2016-2021;":       "doqn| ;2016-2021|;",
		"QH2015":               "QH2015", // a code, no word
		"ngdy...thdng…ndm....": "ngdy|...;thdng|…;ndm|....",
		"...thdng":             "...|thdng",
		"GD&ĐT,":               "GD|&;ĐT|,",
		"Vi&t":                 "Vi&t",           // a letter
		"sach,dc;p;":           "sach|, ;dc;p|;", // the space is missing
		"thu,ang":              "thu,ang",        // a bit of ư
		"SVH,TDTT":             "SVH,TDTT",       // a code
		"nam":                  "nam",
	} {
		var parts []string
		for _, p := range splitMisread(field) {
			s := p.Core
			if p.Pre != "" {
				s = p.Pre + "|" + s
			}
			if p.Post != "" {
				s += "|" + p.Post
			}
			parts = append(parts, s)
		}
		if got := strings.Join(parts, ";"); got != want {
			t.Errorf("%s: have %s, want %s", field, got, want)
		}
	}
}

// In a heading a name is a name all the same.
func TestNamesInHeadings(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		"UY BAN NHAN DAN TiNH AN GIANG\nthyc hién chinh sach ciia Nha nudc vé tré em": "ỦY BAN NHÂN DÂN TỈNH AN GIANG\nthực hiện chính sách của Nhà nước về trẻ em",
	} {
		if got := r.Text(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

// Nothing that was misread is told to be quite sure.
func TestMisreadWordsAreNeverQuiteSure(t *testing.T) {
	for _, c := range restorer(t).Changes(misread) {
		if c.Kind == ChangeOCR && (c.Sure > known+1e-9 || c.Sure <= 0) {
			t.Errorf("%s → %s: sure %.3f", c.Raw, c.Text, c.Sure)
		}
	}
}

// Nearly all that is wrong with the page is marks: only some words tell that it
// was read by an engine and not typed.
func TestWhatOnlySeemsStrippedIsReread(t *testing.T) {
	const raw = `Uy ban nhan dan huyen yeu cau cac phong ban va cac xa to chuc thuc hien nghiem tuc
ke hoach trong rung nam nay. Cac xa bao cao ket qua truoc ngay cuoi thang.

Nguoi dan duoc Nha nurdc ho tro cay giong va duoc tap huan ky thuat trudc khi trong,
ho tro phan bon cho hai nam dau va duoc vay von uu dai cua ngan hang chinh sach.

Doan thanh nien phoi hop voi truong hoc tuyen truyen vé loi ich cua rirng phong ho,
kiem lam tuan tra thurong xuyen va xu ly nghiem hanh vi chat pha trai phep.`
	got := restorer(t).Text(raw)
	for _, want := range []string{"được Nhà nước hỗ trợ", "kỹ thuật trước khi trồng", "lợi ích của rừng phòng hộ", "tuần tra thường xuyên"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
