package blank

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"vanthu/ingest"
)

// findDate looks for `ngày … tháng … năm 2010` and gives the size of its type
// and the gaps for day and month. Size and slope are those of the page.
func findDate(rows []*row, size, slope float64) (float64, []Blank) {
	for _, r := range rows {
		year := r.year()
		month := r.month(year)
		if !month.found() {
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
	if end, ok := r.endOfNgay(month); ok {
		gaps = append(gaps, r.blank(ingest.FieldDay, end, x0))
	}
	before := r.find("năm", month.to, year)
	next := r.words[r.word[year]].Box.X0 - (width("năm ")+sideBearing)*r.size
	if before.found() {
		next, _ = r.reach(before, atRight)
	}
	return append(gaps, r.blank(ingest.FieldMonth, x1, next))
}

// month is the word tháng before the year, if there is one. A hand that runs into it
// takes more of its letters (`máng`, `Duháng2hăm`): behind ngày and before the year of
// a letterhead nothing else ends in ng.
func (r *row) month(year int) anchor {
	if month := r.find("tháng", 0, max(year, 0)); month.found() {
		return month
	}
	day := r.find("ngày", 0, max(year, 0))
	if !day.found() {
		return anchor{}
	}
	for i := day.to; i < year; i++ {
		if word := strings.TrimRight(string(r.runes[i:r.wordEnd(i)]), ".:,"); r.first[i] && len(word) == 4 && strings.HasSuffix(word, "ng") {
			return anchor{i, i + len(word), "tháng"}
		}
	}
	if month := r.findNear("tháng", day.to, year, 2); month.found() && string(r.runes[month.to-2:month.to]) == "ng" {
		return month
	}
	return r.asWide("tháng", day.to, year)
}

// asWide is the one word among some whose box is as wide and as high as a printed
// word with letters above and below the line, whatever was read of it: `cô` for tháng.
func (r *row) asWide(text string, from, to int) (found anchor) {
	size := median(r.sizes())
	for i := from; i < to; i++ {
		if !r.first[i] {
			continue
		}
		b := r.words[r.word[i]].Box
		wide, high := b.Width()/((width(text)-sideBearing)*size), b.Height()/((ascent+descent)*size)
		if size == 0 || math.Abs(wide-1) > likeBox || math.Abs(high-1) > likeBox {
			continue
		}
		if found.found() {
			return anchor{}
		}
		found = anchor{i, r.wordEnd(i), text}
	}
	return found
}

// likeBox is how far width and height of a box may be from those of a word.
const likeBox = 0.15

// endOfNgay is where the word ngày ends. One that the hand has spoiled stands right
// behind the comma of the place, and its width is known.
func (r *row) endOfNgay(month anchor) (end float64, ok bool) {
	if day := r.find("ngày", 0, month.from); day.found() {
		_, end = r.reach(day, atLeft)
		return end, true
	}
	for i := r.word[month.from] - 1; i >= 0; i-- {
		if w := r.words[i]; strings.HasSuffix(w.Raw, ",") && w.Conf >= 0.8 {
			return w.Box.X1 + width(" ngày")*r.size, true
		}
	}
	return 0, false
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
