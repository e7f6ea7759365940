package normalize

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// Diagnosis: what happened to a paragraph, told by counting words.
//
// A bare word that is written so far more rarely than with marks (voi beside
// với, nuoc beside nước) has lost them. Of the words that should carry marks,
// the share that is bare tells how much was lost: next to nothing in clean
// text, all of it in stripped text, half where half was lost. Words that no
// added mark explains (trién, ciia) tell of misreading; names and acronyms,
// which nobody can know, do not count.
//
//	"Uy ban nhan dan tinh"    every word bare that should not be     stripped
//	"dudng 16i ciia Pang"     no words                               misread
//	"quyền trẻ em", "the girls"                                      left alone

// health is what was counted in some words.
type health struct {
	words     int // with letters
	known     int // in the vocabulary as they stand
	syllables int // that are or could become syllables
	small     int // not capitalised
	unknown   int // of those
	odd       int // of them, that no added mark makes a known word
	shaped    int // that are syllables but for marks, Vietnamese ones or others (chöng)
	marked    int // syllables with marks
	missing   int // bare syllables that should have marks
	english   int // the commonest English words
}

func (h *health) add(o health) {
	h.words += o.words
	h.known += o.known
	h.syllables += o.syllables
	h.shaped += o.shaped
	h.small += o.small
	h.unknown += o.unknown
	h.odd += o.odd
	h.marked += o.marked
	h.missing += o.missing
	h.english += o.english
}

// lost is the share of words with marks that miss them, shrunk towards a
// prior worth half a dozen words.
func (h health) lost(prior float64) float64 {
	share := (float64(h.missing) + 6*prior) / (float64(h.missing+h.marked) + 6)
	return min(max(share, 0.004), 0.996)
}

// oddShare is the share of words that adding marks does not explain, shrunk
// towards a prior worth forty words.
func (h health) oddShare(prior float64) float64 {
	return (float64(h.odd) + 40*prior) / float64(h.small+40)
}

// foreign reports whether the words are another language's. Amid damaged
// Vietnamese it takes more to tell: "the" may be thể there.
func (h health) foreign(damaged bool) bool {
	if damaged {
		return h.english > 2 && float64(h.english) > 0.25*float64(h.words)
	}
	return h.english > 1 && float64(h.english) > 0.12*float64(h.words) ||
		h.words >= 6 && float64(h.shaped) < 0.25*float64(h.words) && h.marked == 0
}

// wrong is how many words are not as they should be, as far as counting tells.
func (h health) wrong() int { return h.unknown + h.missing + h.odd }

// wholeMarks is how many words with marks, and nothing wrong beside them, are
// no chance: of misread paragraphs one with eight of them was met.
const wholeMarks = 12

// whole reports that nothing happened to the words.
func (h health) whole() bool { return h.marked >= wholeMarks && h.wrong() == 0 }

var english = map[string]bool{"of": true, "and": true, "for": true, "with": true, "that": true, "is": true, "are": true, "was": true, "by": true, "from": true, "this": true, "be": true, "not": true, "which": true, "or": true}

// examine counts the words of some fields.
func (r *Restorer) examine(fields []string) health {
	var h health
	for _, f := range fields {
		if len(f) > maxField {
			continue
		}
		for _, p := range lm.Split(f) {
			if p.Kind == lm.Word {
				h.add(r.examineWord(p.Core))
			}
		}
		if hasSignInside(f) || strangeInside.MatchString(f) || len(f) >= longField && r.hasRun(f) {
			h.odd++
			h.unknown++
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
	if lm.IsSyllable(core) {
		h.syllables++
		switch {
		case tone.Fold(low) != low:
			h.marked++
		case r.seldomBare(low):
			h.missing++
		}
	}
	if h.syllables > 0 || lm.IsSyllable(withoutMarks(core)) {
		h.shaped++
	}
	// Capitals are names and acronyms, which nobody can know.
	if strings.ToLower(core) == core {
		h.small++
		if !known {
			h.unknown++
		}
		if !known && !r.explained(low) {
			h.odd++
		}
	}
	return h
}

// withoutMarks is a word without the marks of any language.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// rareness is how much rarer, in nats, a bare word must be than one with marks
// to count as having lost them.
const rareness = 3

// seldomBare reports whether a bare word is nearly always written with marks.
func (r *Restorer) seldomBare(low string) bool {
	bare, best := -20.0, -20.0
	for _, rd := range r.readings(low) {
		if rd.acronym {
			continue
		}
		best = max(best, rd.p)
		if rd.word == low {
			bare = rd.p
		}
	}
	return best-bare > rareness
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

// longField is the length of a field from which on it may be a run of words.
const longField = 15

// strangeInside is a digit or a capital amid small letters: ph6i, dQng.
var strangeInside = regexp.MustCompile(`^\p{P}*(\p{L}*\p{Ll}\d+\p{Ll}+|\p{Ll}+\p{Lu}\p{Ll}{2,})\p{P}*$`)

// hasSignInside reports a sign between letters that no Vietnamese word has:
// hi¢n, Iq,p, H~nh.
func hasSignInside(field string) bool {
	inside := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.ContainsFunc(inside, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-–/.,:'’&()@_+;", r)
	})
}
