package normalize

import "testing"

func TestCapitals(t *testing.T) {
	for in, want := range map[string]string{
		"Sở Y tẾ, qUYẾt định":           "Sở Y tế, quyết định",
		"dòng 5 mA, 10 kW; iPhone":      "dòng 5 mA, 10 kW; iPhone",
		"BỘ Y TẾ, Sở y tế, đđ/c, NĐ-CP": "BỘ Y TẾ, Sở y tế, đđ/c, NĐ-CP",
	} {
		page := words(in)
		for i := range page[0] {
			page[0][i].reset()
		}
		if repairCapitals(page); text(page) != want {
			t.Errorf("%s\n got %s\nwant %s", in, text(page), want)
		}
	}
}
