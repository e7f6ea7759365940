package raster

import (
	"image"
	"testing"
)

func TestWithoutFrame(t *testing.T) {
	pic := image.NewGray(image.Rect(0, 0, 120, 40))
	ink := func(r image.Rectangle) {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				pic.Pix[y*pic.Stride+x] = 20
			}
		}
	}
	for i := range pic.Pix {
		pic.Pix[i] = 240
	}
	ink(image.Rect(0, 0, 2, 40))     // half of a rule on the left
	ink(image.Rect(117, 0, 120, 40)) // one on the right that leans
	ink(image.Rect(116, 0, 117, 20))
	ink(image.Rect(100, 15, 117, 18)) // a stroke that touches it
	ink(image.Rect(30, 10, 60, 30))   // a letter
	out := WithoutFrame(pic, 200)
	for _, p := range []struct {
		x, y int
		ink  bool
	}{{0, 20, false}, {1, 5, false}, {119, 5, false}, {116, 5, false}, {117, 30, false}, {40, 20, true}, {110, 16, true}, {114, 16, true}} {
		if have := out.GrayAt(p.x, p.y).Y < 100; have != p.ink {
			t.Errorf("ink at %d, %d: %v", p.x, p.y, have)
		}
	}
	if pic.GrayAt(0, 20).Y != 20 {
		t.Error("the picture itself was painted over")
	}
}

func TestWithoutFrameLeavesLetters(t *testing.T) {
	pic := image.NewGray(image.Rect(0, 0, 60, 60))
	for i := range pic.Pix {
		pic.Pix[i] = 240
	}
	for y := 20; y < 40; y++ { // a letter at the edge, no rule
		pic.Pix[y*pic.Stride+1] = 0
	}
	if out := WithoutFrame(pic, 200); out.GrayAt(1, 30).Y != 0 {
		t.Error("a letter was taken for a rule")
	}
}
