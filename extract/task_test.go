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
