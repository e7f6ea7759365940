package normalize

import "testing"

func TestRepairFigures(t *testing.T) {
	for in, want := range map[string]string{
		"trước §h30-11h30 ngày l6/7/2024.": "trước 8h30-11h30 ngày 16/7/2024.",
		"khóa I5, lớp 1ó; và l1":           "khóa 15, lớp 16; và 11",
		"cộng §.699,28 triệu, 1Ø ngày":     "cộng 8.699,28 triệu, 10 ngày",
		"chai 2l, can 10l":                 "chai 2l, can 10l",
		"I1 Mục tiêu":                      "I1 Mục tiêu",
		"phòng A104, lớp 16A, mục I.2":     "phòng A104, lớp 16A, mục I.2",
		"phần I, II và l":                  "phần I, II và l",
		"lúc 8h30 ngày 16/7/2024":          "lúc 8h30 ngày 16/7/2024",
		"§ 5 và ó":                         "§ 5 và ó",
	} {
		page := words(in)
		for i := range page[0] {
			page[0][i].reset()
		}
		if repairFigures(page); text(page) != want {
			t.Errorf("%q: got %q, want %q", in, text(page), want)
		}
	}
}
