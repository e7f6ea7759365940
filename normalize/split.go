package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// Words that were split. A reader that sees a gap where there is none puts down
// `th ực`, `Ph ó`, `hợ p`: a beginning without a vowel, or an ending without
// one. Two such fields together are looked up as one word; the language model
// chooses. The word goes to the first field and the second is left empty.

const joinCost = 6.5 // of a gap that is none

// joined adds to slots the ways to read them with the next one as one word. In
// text that is right but for slips, only a beginning of two letters is taken
// for a part: single letters stand there for themselves.
func (o *ocrReader) joined(slots []slot, loud []bool, how method) {
	for i := range len(slots) - 1 {
		a, b := &slots[i], &slots[i+1]
		if !splitHere(a, b) || how == repair && (len(a.piece.Core) < 2 || startsWithVowel(tone.Fold(strings.ToLower(a.piece.Core)))) {
			continue
		}
		whole := seen{core: a.piece.Core + b.piece.Core, meaning: a.meaning, loud: loud[i]}
		a.options = append([]option(nil), a.options...)
		for _, opt := range o.options(whole) {
			if opt.n == 1 && opt.ids[0] > lm.UnknownTitle {
				opt.span, opt.change, opt.cost = 1, ChangeOCR, opt.cost+joinCost
				a.options = append(a.options, opt)
			}
		}
	}
}

// splitHere reports whether two slots look like parts of one word.
func splitHere(a, b *slot) bool {
	if a.piece.Kind != lm.Word || b.piece.Kind != lm.Word || a.piece.Post != "" || b.piece.Pre != "" || a.word == b.word {
		return false
	}
	first, second := strings.ToLower(tone.Fold(a.piece.Core)), strings.ToLower(tone.Fold(b.piece.Core))
	if look, _ := utf8.DecodeRuneInString(b.piece.Core); unicode.IsUpper(look) && !isAcronym(a.piece.Core) {
		return false
	}
	return beginnings[first] && startsWithVowel(second) || endings[second] && first != "" && startsWithVowel(first[len(first)-1:])
}

func startsWithVowel(s string) bool { return strings.IndexAny(s, "aeiouy") == 0 }

// beginnings and endings of syllables that are no words.
var (
	beginnings = setOf("b ch d g gh gi h kh k l m n ng ngh nh ph p q qu r s t th tr v x")
	endings    = setOf("c ch m n ng nh p t")
)

func setOf(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
