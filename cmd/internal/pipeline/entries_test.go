package pipeline

import (
	"testing"

	"vanthu/extract"
	"vanthu/index"
)

// TestEntries: parts of a document are found by what they say, under the
// document's own level and year.
func TestEntries(t *testing.T) {
	s, err := models()
	if err != nil {
		t.Fatal(err)
	}
	level, plan, by := extract.LevelDistrict, 2021, 2025
	r := Record{Fields: extract.Fields{IssuerLevel: &level, Year: &plan, Targets: []extract.Target{
		{Value: "80%", Comparison: ">=", Year: &by, Text: "Hộ dùng nước sạch từ 80% trở lên vào năm 2025"},
		{Value: "100%", Text: "100% xã có trạm"},
	}}}
	entries := s.entries("id", r)
	if len(entries) != 3 || entries[0].Level != index.LevelDistrict {
		t.Fatalf("%d entries, level %q", len(entries), entries[0].Level)
	}
	for i, want := range []struct {
		target string
		by     int
	}{{">=80%", 2025}, {"100%", 2021}} {
		if e := entries[i+1]; e.Target != want.target || e.By != want.by || e.Level != index.LevelDistrict {
			t.Errorf("want %+v, have %s by %d of level %s", want, e.Target, e.By, e.Level)
		}
	}
}
