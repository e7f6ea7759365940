package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// repairCapitals makes small letters of capitals behind a small one, as a reader
// of scans puts them down: tẾ, qUYẾt. Only words with marks are sure to be
// Vietnamese; mA and kW are not.
func repairCapitals(page [][]Word) {
	for w := range wordsOf(page) {
		if small := strings.ToLower(w.Text); small != w.Text && capitalBehindSmall(w.Text) {
			w.becomes(small, 0.95)
		}
	}
}

func capitalBehindSmall(text string) bool {
	core := strings.TrimFunc(text, unicode.IsPunct)
	first, _ := utf8.DecodeRuneInString(core)
	return unicode.IsLower(first) && strings.ContainsFunc(core, unicode.IsUpper) && tone.Fold(core) != core && lm.IsSyllable(strings.ToLower(core))
}
