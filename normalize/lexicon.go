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
	words := r.lexiconWords()
	weights := make(map[string]float64, len(words))
	for w, known := range words {
		weights[w] = known.weight
	}
	r.lexicon, r.bareAcronyms = noise.NewLexicon(weights), bareAcronyms(words)
	r.words = make([]lexical, r.lexicon.Len())
	for i := range r.words {
		w := r.lexicon.Word(i)
		r.words[i] = lexical{
			small:   strings.ToLower(w),
			written: [...]string{noise.AsIs: w, noise.Capital: capitalised(w), noise.Capitals: strings.ToUpper(w)},
			ids:     words[w].ids,
		}
	}
}

func capitalised(word string) string {
	first, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[n:]
}

// weighted is a word of the lexicon: −ln of how frequent it is, and its
// numbers by case.
type weighted struct {
	weight float64
	ids    [3]lm.ID
}

// lexiconWords are the words that misreadings may be: syllables, and acronyms
// in capitals.
func (r *Restorer) lexiconWords() map[string]weighted {
	out := make(map[string]weighted)
	for _, list := range r.folded {
		for i := range list {
			rd := &list[i]
			if rd.acronym {
				upper := strings.ToUpper(rd.word)
				out[upper] = weighted{-rd.ps[lm.Upper], r.ids(upper)}
			} else if rd.ids[lm.Lower] > lm.UnknownTitle && lm.IsSyllable(rd.word) {
				out[rd.word] = weighted{-rd.ps[lm.Lower], rd.ids}
			}
		}
	}
	add := func(w string) {
		if _, ok := out[w]; !ok {
			out[w] = weighted{termWeight, r.ids(w)}
		}
	}
	acronyms(add)
	r.terms.words(add)
	return out
}

// ids are a word's numbers by case.
func (r *Restorer) ids(w string) (ids [3]lm.ID) {
	for _, c := range []lm.Case{lm.Lower, lm.Title, lm.Upper} {
		ids[c] = r.lm.ID(w, c)
	}
	return ids
}
