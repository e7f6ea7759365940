package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/extract/fold"
)

// Titles and names are printed in capitals and kept in the case of running
// text.

// titleCase capitalises every word: "KIÊN GIANG" → "Kiên Giang"; what has no
// vowel is an abbreviation: "THCS".
func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if strings.ContainsAny(fold.String(w), "aeiouy") {
			words[i] = capitalize(strings.ToLower(w))
		}
	}
	return strings.Join(words, " ")
}

func capitalize(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// lower puts a phrase in capitals into the case of running text and leaves
// any other as it is: bodies and places keep their capitals, symbols stay.
func (d *directory) lower(s string) string {
	if !allUpper(s) {
		return s
	}
	return capitalize(d.within(s))
}

// within is a phrase in capitals as it stands within a sentence.
func (d *directory) within(s string) string {
	f := newFolded(s)
	low := []rune(strings.ToLower(f.s))
	if len(low) != len(f.f) { // a combining mark was left: keep positions honest
		return string(low)
	}
	for i := 0; i < len(f.f); i++ {
		if i > 0 && f.f[i-1] != ' ' {
			continue
		}
		if end := d.proper(&f, i, low); end > i {
			i = end - 1
		}
	}
	return string(low)
}

// proper restores the capitals of the proper name or symbol that begins at a
// position of low, and gives where it ends.
func (d *directory) proper(f *folded, pos int, low []rune) int {
	word := pos
	for word < len(f.f) && f.f[word] != ' ' {
		word++
	}
	if strings.ContainsAny(f.f[pos:word], "0123456789/&") && strings.ContainsAny(f.f[pos:word], "/-&") {
		copy(low[pos:word], []rune(f.str(span{pos, word})))
		return word
	}
	if isOrdinal(f.f[:pos], f.f[pos:word]) {
		copy(low[pos:word], []rune(strings.ToUpper(f.f[pos:word])))
		return word
	}
	if n, end, ok := d.nameAt(f.f[pos:]); ok && len(n.folded) > 7 && len([]rune(n.name)) == end {
		copy(low[pos:pos+end], []rune(n.name))
		return pos + end
	}
	if p, end, ok := d.placeAt(f, pos, len(f.f)); ok && p.name != "" && p.among == nil {
		return d.restorePlace(p, pos, end, low)
	}
	if end := d.typeCalled(f.f[pos:]); end > 0 {
		low[pos] = unicode.ToUpper(low[pos])
		return pos + end
	}
	if strings.HasPrefix(f.f[pos:], "viet nam") {
		copy(low[pos:], []rune("Việt Nam"))
		return pos + len("viet nam")
	}
	return pos
}

// isOrdinal reports whether a folded word is a Roman number: by its look, as VII, or
// because it counts what stands before it, as in KHU VỰC VI and KHÓA X.
func isOrdinal(before, word string) bool {
	if roman(word) == 0 {
		return false
	}
	for _, counted := range []string{"khu vuc ", "khoa ", "quy ", "lan thu "} {
		if strings.HasSuffix(before, counted) {
			return true
		}
	}
	return strings.HasPrefix(word, "ii") || strings.HasPrefix(word, "vii") || strings.HasPrefix(word, "xii") || word == "iv" || word == "ix"
}

// typeCalled is where the name of a type ends that a number follows: "quyết
// định số", or 0.
func (d *directory) typeCalled(f string) int {
	for _, t := range d.types {
		if end, _, ok := fold.Near(f, t.Folded, 0); ok && strings.HasPrefix(f[end:], " so ") {
			return end
		}
	}
	return 0
}

// restorePlace writes a place's name in its own case over the end of a stretch
// of low.
func (d *directory) restorePlace(p place, pos, end int, low []rune) int {
	name := []rune(p.name)
	if p.province != "" && end-len(name) >= pos {
		copy(low[end-len(name):end], name)
	}
	return end
}
