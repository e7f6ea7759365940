package normalize

import (
	"strings"
	"testing"
)

func TestSplitGappy(t *testing.T) {
	for in, want := range map[string]string{
		"quy?n":     "quy?n",
		"v?":        "v?",
		"m□t,":      "m□t|,",
		"th\ufffd.": "th\ufffd|.",
		"không?":    "không|?",
		"đâu??":     "đâu|??",
		"???":       "|???",
		"quy?n?":    "quy?n|?",
		"sở,":       "sở|,",
	} {
		var got []string
		for _, p := range splitGappy(in) {
			got = append(got, p.Pre+p.Core+"|"+p.Post)
		}
		if s := strings.TrimSuffix(strings.Join(got, " "), "|"); s != want {
			t.Errorf("%s: %s, not %s", in, s, want)
		}
	}
}

func TestGapsAreLetters(t *testing.T) {
	for in, want := range map[string]string{
		"Các cơ quan hành chính nhà nước th?c hi?n quy đ?nh c?a pháp luật về lao đ?ng.":                             "Các cơ quan hành chính nhà nước thực hiện quy định của pháp luật về lao động.",
		"Ngưi dân các phưng, xã khai báo tm trú với công an; ngưi nước ngoài khai báo qua nhà trưng, doanh nghiệp.": "Người dân các phường, xã khai báo tạm trú với công an; người nước ngoài khai báo qua nhà trường, doanh nghiệp.",
		// letters that changed places, within a word and across a gap
		"Ủy ban nhân dân thôgn báo kế hoạhc phòng, chốgn thiên tai năm 2024 để các địa phươgn thực hiệ nnhiệm vụ.": "Ủy ban nhân dân thông báo kế hoạch phòng, chống thiên tai năm 2024 để các địa phương thực hiện nhiệm vụ.",
		// a slip alone, foreign words, questions
		"Sở đề nghị ngiêm túc thực hiện các nội dung trên.":                                                      "Sở đề nghị ngiêm túc thực hiện các nội dung trên.",
		"Nhà máy dùng alkyd, titanate và zirconate trong dây chuyền sản xuất.":                                   "Nhà máy dùng alkyd, titanate và zirconate trong dây chuyền sản xuất.",
		"Ai chịu trách nhiệm? Bao giờ xong? Các đơn vị trả lời bằng văn bản.":                                    "Ai chịu trách nhiệm? Bao giờ xong? Các đơn vị trả lời bằng văn bản.",
		"Danh sách gồm: a) hộ nghèo; c) hộ cận nghèo; các phưng lập danh sách, ngưi dân có ý kin với nhà trưng.": "Danh sách gồm: a) hộ nghèo; c) hộ cận nghèo; các phường lập danh sách, người dân có ý kiến với nhà trường.",
	} {
		if got := restorer(t).Text(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}
