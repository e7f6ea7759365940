package raster

import (
	"image"
	"image/color"
	"testing"
)

func TestBlur(t *testing.T) {
	pic := image.NewGray(image.Rect(0, 0, 5, 5))
	pic.SetGray(2, 2, color.Gray{160})
	soft := Blur(pic)
	for _, c := range []struct {
		x, y int
		want uint8
	}{{2, 2, 40}, {1, 2, 20}, {1, 1, 10}, {0, 0, 0}} {
		if have := soft.GrayAt(c.x, c.y).Y; have != c.want {
			t.Errorf("at %d,%d: %d, want %d", c.x, c.y, have, c.want)
		}
	}
	if pic.GrayAt(2, 2).Y != 160 {
		t.Error("the picture itself was changed")
	}
}

func TestTurn(t *testing.T) {
	pic := image.NewGray(image.Rect(0, 0, 3, 2))
	copy(pic.Pix, "abcdef") // abc over def
	for _, c := range []struct {
		degrees, width int
		want           string
	}{{90, 2, "daebfc"}, {180, 3, "fedcba"}, {270, 2, "cfbead"}} {
		have := Turn(pic, c.degrees)
		if string(have.Pix) != c.want || have.Rect.Dx() != c.width {
			t.Errorf("by %d: %q, %d wide; want %q, %d wide", c.degrees, have.Pix, have.Rect.Dx(), c.want, c.width)
		}
	}
}

func TestThickenClosesGaps(t *testing.T) {
	pic := image.NewGray(image.Rect(0, 0, 9, 5))
	for i := range pic.Pix {
		pic.Pix[i] = 255
	}
	for _, x := range []int{1, 2, 4, 5} { // a stroke with a gap at 3
		pic.Pix[2*pic.Stride+x] = 0
	}
	thick := Thicken(pic.SubImage(image.Rect(1, 1, 9, 5)).(*image.Gray))
	if thick.GrayAt(2, 1).Y != 0 || thick.GrayAt(1, 0).Y != 0 || thick.GrayAt(6, 1).Y != 255 || thick.GrayAt(0, 3).Y != 255 {
		t.Errorf("thickened to %v", thick.Pix)
	}
}
