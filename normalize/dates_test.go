package normalize

import "testing"

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"ngày 0l tháng l2 năm 2O24;":    "ngày 01 tháng 12 năm 2024;",
		"Ngày 3l tháng 0] năm 20l9 của": "Ngày 31 tháng 01 năm 2019 của",
		"tháng l, năm 2024":             "tháng 1, năm 2024",
		"ngày 12 tháng 11 năm 2020":     "ngày 12 tháng 11 năm 2020",
		"ngày lO tháng 4":               "ngày 10 tháng 4",
		"ngày 4l tháng 5":               "ngày 4l tháng 5", // no day
		"tháng 1S năm 2020":             "tháng 1S năm 2020",
		"trẻ em năm l0 tuổi":            "trẻ em năm l0 tuổi",
		"trong ngày lễ tháng năm":       "trong ngày lễ tháng năm",
		"ngày o tháng":                  "ngày o tháng",
	} {
		page := words(in)
		for i := range page[0] {
			page[0][i].reset()
		}
		if repairDates(page); text(page) != want {
			t.Errorf("%s\n got %s\nwant %s", in, text(page), want)
		}
	}
}
