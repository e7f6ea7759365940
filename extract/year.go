package extract

import (
	"strings"
)

// readYear sets the year the document is for: the last "năm …" of its subject
// outside a symbol or date, else the first year of a period ("giai đoạn
// 2021-2025"), else the year of issue.
func (r *reader) readYear() {
	e := r.fields.Evidence["title"]
	if r.fields.Title != nil {
		f := newFolded(*r.fields.Title).f
		if y := yearNamed(f); y != 0 {
			r.fields.Year = &y
			e.Rule = "year:title"
			r.fields.Evidence["year"] = e
			return
		}
	}
	if y := r.issuedYear(); y != 0 {
		r.fields.Year = &y
		e := r.fields.Evidence["issued"]
		e.Rule = "year:issued"
		r.fields.Evidence["year"] = e
	}
}

// yearNamed is the year after the last "nam" or the first after "giai doan".
func yearNamed(f string) int {
	if y := yearAfterWord(f); y != 0 {
		return y
	}
	if at := strings.Index(f, "giai doan "); at >= 0 {
		if y, _ := number(f, at+len("giai doan "), 4); y >= 1945 && y < 2100 {
			return y
		}
	}
	return 0
}

// yearAfterWord is the last year after "nam" that is no date's, or 0.
func yearAfterWord(f string) int {
	for i := len(f) - 4; i >= 4; i-- {
		y, end := number(f, i, 4)
		if end == i+4 && y >= 1945 && y < 2100 && wordBefore(f, i, "nam") && !wordBeforeMonth(f, i) {
			return y
		}
	}
	return 0
}

// wordBeforeMonth reports whether `nam 2019` belongs to `thang 9 nam 2019`.
func wordBeforeMonth(f string, pos int) bool {
	return strings.Contains(f[max(0, pos-16):pos], "thang")
}
