package noise

import (
	"unicode"

	"vanthu/normalize/tone"
)

// letters are what Vietnamese words are written with, foreign ones included;
// the second half is the first in capitals.
const small = "abcdefghijklmnopqrstuvwxyzđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

var (
	letters = makeLetters()
	numbers = makeNumbers()
)

func makeLetters() []rune {
	rs := []rune(small)
	for _, r := range rs {
		rs = append(rs, unicode.ToUpper(r))
	}
	return rs
}

func makeNumbers() map[rune]uint8 {
	m := make(map[rune]uint8, len(letters))
	for i, r := range letters {
		m[r] = uint8(i)
	}
	return m
}

// alphabet is the number of letters, half of it the number of small ones.
var (
	alphabet = len(letters)
	half     = uint8(alphabet / 2)
)

// kinship is how a raw segment relates to a letter, the first thing that
// decides how likely it is: every engine keeps some letters, drops the marks
// of others and takes the rest for something else.
type kinship uint8

const (
	same    kinship = iota
	bare            // the letter without its marks
	sibling         // the same letter with other marks
	swapped         // the other case
	lost            // nothing
	letter          // another letter
	digit
	symbol
	wider  // two or three signs, the letter or its bare form among them
	remote // two or three signs without it
	kinships
)

// related tells the kinship of segment s to the letter g.
func related(g rune, s []rune) kinship {
	switch len(s) {
	case 0:
		return lost
	case 1:
		return relatedLetter(g, s[0])
	}
	for _, r := range s {
		if k := relatedLetter(g, r); k <= sibling {
			return wider
		}
	}
	return remote
}

func relatedLetter(g, r rune) kinship {
	gl, rl := tone.Split(g), tone.Split(r)
	switch {
	case g == r:
		return same
	case rl.Plain == gl.Plain && rl.Marks() == 0:
		return bare
	case rl.Plain == gl.Plain:
		return sibling
	case unicode.ToLower(rl.Plain) == unicode.ToLower(gl.Plain):
		return swapped
	case unicode.IsLetter(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return symbol
}

// members is among how many segments of a kinship its share is divided.
var members = [kinships]float64{same: 1, bare: 1, sibling: 6, swapped: 2, lost: 1, letter: 60, digit: 10, symbol: 25, wider: 150, remote: 6000}

// shares is how likely the kinships are before anything was learned, by the
// number of marks of the letter.
var shares = [3][kinships]float64{
	{same: .93, bare: 0, sibling: .01, swapped: .01, lost: .006, letter: .02, digit: .003, symbol: .002, wider: .01, remote: .009},
	{same: .28, bare: .42, sibling: .08, swapped: .02, lost: .01, letter: .06, digit: .03, symbol: .05, wider: .03, remote: .02},
	{same: .22, bare: .36, sibling: .16, swapped: .02, lost: .01, letter: .06, digit: .04, symbol: .07, wider: .03, remote: .03},
}
