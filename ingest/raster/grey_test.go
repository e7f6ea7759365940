package raster

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

var (
	white = color.RGBA{255, 255, 255, 255}
	black = color.RGBA{20, 20, 20, 255}
	red   = color.RGBA{210, 30, 40, 255}
	blue  = color.RGBA{30, 40, 200, 255}
)

// paint makes a page of 100 × 100 with a band of 10 rows for each colour.
func paint(paper color.RGBA, bands ...color.RGBA) *image.RGBA {
	pic := image.NewRGBA(image.Rect(0, 0, 100, 100))
	draw.Draw(pic, pic.Rect, image.NewUniform(paper), image.Point{}, draw.Src)
	for i, c := range bands {
		draw.Draw(pic, image.Rect(0, 20*i, 100, 20*i+10), image.NewUniform(c), image.Point{}, draw.Src)
	}
	return pic
}

func TestInkOfColours(t *testing.T) {
	for _, c := range []struct {
		why  string
		pic  *image.RGBA
		want float64
	}{
		{"an empty page", paint(white), 0},
		{"a black page", paint(black), 0},
		{"black print", paint(white, black), 0.1},
		{"a red seal is no ink where there is print", paint(white, black, red), 0.1},
		{"red alone is", paint(white, red), 0.1},
		{"a pen is", paint(white, black, blue), 0.2},
		{"faint print", paint(white, color.RGBA{180, 180, 180, 255}), 0.1},
		{"yellow paper", paint(color.RGBA{215, 200, 160, 255}), 0},
		{"the shade of a fold", paint(white, color.RGBA{220, 220, 220, 255}), 0},
		{"white print on black", paint(black, white), 0.1},
	} {
		pic := Grey(c.pic)
		if have := FindInk(pic).Share(pic, pic.Rect); have != c.want {
			t.Errorf("%s: ink %g, want %g", c.why, have, c.want)
		}
	}
}
