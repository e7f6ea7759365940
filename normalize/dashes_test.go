package normalize

import "testing"

func TestDashes(t *testing.T) {
	for in, want := range map[string]string{
		"-_ Lưu văn thư;":            "- Lưu văn thư;",
		"-- Các phòng, ban;":         "- Các phòng, ban;",
		"Độc lập — Tự do ~- Hạnh":    "Độc lập – Tự do – Hạnh",
		"Độc lập - Tự do – Hạnh":     "Độc lập - Tự do – Hạnh",
		"năm học 2024 — 2025":        "năm học 2024 – 2025",
		"ngày 30/7⁄2024":             "ngày 30/7/2024",
		"khoảng ~ 5 km":              "khoảng ~ 5 km",
		"_ ___ —————":                "_ ___ —————",
		"Họ và tên ___ Ngày sinh __": "Họ và tên ___ Ngày sinh __",
	} {
		page := words(in)
		for i := range page[0] {
			page[0][i].reset()
		}
		if repairDashes(page); text(page) != want {
			t.Errorf("%s\n got %s\nwant %s", in, text(page), want)
		}
	}
}
