package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
)

// lexical is a word that a misreading may be, with all that is asked of it
// again and again.
type lexical struct {
	small   string    // in small letters
	written [3]string // by noise.Form
	ids     [3]lm.ID  // by lm.Case
}

// makeLexicon makes the lexicon of misread text.
func (r *Restorer) makeLexicon() {
	r.lexicon = noise.NewLexicon(r.lexiconWords())
	r.words = make([]lexical, r.lexicon.Len())
	for i := range r.words {
		w := r.lexicon.Word(i)
		x := lexical{small: strings.ToLower(w), written: [...]string{noise.AsIs: w, noise.Capital: capitalised(w), noise.Capitals: strings.ToUpper(w)}}
		for _, c := range []lm.Case{lm.Lower, lm.Title, lm.Upper} {
			x.ids[c] = r.lm.ID(w, c)
		}
		r.words[i] = x
	}
}

func capitalised(word string) string {
	first, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[n:]
}

// lexiconWords are the words that misreadings may be, with their weights:
// syllables, and acronyms in capitals.
func (r *Restorer) lexiconWords() map[string]float64 {
	out := make(map[string]float64)
	for id := lm.FirstWord; int(id) < r.lm.Words(); id++ {
		w := r.lm.Word(id)
		low := strings.ToLower(w)
		if w == low && lm.IsSyllable(w) || isAcronym(w) && !lm.IsSyllable(w) {
			p, _ := r.lm.Score(lm.State{}, id)
			out[w] = -p
		}
	}
	add := func(w string) {
		if _, ok := out[w]; !ok {
			out[w] = termWeight
		}
	}
	acronyms(add)
	r.terms.words(add)
	return out
}
