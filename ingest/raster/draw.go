package raster

import (
	"context"
	"fmt"
	"image"

	"vanthu/ingest"
)

// Draw draws a page for people to look at: in colour, so that seals are red,
// and with its annotations, for in a signed document số and ngày may stand
// nowhere else; turned clockwise by 0, 90, 180 or 270 degrees. Where qpdf is
// missing the annotations are.
func (d *Document) Draw(ctx context.Context, page int, dpi float64, turn int) (image.Image, error) {
	dpi, scale, err := d.drawable(page, dpi)
	if err != nil {
		return nil, err
	}
	if d.IsPDF() && !d.flat.tried {
		d.flat.open(ctx, d.file)
	}
	doc := d.doc
	if d.flat.doc != nil {
		doc = d.flat.doc
	}
	returnPictures()
	pic, err := doc.ImageDPI(page, dpi*scale)
	if err != nil {
		return nil, fmt.Errorf("draw page %d: %w (%v)", page+1, ingest.ErrDamaged, err)
	}
	return turned(pic, turn), nil
}

// turned turns a picture clockwise.
func turned(pic *image.RGBA, degrees int) *image.RGBA {
	w, h := pic.Bounds().Dx(), pic.Bounds().Dy()
	var at func(x, y int) (int, int) // where a pixel of the result comes from
	size := image.Rect(0, 0, w, h)
	switch degrees {
	case 90:
		size, at = image.Rect(0, 0, h, w), func(x, y int) (int, int) { return y, h - 1 - x }
	case 180:
		at = func(x, y int) (int, int) { return w - 1 - x, h - 1 - y }
	case 270:
		size, at = image.Rect(0, 0, h, w), func(x, y int) (int, int) { return w - 1 - y, x }
	default:
		return pic
	}
	out := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			fromX, fromY := at(x, y)
			copy(out.Pix[out.PixOffset(x, y):][:4], pic.Pix[pic.PixOffset(fromX, fromY):][:4])
		}
	}
	return out
}
