package normalize

import (
	"strings"
	"unicode"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// Diagnosis: what happened to a paragraph, told by counting. Vietnamese has
// about 1.2 marks a syllable, so what is missing tells the share of marks
// lost; words that no loss of marks explains tell of misreading.
//
//	"Uy ban nhan dan tinh"       0 marks, every word a syllable     stripped, p = 1
//	"dudng 16i ciia Pang"        no syllables                       misread
//	"quyền trẻ em", "the girls"  as they should be; not ours        untouched

// marksPerSyllable of Vietnamese text, counted on the corpus.
const marksPerSyllable = 1.17

// health is what was counted in some words.
type health struct {
	words     int // with letters
	known     int // in the vocabulary as they stand
	syllables int // that are or could become syllables
	small     int // not capitalised
	odd       int // of those, that no added mark makes a known word
	marks     int // on syllables
	english   int // the commonest English words
}

func (h *health) add(o health) {
	h.words += o.words
	h.known += o.known
	h.syllables += o.syllables
	h.small += o.small
	h.odd += o.odd
	h.marks += o.marks
	h.english += o.english
}

// lost estimates the share of marks that are missing, shrunk towards a
// prior worth a dozen syllables.
func (h health) lost(prior float64) float64 {
	n := float64(h.syllables)
	whole := marksPerSyllable * (n + 12)
	have := float64(h.marks) + marksPerSyllable*12*(1-prior)
	return min(max(1-have/whole, 0.004), 0.996)
}

// oddShare is the share of words that adding marks does not explain, shrunk
// towards a prior worth a dozen words.
func (h health) oddShare(prior float64) float64 {
	return (float64(h.odd) + 12*prior) / float64(h.small+12)
}

// foreign reports whether the words are another language's.
func (h health) foreign() bool {
	return h.words >= 4 && float64(h.english) > 0.12*float64(h.words) ||
		h.words >= 6 && float64(h.syllables) < 0.25*float64(h.words) && h.marks == 0 && float64(h.odd) < 0.9*float64(h.words)
}

var english = map[string]bool{"the": true, "of": true, "and": true, "for": true, "with": true, "that": true, "is": true, "are": true, "was": true, "by": true, "from": true, "this": true, "be": true, "not": true, "which": true, "or": true}

// examine counts the words of some fields.
func (r *Restorer) examine(fields []string) health {
	var h health
	for _, f := range fields {
		for _, p := range lm.Split(f) {
			if p.Kind == lm.Word {
				h.add(r.examineWord(p.Core))
			}
		}
		if hasSignInside(f) {
			h.odd++
		}
	}
	return h
}

func (r *Restorer) examineWord(core string) health {
	h := health{words: 1}
	low := tone.Canonical(strings.ToLower(core))
	if english[low] {
		h.english++
	}
	_, known := r.lm.Lookup(low)
	if known {
		h.known++
	}
	odd := !known
	if lm.IsSyllable(core) {
		h.syllables++
		for _, c := range low {
			h.marks += tone.Split(c).Marks()
		}
		odd = odd && !r.explained(low)
	}
	// Capitals are names and acronyms, which nobody can know.
	if strings.ToLower(core) == core {
		h.small++
		if odd {
			h.odd++
		}
	}
	return h
}

// explained reports whether some known word is the given one with more marks.
func (r *Restorer) explained(low string) bool {
	for _, rd := range r.readings(low) {
		if lostMarks(low, rd.word) >= 0 {
			return true
		}
	}
	return false
}

// lostMarks is how many marks word has more than raw; −1 when raw has a mark
// that word has not. Both are lower case and fold alike.
func lostMarks(raw, word string) int {
	n := 0
	rs := []rune(raw)
	i := 0
	for _, w := range word {
		if i == len(rs) {
			return -1
		}
		r := rs[i]
		i++
		if r == w {
			continue
		}
		a, b := tone.Split(r), tone.Split(w)
		if a.Plain != b.Plain || a.Shape != tone.Bare && a.Shape != b.Shape || a.Tone != tone.Level && a.Tone != b.Tone {
			return -1
		}
		n += b.Marks() - a.Marks()
	}
	return n
}

// hasSignInside reports a sign between letters that no Vietnamese word has:
// hi¢n, Iq,p, H~nh.
func hasSignInside(field string) bool {
	inside := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.ContainsFunc(inside, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-–/.,:'’&()@_+;", r)
	})
}
