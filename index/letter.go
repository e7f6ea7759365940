package index

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letter is what one rune says: ế is ê, e and acute; a combining circumflex
// is a mark on the letter before.
type letter struct {
	letter, plain, tone rune
	mark                bool
}

// letters holds every rune up to the last Vietnamese one, ỹ U+1EF9.
var letters = func() (table [0x1efa]letter) {
	for r := range table {
		table[r] = takeApart(rune(r))
	}
	return table
}()

func letterOf(r rune) letter {
	if int(r) < len(letters) {
		return letters[r]
	}
	return takeApart(r)
}

func takeApart(r rune) letter {
	switch r {
	case 'đ', 'Đ', 'ð', 'Ð', 'Ɖ', 'ɖ':
		return letter{letter: 'đ', plain: 'd'}
	}
	if isTone(r) {
		return letter{tone: r}
	}
	if unicode.Is(unicode.Mn, r) {
		return letter{letter: r, mark: true}
	}
	var l letter
	for _, d := range norm.NFD.String(string(unicode.ToLower(r))) {
		switch {
		case l.letter == 0:
			l.letter, l.plain = d, d
		case isTone(d):
			l.tone = d
		default:
			l.letter, _ = utf8.DecodeRune(combine([]byte(string(l.letter)), d))
		}
	}
	return l
}

// combine puts a mark on the last letter: a + circumflex = â. Marks that no
// Vietnamese letter has are dropped.
func combine(letters []byte, mark rune) []byte {
	last, n := utf8.DecodeLastRune(letters)
	if made, ok := combined[[2]rune{last, mark}]; ok {
		return utf8.AppendRune(letters[:len(letters)-n], made)
	}
	return letters
}

var combined = map[[2]rune]rune{
	{'a', circumflex}: 'â', {'a', breve}: 'ă', {'e', circumflex}: 'ê',
	{'o', circumflex}: 'ô', {'o', horn}: 'ơ', {'u', horn}: 'ư',
}
