package extract

import (
	"fmt"
	"strings"

	"vanthu/extract/fold"
)

// A label opens a paragraph: `Điều 3.`, `II.`, `1.2.`, `¢)`. Here it is only
// read; whether it is one the numbering tells (section.go). What was read badly
// is weak: specks before it (`- 3.`), a comma or nothing for its full stop
// (`4,` `2`). What may be a Roman number misread is in roman.go.

// kind of a label.
type kind int

const (
	phan kind = iota
	chuong
	muc
	dieu
	letters  // A. B.
	romans   // I. II.
	numbers  // 1. 2.
	decimals // 1.1.
	thirds   // 1.1.1.
	points   // a) b)
)

// label is what a paragraph opens with.
type label struct {
	kind  kind
	value int
	text  string // as printed
	path  string // its part of a path
	to    int    // where it ends
	weak  bool   // without full stop or bracket, or behind specks
	shape string // the strokes of what may be a Roman number, see strokes
}

// specks are what dirt before a label is read as.
const specks = " -'\"@~.,|_`"

// labelOf reads the label that opens a paragraph, behind specks if need be.
func (r *reader) labelOf(p para) (label, bool) {
	if l, ok := r.printedLabel(p); ok {
		return l, true
	}
	clean := p
	clean.span = r.trim(p.span, specks)
	if n := clean.from - p.from; n == 0 || n > 3 {
		return label{}, false
	}
	l, ok := r.printedLabel(clean)
	l.weak = true
	return l, ok
}

// unlabelled is a stretch without the label that opens its paragraph.
func (r *reader) unlabelled(sp span) span {
	if sp.empty() {
		return sp
	}
	p := r.paras[r.paraAt(sp.from)]
	if l, ok := r.labelOf(p); ok && !l.weak && p.from == sp.from && l.to < sp.to {
		sp.from = l.to
	}
	return sp
}

// printedLabel reads the label at the very beginning of a paragraph.
func (r *reader) printedLabel(p para) (label, bool) {
	f := r.fold(p.span)
	if l, ok := r.wordLabel(p, f); ok {
		return l, true
	}
	end := 0
	for end < len(f) && end < 6 && (fold.IsLetter(f[end]) || fold.IsDigit(f[end])) {
		end++
	}
	if end == 0 || end == len(f) {
		return label{}, false
	}
	close := f[end]
	if digits, _ := number(f, 0, 2); digits > 0 && fold.IsDigit(f[end-1]) {
		return r.numberLabel(p, f)
	}
	l, ok := label{}, false
	if close != ' ' && closes(f, end) || close == '/' {
		l, ok = r.letterLabel(p, f[:end], close)
	}
	if shape := r.romanShape(p, f, end); shape != "" {
		if !ok {
			l = r.label(p, romans, 0, "", end)
			l.weak = close != '.'
		}
		l.shape, ok = shape, true
	}
	return l, ok
}

// wordLabel reads Phần, Chương, Mục and Điều.
func (r *reader) wordLabel(p para, f string) (label, bool) {
	for _, w := range []struct {
		word, prefix string
		kind         kind
	}{{"dieu ", "Đ", dieu}, {"chuong ", "Ch", chuong}, {"muc ", "M", muc}, {"phan ", "P", phan}} {
		if !strings.HasPrefix(f, w.word) || !r.upper(p.from) {
			continue
		}
		end := len(w.word)
		for end < len(f) && (fold.IsLetter(f[end]) || fold.IsDigit(f[end])) {
			end++
		}
		value, _ := number(f, len(w.word), 3)
		if value == 0 {
			value = roman(f[len(w.word):end])
		}
		if value == 0 || w.kind == dieu && (end >= len(f) || f[end] != '.' && f[end] != ':') {
			continue
		}
		if end < len(f) && (f[end] == '.' || f[end] == ':') {
			end++
		}
		return r.label(p, w.kind, value, fmt.Sprintf("%s%d", w.prefix, value), end), true
	}
	return label{}, false
}

// numberLabel reads `1.`, `1)`, `1/`, `1-`, `1.1.`, `1.1.2` and a bare `6`.
func (r *reader) numberLabel(p para, f string) (label, bool) {
	value, end := number(f, 0, 2)
	k := numbers
	for end+1 < len(f) && f[end] == '.' && fold.IsDigit(f[end+1]) && k < points {
		next, after := number(f, end+1, 2)
		if next == 0 {
			return label{}, false
		}
		value, end, k = next, after, k+1
	}
	if k > thirds || end >= len(f) {
		return label{}, false
	}
	l := r.label(p, k, value, fmt.Sprint(value), end)
	if f[end] == '/' || closes(f, end) {
		l.to, l.text = p.from+end+1, r.str(span{p.from, p.from + end + 1})
		return l, !(f[end] == '/' && end+1 < len(f) && fold.IsDigit(f[end+1]))
	}
	l.weak = k == numbers
	if f[end] == ',' {
		end++
	}
	return l, end < len(f) && f[end] == ' ' && (k > numbers || r.upper(p.from+end+1))
}

// letterLabel reads `I.`, `I-`, `A.`, `a)`; a Roman number of one letter may also be
// a letter's label, which its bracket or its case tells.
func (r *reader) letterLabel(p para, f string, close byte) (label, bool) {
	end := len(f) + 1
	capital := r.upper(p.from) || fold.IsDigit(f[0])
	if n := roman(f); n > 0 && capital && close != ')' {
		return r.label(p, romans, n, romanNumber(n), end), true
	}
	if len(f) != 1 || !fold.IsLetter(f[0]) {
		return label{}, false
	}
	if capital && close != ')' {
		return r.label(p, letters, int(f[0]-'a')+1, strings.ToUpper(f), end), true
	}
	printed := strings.ToLower(r.str(span{p.from, p.from + 1}))
	if printed == "¢" {
		printed = "c"
	}
	return r.label(p, points, strings.Index("abcdeghiklmnopqrstuvxy", f)+1, printed, end), true
}

func (r *reader) label(p para, k kind, value int, path string, end int) label {
	return label{kind: k, value: value, path: path, to: p.from + end, text: r.str(span{p.from, p.from + end})}
}

// romanNumber writes 1 to 39 in Roman numerals.
func romanNumber(n int) string {
	return strings.Repeat("X", n/10) + []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n%10]
}
