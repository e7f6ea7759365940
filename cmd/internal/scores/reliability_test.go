package scores

import (
	"testing"

	"vanthu/ingest"
)

func TestConfidences(t *testing.T) {
	page := ingest.Page{Lines: []ingest.Line{{Words: []ingest.Word{
		{Text: "Sở", Sure: 0.95}, {Text: "y tế", Sure: 1}, {Text: "tinh", Sure: 0.42}, {Text: "2024"},
	}}}}
	var c confidences
	c.add("Sở y tế tỉnh 2024", []ingest.Page{page})
	want := []Row{
		{Section: Restoration, Set: samplesSet, What: "told 0.4 to 0.5", N: 1, Figure: "0.0 % right"},
		{Section: Restoration, Set: samplesSet, What: "told 0.9 to 1.0", N: 3, Figure: "100.0 % right"},
	}
	have := c.rows()
	if len(have) != len(want) {
		t.Fatalf("%+v", have)
	}
	for i := range want {
		if have[i] != want[i] {
			t.Errorf("%+v, not %+v", have[i], want[i])
		}
	}
}
