package index

// How Vietnamese words become terms.
//
// A text is cut into syllables: runs of letters, digits and combining marks.
// Each has two forms, and a match on the first ranks above one on the second:
//
//	page says      exact          folded
//	Hòa, hoà       hoa+grave      hoa        tone position does not matter
//	ĐIỂM, Ðiểm     điêm+hook      diem       Đ U+0110 and Ð U+00D0 are one letter
//	quí, quý       quy+acute      quy        i and y are one after h k l m s t qu
//	05, 5          5              5          leading zeros say nothing
//
// The exact form keeps the letters (ă â ê ô ơ ư đ) and moves the tone mark to
// the end of the syllable, in the order found. That makes NFC, NFD, old and
// new tone position (hoà/hòa, thuý/thúy, khoẻ/khỏe) one term without a table
// of vowels, and it never makes two different syllables one, since a syllable
// has one tone. The folded form has no marks at all and đ is d.
//
// Offsets are of the text as given. Nothing is normalised before cutting, so
// a highlight is exact by construction, whatever the form of the text.
//
// Not done: joining syllables into words (học sinh). Pairs of syllables do
// that work for ranking and phrases (fields.go), and segmenters fail on the
// damaged text that we must find.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// syllable is one token of a text.
type syllable struct {
	start, end    int // bytes of the text as given
	exact, folded string
}

// marked reports whether folding loses something.
func (s syllable) marked() bool { return s.exact != s.folded }

// The five tone marks, and the marks that make another letter.
const (
	grave, acute, tilde, hook, dot = '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'
	circumflex, breve, horn        = '\u0302', '\u0306', '\u031b'
)

func isTone(r rune) bool {
	return r == grave || r == acute || r == tilde || r == hook || r == dot
}

// syllables cuts a text.
func syllables(text string) []syllable {
	out := make([]syllable, 0, len(text)/5)
	for start := 0; start < len(text); {
		end := wordEnd(text, start)
		if end == start {
			_, n := utf8.DecodeRuneInString(text[start:])
			start += n
			continue
		}
		exact, folded := forms(text[start:end])
		if folded != "" {
			out = append(out, syllable{start, end, exact, folded})
		}
		start = end
	}
	return out
}

// wordEnd is where the run of word runes that begins at start ends.
func wordEnd(text string, start int) int {
	for i, r := range text[start:] {
		if r < utf8.RuneSelf {
			if !isASCIIWord(byte(r)) {
				return start + i
			}
		} else if r == utf8.RuneError || !(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)) {
			return start + i
		}
	}
	return len(text)
}

func isASCIIWord(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

// forms gives the exact and the folded form of one word.
func forms(word string) (exact, folded string) {
	var e, f [64]byte
	letters, plain := e[:0], f[:0]
	var tones []rune
	for _, r := range word {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			letters, plain = append(letters, byte(r)), append(plain, byte(r))
			continue
		}
		letters, plain, tones = appendLetter(letters, plain, tones, r)
	}
	letters, plain = canonical(letters, plain)
	for _, t := range tones {
		letters = utf8.AppendRune(letters, t)
	}
	folded = string(plain)
	if string(letters) == folded {
		return folded, folded
	}
	return string(letters), folded
}

// appendLetter adds one rune beyond ASCII: a letter with its marks, or a mark
// that belongs to the letter before.
func appendLetter(letters, plain []byte, tones []rune, r rune) (l, p []byte, t []rune) {
	switch r {
	case 'đ', 'Đ', 'ð', 'Ð', 'Ɖ', 'ɖ':
		return append(letters, "đ"...), append(plain, 'd'), tones
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], unicode.ToLower(r))
	var scratch [32]byte
	for _, d := range string(norm.NFD.Append(scratch[:0], buf[:n]...)) {
		switch {
		case isTone(d):
			tones = append(tones, d)
		case unicode.Is(unicode.Mn, d):
			letters = combine(letters, d)
		default:
			letters, plain = utf8.AppendRune(letters, d), utf8.AppendRune(plain, d)
		}
	}
	return letters, plain, tones
}

// combine puts a mark on the last letter: a + circumflex = â. A mark that
// makes no letter of it is kept behind it.
func combine(letters []byte, mark rune) []byte {
	last, n := utf8.DecodeLastRune(letters)
	base := letters[:len(letters)-n]
	switch string([]rune{last, mark}) {
	case "a" + string(circumflex):
		return append(base, "â"...)
	case "a" + string(breve):
		return append(base, "ă"...)
	case "e" + string(circumflex):
		return append(base, "ê"...)
	case "o" + string(circumflex):
		return append(base, "ô"...)
	case "o" + string(horn):
		return append(base, "ơ"...)
	case "u" + string(horn):
		return append(base, "ư"...)
	}
	return utf8.AppendRune(letters, mark)
}

// canonical unites spellings that differ by habit: qui/quy, lí/lý, 05/5.
func canonical(letters, plain []byte) (l, p []byte) {
	if isDigits(plain) {
		n := 0
		for n < len(plain)-1 && plain[n] == '0' {
			n++
		}
		return plain[n:], plain[n:]
	}
	switch string(plain) {
	case "hi", "ki", "li", "mi", "si", "ti", "qui":
		if letters[len(letters)-1] == 'i' {
			letters[len(letters)-1] = 'y'
			plain[len(plain)-1] = 'y'
		}
	}
	return letters, plain
}

func isDigits[T string | []byte](s T) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) > 0
}

// fold is a whole text folded, its syllables joined by single spaces: the form
// in which names and filters are compared.
func fold(text string) string {
	var b strings.Builder
	for i, s := range syllables(text) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.folded)
	}
	return b.String()
}

// pair is the term of two syllables that follow each other.
func pair(a, b string) string { return a + " " + b }
