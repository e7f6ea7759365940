package raster

import (
	"image"
	"image/color"
	"testing"
)

func TestPartInks(t *testing.T) {
	src := image.NewRGBA(image.Rect(0, 0, 4, 1))
	paper, red, blue, black := color.RGBA{250, 250, 245, 255}, color.RGBA{210, 30, 40, 255}, color.RGBA{40, 50, 170, 255}, color.RGBA{20, 20, 20, 255}
	for x, c := range []color.RGBA{paper, red, blue, black} {
		src.SetRGBA(x, 0, c)
	}
	inks := partInks(src)
	for x, want := range []struct {
		ink        string
		red, black bool // dark on the picture of this ink
	}{{"paper", false, false}, {"red", true, false}, {"blue", false, false}, {"black", false, true}} {
		if r, b := inks.Red.Pix[x] < 128, inks.Black.Pix[x] < 128; r != want.red || b != want.black {
			t.Errorf("%s: dark on red %t, on black %t", want.ink, r, b)
		}
	}
	src.SetRGBA(1, 0, black)
	if partInks(src) != nil {
		t.Error("a page without red was parted")
	}
}
