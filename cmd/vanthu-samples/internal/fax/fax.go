// Package fax writes bitonal pages the way office scanners do: CCITT Group 4
// (ITU-T T.6), alone for a PDF or in a multi-page TIFF.
//
// A Bitmap comes in, bytes go out. It never reads anything: decoders abound
// (golang.org/x/image/ccitt is the oracle of our tests), but no maintained Go
// module encodes Group 4, hence this one. Functions are pure and safe for
// concurrent use.
//
//	g4 := fax.Encode(fax.Threshold(picture, 128))
package fax

import "image"

// Bitmap is a black and white picture; Black has one entry a pixel, row by row.
type Bitmap struct {
	Width, Height int
	Black         []bool
}

// Row is one line of pixels.
func (b Bitmap) Row(y int) []bool { return b.Black[y*b.Width : (y+1)*b.Width] }

// Threshold makes every pixel darker than level black.
func Threshold(g *image.Gray, level uint8) Bitmap {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	b := Bitmap{w, h, make([]bool, w*h)}
	for y := range h {
		line := g.Pix[y*g.Stride : y*g.Stride+w]
		for x, v := range line {
			b.Black[y*w+x] = v < level
		}
	}
	return b
}
