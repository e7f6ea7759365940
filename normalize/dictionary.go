package normalize

import (
	"strings"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// The user's dictionary: names, offices, terms, and what people corrected
// before. A term weighs in where all its words are among the readings of
// neighbouring slots; then each of them is made cheaper. So "Ubng Hoang Nam"
// reads Ưng Hoàng Nam if the dictionary has that name, and what is written
// clearly stays what it is.

const (
	termBonus  = 8.0  // nats a word
	termWeight = 14.0 // of a word that only the dictionary knows
)

// terms are the dictionary's phrases by their first word, all in lower case
// and canonical.
type terms map[string][][]string

func newTerms(dictionary []string) terms {
	t := make(terms)
	for _, phrase := range dictionary {
		words := strings.Fields(strings.ToLower(tone.NFC(phrase)))
		for i := range words {
			words[i] = tone.Canonical(words[i])
		}
		if len(words) > 0 {
			t[words[0]] = append(t[words[0]], words)
		}
	}
	return t
}

// words calls visit with every word of the terms.
func (t terms) words(visit func(string)) {
	for _, phrases := range t {
		for _, p := range phrases {
			for _, w := range p {
				visit(w)
			}
		}
	}
}

// favour makes the words of terms cheaper where a whole term can be read.
func (t terms) favour(slots []slot) {
	if len(t) == 0 {
		return
	}
	for i := range slots {
		for _, o := range slots[i].options {
			for _, phrase := range t[plainWord(o)] {
				if readable(slots[i:], phrase) {
					favourAll(slots[i:], phrase)
				}
			}
		}
	}
}

func plainWord(o option) string { return tone.Canonical(strings.ToLower(o.text)) }

// readable reports whether every word of the phrase is an option of its slot.
func readable(slots []slot, phrase []string) bool {
	if len(slots) < len(phrase) {
		return false
	}
	for i, word := range phrase {
		found := false
		for _, o := range slots[i].options {
			found = found || plainWord(o) == word
		}
		if !found {
			return false
		}
	}
	return true
}

// favourAll gives the bonus. Options may be shared by many slots, so they are
// copied.
func favourAll(slots []slot, phrase []string) {
	for i, word := range phrase {
		slots[i].options = append([]option(nil), slots[i].options...)
		for j := range slots[i].options {
			if o := &slots[i].options[j]; plainWord(*o) == word {
				o.cost -= termBonus
			}
		}
	}
}

// addTerms makes the dictionary's own words readings.
func (r *Restorer) addTerms() {
	r.terms.words(func(w string) {
		f := tone.Fold(w)
		if indexOf(r.folded[f], w) < 0 {
			rd := reading{word: w, p: -termWeight}
			rd.ids = [3]lm.ID{lm.Unknown, lm.UnknownTitle, lm.UnknownTitle}
			rd.term = true
			r.folded[f] = append(r.folded[f], rd)
		}
	})
}
