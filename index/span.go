package index

import (
	"cmp"
	"regexp"
	"strings"
	"time"
)

// valueSpan is a range; "" is without end on that side.
type valueSpan struct {
	low, high         string
	lowOpen, highOpen bool // the end itself is not meant
}

var operatorForm = regexp.MustCompile(`^\s*(>=|<=|≥|≤|>|<|=)\s*(.*)$`)

// parseSpan reads a range of dates or figures.
func parseSpan(value string, form fieldForm) (span valueSpan, problem Problem, suggested string) {
	kind, read := form.kind, figureForm
	if kind == valueDate {
		read = Date
	}
	low, high, isRange := strings.Cut(value, "..")
	operator := ".."
	if m := operatorForm.FindStringSubmatch(value); m != nil && !isRange {
		low, high, operator = m[2], m[2], m[1]
	} else if !isRange {
		high, operator = low, "="
	}
	ok := true
	for _, end := range []*string{&low, &high} {
		if *end = strings.TrimSpace(*end); *end != "" {
			if *end, ok = read(*end); !ok {
				return span, wrongEnd[kind], exampleOf[form.name]
			}
		}
	}
	switch operator {
	case ">", ">=", "≥":
		span = valueSpan{low: low, lowOpen: operator == ">"}
	case "<", "<=", "≤":
		span = valueSpan{high: high, highOpen: operator == "<"}
	default:
		span = valueSpan{low: low, high: high}
	}
	if span == (valueSpan{}) || span.low == "" && span.high == "" {
		return span, wrongEnd[kind], exampleOf[form.name]
	}
	if isRange && low != "" && high != "" && !ordered(low, high, kind) {
		return span, ProblemRange, high + ".." + low
	}
	return span, "", ""
}

var (
	wrongEnd  = map[valueKind]Problem{valueDate: ProblemDate, valueFigure: ProblemFigure}
	exampleOf = map[string]string{"issued": "2020..2024-07-01", "due": "<2024-07-01", "year": "2020..2024", "by": "<=2025", "target": ">95%"}
)

func ordered(low, high string, kind valueKind) bool {
	if kind == valueDate {
		return low[:min(len(low), len(high))] <= high
	}
	return figureOf(low).value <= figureOf(high).value
}

var slashedDate = regexp.MustCompile(`^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$`)

// Date reads a date as people write it, 2024-07-01, 1/7/2024, 7/2024 or 2024, and
// gives it as ISO has it: a day, a month or a year. "" is none.
func Date(text string) (date string, ok bool) {
	if m := slashedDate.FindStringSubmatch(text); m != nil {
		text = m[3] + "-" + twoDigits(m[2])
		if m[1] != "" {
			text += "-" + twoDigits(m[1])
		}
	}
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, text); err == nil {
			return text, true
		}
	}
	return "", text == ""
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

func (s valueSpan) String() string {
	switch {
	case s.low == s.high && !s.lowOpen && !s.highOpen:
		return s.low
	case s.low != "" && s.high != "":
		return s.low + ".." + s.high
	case s.low != "" && s.lowOpen:
		return ">" + s.low
	case s.low != "":
		return ">=" + s.low
	case s.highOpen:
		return "<" + s.high
	}
	return "<=" + s.high
}

// hasDate reports whether an ISO date lies in the range; an end that is a year
// or a month means all of it.
func (s valueSpan) hasDate(date string) bool {
	if date == "" {
		return false
	}
	upTo := func(end string) int { return cmp.Compare(date[:min(len(date), len(end))], end) }
	low, high := upTo(s.low), upTo(s.high)
	return (s.low == "" || low > 0 || low == 0 && !s.lowOpen) && (s.high == "" || high < 0 || high == 0 && !s.highOpen)
}

// hasFigure reports whether a figure lies in the range.
func (s valueSpan) hasFigure(f figure) bool {
	return (s.low == "" || f.above(figureOf(s.low), s.lowOpen)) && (s.high == "" || f.below(figureOf(s.high), s.highOpen))
}
