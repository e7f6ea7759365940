package raster

import (
	"image"
	"testing"
)

// dotted is a black-and-white picture of 200 × 200 pixels: an "i" with strokes
// of 4 pixels and what a case adds.
func dotted(adds ...image.Rectangle) *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, 200, 200))
	for i := range pic.Pix {
		pic.Pix[i] = 255
	}
	letter := []image.Rectangle{image.Rect(40, 60, 44, 100), image.Rect(40, 50, 44, 54)}
	for _, r := range append(letter, adds...) {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				pic.Pix[y*pic.Stride+x] = 0
			}
		}
	}
	return pic
}

func TestDespeckle(t *testing.T) {
	for _, c := range []struct {
		name string
		add  image.Rectangle
		gone int
	}{
		{"dot below", image.Rect(40, 105, 44, 109), 0},
		{"full stop", image.Rect(50, 96, 54, 100), 0},
		{"speck in the margin", image.Rect(150, 80, 154, 84), 1},
		{"crumb between lines", image.Rect(40, 110, 42, 112), 1},
		{"crumb of a mark", image.Rect(45, 56, 47, 58), 0},
		{"dash in the margin", image.Rect(150, 80, 162, 84), 0},
		{"speck at the corner", image.Rect(198, 198, 200, 200), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			pic := dotted(c.add)
			if gone := Despeckle(pic, 200); gone != c.gone {
				t.Errorf("%d specks, want %d", gone, c.gone)
			}
			kept := pic.GrayAt(c.add.Min.X, c.add.Min.Y).Y == 0
			if kept != (c.gone == 0) || pic.GrayAt(40, 50).Y != 0 {
				t.Errorf("added kept %v, dot of i is %d", kept, pic.GrayAt(40, 50).Y)
			}
		})
	}
}

// TestDespeckleLeadersAndGrey: dots in a row are a line to write on, and a grey
// scan is not touched.
func TestDespeckleLeadersAndGrey(t *testing.T) {
	leader := []image.Rectangle{}
	for x := 80; x < 180; x += 12 {
		leader = append(leader, image.Rect(x, 96, x+4, 100))
	}
	if n := Despeckle(dotted(leader...), 200); n != 0 {
		t.Errorf("%d dots of a leader gone", n)
	}
	grey := dotted(image.Rect(150, 80, 154, 84))
	for i, v := range grey.Pix {
		if v == 255 {
			grey.Pix[i] = 250
		}
	}
	if n := Despeckle(grey, 200); n != 0 {
		t.Errorf("%d specks in a grey scan", n)
	}
}
