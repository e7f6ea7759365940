package spoil

import (
	"image"
	"testing"
)

// card is a white page with a black bar in the upper half.
func card() *image.Gray {
	p := image.NewGray(image.Rect(0, 0, 400, 600))
	for i := range p.Pix {
		p.Pix[i] = 255
	}
	for y := 140; y < 160; y++ {
		for x := 100; x < 300; x++ {
			p.Pix[y*p.Stride+x] = 0
		}
	}
	return p
}

// Every kind changes the page, leaves the original alone and does the same
// again.
func TestKinds(t *testing.T) {
	for _, k := range Kinds() {
		page := card()
		once, again := k.Spoil(page), k.Spoil(page)
		switch {
		case !equal(page, card()):
			t.Errorf("%s: the good page was changed", k.Name)
		case equal(once, page):
			t.Errorf("%s: nothing happened", k.Name)
		case !equal(once, again):
			t.Errorf("%s: another picture the second time", k.Name)
		}
	}
}

func equal(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if r, _, _, _ := a.At(x, y).RGBA(); r != first(b.At(x, y).RGBA()) {
				return false
			}
		}
	}
	return true
}

func first(r, _, _, _ uint32) uint32 { return r }

func TestTurn(t *testing.T) {
	if p := turn(card()); p.GrayAt(600-150, 200).Y != 0 || p.Rect.Dx() != 600 {
		t.Error("the bar is not at the right")
	}
}
