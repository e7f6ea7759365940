package index

import (
	"regexp"
	"strconv"
	"strings"
)

// figure is a number with its unit, and how it is meant: "trên 95%" is more
// than 95 of %.
type figure struct {
	ok      bool
	value   float64
	unit    string // folded; "%" as it is
	compare string // >, >=, <, <=, or "" for just this
}

var figureShape = regexp.MustCompile(`^\s*(>=|<=|>|<|=)?\s*(\d{1,15}(?:[.,]\d{1,9})*)\s*([^\d]*)$`)

// figureOf reads a figure as Vietnamese writes it: 99,5 is a fraction, 1.200 is
// twelve hundred; 99.5 is taken as a fraction too.
func figureOf(text string) figure {
	m := figureShape.FindStringSubmatch(text)
	if m == nil {
		return figure{}
	}
	digits := m[2]
	if thousands.MatchString(digits) {
		digits = strings.ReplaceAll(digits, ".", "")
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", "."), 64)
	unit := fold(m[3])
	if strings.Contains(m[3], "%") {
		unit = "%"
	}
	return figure{ok: err == nil, value: value, unit: unit, compare: strings.TrimPrefix(m[1], "=")}
}

var thousands = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,\d+)?$`)

// agrees reports whether two figures can be compared: either has no unit, or
// both the same.
func (f figure) agrees(bound figure) bool {
	return f.ok && (bound.unit == "" || f.unit == bound.unit)
}

// above reports whether a figure is at least a bound; more, if the bound is
// open.
func (f figure) above(bound figure, open bool) bool {
	return f.agrees(bound) && (f.value > bound.value || f.value == bound.value && (!open || f.compare == ">"))
}

// below reports whether a figure is at most a bound; less, if it is open.
func (f figure) below(bound figure, open bool) bool {
	return f.agrees(bound) && (f.value < bound.value || f.value == bound.value && (!open || f.compare == "<"))
}

// figureForm is a figure as it can be read again: 95%, 99.5, 1200 hộ.
func figureForm(text string) (string, bool) {
	f := figureOf(text)
	if !f.ok {
		return "", false
	}
	return strconv.FormatFloat(f.value, 'f', -1, 64) + f.unit, true
}
