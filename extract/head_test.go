package extract

import (
	"testing"

	"vanthu/ingest"
)

// TestSubjectWithoutNumber: number, and even V/v, of a công văn may be lost.
func TestSubjectWithoutNumber(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ issuer, subject, want string }{
		{"L|SỞ NỘI VỤ\nL|Số:", "L|V/v lấy ý kiến góp ý", "lấy ý kiến góp ý"},
		{"L|SỞ NỘI VỤ\nL|Số: /SNV-CCVC", "L|V/v lấy ý kiến góp ý", "lấy ý kiến góp ý"},
		{"L|SỞ NỘI VỤ", "L|Góp ý dự thảo Quy chế", "Góp ý dự thảo Quy chế"},
		{"L|SỞ NỘI VỤ", "L|ngày bé", ""},
	} {
		p := scanned("L|UBND TỈNH SƠN LA\n" + test.issuer + "\n" + test.subject +
			"\nR|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nR|Sơn La, ngày 05 tháng 3 năm 2019\nB|Kính gửi: Sở Tài chính")
		f := x.Extract(ingest.Document{Pages: []ingest.Page{p}})
		if have := str(f.Title); have != test.want {
			t.Errorf("%s, %s: title %q, want %q", test.issuer, test.subject, have, test.want)
		}
		if have := str(f.Issuer); have != "Sở Nội vụ tỉnh Sơn La" {
			t.Errorf("%s, %s: issuer %q", test.issuer, test.subject, have)
		}
	}
}
