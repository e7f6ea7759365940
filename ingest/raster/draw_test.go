package raster

import (
	"image"
	"image/color"
	"testing"
)

func TestTurned(t *testing.T) {
	pic := image.NewRGBA(image.Rect(0, 0, 3, 2))
	red := color.RGBA{R: 255, A: 255}
	pic.SetRGBA(0, 0, red) // top left
	for _, c := range []struct{ degrees, width, x, y int }{
		{0, 3, 0, 0}, {90, 2, 1, 0}, {180, 3, 2, 1}, {270, 2, 0, 2},
	} {
		out := turned(pic, c.degrees)
		if out.Bounds().Dx() != c.width || out.RGBAAt(c.x, c.y) != red {
			t.Errorf("turned by %d: %v, not red at %d,%d", c.degrees, out.Bounds(), c.x, c.y)
		}
	}
}
