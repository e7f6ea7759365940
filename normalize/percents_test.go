package normalize

import "testing"

func TestRepairPercents(t *testing.T) {
	for in, want := range map[string]string{
		"đạt 81,3? kế hoạch":        "đạt 81,3% kế hoạch",
		"giảm (4,25?); tăng":        "giảm (4,25%); tăng",
		"đạt 95,0?, vượt":           "đạt 95,0%, vượt",
		"hệ số 2,34? Trả lời":       "hệ số 2,34? Trả lời",
		"hệ số là 2,34?":            "hệ số là 2,34?",
		"từ năm 2020? hay":          "từ năm 2020? hay",
		"Điều 5? như vậy":           "Điều 5? như vậy",
		"giao 1.250,5? không đúng":  "giao 1.250,5? không đúng",
		"đạt 47,82 so với 47,8% là": "đạt 47,82 so với 47,8% là",
	} {
		page := words(in)
		for i := range page[0] {
			page[0][i].reset()
		}
		if repairPercents(page); text(page) != want {
			t.Errorf("%q: got %q, want %q", in, text(page), want)
		}
	}
}
