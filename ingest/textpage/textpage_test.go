package textpage

import (
	"fmt"
	"iter"
	"strings"
	"testing"
	"unicode"

	"vanthu/ingest"
)

// sketch writes pages as "page 1 WxH source" and, for each line, its row and
// its words at their columns.
func sketch(pages iter.Seq[ingest.Page]) string {
	var b strings.Builder
	for p := range pages {
		fmt.Fprintf(&b, "page %d %gx%g %s\n", p.Number, p.Width/CellWidth, p.Height/CellHeight, p.Source)
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "%g:", l.Box.Y0/CellHeight)
			for _, w := range l.Words {
				fmt.Fprintf(&b, " %g=%s", w.Box.X0/CellWidth, w.Raw)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestPages(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"no text", "", "page 1 0x1 blank\n"},
		{"white space only", " \n\t\n", "page 1 0x1 blank\n"},
		{"two columns by spaces", "SỞ Y TẾ      Độc lập\n", "page 1 20x1 text\n0: 0=SỞ 3=Y 5=TẾ 13=Độc 17=lập\n"},
		{"a tab goes to the next stop", "a\tb\n\tc", "page 1 9x2 text\n0: 0=a 8=b\n1: 8=c\n"},
		{"blank lines are a gap", "a\n\n\nb", "page 1 1x4 text\n0: 0=a\n3: 0=b\n"},
		{"line ends of Windows and old Mac", "a\r\nb\rc", "page 1 1x3 text\n0: 0=a\n1: 0=b\n2: 0=c\n"},
		{"form feed", "a\fb\n", "page 1 1x1 text\n0: 0=a\npage 2 1x1 text\n0: 0=b\n"},
		{"a form feed at the end is no page", "a\n\f", "page 1 1x1 text\n0: 0=a\n"},
		{"an empty page keeps its number", "a\f\fb", "page 1 1x1 text\n0: 0=a\npage 2 0x1 blank\npage 3 1x1 text\n0: 0=b\n"},
		{"combining marks take no room", "Huế b", "page 1 5x1 text\n0: 0=Huế 4=b\n"},
		{"byte order mark and no-break space", "\ufeffĐiều\u00a01", "page 1 6x1 text\n0: 0=Điều 5=1\n"},
	} {
		if have := sketch(Pages(c.text)); have != c.want {
			t.Errorf("%s: Pages(%q)\n-want\n%s+have\n%s", c.why, c.text, c.want, have)
		}
	}
}

func TestPagesLimits(t *testing.T) {
	line := strings.Repeat("từ ", 100) + "\n"
	for _, c := range []struct {
		why   string
		text  string
		words []int
	}{
		{"a full page ends with its line", strings.Repeat(line, 120), []int{fullPage, fullPage, 2000}},
		{"a line without end", strings.Repeat("từ ", burstPage+1), []int{burstPage, 1}},
		{"form feeds without end", strings.Repeat("\f", 2*maxPages) + "x", append(make([]int, maxPages), 1)},
		{"a word without end", strings.Repeat("x", 3*longWord/2), []int{2}},
		{"a word of marks without end", strings.Repeat("\u0301", longWord+1), []int{2}},
	} {
		var have []int
		for p := range Pages(c.text) {
			n := 0
			for _, l := range p.Lines {
				n += len(l.Words)
			}
			have = append(have, n)
		}
		if fmt.Sprint(have) != fmt.Sprint(c.words) {
			t.Errorf("%s: words per page\n-want %v\n+have %v", c.why, c.words, have)
		}
	}
}

// FuzzPages: no letter is lost, added or moved, and words do not overlap.
func FuzzPages(f *testing.F) {
	f.Add("Số: 12/KH-UBND\tHuế\r\n\fb\n")
	f.Add("\xff\f \r")
	f.Fuzz(func(t *testing.T, text string) {
		var have strings.Builder
		pages := 0
		for p := range Pages(text) {
			if pages++; p.Number != pages {
				t.Errorf("page %d has number %d", pages, p.Number)
			}
			for _, l := range p.Lines {
				right := 0.0
				for _, w := range l.Words {
					if w.Box.X0 < right || w.Box.X1 > p.Width || w.Box.Y1 > p.Height {
						t.Errorf("word %q at %v: line reached %g, page is %g × %g", w.Raw, w.Box, right, p.Width, p.Height)
					}
					right = w.Box.X1
					have.WriteString(w.Raw)
				}
			}
		}
		if want := withoutSpace(strings.TrimPrefix(text, "\ufeff")); have.String() != want {
			t.Errorf("letters\n-want %q\n+have %q", want, have.String())
		}
	})
}

func withoutSpace(s string) string {
	var b strings.Builder
	for i, r := range s {
		if !unicode.IsSpace(r) {
			size := len(string(r))
			if r == unicode.ReplacementChar && !strings.HasPrefix(s[i:], "\ufffd") {
				size = 1 // a byte that is not UTF-8
			}
			b.WriteString(s[i : i+size])
		}
	}
	return b.String()
}

func BenchmarkPages(b *testing.B) {
	text := strings.Repeat("x ", 25<<20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for range Pages(text) {
		}
	}
}
