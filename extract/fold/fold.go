// Package fold reduces Vietnamese text to what survives a bad scanner: plain
// lower-case letters, digits and a few marks. What comes in is any text, NFC
// or NFD; what goes out is one byte for each letter, so that a position in the
// folded text is a letter's number. It compares, it never restores.
//
//	fold.String("KẾ HOẠCH") == fold.String("Ke hoach") // "ke hoach"
//
// Phrases are found by Near, which forgives a few lost or misread letters. All
// functions are safe for concurrent use.
package fold

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Unknown stands for a rune that has no plain form.
const Unknown = '?'

// marks are the runes that fold to something other than their base letter.
var marks = map[rune]byte{
	'đ': 'd', 'Đ': 'd', 'ð': 'd', 'Ð': 'd', 'ß': 'b',
	'‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '\u00ad': '-',
	'•': '-', '●': '-', '▪': '-', '■': '-', '◦': '-', '►': '-', '\uf0b7': '-', '\uf02d': '-', // Word's bullets
	'“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': '\'', '’': '\'', '´': '\'', '`': '\'',
	'…': '.', '∕': '/', '⁄': '/', '¢': 'c', '£': 'f', '≥': '>', '≤': '<',
}

const tableSize = 0x2200

// table holds the fold of every rune below tableSize: looking runes up is ten
// times faster than decomposing them, and a long document has millions.
var table = sync.OnceValue(func() *[tableSize]byte {
	var t [tableSize]byte
	for r := rune(0); r < tableSize; r++ {
		t[r] = decompose(r)
	}
	return &t
})

func decompose(r rune) byte {
	switch {
	case marks[r] != 0:
		return marks[r]
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	base := unicode.ToLower([]rune(norm.NFKD.String(string(r)))[0])
	switch {
	case base == ' ': // a mark that stands alone: ˙
		return '\''
	case base < 0x80:
		return byte(base)
	}
	return Unknown
}

// Byte is the fold of one rune, 0 for a combining mark, which folds to
// nothing.
func Byte(r rune) byte {
	if r >= 0 && r < tableSize {
		return table()[r]
	}
	return decompose(r)
}

// String folds s.
func String(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if c := Byte(r); c != 0 {
			b.WriteByte(c)
		}
	}
	return b.String()
}
