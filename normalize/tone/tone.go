// Package tone knows Vietnamese letters: which marks a letter carries, how to
// take them off and put them back, and where the tone mark stands.
//
// A vowel carries up to two marks. The shape is part of the letter (â ă ê ô ơ
// ư, and đ among the consonants), the tone belongs to the syllable (à á ả ã
// ạ). ế is e + circumflex + acute:
//
//	l := tone.Split('ế') // {Plain: 'e', Shape: Circumflex, Tone: Acute}
//	l.Rune()             // 'ế'
//	tone.Fold("Đường lối của Đảng") // "Duong loi cua Dang"
//
// Text comes in and goes out as NFC; call NFC first on text of unknown form.
// The package holds no state and is safe for concurrent use.
package tone

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Shape is the mark that makes another letter of the alphabet.
type Shape uint8

// The shapes. Bar is the stroke of đ.
const (
	Bare Shape = iota
	Circumflex
	Breve
	Horn
	Bar
)

// Tone is the mark of the syllable's tone.
type Tone uint8

// The tones: ngang, huyền, sắc, hỏi, ngã, nặng.
const (
	Level Tone = iota
	Grave
	Acute
	Hook
	Tilde
	Dot
)

// Letter is a letter taken apart.
type Letter struct {
	Plain rune // the ASCII letter, in the case of the original
	Shape Shape
	Tone  Tone
}

const (
	plainVowels = "aaaeeiooouuy"
	shapes      = "\x00\x01\x02\x00\x01\x00\x00\x01\x03\x00\x03\x00"
	toned       = "aàáảãạâầấẩẫậăằắẳẵặeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
)

var (
	splits   = makeSplits()
	composed = makeComposed()
)

func makeSplits() map[rune]Letter {
	m := map[rune]Letter{'đ': {'d', Bar, Level}, 'Đ': {'D', Bar, Level}}
	for i, r := range []rune(toned) {
		l := Letter{rune(plainVowels[i/6]), Shape(shapes[i/6]), Tone(i % 6)}
		m[r] = l
		l.Plain = unicode.ToUpper(l.Plain)
		m[unicode.ToUpper(r)] = l
	}
	return m
}

func makeComposed() map[Letter]rune {
	m := make(map[Letter]rune, len(splits))
	for r, l := range splits {
		m[l] = r
	}
	return m
}

// Split takes a letter apart; any other rune is its own Plain.
func Split(r rune) Letter {
	if r < 0x80 {
		return Letter{Plain: r}
	}
	if l, ok := splits[r]; ok {
		return l
	}
	return Letter{Plain: r}
}

// Rune puts the letter together again; where Vietnamese has no such letter it
// is the plain one.
func (l Letter) Rune() rune {
	if r, ok := composed[l]; ok {
		return r
	}
	return l.Plain
}

// Marks counts the marks the letter carries, 0 to 2.
func (l Letter) Marks() int {
	n := 0
	if l.Shape != Bare {
		n++
	}
	if l.Tone != Level {
		n++
	}
	return n
}

// Fold takes every Vietnamese mark off and keeps the case: "Đảng" → "Dang".
func Fold(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune { return Split(r).Plain }, s)
}

// NFC composes the text, and writes the Icelandic Ð, which old fonts and
// keyboards put for Đ, as the Vietnamese letter.
func NFC(s string) string {
	if isASCII(s) {
		return s
	}
	if strings.ContainsRune(s, 'Ð') {
		s = strings.ReplaceAll(s, "Ð", "Đ")
	}
	return norm.NFC.String(s)
}

// Canonical moves the tone mark of an open oa, oe or uy to where the older
// rule puts it (hoà → hòa, uỷ → ủy), so that both spellings compare equal.
// The word must be NFC; anything else comes back unchanged.
func Canonical(word string) string {
	return moveTone(word, func(first, last Letter) bool { return first.Tone == Level && last.Tone != Level })
}

// Newer moves it to where the newer rule puts it: hòa → hoà, ủy → uỷ.
func Newer(word string) string {
	return moveTone(word, func(first, last Letter) bool { return first.Tone != Level && last.Tone == Level })
}

// moveTone moves the tone mark between the letters of an open oa, oe or uy if
// they are such that it is to be moved.
func moveTone(word string, moves func(first, last Letter) bool) string {
	if isASCII(word) || len(word) < 3 {
		return word
	}
	rs := []rune(word)
	n := len(rs)
	if n < 2 {
		return word
	}
	first, last := Split(rs[n-2]), Split(rs[n-1])
	if !moves(first, last) || !movable(first, last) || n > 2 && lower(rs[n-3]) == 'q' {
		return word
	}
	first.Tone, last.Tone = last.Tone, first.Tone
	rs[n-2], rs[n-1] = first.Rune(), last.Rune()
	return string(rs)
}

// movable reports whether the two letters are oa, oe or uy without shapes.
func movable(first, last Letter) bool {
	if first.Shape != Bare || last.Shape != Bare {
		return false
	}
	switch lower(first.Plain) {
	case 'o':
		return lower(last.Plain) == 'a' || lower(last.Plain) == 'e'
	case 'u':
		return lower(last.Plain) == 'y'
	}
	return false
}

func lower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
