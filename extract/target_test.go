package extract

import (
	"strings"
	"testing"
)

// TestTargets gives value, comparison and what of the figures to be reached.
func TestTargets(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ in, want string }{
		{"Phấn đấu trên 85% xã có tủ sách.", "85% > xã có tủ sách"},
		{"≥ 95% trẻ được tiêm.", "95% >= trẻ được tiêm"},
		{"Tỷ lệ hộ nghèo <= 5%.", "5% <= Tỷ lệ hộ nghèo"},
		{"Có 92% hộ gia đình văn hóa.", "92%  hộ gia đình văn hóa"},
		{"Kết nạp đảng viên mới đạt từ 3 - 4%/năm so với tổng số.", "3-4%  Kết nạp đảng viên mới đạt từ"},
		{"Tỷ lệ che phủ rừng đạt 85-90%.", "85-90%  Tỷ lệ che phủ rừng"},
		{"Doanh thu tăng 12% so với năm 2023.", "12%  Doanh thu tăng"},
	} {
		var have []string
		for _, g := range x.Extract(document("KẾ HOẠCH\n\nPhát triển chợ\n\nI. MỤC TIÊU\n\n1. " + test.in)).Targets {
			have = append(have, g.Value+" "+g.Comparison+" "+str(g.What))
		}
		if got := strings.Join(have, "; "); got != test.want {
			t.Errorf("%q gives %q, want %q", test.in, got, test.want)
		}
	}
}

// TestNoTargets: what was reached is none, outside a section on goals.
func TestNoTargets(t *testing.T) {
	f := newExtractor(t).Extract(document("BÁO CÁO\n\nKết quả năm 2024\n\nI. KẾT QUẢ\n\n1. Đã cấp 200 thẻ, đạt 98% kế hoạch.\n"))
	if len(f.Targets) > 0 {
		t.Errorf("targets %v", f.Targets)
	}
}
