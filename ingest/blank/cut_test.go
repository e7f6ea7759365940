package blank

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"vanthu/ingest"
)

// sketch is a white picture at 144 dpi, two pixels a point.
func sketch() *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, 400, 200))
	draw.Draw(pic, pic.Rect, image.White, image.Point{}, draw.Src)
	return pic
}

// stroke draws a line two points thick.
func stroke(pic *image.Gray, x0, y0, x1, y1 float64) {
	for i := range 201 {
		at := float64(i) / 200
		x, y := int(2*(x0+(x1-x0)*at)), int(2*(y0+(y1-y0)*at))
		draw.Draw(pic, image.Rect(x-1, y-1, x+2, y+2), image.NewUniform(color.Gray{Y: 30}), image.Point{}, draw.Src)
	}
}

// TestCut cuts what a hand wrote into a gap from 60 to 100 on a base line at
// 60, its type of 13 points.
func TestCut(t *testing.T) {
	gap := Blank{Field: ingest.FieldDay, X0: 60, X1: 100, Base: 60, Size: 13}
	one := func(pic *image.Gray) { stroke(pic, 75, 48, 70, 63) } // a slanted 1 that reaches below the line
	for _, test := range []struct {
		name string
		draw func(*image.Gray)
		ink  ingest.Ink
		want ingest.Box
	}{
		{"nothing", func(*image.Gray) {}, ingest.InkNone, ingest.Box{X0: 60, Y0: 52, X1: 100, Y1: 60}},
		{"dots to write on", func(pic *image.Gray) {
			for x := 62.0; x < 98; x += 4 {
				stroke(pic, x, 59, x, 59)
			}
		}, ingest.InkNone, ingest.Box{X0: 60, Y0: 52, X1: 100, Y1: 60}},
		{"a hand", one, ingest.InkHand, ingest.Box{X0: 69.5, Y0: 47.5, X1: 76, Y1: 64}},
		{"print beside it", func(pic *image.Gray) {
			one(pic)
			stroke(pic, 57, 52, 61, 63) // the y of ngày, a leg in the gap
			stroke(pic, 103, 50, 99, 60)
		}, ingest.InkHand, ingest.Box{X0: 69.5, Y0: 47.5, X1: 76, Y1: 64}},
		{"the line below", func(pic *image.Gray) { one(pic); stroke(pic, 80, 64, 90, 69) }, ingest.InkHand,
			ingest.Box{X0: 69.5, Y0: 47.5, X1: 76, Y1: 64}},
		{"a rule that it touches", func(pic *image.Gray) { one(pic); stroke(pic, 20, 48.5, 150, 48.5) }, ingest.InkHand,
			ingest.Box{X0: 69.5, Y0: 47.5, X1: 76, Y1: 64}},
		{"a scratch down the page", func(pic *image.Gray) { one(pic); stroke(pic, 72.5, 0, 72.5, 99) }, ingest.InkHand,
			ingest.Box{X0: 69.5, Y0: 47.5, X1: 76, Y1: 64}},
		{"print", func(pic *image.Gray) {
			stroke(pic, 70, 51.7, 70, 59.5)
			stroke(pic, 76, 51.7, 76, 59.5)
		}, ingest.InkPrint, ingest.Box{X0: 69.5, Y0: 51, X1: 77, Y1: 60}},
	} {
		t.Run(test.name, func(t *testing.T) {
			pic := sketch()
			test.draw(pic)
			c, ok := gap.Cut(pic, 144)
			if !ok || c.Ink != test.ink || far(c.Box, test.want) {
				t.Errorf("ink %q in %.1f, want %q in %.1f", c.Ink, c.Box, test.ink, test.want)
			}
			if c.Picture.Rect.Dx() < int(2*test.want.Width())-4 {
				t.Errorf("the picture is %v", c.Picture.Rect)
			}
		})
	}
	pic := sketch()
	one(pic)
	stroke(pic, 74, 52, 104, 59)
	if c, _ := gap.Cut(pic, 144); !c.Torn {
		t.Error("a stroke through the print was cut off, and nothing says so")
	}
	if _, ok := (Blank{X0: 60, X1: 61, Base: 60, Size: 13}).Cut(sketch(), 144); ok {
		t.Error("cut a gap too narrow for a digit")
	}
}

// far reports whether two boxes differ by more than a point and a half.
func far(a, b ingest.Box) bool {
	off := max(a.X0-b.X0, b.X0-a.X0, a.Y0-b.Y0, b.Y0-a.Y0, a.X1-b.X1, b.X1-a.X1, a.Y1-b.Y1, b.Y1-a.Y1)
	return off > 1.5
}
