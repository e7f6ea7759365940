package normalize

import (
	"strings"
	"testing"
)

func TestSplitMisread(t *testing.T) {
	for field, want := range map[string]string{
		"than'":          "than'",    // a bit of a letter
		"'than'":         "'|than|'", // quoted
		"phi];":          "phi]|;",
		"[phi]":          "[|phi|]",
		"12-CTrlTU,":     "12-CTrlTU|,",
		"doqn2016-2021;": "doqn| ;2016-2021|;",
		"QH2015":         "QH2015", // a code, no word
		"nam":            "nam",
	} {
		var parts []string
		for _, p := range splitMisread(field) {
			s := p.Core
			if p.Pre != "" {
				s = p.Pre + "|" + s
			}
			if p.Post != "" {
				s += "|" + p.Post
			}
			parts = append(parts, s)
		}
		if got := strings.Join(parts, ";"); got != want {
			t.Errorf("%s: have %s, want %s", field, got, want)
		}
	}
}
