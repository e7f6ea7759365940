package raster

import (
	"context"
	"image"
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
	pic, err := inColour(doc, page, dpi*scale)
	if err != nil {
		return nil, err
	}
	return turned(pic, turn), nil
}

// turned is Turn in colour; any other turn than its three is none.
func turned(pic *image.RGBA, degrees int) *image.RGBA {
	if degrees != 90 && degrees != 180 && degrees != 270 {
		return pic
	}
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	size, place := turning(w, h, degrees)
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			column, row := place(x, y)
			copy(out.Pix[out.PixOffset(column, row):][:4], pic.Pix[pic.PixOffset(x, y):])
		}
	}
	return out
}
