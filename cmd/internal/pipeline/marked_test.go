package pipeline

import (
	"strings"
	"testing"

	"vanthu/index"
	"vanthu/ingest"
)

// pageOf makes a page of lines; "raw>text" is a word that was restored.
func pageOf(lines ...string) (p ingest.Page) {
	for y, line := range lines {
		var l ingest.Line
		for x, word := range strings.Fields(line) {
			raw, text, restored := strings.Cut(word, ">")
			if !restored {
				text = raw
			}
			at := ingest.Box{X0: float64(10 * x), Y0: float64(10*y + 1), X1: float64(10*x + 9), Y1: float64(10*y + 9)}
			l.Words = append(l.Words, ingest.Word{Raw: raw, Text: text, Box: at})
		}
		p.Lines = append(p.Lines, l)
	}
	return p
}

func TestMarked(t *testing.T) {
	page := pageOf("KÉ>KẾ HOẠCH phòng,", "chống đuối nước (trẻ em).")
	for _, c := range []struct {
		query string
		raw   bool
		want  string
	}{
		{"kế", false, "[KẾ]"},
		{"ké", true, "[KÉ]"},
		{`"phong chong"`, false, "[phòng,] [chống]"}, // over the end of a line
		{"trẻ", false, "([trẻ]"},
		{`"trẻ em"`, false, "([trẻ] [em])."},
		{"rừng", false, ""},
	} {
		marks, err := Marked(page, index.Query{Text: c.query}, c.raw)
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, m := range marks {
			w := page.Lines[m.Line].Words[m.Word]
			said := w.Text
			if c.raw {
				said = w.Raw
			}
			have = append(have, said[:m.From]+"["+said[m.From:m.To]+"]"+said[m.To:])
		}
		if got := strings.Join(have, " "); got != c.want {
			t.Errorf("%s\n-want %s\n+have %s", c.query, c.want, got)
		}
	}
}
