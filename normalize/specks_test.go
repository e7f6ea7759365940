package normalize

import "testing"

func TestRepairSpecks(t *testing.T) {
	for in, want := range map[string]string{
		"MÔI TRƯỜNG _":         "MÔI TRƯỜNG",
		"` Nơi nhận: ¬|":       "Nơi nhận:",
		"Số: ____ /KH-UBND":    "Số: ____ /KH-UBND",
		"1955 ~ 2018 - 30 % &": "1955 ~ 2018 - 30 % &",
	} {
		page := words(in)
		for i := range page[0] {
			page[0][i].reset()
		}
		if repairSpecks(page); text(page) != want {
			t.Errorf("%q: got %q, want %q", in, text(page), want)
		}
	}
}
