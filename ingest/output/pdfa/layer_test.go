package pdfa

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/kind"
	"vanthu/ingest/output"
)

// TestSkewed: the lines of a page that lay askew stay lines, however little or
// much it is; a reader finds the words in order.
func TestSkewed(t *testing.T) {
	for _, fall := range []float64{0, 1e-7, -0.004, 0.02, -0.05} {
		read := page(ingest.SourceOCR, "Căn cứ Luật Trẻ em số 102/2016/QH13", "ngày 05 tháng 4 năm 2016;")
		for _, l := range read.Lines {
			for i := range l.Words {
				b := &l.Words[i].Box
				b.Y0, b.Y1 = b.Y0+fall*b.X0, b.Y1+fall*b.X0
			}
		}
		out, _ := makeCopy(t, onePage(t, a4, picture), kind.PDF, read)
		if have, want := textOf(t, out), strings.Join(strings.Fields(read.Text()), " "); have != want {
			t.Errorf("falling %g: %q, want %q", fall, have, want)
		}
	}
}

// TestNear: words of justified print stand so near that readers who look at
// gaps alone would take two for one.
func TestNear(t *testing.T) {
	read := page(ingest.SourceOCR, "Sở Y tế tỉnh Kiên Giang")
	for i := range read.Lines[0].Words {
		read.Lines[0].Words[i].Box.X1 += 4.5 // of 5 between them
	}
	out, _ := makeCopy(t, onePage(t, a4, picture), kind.PDF, read)
	for _, mode := range []string{"-raw", "-layout"} {
		if have := strings.Join(strings.Fields(tell(t, "pdftotext", mode, out, "-")), " "); have != read.Text() {
			t.Errorf("%s: %q, want %q", mode, have, read.Text())
		}
	}
}

// numbers of a content stream have no exponent.
var exponent = regexp.MustCompile(`\d[eE][-+\d]`)

func TestLayerNumbers(t *testing.T) {
	read := page(ingest.SourceOCR, "Ủy ban nhân dân")
	for i := range read.Lines[0].Words {
		w := &read.Lines[0].Words[i]
		w.Box.Y1 += float64(i) * 1e-7
		w.Box.X1 += 1e-7
	}
	text := string(layer(read.Lines, place{top: 842, right: 1e7, unit: 1e-3}, &glyphless{}))
	if found := exponent.FindString(text); found != "" {
		t.Errorf("number %q in\n%s", found, text)
	}
}

func TestBaseline(t *testing.T) {
	word := func(text string, x, bottom float64) output.Word {
		return output.Word{Text: text, Box: ingest.Box{X0: x, Y0: bottom - 12, X1: x + 20, Y1: bottom}}
	}
	for _, c := range []struct {
		why   string
		words []output.Word
		at    float64 // on the line at x = 100
	}{
		{"level", []output.Word{word("Sở", 0, 50), word("Tài", 100, 50), word("chính", 200, 50)}, 50},
		{"letters below the line", []output.Word{word("Sở", 0, 50), word("ngày", 100, 54), word("một", 150, 53), word("hai", 200, 50)}, 50},
		{"nothing but such", []output.Word{word("ngày", 100, 54)}, 54 - 12.0/5},
		{"askew", []output.Word{word("ba", 0, 50), word("hai", 90, 51), word("năm", 180, 52)}, 51},
		{"a heap, no line", []output.Word{word("ba", 0, 10), word("hai", 90, 90), word("năm", 100, 200)}, 100},
	} {
		if have := baseline(c.words, 12).at(100); math.Abs(have-c.at) > 0.3 {
			t.Errorf("%s: %.1f, want %.1f", c.why, have, c.at)
		}
	}
}

// TestFontRunsOut: a document with more letters than codes loses only those.
func TestFontRunsOut(t *testing.T) {
	var f glyphless
	for r := rune(0x20000); r < 0x20000+2*maxCodes; r++ {
		if c := f.code(r); c < 1 || c >= maxCodes {
			t.Fatalf("code %d", c)
		}
	}
	if f.code(0x20000) != 1 || f.code('đ') != f.code('ơ') {
		t.Error("a letter that came early lost its code, or one that came late has one")
	}
}
