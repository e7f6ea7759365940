package extract

import (
	"strings"
	"testing"
)

func TestNamedSigner(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct{ about, says, foot, want string }{
		{"the head is named as chairman", "Hội nghị do ông Lê Quang Đạo - Giám đốc Sở Y tế chủ trì.", "", "Lê Quang Đạo"},
		{"without the body", "Chủ trì: ThS. Vương Thị Hạnh, Giám đốc.", "", "Vương Thị Hạnh"},
		{"a row of members", "01  GS-TS. Vương Thị Hạnh   Giám đốc   Chủ tịch Hội đồng", "", "Vương Thị Hạnh"},
		{"and of deputies", "Ông Vương Thế Hạnh Giám đốc, ông Nguyễn Ngọc Minh Phó Giám đốc.", "", "Vương Thế Hạnh"},
		{"the head of another body", "Mời ông Lê Quang Đạo - Giám đốc Sở Công Thương dự họp.", "", ""},
		{"a deputy is not the head", "Hội nghị do ông Lê Quang Đạo - Phó Giám đốc Sở Y tế chủ trì.", "", ""},
		{"the words of another office", "Ban Giám đốc và Ban Giám đốc Sở Y tế cùng dự.", "", ""},
		{"two heads", "Ông Lê Quang Đạo - Giám đốc và ông Phạm Văn Tư - Giám đốc.", "", ""},
		{"what is left of the name agrees", "Hội nghị do ông Lê Quang Đạo - Giám đốc chủ trì.", "Xq# Quang Đạo", "Lê Quang Đạo"},
		{"what is left of the name says otherwise", "Hội nghị do ông Lê Quang Đạo - Giám đốc chủ trì.", "Xq# Quang Hưng", ""},
		{"the name is there", "Hội nghị do ông Lê Quang Đạo - Giám đốc chủ trì.", "Trần Văn Bốn", "Trần Văn Bốn"},
	} {
		text := strings.NewReplacer("SAYS", c.says, "FOOT", c.foot).Replace(`UBND TỈNH KIÊN GIANG               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ                                 Độc lập - Tự do - Hạnh phúc

Số: 77/TB-SYT                          Kiên Giang, ngày 14 tháng 3 năm 2018

                         THÔNG BÁO
                  Về việc họp giao ban quý I

  SAYS

Nơi nhận:                                    GIÁM ĐỐC
- Như trên;
- Lưu: VT.

                                             FOOT
`)
		f := x.Extract(document(text))
		have := ""
		if f.Signer.Name != nil {
			have = *f.Signer.Name
		}
		if have != c.want {
			t.Errorf("%s: want %q, have %q (%v)", c.about, c.want, have, f.Review)
		}
	}
}
