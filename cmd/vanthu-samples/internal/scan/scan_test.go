package scan

import (
	"bytes"
	"image"
	"os"
	"testing"

	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// page has one printed and one handwritten word, and room for a signature.
var page = typeset.Page{
	Width: 300, Height: 300,
	Words: []typeset.Word{
		{Text: "Số:", X: 40, Y: 60, Width: 20, Size: 14},
		{Text: "47", X: 64, Y: 60, Width: 20, Size: 14, Hand: true},
	},
	Sign: &typeset.Point{X: 200, Y: 200},
}

func paint(t *testing.T, o Options) *image.RGBA {
	t.Helper()
	if _, err := os.Stat(typeset.FontDir); err != nil {
		t.Skipf("no %s: install fonts-liberation2", typeset.FontDir)
	}
	fonts, err := typeset.LoadFonts(typeset.FontDir)
	if err != nil {
		t.Fatal(err)
	}
	o.DPI = 100
	picture, err := NewPainter(fonts).Page(page, o)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// dark counts dark pixels within a rectangle given in points.
func dark(p *image.RGBA, x0, y0, x1, y1 int) int {
	n := 0
	g := Gray(p)
	for y := y0 * 100 / 72; y < y1*100/72; y++ {
		for x := x0 * 100 / 72; x < x1*100/72; x++ {
			if g.GrayAt(x, y).Y < 160 {
				n++
			}
		}
	}
	return n
}

func TestHandwriting(t *testing.T) {
	if n := dark(paint(t, Options{Blank: true}), 64, 40, 86, 66); n != 0 {
		t.Errorf("blank serial has %d dark pixels", n)
	}
	typed, written := paint(t, Options{}), paint(t, Options{Hand: true})
	if n := dark(written, 64, 40, 86, 66); n == 0 {
		t.Error("nothing was written by hand")
	}
	if bytes.Equal(typed.Pix, written.Pix) {
		t.Error("handwriting looks like type")
	}
}

func TestSealLeavesTextLegible(t *testing.T) {
	p := paint(t, Options{Seal: "Xã Tân Hưng"})
	red := 0
	for i := 0; i < len(p.Pix); i += 4 {
		if p.Pix[i] > p.Pix[i+1]+60 {
			red++
		}
	}
	if red < 500 {
		t.Errorf("%d red pixels, want a seal", red)
	}
}

func TestDamageDependsOnTheSeedOnly(t *testing.T) {
	o := Options{Seed: 5, Hand: true, Seal: "X", Arrival: "12|01/02/2020", Skew: 1, Grain: 4, Speckle: 50, Holes: true, Fade: 40}
	a, b := paint(t, o), paint(t, o)
	if !bytes.Equal(a.Pix, b.Pix) {
		t.Error("the same seed gives two pictures")
	}
	o.Seed = 6
	if bytes.Equal(a.Pix, paint(t, o).Pix) {
		t.Error("another seed gives the same picture")
	}
}

func TestSkewTurnsThePage(t *testing.T) {
	clean, turned := paint(t, Options{}), paint(t, Options{Skew: 8})
	if dark(clean, 40, 62, 60, 75) != 0 || dark(turned, 30, 62, 60, 90) == 0 {
		t.Error("the left side of the line did not sink")
	}
}
