package normalize

import "testing"

func TestRepairStrokes(t *testing.T) {
	for in, want := range map[string]string{
		"13|Công ty 14]Nước 2.|Báo": "13 Công ty 14 Nước 2. Báo",
		"|Dự toán| và |":            "Dự toán và |",
		"36]Z01R/TT-BTC 10]X1":      "36]Z01R/TT-BTC 10]X1",
		"a|b 12|05 [3] x|":          "a|b 12|05 [3] x|",
	} {
		page := words(in)
		for i := range page[0] {
			page[0][i].reset()
		}
		if repairStrokes(page); text(page) != want {
			t.Errorf("%q: got %q, want %q", in, text(page), want)
		}
	}
}
