package sealed

import (
	"image"
	"math"
	"testing"

	"vanthu/ingest"
)

const dpi = 144 // two pixels in a point

// paper is a white block of 300 × 240 points.
func paper() *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, 600, 480))
	for i := range pic.Pix {
		pic.Pix[i] = 255
	}
	return pic
}

// print sets bars as high as letters on a line that begins at a point and
// slants: narrow ones, with the white between words after every fourth.
func print(pic *image.Gray, x, y, slope float64, letters int) (end float64) {
	for n := range letters {
		for dx := range 8 {
			for dy := range 16 {
				down := slope * (x + float64(dx) - 2*150)
				pic.Pix[pic.PixOffset(int(x)+dx, int(y+down)-dy)] = 20
			}
		}
		x += 12
		if n%4 == 3 {
			x += 10
		}
	}
	return x
}

// seal draws two rings of a thickness around a centre, and an inscription.
func seal(pic *image.Gray, x, y float64) {
	for _, ring := range []struct{ r, thick float64 }{{96, 5}, {70, 2}} {
		for v := range pic.Rect.Dy() {
			for u := range pic.Rect.Dx() {
				if d := math.Hypot(float64(u)-x, float64(v)-y); math.Abs(d-ring.r) <= ring.thick/2 {
					pic.Pix[pic.PixOffset(u, v)] = 30
				}
			}
		}
	}
	print(pic, x-40, y+8, 0, 6)
}

var all = ingest.Box{X1: 300, Y1: 240}

// darkness is the share of dark pixels in the middle of a line's picture.
func darkness(p Picture) (n int) {
	for _, v := range p.Pix {
		if v < 128 {
			n++
		}
	}
	return n
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		about string
		x, y  float64
		slope float64
		sealX float64 // 0: no seal
	}{
		{"a plain name", 200, 380, 0, 0},
		{"a stamp set askew", 200, 380, -0.08, 0},
		{"beside a seal", 300, 380, 0, 150},
		{"the seal's ring over its beginning", 220, 300, 0, 200},
		{"askew and under the ring", 220, 300, -0.06, 200},
	} {
		pic := paper()
		print(pic, c.x, c.y, c.slope, 12)
		if c.sealX > 0 {
			seal(pic, c.sealX, 230)
		}
		lines := Lines(pic, dpi, all)
		if len(lines) != 1 {
			t.Errorf("%s: want one line, have %d", c.about, len(lines))
			continue
		}
		if have, want := darkness(lines[0].Strip), 12*8*16; have < want*8/10 || have > want*13/10 {
			t.Errorf("%s: %d dark pixels on the strip, the letters have %d", c.about, have, want)
		}
		box := lines[0].Letters.Box()
		if box.X1 < 300/2 || math.Abs((box.Y0+box.Y1)/2-(c.y-8+c.slope*-20)/2) > 12 {
			t.Errorf("%s: found at %v", c.about, box)
		}
	}
}

func TestNothing(t *testing.T) {
	for _, area := range []ingest.Box{{}, all, {X0: 400, Y0: 400, X1: 500, Y1: 500}, {X0: 10, X1: 5, Y1: 100}} {
		if lines := Lines(paper(), dpi, area); len(lines) != 0 {
			t.Errorf("on white paper in %v: %d lines", area, len(lines))
		}
	}
	pic := paper()
	seal(pic, 300, 230)
	if lines := Lines(pic, dpi, all); len(lines) != 0 {
		t.Errorf("a seal alone: %d lines", len(lines))
	}
}

// TestOnPage: what is read on a straightened picture stands on the page where
// its letters do.
func TestOnPage(t *testing.T) {
	pic := paper()
	print(pic, 200, 380, -0.08, 12)
	line := Lines(pic, dpi, all)[0].Letters
	var first image.Rectangle // of the dark pixels at the left end
	for y := range line.Rect.Dy() {
		for x := margin; x < margin+8; x++ {
			if line.Pix[line.PixOffset(x, y)] < 128 {
				first = first.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	box := ingest.Box{X0: float64(first.Min.X) / 2, Y0: float64(first.Min.Y) / 2, X1: float64(first.Max.X) / 2, Y1: float64(first.Max.Y) / 2}
	seen := line.OnPage([]ingest.Line{{Words: []ingest.Word{{Raw: "L", Box: box}}}})
	want := ingest.Box{X0: 100, Y0: (380 + 8 - 16) / 2, X1: 104, Y1: (380 + 8) / 2}
	have := seen[0].Box
	if math.Abs(have.X0-want.X0) > 1.5 || math.Abs(have.Y1-want.Y1) > 2 {
		t.Errorf("want %v, have %v", want, have)
	}
}
