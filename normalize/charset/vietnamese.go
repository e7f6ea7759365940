package charset

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Vietnamese says how Vietnamese a text reads, 0 to 1: what share of its words
// are Vietnamese syllables by their form, and whether letters carry marks as
// often as they do in Vietnamese.
//
//	score = syllables² × (0.1 + 0.9 × marks)
//
// Syllables is the share of words that could be syllables; squared, because
// four wrong words in ten are a text nobody can use. Marks is the share of
// letters with a mark over 0.18, at most 1 (real text has 0.25 to 0.30, tables
// and lists of names less). Numbers, identifiers and abbreviations in capitals
// (12/KH-UBND) say nothing either way; text of nothing else scores 0.5.
//
// Measured on ../shared: clean seeds and transcribed scans 0.97 to 1.00, a seed
// with lost vowels 0.98, a stripped one 0.15, English-OCR layers of scans 0.03
// to 0.05 against 0.98 to 1.00 for what their pages say, English 0.003. So a
// layer below 0.5 is not worth keeping when the page can be read by OCR; lost
// vowels are not seen here, as what remains of a word mostly is a syllable too.
//
// Text in an old encoding scores low; Decode it first.
func Vietnamese(s string) float64 {
	words, syllables, letters, marked := 0, 0, 0, 0
	for _, w := range strings.FieldsFunc(norm.NFC.String(s), isBetweenWords) {
		if neutral(w) {
			continue
		}
		words++
		if isSyllable(w) {
			syllables++
		}
		for _, r := range w {
			letters++
			if r >= 0x80 && strings.ContainsRune(small+large, r) {
				marked++
			}
		}
	}
	if words == 0 {
		return 0.5
	}
	share := float64(syllables) / float64(words)
	marks := min(1, float64(marked)/float64(letters)/0.18)
	return share * share * (0.1 + 0.9*marks)
}

// isBetweenWords leaves signs that stand in for letters (¶, ¸, §) inside
// words, where they do the damage that is to be counted.
func isBetweenWords(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(".,;:!?()[]{}<>/\\|-–—_\"'“”‘’«»…*+=•&%", r)
}

// neutral words say nothing of the language: numbers, single letters,
// abbreviations and Roman numerals in capitals.
func neutral(w string) bool {
	letters, initials := 0, true
	for _, r := range w {
		if unicode.IsDigit(r) {
			return true
		}
		initials = initials && unicode.IsUpper(r)
		letters++
	}
	return letters < 2 || initials && !isSyllable(w)
}
