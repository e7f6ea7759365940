package charset

import (
	"sync"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// The letters of Vietnamese that are not ASCII, small and capital: with the
// ASCII ones the 134 vowels and đ's of the alphabet in all tones.
const (
	small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
	large = "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ"
)

// The bytes of the encodings that have one for each letter, in the order of
// small and large.
const (
	tcvn3Small  = "\xb5\xb6\xb7\xb8\xb9\xa8\xbb\xbc\xbd\xbe\xc6\xa9\xc7\xc8\xc9\xca\xcb\xae\xcc\xce\xcf\xd0\xd1\xaa\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xab\xe5\xe6\xe7\xe8\xe9\xac\xea\xeb\xec\xed\xee\xef\xf1\xf2\xf3\xf4\xad\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe"
	visciiSmall = "\xe0\xe4\xe3\xe1\xd5\xe5\xa2\xc6\xc7\xa1\xa3\xe2\xa5\xa6\xe7\xa4\xa7\xf0\xe8\xeb\xa8\xe9\xa9\xea\xab\xac\xad\xaa\xae\xec\xef\xee\xed\xb8\xf2\xf6\xf5\xf3\xf7\xf4\xb0\xb1\xb2\xaf\xb5\xbd\xb6\xb7\xde\xbe\xfe\xf9\xfc\xfb\xfa\xf8\xdf\xd7\xd8\xe6\xd1\xf1\xcf\xd6\xdb\xfd\xdc"
	visciiLarge = "\xc0\xc4\xc3\xc1\x80\xc5\x82\x02\x05\x81\x83\xc2\x85\x86\x06\x84\x87\xd0\xc8\xcb\x88\xc9\x89\xca\x8b\x8c\x8d\x8a\x8e\xcc\x9b\xce\xcd\x98\xd2\x99\xa0\xd3\x9a\xd4\x90\x91\x92\x8f\x93\xb4\x96\x97\xb3\x95\x94\xd9\x9c\x9d\xda\x9e\xbf\xbb\xbc\xff\xba\xb9\x9f\x14\x19\xdd\x1e"
)

// parts takes a letter apart: a base letter, its shape (breve, circumflex,
// horn or none) and its tone or none. Đ stays whole.
func parts(letter rune) (base, shape, tone rune) {
	for _, r := range norm.NFD.String(string(letter)) {
		switch {
		case base == 0:
			base = r
		case isTone(r):
			tone = r
		default:
			shape = r
		}
	}
	return base, shape, tone
}

// The shapes as combining marks.
const (
	breve      = '\u0306'
	circumflex = '\u0302'
	horn       = '\u031b'
)

// aligned builds a table from one byte a letter.
func aligned(letters, bytes string) map[rune]string {
	m := map[rune]string{}
	i := 0
	for _, r := range letters {
		m[r] = bytes[i : i+1]
		i++
	}
	return m
}

var viscii = sync.OnceValue(func() *table {
	return newTable(charmap.Windows1252, aligned(small+large, visciiSmall+visciiLarge))
})

// tcvn3 is what the ABC fonts of Windows hold. They have no capitals with a
// tone: .VnTime writes those in another font (.VnTimeH) with the bytes of the
// small letters, which bytes alone cannot tell. TCVN 5712 proper has combining
// tones at B0–B4, which make the table complete. From 80 to 9F the fonts have
// the quotes and dashes of Windows-1252, not the capitals of TCVN 5712-1.
var tcvn3 = sync.OnceValue(func() *table {
	m := aligned(small, tcvn3Small)
	for letter, b := range map[rune]string{'Ă': "\xa1", 'Â': "\xa2", 'Ê': "\xa3", 'Ô': "\xa4", 'Ơ': "\xa5", 'Ư': "\xa6", 'Đ': "\xa7"} {
		m[letter] = b
	}
	combining := map[rune]string{grave: "\xb0", hook: "\xb1", tilde: "\xb2", acute: "\xb3", dot: "\xb4"}
	for _, letter := range large {
		if base, shape, tone := parts(letter); tone != 0 {
			plain := compose(base, shape)
			if plain < 0x80 {
				m[letter] = string(plain) + combining[tone]
			} else {
				m[letter] = m[plain] + combining[tone]
			}
		}
	}
	return newTable(charmap.Windows1252, m)
})

func compose(base rune, marks ...rune) rune {
	s := string(base)
	for _, m := range marks {
		if m != 0 {
			s += string(m)
		}
	}
	r := []rune(norm.NFC.String(s))
	return r[0]
}

// vniMarks are the second bytes of VNI by shape and tone. Capital letters take
// the capital of the mark, 0x20 less.
var vniMarks = map[rune]map[rune]byte{
	0:          {grave: 0xf8, hook: 0xfb, tilde: 0xf5, acute: 0xf9, dot: 0xef},
	circumflex: {grave: 0xe0, hook: 0xe5, tilde: 0xe3, acute: 0xe1, dot: 0xe4, 0: 0xe2},
	breve:      {grave: 0xe8, hook: 0xfa, tilde: 0xfc, acute: 0xe9, dot: 0xeb, 0: 0xea},
}

// vniSingles are the letters that VNI writes as one byte.
var vniSingles = aligned("ơưđỵìỉĩíịƠƯĐỴÌỈĨÍỊ", "\xf4\xf6\xf1\xee\xec\xe6\xf3\xed\xf2\xd4\xd6\xd1\xce\xcc\xc6\xd3\xcd\xd2")

// vni writes a letter, then a byte for its shape and tone: thực = t h ö ï c.
var vni = sync.OnceValue(func() *table {
	m := map[rune]string{}
	for _, letter := range small + large {
		if b := vniSingles[letter]; b != "" {
			m[letter] = b
			continue
		}
		base, shape, tone := parts(letter)
		first := string(base)
		if shape == horn {
			first, shape = vniSingles[compose(base, horn)], 0
		}
		mark := vniMarks[shape][tone]
		if base < 'a' {
			mark -= 0x20
		}
		m[letter] = first + string([]byte{mark})
	}
	return newTable(charmap.Windows1252, m)
})

// viqrMarks are the signs of VIQR (RFC 1456), typed after the letter, shape
// before tone: thực = thu+.c.
var viqrMarks = map[rune]string{
	grave: "`", acute: "'", hook: "?", tilde: "~", dot: ".", circumflex: "^", breve: "(", horn: "+",
}

var viqr = sync.OnceValue(func() *table {
	m := map[rune]string{'đ': "dd", 'Đ': "DD"}
	for _, letter := range small + large {
		if base, shape, tone := parts(letter); shape != 0 || tone != 0 {
			m[letter] = string(base) + viqrMarks[shape] + viqrMarks[tone]
		}
	}
	t := newTable(charmap.Windows1252, m)
	t.escape = '\\'
	return t
})

// windows1258 has bytes for shapes and, after them, for tones.
var windows1258 = sync.OnceValue(func() *table {
	enc := func(r rune) (string, bool) {
		b, ok := charmap.Windows1258.EncodeRune(r)
		return string([]byte{b}), ok
	}
	m := map[rune]string{}
	for _, letter := range small + large {
		if b, ok := enc(letter); ok {
			m[letter] = b
			continue
		}
		base, shape, tone := parts(letter)
		first, _ := enc(compose(base, shape))
		second, _ := enc(tone)
		m[letter] = first + second
	}
	return newTable(charmap.Windows1258, m)
})
