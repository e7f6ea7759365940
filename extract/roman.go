package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// Scanners take the strokes of a Roman number for other letters: III is read
// as `HI`, `IIL`, `1I`, `Ill`, or loses a stroke and becomes a second II; I
// before a heading becomes `L`. So a Roman number is compared by its strokes
// with the one that the numbering expects next, and no other:
//
//	I. … II. … HI. TỔ CHỨC    strokes iii, III expected: III
//	I. … II. … II. TỔ CHỨC    strokes ii, III expected, one stroke lost: III
//	L Mục tiêu                strokes i, nothing open, I expected: I
//	I. … L Mục tiêu           strokes i, II expected: a lone stroke has lost nothing, no label

// strokeOf are the strokes i, v and x that a letter may have been.
var strokeOf = map[byte]string{
	'i': "i", 'l': "i", '1': "i", 't': "i", 'j': "i", 'h': "ii", 'n': "ii", 'u': "ii", 'm': "iii", 'v': "v", 'y': "v", 'x': "x",
}

// strokes writes a folded word in strokes, or gives "" where one letter is
// nothing of the kind.
func strokes(f string) string {
	var b strings.Builder
	for i := range len(f) {
		s, ok := strokeOf[f[i]]
		if !ok {
			return ""
		}
		b.WriteString(s)
	}
	return b.String()
}

var capitalStrokes = strings.NewReplacer("l", "I", "1", "I")

// romanShape is the strokes of the word that opens a paragraph and ends at a
// place, if it may be a Roman number: plain capitals (or l) before a full stop,
// or before a heading that begins with a capital.
func (r *reader) romanShape(p para, f string, end int) string {
	word := r.str(span{p.from, p.from + end})
	capitals := capitalStrokes.Replace(word)
	if len(word) != end || !allUpper(capitals) || strings.Trim(word, "1") == "" {
		return ""
	}
	switch heading := f[end:]; {
	case f[end] == '.':
	case f[end] != ' ' || len(heading) > 80 || ended(heading) || !r.upper(p.from+end+1):
		return ""
	}
	return strokes(f[:end])
}

// enterRoman takes a label for the Roman number that the numbering expects, if
// its strokes allow.
func enterRoman(open []level, l label) ([]level, bool) {
	if l.shape == "" {
		return open, false
	}
	n := len(open) - 1
	for n >= 0 && open[n].label.kind != romans {
		n--
	}
	next := 1
	if n >= 0 {
		next = open[n].label.value + 1
	}
	if !strokesOf(l.shape, next) {
		return open, false
	}
	l.kind, l.value, l.path = romans, next, romanNumber(next)
	if n < 0 {
		n = len(open)
	}
	return append(open[:n:n], level{label: l}), true
}

// strokesOf reports whether strokes are those of a Roman number, but for one in
// longer ones.
func strokesOf(shape string, n int) bool {
	want := strings.ToLower(romanNumber(n))
	if shape == want {
		return true
	}
	end, edits, ok := fold.Near(shape, want, 1)
	return ok && len(want) > 1 && len(shape) > 1 && edits+len(shape)-end <= 1
}
