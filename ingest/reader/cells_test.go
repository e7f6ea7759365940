package reader

import (
	"image"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/layout"
	"vanthu/ingest/raster"
)

// TestBelieved reads cells of which Tesseract first saw nothing.
func TestBelieved(t *testing.T) {
	with := func(l ingest.Line, conf map[int]float64) ingest.Line {
		for i, c := range conf {
			l.Words[i].Conf = c
		}
		return l
	}
	for _, test := range []struct {
		why  string
		line ingest.Line
		want string
	}{
		{"a figure", row(60, 100, 0.9, "12"), "12"},
		{"specks behind a name", with(row(60, 100, 0.95, "Trạm y tế An Hòa Ỷ ."), map[int]float64{5: 0.1}), "Trạm y tế An Hòa"},
		{"a bit of a rule before it", row(60, 100, 0.9, "| 7"), "7"},
		{"one word in doubt amid others", with(row(60, 100, 0.95, "Trạm y tế An Hòa"), map[int]float64{2: 0.3}), "Trạm y tế An Hòa"},
		{"nothing but bits of rules", row(60, 100, 0.9, "| ~ ."), ""},
		{"letters in a shade", row(60, 100, 0.45, "ki ae Rạc"), ""},
	} {
		have := ""
		for _, l := range believed([]ingest.Line{test.line}) {
			have += l.Raw()
		}
		if have != test.want {
			t.Errorf("%s: have %q, want %q", test.why, have, test.want)
		}
	}
}

// TestReadable fills a cell with so many black pixels of a hundred.
func TestReadable(t *testing.T) {
	const side = 100
	cell := layout.TableCell{Box: ingest.Box{X1: side, Y1: side}}
	for percent, want := range map[int]bool{0: false, 5: true, 15: true, 30: false, 50: false, 80: true} {
		page := image.NewGray(image.Rect(0, 0, side, 4*side)) // most of it is paper
		for i := range page.Pix {
			page.Pix[i] = 255
			if i < side*side && i*37%100 < percent {
				page.Pix[i] = 0
			}
		}
		if have := readable(cell, raster.FindInk(page), page, 72); have != want {
			t.Errorf("%d %% ink: readable %v", percent, have)
		}
	}
}
