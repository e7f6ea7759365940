package normalize

import (
	"regexp"
	"unicode"
	"unicode/utf8"
)

// questionedFigure is a decimal figure and a question mark: 81,3?
var questionedFigure = regexp.MustCompile(`^(\(?\d{1,3},\d{1,2})\?([.,;:)]*)$`)

// repairPercents makes per cent signs of the question marks that a reader of
// scans takes them for: "đạt 81,3? kế hoạch". A figure is never changed, and
// where the sentence may end there, the question stays.
func repairPercents(page [][]Word) {
	for _, line := range page {
		for i := range line {
			w := &line[i]
			parts := questionedFigure.FindStringSubmatch(w.Text)
			if parts == nil || parts[2] == "" && (i+1 == len(line) || !startsSmall(line[i+1].Text)) {
				continue
			}
			w.becomes(parts[1]+"%"+parts[2], 0.9)
		}
	}
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
