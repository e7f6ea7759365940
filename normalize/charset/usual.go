package charset

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/tone"
)

// usualList has the syllables with marks that ten or more of 139 million words
// of law and news are (see syllable.go), each line those of about the same
// count: 12 for a million, 9 for some thirty thousand, twice the logarithm.
//
//go:embed usual.txt
var usualList string

var usual = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for line := range strings.Lines(usualList) {
		words := strings.Fields(line)
		level := 0
		for _, digit := range words[0] {
			level = 10*level + int(digit-'0')
		}
		for _, w := range words[1:] {
			m[tone.Canonical(w)] = max(m[tone.Canonical(w)], level)
		}
	}
	return m
})

// noWord is the strain of what is no syllable.
const noWord = 1.3

// signInside: an ellipsis or a quotation mark within a word is a letter in some
// encodings (th“ng is thông in VNI for DOS).
var signInside = regexp.MustCompile(`[a-z][…“”‘•][a-z]`)

// oddSign is the strain of that.
const oddSign = 0.9

// strain tells how hard it is to believe that s, without white space, is what
// was written: 0 for the usual syllables (của), 0.2 for kèm, 0.6 for hến, 1 for
// those that nobody has seen (kốm), noWord for what is none (kÕt). Of several
// words the worst counts.
func strain(s string) float64 {
	words := strings.FieldsFunc(s, isOutside)
	if len(words) == 0 {
		return noWord
	}
	worst := 0.0
	if signInside.MatchString(s) {
		worst = oddSign
	}
	for _, w := range words {
		switch {
		case isASCII(w):
		case !isSyllable(w) || hasLateCapital(w):
			return noWord
		default:
			level := usual()[tone.Canonical(strings.ToLower(w))]
			worst = max(worst, 1-float64(min(level, 12))/12)
		}
	}
	return worst
}

// hasMarkedWord reports whether there is a word of two letters or more in s that
// is not ASCII.
func hasMarkedWord(s string) bool {
	for _, w := range strings.FieldsFunc(s, isOutside) {
		if !isASCII(w) && utf8.RuneCountInString(w) > 1 {
			return true
		}
	}
	return false
}

// hasLateCapital reports whether a capital follows a small letter, as in mỚ.
func hasLateCapital(s string) bool {
	small := false
	for _, r := range s {
		if unicode.IsUpper(r) && small {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}
