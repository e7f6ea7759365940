package normalize

import (
	"strings"
	"unicode/utf8"
)

// speckLike are signs that no office prints on their own: the line under a
// heading, a bit of a seal, dirt.
const (
	speckLike    = "_`'´¬^\\{}¡¦|†‡ˆ˜¨¸‹›¿"
	longestSpeck = 2 // signs; longer ones are blanks to be filled in
)

// repairSpecks takes specks off a page that was read from paper: words that are
// nothing else.
func repairSpecks(page [][]Word) {
	for w := range wordsOf(page) {
		if w.Raw != "" && strings.Trim(w.Raw, speckLike) == "" && utf8.RuneCountInString(w.Raw) <= longestSpeck {
			w.becomes("", 0.9)
			w.Doubtful = false
		}
	}
}
