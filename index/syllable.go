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
// has one tone. The folded form has no marks at all and đ is d. Of a run of
// more than 64 letters, which is no syllable, the first 64 count.
//
// Offsets are of the text as given. Nothing is normalised before cutting, so
// a highlight is exact by construction, whatever the form of the text.
//
// Not done: joining syllables into words (học sinh). Pairs of syllables do
// that work for ranking and phrases (fields.go), and segmenters fail on the
// damaged text that we must find.

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// syllable is one token of a text.
type syllable struct {
	start, end    int // bytes of the text as given
	exact, folded string
	pair          string // the folded syllable before it and its own; "" of the first
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
	for s := range eachSyllable(text) {
		out = append(out, s)
	}
	return out
}

// eachSyllable cuts a text and hands out one syllable after the other.
func eachSyllable(text string) iter.Seq[syllable] {
	return func(yield func(syllable) bool) {
		var c cutter
		c.folded.Grow(len(text))
		c.exact.Grow(len(text))
		for start := 0; start < len(text); {
			end := wordEnd(text, start)
			if end == start {
				_, n := utf8.DecodeRuneInString(text[start:])
				start += n
				continue
			}
			if s := c.cut(text[start:end]); s.folded != "" {
				s.start, s.end = start, end
				if !yield(s) {
					return
				}
			}
			start = end
		}
	}
}

// cutter keeps the forms of a text's syllables in two long strings, of which
// theirs are pieces: builders only add, so that a text costs three allocations
// and not four a word.
type cutter struct {
	exact, folded strings.Builder
	last          int // where the last syllable begins in folded
}

func (c *cutter) cut(word string) (s syllable) {
	var e, f [longestSyllable + utf8.UTFMax]byte
	exact, folded := forms(e[:0], f[:0], word)
	if len(folded) == 0 {
		return s
	}
	at := c.folded.Len()
	if at > 0 {
		c.folded.WriteByte(' ')
		at++
	}
	c.folded.Write(folded)
	all := c.folded.String()
	if s.folded = all[at:]; at > 0 {
		s.pair = all[c.last:]
	}
	c.last = at
	if s.exact = s.folded; string(exact) != s.folded {
		at := c.exact.Len()
		c.exact.Write(exact)
		s.exact = c.exact.String()[at:]
	}
	return s
}

// wordEnd is where the run of word runes that begins at start ends.
func wordEnd(text string, start int) int {
	for i, r := range text[start:] {
		if r < utf8.RuneSelf {
			if !isASCIIWord(byte(r)) {
				return start + i
			}
		} else if !isWordRune(r) {
			return start + i
		}
	}
	return len(text)
}

// isWordRune reports whether a rune can be part of a word.
func isWordRune(r rune) bool { return plainOf(r) != noWord }

// plainOf is how a rune is folded: to this rune, to nothing (0), or noWord.
func plainOf(r rune) rune {
	if int(r) < len(plains) {
		return rune(plains[r])
	}
	return foreignPlain(r)
}

func foreignPlain(r rune) rune {
	if !isLetterDigitMark(r) {
		return noWord
	}
	return takeApart(r).plain
}

// plains says of every rune up to the last Vietnamese one how it is folded: to
// this rune, to nothing (0), or that it is part of no word. It is letters in 16
// KB, for the loop that reads texts.
var plains = func() (table [len(letters)]uint16) {
	for r := range table {
		if table[r] = noWord; isLetterDigitMark(rune(r)) {
			table[r] = uint16(letters[r].plain)
		}
	}
	return table
}()

const noWord = 0xffff

func isLetterDigitMark(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isASCIIWord(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

// longestSyllable is how many bytes of a word, folded, are looked at: what is
// longer is no syllable, and a dictionary of words of a million letters takes
// seconds to build.
const longestSyllable = 64

// forms gives the exact and the folded form of one word, written into letters
// and plain, which come empty.
func forms(letters, plain []byte, word string) (exact, folded []byte) {
	var t [4]rune
	tones := t[:0]
	for _, r := range word {
		l := letterOf(r)
		if l.mark {
			letters = combine(letters, l.letter)
		} else if l.letter != 0 {
			if len(plain) >= longestSyllable {
				break
			}
			letters, plain = utf8.AppendRune(letters, l.letter), utf8.AppendRune(plain, l.plain)
		}
		if l.tone != 0 && len(tones) < len(t) {
			tones = append(tones, l.tone)
		}
	}
	letters, plain = canonical(letters, plain)
	for _, t := range tones {
		letters = utf8.AppendRune(letters, t)
	}
	return letters, plain
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
	out := make([]byte, 0, len(text))
	for word := range foldedWords(text) {
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, word...)
	}
	return string(out)
}

// pair is the term of two syllables that follow each other.
func pair(a, b string) string { return a + " " + b }
