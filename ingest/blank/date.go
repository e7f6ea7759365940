package blank

import (
	"cmp"
	"slices"

	"vanthu/ingest"
)

// findDate looks for `ngày … tháng … năm 2010` and gives the size of its type
// and the gaps for day and month. Size and slope are those of the page.
func findDate(rows []*row, size, slope float64) (float64, []Blank) {
	for _, r := range rows {
		month := r.find("tháng", 0, len(r.runes))
		year := r.year()
		if !month.found() || year < month.to {
			continue
		}
		r.settle(cmp.Or(median(r.sizes()), size), slope)
		return r.size, r.dateGaps(month, year)
	}
	return size, nil
}

// dateGaps are the gaps around tháng.
func (r *row) dateGaps(month anchor, year int) (gaps []Blank) {
	x0, x1 := r.reach(month, between)
	if day := r.find("ngày", 0, month.from); day.found() {
		_, end := r.reach(day, atLeft)
		gaps = append(gaps, r.blank(ingest.FieldDay, end, x0))
	}
	before := r.find("năm", month.to, year)
	next := r.words[r.word[year]].Box.X0 - (width("năm ")+sideBearing)*r.size
	if before.found() {
		next, _ = r.reach(before, atRight)
	}
	return append(gaps, r.blank(ingest.FieldMonth, x1, next))
}

// year is the first rune of the four digits of a year that end the row, or -1.
func (r *row) year() int {
	for i := len(r.runes) - 4; i > 0; i-- {
		if s := string(r.runes[i : i+4]); r.first[i] && (s[:2] == "20" || s[:2] == "19") && digits(r.runes[i:i+4]) {
			return i
		}
	}
	return -1
}

func digits(rs []rune) bool {
	return !slices.ContainsFunc(rs, func(r rune) bool { return r < '0' || r > '9' })
}
