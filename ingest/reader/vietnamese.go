package reader

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// syllable is the form of a written Vietnamese syllable without its marks:
// initial, vowels, final. "nghiệp" is ngh-ie-p; "strong" is none.
var syllable = regexp.MustCompile(`^(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?([aeiouy]{1,3})(ng|nh|ch|[cmnptu])?$`)

// markedShare is the share of Vietnamese syllables that carry a mark: 0.75 to
// 0.85 in running text, less in tables. Text read by an English OCR has next
// to none.
const markedShare = 0.5

// syllables tells how much a text reads like Vietnamese by form alone: the
// share of words that are possible syllables, lowered where marks are fewer
// than Vietnamese has. "Kế hoạch năm 2019" is 1, "Ke hoach nam 2019" is 0,
// "Can cer Quyit dinh" 0.
func syllables(text string) float64 {
	words, possible, marked := 0, 0, 0
	for _, w := range strings.FieldsFunc(norm.NFC.String(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) < 2 {
			continue
		}
		words++
		bare := bareLetters(w)
		if syllable.MatchString(bare) {
			possible++
			if bare != strings.ToLower(w) || strings.Contains(bare, "đ") {
				marked++
			}
		}
	}
	if possible == 0 {
		return 0
	}
	return float64(possible) / float64(words) * min(1, float64(marked)/float64(possible)/markedShare)
}

// bareLetters is the word in small letters without marks; đ stays.
func bareLetters(w string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(w)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
