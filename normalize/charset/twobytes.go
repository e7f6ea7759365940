package charset

import (
	"sync"

	"golang.org/x/text/encoding/charmap"
)

// marks are the second bytes of letters by shape and tone. Capital letters
// take the capital of the mark, 0x20 less.
type marks map[rune]map[rune]byte

var (
	vniMarks = marks{
		0:          {grave: 0xf8, hook: 0xfb, tilde: 0xf5, acute: 0xf9, dot: 0xef},
		circumflex: {grave: 0xe0, hook: 0xe5, tilde: 0xe3, acute: 0xe1, dot: 0xe4, 0: 0xe2},
		breve:      {grave: 0xe8, hook: 0xfa, tilde: 0xfc, acute: 0xe9, dot: 0xeb, 0: 0xea},
	}
	bkhcm2Marks = marks{
		0:          {acute: 0xe1, grave: 0xe2, hook: 0xe3, tilde: 0xe4, dot: 0xe5},
		circumflex: {acute: 0xeb, grave: 0xec, hook: 0xed, tilde: 0xee, dot: 0xe5},
		breve:      {acute: 0xe6, grave: 0xe7, hook: 0xe8, tilde: 0xe9, dot: 0xe5},
	}
)

// The letters that are one byte.
var (
	vniSingles    = aligned("ơưđỵìỉĩíịƠƯĐỴÌỈĨÍỊ", "\xf4\xf6\xf1\xee\xec\xe6\xf3\xed\xf2\xd4\xd6\xd1\xce\xcc\xc6\xd3\xcd\xd2")
	bkhcm2Singles = aligned("âăêôơưđíìỉĩịÂĂÊÔƠƯĐÍÌỈĨỊ", "\xea\xf9\xef\xf6\xfa\xfb\xe0\xf1\xf2\xf3\xf4\xf5\xca\xd9\xcf\xd6\xda\xdb\xc0\xd1\xd2\xd3\xd4\xd5")
)

// twoBytes writes a letter, then a byte for its marks: thực is t h ö ï c in
// VNI. A letter with a shape that is one byte takes that, and the byte of its
// tone: ậ is ê å in BK HCM 2.
func twoBytes(singles map[rune]string, second marks) map[rune]string {
	m := map[rune]string{}
	for _, letter := range small + large {
		if b := singles[letter]; b != "" {
			m[letter] = b
			continue
		}
		base, shape, tone := parts(letter)
		first := string(base)
		if b := singles[compose(base, shape)]; b != "" {
			first = b
		}
		if shape == horn {
			shape = 0
		}
		mark := second[shape][tone]
		if base < 'a' {
			mark -= 0x20
		}
		m[letter] = first + string([]byte{mark})
	}
	return m
}

// vni is that of Windows and Unix. The marks of the fonts stand at their own
// width, so that y and the dot, which has a byte of its own as ỵ, look right
// as well: VNI Software's table has both.
var vni = sync.OnceValue(func() *table {
	t := newTable(charmap.Windows1252, twoBytes(vniSingles, vniMarks))
	return t.also(map[string]rune{"y\xef": 'ỵ', "Y\xcf": 'Ỵ'})
})

// bkhcm2: Unikey writes Ệ with the dot of ệ.
var bkhcm2 = sync.OnceValue(func() *table {
	t := newTable(charmap.Windows1252, twoBytes(bkhcm2Singles, bkhcm2Marks))
	return t.also(map[string]rune{"\xcf\xe5": 'Ệ'})
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
