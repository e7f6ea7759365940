package normalize

import (
	"unicode"
	"unicode/utf8"
)

// Spread letters. Headings are set wide by hand (K Ế  H O Ạ C H), and a text
// layer has each letter as a word. Capitals alone, from four to a line of them, are
// put together where they are words, cut the likeliest way (runs.go). The word
// goes to the field of its first letter, the others are left empty. A row of
// other letters (A B C D) is no words.

const (
	fewSpread  = 4 // letters
	mostSpread = 60
	meanSpread = 2.0 // letters of a word, at least
)

// joinSpread puts spread letters together.
func (r *Restorer) joinSpread(page [][]Word) {
	for _, line := range page {
		for from := 0; from < len(line); {
			to := from
			for to < len(line) && isCapital(line[to].Text) {
				to++
			}
			if n := to - from; n >= fewSpread && n <= mostSpread {
				r.join(line[from:to])
			}
			from = to + 1
		}
	}
}

func isCapital(s string) bool {
	c, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.IsUpper(c)
}

// join makes words of letters, if they are any.
func (r *Restorer) join(letters []Word) {
	var all []rune
	for _, w := range letters {
		all = append(all, []rune(w.Text)...)
	}
	words := r.wordsIn(all)
	if float64(len(all)) < meanSpread*float64(len(words)) {
		return
	}
	at := 0
	for _, w := range words {
		n := utf8.RuneCountInString(w.Core)
		for i := range letters[at : at+n] {
			l := &letters[at+i]
			l.meant, l.by, l.taken = w.Core, ChangeForm, i > 0
			l.reset()
		}
		at += n
	}
}
