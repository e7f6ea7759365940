package raster

import (
	"image"
	"math/rand/v2"
	"testing"
)

// drawn are the same lines of bars at 100 dpi, spoiled pixel by pixel.
func drawn(spoil func(x, y int, v uint8) uint8) *image.Gray {
	pic := bars(0)
	for y := range pic.Rect.Dy() {
		for x := range pic.Rect.Dx() {
			i := y*pic.Stride + x
			pic.Pix[i] = spoil(x, y, pic.Pix[i])
		}
	}
	return pic
}

func same(_, _ int, v uint8) uint8 { return v }

func TestCleanPicturesStay(t *testing.T) {
	pic := drawn(same)
	if mended, done := Mend(pic, 100); mended != pic || len(done) != 0 {
		t.Errorf("mended: %q", done)
	}
	dim := drawn(func(_, _ int, v uint8) uint8 { return v / 2 }) // dark, but evenly
	if _, done := Mend(dim, 100); len(done) != 0 {
		t.Errorf("mended: %q", done)
	}
}

func TestGrainIsSoftened(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pic := drawn(func(_, _ int, v uint8) uint8 {
		if r.Float64() < 0.02 {
			return 0
		}
		return v
	})
	mended, done := Mend(pic, 100)
	if len(done) != 1 || grain(mended) > grainy/10 {
		t.Errorf("%q, grain %.3f → %.3f", done, grain(pic), grain(mended))
	}
}

func TestLightIsLevelled(t *testing.T) {
	pic := drawn(func(x, y int, v uint8) uint8 { return uint8(int(v) * (2500 - x - y) / 2500) })
	mended, done := Mend(pic, 100)
	if len(done) != 1 {
		t.Fatalf("%q", done)
	}
	for _, at := range []image.Point{{40, 40}, {407, 597}, {800, 1140}} {
		if v := mended.GrayAt(at.X, at.Y).Y; v < 235 {
			t.Errorf("paper at %v is %d", at, v)
		}
	}
	if v := mended.GrayAt(660, 1013).Y; v > 60 {
		t.Errorf("ink at the dark end is %d", v)
	}
}

// A line of dirt goes, and the bars it crosses stay whole; a rule of a table,
// which ends before the page does, stays.
func TestScannerLinesGo(t *testing.T) {
	pic := drawn(func(x, y int, v uint8) uint8 {
		if x == 300 || x == 301 || x == 500 && y > 100 && y < 900 {
			return 30
		}
		return v
	})
	mended, done := Mend(pic, 100)
	if len(done) != 1 {
		t.Fatalf("%q", done)
	}
	for _, c := range []struct {
		what string
		x, y int
		ink  bool
	}{{"between bars", 300, 120, false}, {"in a bar", 300, 153, true}, {"the rule", 500, 145, true}} {
		if have := mended.GrayAt(c.x, c.y).Y < middle; have != c.ink {
			t.Errorf("%s: ink %v", c.what, have)
		}
	}
}
