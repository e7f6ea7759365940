package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// readYear sets the year the document is for: the last "năm …" of its subject
// outside a symbol or date, else the first year of a period ("giai đoạn
// 2021-2025", "năm học 2020 - 2021"), else the year of issue, which the head
// shows even where the day is blank.
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
		return
	}
	r.headYear()
}

// headYear takes the year that closes the date of the head.
func (r *reader) headYear() {
	words := r.wordsOf(r.head.date.span)
	if len(words) < 2 {
		return
	}
	last, before := words[len(words)-1], words[len(words)-2]
	y, end := number(strings.TrimRight(r.fold(last.span), " ."), 0, 4)
	_, _, ok := fold.Near(r.fold(before.span), "nam", 1)
	if !ok || end != 4 || y < 1945 || y >= 2100 || r.scanned(last) && r.conf(last) < printedConf {
		return
	}
	r.fields.Year = &y
	r.note("year", last.span, "year:head", 0.9)
}

// yearNamed is the year after the last "nam" or the first after "giai doan".
func yearNamed(f string) int {
	if y := yearAfterWord(f); y != 0 {
		return y
	}
	for _, period := range []string{"giai doan ", "nam hoc "} {
		if at := strings.Index(f, period); at >= 0 {
			if y, _ := number(f, at+len(period), 4); y >= 1945 && y < 2100 {
				return y
			}
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

// wordBeforeMonth reports whether `nam 2019` belongs to `thang 9 nam 2019`, as
// in a date, and not to `6 thang dau nam 2019`.
func wordBeforeMonth(f string, pos int) bool {
	_, month, ok := strings.Cut(f[max(0, pos-16):pos], "thang")
	return ok && strings.ContainsAny(month, "0123456789")
}
