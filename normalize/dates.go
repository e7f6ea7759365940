package normalize

import (
	"strconv"
	"strings"
)

// Dates by their grammar: between ngày, tháng and năm stand figures, and what
// looks like one is one.
//
//	ngày 0l tháng l2 năm 2O24    ngày 01 tháng 12 năm 2024
//
// A figure is never changed, only letters and signs that a reader takes for
// one, and only if the whole is a day, a month or a year then.

// figures that letters and signs look like.
var alikeFigures = strings.NewReplacer("l", "1", "I", "1", "|", "1", "i", "1", "!", "1", "]", "1", "O", "0", "o", "0", "Ø", "0", "ø", "0", "S", "5", "§", "8", "Z", "2")

// parts of a date, by the word before each.
var dateParts = map[string]struct{ least, most, digits int }{
	"ngày":  {1, 31, 2},
	"tháng": {1, 12, 2},
	"năm":   {1900, 2099, 4},
}

// repairDates repairs the dates of a page that was read from paper. Two of the
// words ngày, tháng, năm make a date: "tháng l, năm 2024", not "năm l0 tuổi".
func repairDates(page [][]Word) {
	for _, line := range page {
		for i := 0; i+1 < len(line); i++ {
			if inDate(line, i) {
				repairFigure(&line[i+1], strings.ToLower(line[i].Text))
			}
		}
	}
}

// inDate reports whether word i is part of a date whose next or last part is
// two words away.
func inDate(line []Word, i int) bool {
	part := func(j int) bool {
		if j < 0 || j >= len(line) {
			return false
		}
		_, ok := dateParts[strings.ToLower(line[j].Text)]
		return ok
	}
	return part(i) && (part(i+2) || part(i-2))
}

// repairFigure makes a figure of a word that looks like the part of a date that
// follows name, or did before it was taken for a word.
func repairFigure(w *Word, name string) {
	p := dateParts[name]
	for _, text := range [...]string{w.Text, w.Raw} {
		core := strings.TrimRight(text, ".,;:)")
		figure := alikeFigures.Replace(core)
		if n, err := strconv.Atoi(figure); err != nil || len(figure) > p.digits || n < p.least || n > p.most {
			continue
		}
		if text = figure + text[len(core):]; text != w.Text {
			w.becomes(text, 0.95)
		}
		return
	}
}
