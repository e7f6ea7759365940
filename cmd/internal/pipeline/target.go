package pipeline

import (
	"regexp"
	"strings"

	"vanthu/extract"
	"vanthu/extract/fold"
)

// comparisons are the words around a figure that say how it is meant, folded.
var comparisons = []struct {
	sign          string
	before, after []string
}{
	{">", []string{"tren", "hon", "vuot"}, nil},
	{">=", []string{"it nhat", "toi thieu", "tu", "dat tu"}, []string{"tro len"}},
	{"<", []string{"duoi"}, nil},
	{"<=", []string{"khong qua", "toi da", "khong vuot qua", "xuong con"}, []string{"tro xuong"}},
}

// targetFigure is a target's figure with how it is meant: "trên 95% trẻ em" is
// ">95%", "từ 80% trở lên" is ">=80%".
func targetFigure(t extract.Target) string {
	text, value := strings.ReplaceAll(fold.String(t.Text), " %", "%"), fold.String(t.Value)
	at := strings.Index(text, value)
	if at < 0 {
		return t.Value
	}
	before, after := strings.TrimRight(text[:at], " "), strings.TrimLeft(text[at+len(value):], " ")
	sign := ""
	for _, c := range comparisons {
		for _, w := range c.before {
			if before == w || strings.HasSuffix(before, " "+w) {
				sign = c.sign
			}
		}
		for _, w := range c.after {
			if strings.HasPrefix(after, w) {
				return c.sign + t.Value
			}
		}
	}
	return sign + t.Value
}

var yearNamed = regexp.MustCompile(`(?:den |cuoi |het |trong )?nam (20\d\d)`)

// targetYear is the year that a target's sentence names last, or the plan's.
func targetYear(t extract.Target, plan int) int {
	named := yearNamed.FindAllStringSubmatch(fold.String(t.Text), -1)
	if len(named) == 0 {
		return plan
	}
	return year(nil, named[len(named)-1][1])
}
