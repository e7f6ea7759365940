package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// The serial of a symbol, read backwards from the separator behind it.

// misreadSerial is the serial that ends at pivot if letters stand in it for
// figures, behind "số" only: `số 1O5/QĐ-UBND`, `số 0§-CT/TW`.
func misreadSerial(t *folded, pivot int) (s symbol) {
	to := pivot
	if t.f[to-1] == ' ' {
		to--
	}
	from, digits := to, 0
	for from > 0 && strings.IndexByte(" :.\n", t.f[from-1]) < 0 {
		from--
		if fold.IsDigit(t.f[from]) {
			digits++
		}
	}
	if n := to - from; n < 2 || n > 5 || 2*digits < n || !called(t.f, from) {
		return symbol{}
	}
	for _, c := range t.str(span{from, to}) {
		switch {
		case '0' <= c && c <= '9':
		case figureOf[c] != 0:
			c = figureOf[c]
		default:
			return symbol{}
		}
		s.serial += string(c)
	}
	s.span, s.called, s.mended = span{from, to}, true, true
	return s
}

// figureOf is the figure that is misread as a letter or mark in a serial.
var figureOf = map[rune]rune{'O': '0', 'o': '0', 'I': '1', 'l': '1', '§': '5'}

// serialBefore is the serial that ends at pivot, or an empty span.
func serialBefore(f string, pivot int) (from, to int) {
	to = pivot
	if f[to-1] == ' ' {
		to--
	}
	from = to
	if from > 1 && 'a' <= f[from-1] && f[from-1] <= 'e' && fold.IsDigit(f[from-2]) {
		from--
	}
	digits := from
	for from > 0 && fold.IsDigit(f[from-1]) {
		from--
	}
	if digits > from && from > 2 && f[from-1] == ' ' {
		from = splitSerial(f, from)
	}
	if n := digits - from; n == 0 || n > 5 {
		return pivot, pivot
	}
	if dash := from - 1; dash > 0 && f[dash] == '-' && f[dash-1] == ' ' && called(f, dash) {
		return from, to // số -305/QĐ-UBND
	}
	if from > 0 && (fold.IsLetter(f[from-1]) || strings.IndexByte("/-.,?|!\\", f[from-1]) >= 0) {
		return pivot, pivot
	}
	if from > 1 && f[from-1] == ':' && fold.IsDigit(f[from-2]) {
		return pivot, pivot
	}
	return from, to
}

// splitSerial takes in the digits that a space has cut off a serial: `so 1
// 372/QD`. Only "số" right before them proves that they belong to it.
func splitSerial(f string, from int) int {
	i := from - 1
	for i > 0 && fold.IsDigit(f[i-1]) {
		i--
	}
	if n := from - 1 - i; n == 0 || n > 2 || !called(f, i) || f[i-1] != ' ' {
		return from
	}
	return i
}
