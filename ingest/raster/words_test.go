package raster

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"vanthu/ingest"
)

func TestWords(t *testing.T) {
	need(t, "pdftotext")
	s := sheet{400, 200, print(20, 150, 10, "UBND TINH") + print(250, 150, 10, "Doc lap") + print(20, 50, 20, "KE HOACH"), ""}
	lines, err := s.open(t).Words(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]ingest.Box{ // x of the first letter; the baseline lies within
		"UBND": {X0: 20, Y1: 50}, "Doc": {X0: 250, Y1: 50}, "KE": {X0: 20, Y1: 150},
	}
	for _, l := range lines {
		for _, w := range l.Words {
			place, ok := want[w.Raw]
			if !ok {
				continue
			}
			delete(want, w.Raw)
			if math.Abs(w.Box.X0-place.X0) > 2 || w.Box.Y0 > place.Y1 || w.Box.Y1 < place.Y1 {
				t.Errorf("%s stands at %v, want x %g and baseline %g", w.Raw, w.Box, place.X0, place.Y1)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("words not found: %v in %v", want, text(lines))
	}
}

func TestSplit(t *testing.T) {
	need(t, "pdftotext")
	need(t, "qpdf")
	for _, c := range []struct {
		why             string
		contents, stamp string
		own, apart      string
	}{
		{"no annotation", print(20, 400, 12, "Noi dung"), "", "Noi dung", ""},
		{"the number stands in a stamp", print(20, 400, 12, "Noi dung"), print(2, 4, 12, "So: 12/KH-UBND"), "Noi dung", "So: 12/KH-UBND"},
		{"a stamp's short word stands in the text too", print(20, 400, 12, "uy ban tinh"), print(2, 4, 12, "Ky boi: ban tin"), "uy ban tinh", "Ky boi: ban tin"},
		{"side by side on a line", print(230, 764, 12, "Doc lap"), print(2, 4, 12, "So: 7"), "Doc lap", "So: 7"},
		{"a stamp alone", "", print(2, 4, 12, "So: 7"), "", "So: 7"},
	} {
		doc := sheet{400, 800, c.contents, c.stamp}.open(t)
		lines, err := doc.Words(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		own, apart, note := doc.Split(t.Context(), 0, lines)
		if text(own) != c.own || text(apart) != c.apart || note != nil {
			t.Errorf("%s: own %q, annotations %q (%v); want %q and %q", c.why, text(own), text(apart), note, c.own, c.apart)
		}
	}
}

// TestSplitWithoutQpdf: the letters alone decide, and the note says why.
func TestSplitWithoutQpdf(t *testing.T) {
	need(t, "pdftotext")
	doc := sheet{400, 800, print(20, 400, 12, "Noi dung"), print(2, 4, 12, "So: 12/KH-UBND")}.open(t)
	lines, err := doc.Words(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", t.TempDir())
	own, apart, note := doc.Split(t.Context(), 0, lines)
	if text(own) != "Noi dung" || text(apart) != "So: 12/KH-UBND" {
		t.Errorf("own %q, annotations %q", text(own), text(apart))
	}
	if note == nil || !strings.Contains(note.Error(), "qpdf") {
		t.Errorf("note %v, want one that names qpdf", note)
	}
}

func TestFlatten(t *testing.T) {
	need(t, "qpdf")
	plain := sheet{200, 200, print(20, 100, 12, "x"), ""}.write(t)
	path, cleanup, err := Flatten(t.Context(), plain)
	if path != plain || err != nil {
		t.Errorf("without annotations: %s, %v; want the file itself", path, err)
	}
	cleanup()
	stamped := sheet{400, 800, "", print(2, 4, 12, "x")}.write(t)
	path, cleanup, err = Flatten(t.Context(), stamped)
	if path == stamped || err != nil {
		t.Errorf("with an annotation: %s, %v; want a copy", path, err)
	}
	cleanup()
	if _, err := os.Stat(path); err == nil {
		t.Errorf("%s is still there", path)
	}
	if _, err := os.Stat(stamped); err != nil {
		t.Errorf("the original: %v", err)
	}
}

func text(lines []ingest.Line) string {
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.Raw())
	}
	return strings.Join(parts, "\n")
}

// FuzzParseWords: whatever a font makes poppler print, words are not empty and
// stand in a line.
func FuzzParseWords(f *testing.F) {
	f.Add(`<line xMin="1"><word xMin="1" yMin="2" xMax="3" yMax="4">a&amp;b</word></line>`)
	f.Add("<line><word xMin=\"1\">\x01</word><word>x</line>")
	f.Add(`<line><word xMin="nan" yMin="inf" xMax="3" yMax="4">x</word></line>`)
	f.Add(`<word>no line</word>`)
	f.Fuzz(func(t *testing.T, xhtml string) {
		lines, _ := parseWords([]byte(xhtml))
		for _, l := range lines {
			for _, w := range l.Words {
				if strings.TrimSpace(w.Raw) == "" {
					t.Errorf("empty word in %v", l)
				}
				if _, err := json.Marshal(w); err != nil {
					t.Errorf("%v cannot be written: %v", w, err)
				}
			}
			if len(l.Words) == 0 {
				t.Error("empty line")
			}
		}
	})
}
