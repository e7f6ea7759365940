package noise

import (
	"strings"
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
const (
	alphabet = 186
	half     = alphabet / 2
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
	vowel           // another vowel for a vowel
	letter          // another letter
	digit
	symbol
	wider   // two signs, the letter or its bare form among them
	widest  // three signs, the same
	remote  // two signs without it
	remoter // three signs without it
	garble  // two signs that are strokes rather than letters
	garbler // three of them
	kinships
)

// parted are the letters taken apart.
var parted = makeParted()

func makeParted() []tone.Letter {
	out := make([]tone.Letter, len(letters))
	for i, r := range letters {
		out[i] = tone.Split(r)
	}
	return out
}

// family are the letters that are the same without marks.
var family = makeFamily()

func makeFamily() map[rune][]uint8 {
	m := make(map[rune][]uint8)
	for g, l := range parted {
		m[l.Plain] = append(m[l.Plain], uint8(g))
	}
	return m
}

// contexts of a letter are what its statistics back off through: the letter
// without shape and tone, without its shape, without its tone.
var contexts, contextCount = makeContexts()

func makeContexts() (of [][3]uint16, count int) {
	type context struct {
		plain rune
		mark  uint8
	}
	seen := make(map[context]uint16)
	number := func(plain rune, mark uint8) uint16 {
		c := context{plain, mark}
		if _, ok := seen[c]; !ok {
			seen[c] = uint16(len(seen))
		}
		return seen[c]
	}
	for _, l := range parted {
		of = append(of, [3]uint16{number(l.Plain, 0), number(l.Plain, 10+uint8(l.Tone)), number(l.Plain, 20+uint8(l.Shape))})
	}
	return of, len(seen)
}

// sign is a sign of the reading, taken apart once.
type sign struct {
	r      rune
	letter tone.Letter
	marks  int
	class  kinship // if it is no relative: letter, digit or symbol
	stroke bool    // a sign that bits of letters and marks look like
}

const strokes = `1lIiftrJ;:,.'"!|/\()[]{}~_-*^` + "`"

func newSign(r rune) sign {
	s := sign{r: r, letter: tone.Split(r), class: symbol, stroke: strings.ContainsRune(strokes, r)}
	s.marks = s.letter.Marks()
	switch {
	case unicode.IsLetter(r):
		s.class = letter
	case unicode.IsDigit(r):
		s.class = digit
	}
	return s
}

func newSigns(segment string) []sign {
	var out []sign
	for _, r := range segment {
		out = append(out, newSign(r))
	}
	return out
}

// related tells the kinship of a segment to letter number g.
func related(g int, segment []sign) kinship {
	switch len(segment) {
	case 0:
		return lost
	case 1:
		return segment[0].related(g)
	}
	longer, strokes := kinship(len(segment)-2), true
	for _, s := range segment {
		if s.related(g) <= sibling {
			return wider + longer
		}
		strokes = strokes && s.stroke
	}
	if strokes {
		return garble + longer
	}
	return remote + longer
}

func (s sign) related(g int) kinship {
	plain := parted[g].Plain
	switch {
	case letters[g] == s.r:
		return same
	case plain == s.letter.Plain && s.marks == 0:
		return bare
	case plain == s.letter.Plain:
		return sibling
	case plain|0x20 == s.letter.Plain|0x20 && s.class == letter:
		return swapped
	case s.class == letter && isVowel(plain) && isVowel(s.letter.Plain):
		return vowel
	}
	return s.class
}

func isVowel(plain rune) bool { return strings.ContainsRune("aeiouyAEIOUY", plain) }

// members is among how many segments of a kinship its share is divided.
var members = [kinships]float64{same: 1, bare: 1, sibling: 6, swapped: 2, lost: 1, vowel: 12, letter: 60, digit: 10, symbol: 25, wider: 150, widest: 10000, remote: 6000, remoter: 400000, garble: 150, garbler: 1700}

// shares is how likely the kinships are before anything was learned, by the
// number of marks of the letter.
var shares = [3][kinships]float64{
	{same: .90, bare: 0, sibling: .01, swapped: .015, lost: .01, vowel: .01, letter: .025, digit: .005, symbol: .005, wider: .01, widest: .002, remote: .01, remoter: .003, garble: .003, garbler: .001},
	{same: .22, bare: .36, sibling: .08, swapped: .02, lost: .015, vowel: .07, letter: .05, digit: .04, symbol: .08, wider: .04, widest: .01, remote: .03, remoter: .005, garble: .03, garbler: .015},
	{same: .18, bare: .30, sibling: .12, swapped: .02, lost: .015, vowel: .08, letter: .06, digit: .05, symbol: .10, wider: .04, widest: .01, remote: .04, remoter: .005, garble: .03, garbler: .015},
}
