package raster

import "image"

// Inks are a page in colour taken apart: on each picture one ink is dark and
// all else is paper. Stamps are red, which Grey has lost; what is printed is
// black, also under the strokes of a blue pen.
type Inks struct{ Red, Black *image.Gray }

// RenderInks draws a page like Render and parts its inks; nil where a page has
// no more red than the noise of a scanner, as on all black-and-white scans: one
// that Render has just found without colour is not drawn again.
func (d *Document) RenderInks(page int, dpi float64) (*Inks, error) {
	if d.grey == page+1 {
		return nil, nil
	}
	dpi, scale, err := d.drawable(page, dpi)
	if err != nil {
		return nil, err
	}
	rgba, err := inColour(d.doc, page, dpi*scale)
	if err != nil {
		return nil, err
	}
	inks := partInks(rgba)
	returnPictures()
	return inks, nil
}

const (
	// redStep is how much redder than grey stamped ink is; leastRed the share
	// of a page that is, with as much as the stamp of a name on it.
	redStep  = 60
	leastRed = 0.0001
)

// isGrey looks at every fourth row whether a picture is without colour.
func isGrey(src *image.RGBA) bool {
	b := src.Bounds()
	for y := 0; y < b.Dy(); y += 4 {
		for row := src.Pix[y*src.Stride:][:4*b.Dx()]; len(row) > 0; row = row[4:] {
			if row[0] != row[1] || row[1] != row[2] {
				return false
			}
		}
	}
	return true
}

// partInks gives each ink by what it keeps back: red ink reflects red alone,
// black nothing, and every other ink some colour, for which it is lightened.
func partInks(src *image.RGBA) *Inks {
	b := src.Bounds()
	inks := &Inks{image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy())), image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))}
	n := 0
	for y := range b.Dy() {
		from := src.Pix[y*src.Stride:][:4*b.Dx()]
		at := y * inks.Red.Stride
		for x := range b.Dx() {
			p := from[4*x:][:3]
			red := int(p[0]) - int(max(p[1], p[2]))
			inks.Red.Pix[at+x] = uint8(255 - max(0, red))
			inks.Black.Pix[at+x] = uint8(min(255, 2*int(max(p[0], p[1], p[2]))-int(min(p[0], p[1], p[2]))))
			if red > redStep {
				n++
			}
		}
	}
	if float64(n) < leastRed*float64(b.Dx()*b.Dy()) {
		return nil
	}
	return inks
}
