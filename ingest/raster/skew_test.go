package raster

import (
	"image"
	"math"
	"testing"
)

// bars draws lines of words as Tesseract's own tests do: bars with gaps, on a
// page of 100 dpi, askew by degrees.
func bars(degrees float64) *image.Gray {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return paper(827, 1169, func(set func(x, y int)) {
		for y := 150; y < 1019; y += 20 {
			for x := 120; x < 707; x++ {
				if x%45 < 9 {
					continue
				}
				for thick := range 7 {
					dx, dy := float64(x-413), float64(y+thick-584)
					set(int(413+dx*cos-dy*sin), int(584+dx*sin+dy*cos))
				}
			}
		}
	})
}

func TestSkew(t *testing.T) {
	for _, degrees := range []float64{0, 1.5, -3.3, 8, -15} {
		pic := bars(degrees)
		if have := Skew(pic, 100); math.Abs(have-degrees) > 0.3 {
			t.Errorf("askew by %.1f°: %.1f", degrees, have)
		}
		straight := Straighten(pic, degrees)
		if have := Skew(straight, 100); math.Abs(have) > 0.3 {
			t.Errorf("straightened by %.1f°: still %.1f", degrees, have)
		}
	}
}

// A page without lines, or lying on its side, has no skew.
func TestNoSkew(t *testing.T) {
	empty := paper(827, 1169, func(func(x, y int)) {})
	disc := paper(827, 1169, func(set func(x, y int)) {
		for y := range 300 {
			for x := range 300 {
				if math.Hypot(float64(x-150), float64(y-150)) < 140 {
					set(x+300, y+400)
				}
			}
		}
	})
	for name, pic := range map[string]*image.Gray{"empty": empty, "a disc": disc, "lying": Turn(bars(0), 90)} {
		if have := Skew(pic, 100); have != 0 {
			t.Errorf("%s: %.1f°", name, have)
		}
	}
}

// Nothing is lost at the corners, and what is new is paper.
func TestStraightenKeepsCorners(t *testing.T) {
	pic := paper(400, 600, func(set func(x, y int)) {
		for y := range 20 {
			for x := range 20 {
				set(x, y)
				set(399-x, 599-y)
			}
		}
	})
	ink := func(pic *image.Gray) (n int) {
		for _, v := range pic.Pix {
			if v < middle {
				n++
			}
		}
		return n
	}
	straight := Straighten(pic, 10)
	if before, after := ink(pic), ink(straight); after < before*9/10 || after > before*11/10 {
		t.Errorf("%d pixels of ink, were %d", after, before)
	}
	if straight.GrayAt(0, straight.Rect.Dy()-1).Y != 255 {
		t.Error("the new corner is not paper")
	}
}
