package extract

import (
	"strings"
	"testing"
)

// TestTasks gives the tasks of an invented plan: unit, section, due.
func TestTasks(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct{ about, text, want string }{
		{"the part is called so", "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính bố trí kinh phí trước ngày 30/6/2024.\n", "Sở Tài chính I.1 2024-06-30"},
		{"units that lead make the part", "I. NHIỆM VỤ\n\n1. Sở Tài chính chủ trì bố trí kinh phí, hoàn thành trong tháng 9/2024.\n\n2. Công an tỉnh\n\n- Phối hợp kiểm tra các chợ.\n",
			"Sở Tài chính I.1 2024-09-30 month; Công an tỉnh I.2 "},
		{"units of a directive, which has no such part", "1. Bộ Công an khẩn trương rà soát các chợ.\n\n2. Sở Y tế: Kiểm tra bếp ăn.\n\n3. Giao Sở Tài chính bỏ kinh phí trước ngày 30/6/2024.\n",
			"Bộ Công an 1 ; Sở Y tế 2 ; Sở Tài chính 3 2024-06-30"},
		{"numbered by the party", "III- TỔ CHỨC THỰC HIỆN\n\n1- Các huyện ủy, thành ủy gửi kế hoạch trước ngày 30/6/2024.\n\n2- Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo việc này.\n",
			"Các huyện ủy, thành ủy III.1 2024-06-30; Đảng đoàn Hội đồng nhân dân tỉnh III.2 "},
		{"headings that begin like units", "1. Hội thảo: bàn về chợ.\n\n2. Khoa học công nghệ: thử máy.\n\n3. Báo cáo: gửi hằng quý.\n", ""},
		{"units that are spoken of do not", "I. KẾT QUẢ\n\n1. Sở Tài chính đã chi đủ kinh phí cho các xã.\n\n2. Công an tỉnh đã cấp đủ biển hiệu.\n", ""},
	} {
		var have []string
		for _, task := range x.Extract(document("KẾ HOẠCH\n\nPhát triển chợ năm 2024\n\n" + c.text)).Tasks {
			due := str(task.Due)
			if task.DueMonth {
				due += " month"
			}
			have = append(have, task.Unit+" "+task.Section+" "+due)
		}
		if got := strings.Join(have, "; "); got != c.want {
			t.Errorf("%s: want %q, have %q", c.about, c.want, got)
		}
	}
}
