package reader

import "testing"

func TestSyllables(t *testing.T) {
	for _, c := range []struct {
		why, text string
		low, high float64
	}{
		{"nothing", "", 0, 0},
		{"figures only", "12/2019 - 3.500", 0, 0},
		{"Vietnamese", "Căn cứ Quyết định số 12/QĐ-UBND ngày 03 tháng 02 năm 2020 của Ủy ban nhân dân tỉnh", 0.85, 1},
		{"capitals", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.9, 1},
		{"marks apart from their letters", "Kế hoạch phòng chống rét", 0.9, 1},
		{"without marks", "Can cu Quyet dinh ngay thang nam cua Uy ban nhan dan tinh", 0, 0.1},
		{"read by an English OCR", "Can cfr Quyk dinh so ngity thing narn 2020 ciia Uy ban nhan dan tinh", 0, 0.2},
		{"English", "The committee shall submit its report through the department", 0, 0.1},
		{"TCVN3 taken for Latin-1", "C¨n cø QuyÕt ®Þnh sè ngµy th¸ng n¨m cña ñy ban nh©n d©n tØnh", 0, 0.5},
	} {
		if have := syllables(c.text); have < c.low || have > c.high {
			t.Errorf("%s: %.2f, want %.2f to %.2f", c.why, have, c.low, c.high)
		}
	}
}
