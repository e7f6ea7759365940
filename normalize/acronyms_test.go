package normalize

import "testing"

func TestRepairAcronyms(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		"danh hiệu NGUT, NGND lần này":  "danh hiệu NGƯT, NGND lần này",
		"ngành QTKD của HDND":           "ngành QTKD của HĐND",
		"công ty TDC và dự án CDS":      "công ty TDC và dự án CDS",
		"(CNVCLD) của ngành":            "(CNVCLĐ) của ngành",
		"kế hoạch của UBND và của HĐND": "kế hoạch của UBND và của HĐND",
	} {
		page := words(in)
		if err := r.Lines(t.Context(), page, VietnameseOCR); err != nil {
			t.Fatal(err)
		}
		if got := text(page); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
