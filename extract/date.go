package extract

import (
	"fmt"
	"strings"
	"time"

	"vanthu/extract/fold"
)

// The grammar of a date, read from its day on:
//
//	09 tháng 03 năm 2020    14/6/2021    5.5.2023    25-6-2020
//	07 tháng 4 (năm) 2022   05/5         20 tháng 11
//
// The words may have lost a letter (`ndm 2024`), spaces may stand around the
// strokes. A date without a year is kept as partial: the sentence may give the
// year (`trước ngày 05/5 và 03/11/2023`). 31/02 is kept too, marked invalid, so
// that a person sees it instead of a rounded one. A date between strokes with a
// whole year may have letters for figures (`l5/1O/2021`); it is marked as mended.

// date is one date found in the text. A partial date has year 0.
type date struct {
	span
	year, month, day int
	called           bool // "ngày" stands before it
	mended           bool // letters in it were read as figures, or a space in it as none
	spelled          bool // "tháng" stands in it
}

// valid reports whether the calendar has the date.
func (d date) valid() bool {
	y := d.year
	if y == 0 {
		y = 2024 // a leap year: 29/02 is possible
	}
	at := time.Date(y, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return at.Day() == d.day && int(at.Month()) == d.month
}

// iso is the date as ISO 8601.
func (d date) iso() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// dates finds every date of the text.
func dates(f string) []date {
	var found []date
	for i := 0; i < len(f); {
		if !fold.IsDigit(f[i]) && !(likeFigure(f[i]) && (i == 0 || f[i-1] == ' ' || f[i-1] == '(')) {
			i++
			continue
		}
		d, ok := dateAt(f, i)
		if !ok {
			d, ok = misreadDate(f, i)
		}
		if ok {
			found = append(found, d)
			i = d.to
			continue
		}
		for i++; i < len(f) && fold.IsDigit(f[i]); {
			i++
		}
	}
	return found
}

// likeFigure reports whether a letter is one that OCR reads for a figure.
func likeFigure(c byte) bool { return c == 'l' || c == 'i' || c == 'o' }

// misreadDate reads l5/1O/2021: a day and a month with letters for figures.
func misreadDate(f string, pos int) (date, bool) {
	if pos > 0 && (fold.IsLetter(f[pos-1]) || fold.IsDigit(f[pos-1])) {
		return date{}, false
	}
	d := date{mended: true, called: wordBefore(f, pos, "ngay")}
	end := pos
	for _, part := range []*int{&d.day, &d.month} {
		if *part, end = figures(f, end); end >= len(f) || f[end] != '/' {
			return date{}, false
		}
		end++
	}
	d.year, d.to = number(f, end, 4)
	d.from = pos
	return d, d.to == end+4 && d.year >= 1900 && d.year < 2100 && free(f, d.to) && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31
}

// figures reads up to two figures, or letters like them.
func figures(f string, pos int) (value, end int) {
	for end = pos; end < min(len(f), pos+2); end++ {
		switch c := f[end]; {
		case fold.IsDigit(c):
			value = value*10 + int(c-'0')
		case c == 'o':
			value *= 10
		case likeFigure(c):
			value = value*10 + 1
		default:
			return value, end
		}
	}
	return value, end
}

// dateAt reads the date whose day begins at pos.
func dateAt(f string, pos int) (date, bool) {
	if pos > 0 && (fold.IsLetter(f[pos-1]) || strings.IndexByte("/.-,", f[pos-1]) >= 0 && pos > 1 && fold.IsDigit(f[pos-2])) {
		return date{}, false
	}
	day, i := number(f, pos, 2)
	d := date{span: span{pos, i}, day: day}
	var ok bool
	if d.called = wordBefore(f, pos, "ngay"); i > pos && day > 0 {
		ok = d.stroked(f, i) || d.worded(f, i)
		d.splitDay(f)
	}
	return d, ok && d.month >= 1 && d.month <= 12 && d.day <= 31
}

// stroked reads `/6/2021` after the day.
func (d *date) stroked(f string, i int) bool {
	i = skipSpace(f, i)
	if i >= len(f) || strings.IndexByte("/.-", f[i]) < 0 {
		return false
	}
	stroke := f[i]
	month, end := number(f, skipSpace(f, i+1), 2)
	if month == 0 {
		return false
	}
	if second, to := splitMonth(f, end, stroke); month == 1 && to > end {
		month, end, d.mended = 10+second, to, true
	}
	next := skipSpace(f, end)
	if next < len(f) && f[next] == stroke {
		if year, last := number(f, skipSpace(f, next+1), 4); year >= 1900 && year < 2100 {
			d.month, d.year, d.to = month, year, last
			return free(f, last)
		}
	}
	if stroke != '/' || !free(f, end) {
		return false
	}
	d.month, d.to = month, end
	return true
}

// splitMonth is the second figure of a month whose first ends at pos, if a space parts
// them: `25/1 1/2025`.
func splitMonth(f string, pos int, stroke byte) (second, end int) {
	if pos+2 < len(f) && f[pos] == ' ' && '0' <= f[pos+1] && f[pos+1] <= '2' && f[pos+2] == stroke {
		return int(f[pos+1] - '0'), pos + 2
	}
	return 0, pos
}

// splitDay takes in the first figure of a day that a space has cut off: `ngày 2
// 5/11/2025`. Only "ngày" before it proves that it belongs to it.
func (d *date) splitDay(f string) {
	from := d.from - 2
	if d.day > 9 || from < 1 || f[from+1] != ' ' || f[from] < '1' || f[from] > '3' || !wordBefore(f, from, "ngay") || f[from-1] != ' ' {
		return
	}
	d.day += 10 * int(f[from]-'0')
	d.from, d.called, d.mended = from, true, true
}

// worded reads ` tháng 03 năm 2020` after the day.
func (d *date) worded(f string, i int) bool {
	i = skipSpace(f, i)
	end, _, ok := fold.Near(f[i:min(len(f), i+8)], "thang", 1)
	if !ok {
		return false
	}
	month, after := number(f, skipSpace(f, i+end), 2)
	if month == 0 {
		return false
	}
	d.month, d.to, d.spelled = month, after, true
	next := skipSpace(f, after)
	if next < len(f) && (f[next] == '/' || f[next] == ',') {
		next = skipSpace(f, next+1)
	}
	if end, _, ok := fold.Near(f[next:min(len(f), next+6)], "nam", 1); ok {
		if next += end; next < len(f) && f[next] == '.' { // năm.2025
			next++
		}
		next = skipSpace(f, next)
	}
	if year, last := number(f, next, 4); year >= 1900 && year < 2100 && free(f, last) {
		d.year, d.to = year, last
	}
	return true
}

// free reports whether a number ends here for good: no further digit, letter or
// stroke follows.
func free(f string, i int) bool {
	return i >= len(f) || !fold.IsDigit(f[i]) && !fold.IsLetter(f[i]) && f[i] != '/' && f[i] != '%'
}

// number reads up to n digits at pos.
func number(f string, pos, n int) (value, end int) {
	end = pos
	for end < len(f) && fold.IsDigit(f[end]) {
		value = value*10 + int(f[end]-'0')
		if end++; end-pos > n {
			return 0, pos
		}
	}
	return value, end
}

// wordBefore reports whether the word before pos is the given one, but for a
// letter in long words.
func wordBefore(f string, pos int, want string) bool {
	end := pos
	for end > 0 && (f[end-1] == ' ' || f[end-1] == ':' || f[end-1] == ',') {
		end--
	}
	from := end
	for from > 0 && fold.IsLetter(f[from-1]) {
		from--
	}
	_, _, ok := fold.Near(f[from:end], want, 1)
	return ok && end-from <= len(want)+1 && f[from] == want[0]
}
