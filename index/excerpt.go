package index

import (
	"strings"
	"unicode/utf8"
)

// excerpt is a piece of a text with the matches in it.
type excerpt struct {
	text  string
	marks [][2]int // bytes of text
	at    int      // byte of the first match in the whole text
}

// snippet is the excerpt with « and » around the matches.
func (x excerpt) snippet() string {
	var b strings.Builder
	from := 0
	for _, m := range x.marks {
		b.WriteString(x.text[from:m[0]] + "«" + x.text[m[0]:m[1]] + "»")
		from = m[1]
	}
	b.WriteString(x.text[from:])
	return b.String()
}

// places are the matches counted in characters.
func (x excerpt) places() [][2]int {
	out := make([][2]int, len(x.marks))
	at, runes := 0, 0
	for i, m := range x.marks {
		for side, to := range m {
			runes += utf8.RuneCountInString(x.text[at:to])
			out[i][side], at = runes, to
		}
	}
	return out
}
