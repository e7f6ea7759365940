package sealed

import (
	"image"
	"math"

	"vanthu/ingest"
	"vanthu/ingest/pieces"
)

// Line is a line of print, straight, on white paper, in two pictures: one of
// nothing but its letters, and a strip of all that is as high as they are and
// somewhat further aside, in which letters that hang together with something
// else are not lost.
type Line struct {
	Letters, Strip Picture
	// Torn is set where ink stands right before the letters that is none of
	// theirs: a word may have been lost to the seal, and the strip has it.
	Torn bool
}

// Picture is a part of a page that was pulled straight.
type Picture struct {
	*image.Gray
	slope float64 // of the line on the page
	scale float64
	at    image.Point // where the picture's corner lies on the page
}

// margin is the white around a line, in pixels: OCR wants some.
const margin = 12

// stripLeft and stripRight is how far a strip reaches beside the letters found,
// in points: a seal lies over the beginning of a name.
const stripLeft, stripRight = 75, 25

// cut paints a line and pulls it straight.
func (f finder) cut(c chain) Line {
	var own []pieces.Piece
	for _, p := range f.all {
		if f.onLine(c, p) {
			own = append(own, p)
		}
	}
	return Line{f.paint(c, own), f.paint(c, f.strip(c)), f.isTorn(c)}
}

// A line is torn if columns of ink as high as half a letter stand within a
// word's distance before it, in points.
const tornGap, tornColumns = 12, 4

func (f finder) isTorn(c chain) bool {
	box, high := pieces.Bounds(c.letters), c.high()
	columns := 0
	for x := box.Min.X - f.px(tornGap); x < box.Min.X-1; x++ {
		foot := int(c.foot + c.slope*float64(x))
		ink := 0
		for y := foot - high; y < foot; y++ {
			if f.mask.Has(image.Pt(x, y)) {
				ink++
			}
		}
		if 3*ink > high {
			columns++
		}
	}
	return columns >= f.px(tornColumns)
}

// strip is the ink of a line and of what stands beside it.
func (f finder) strip(c chain) (all []pieces.Piece) {
	box, high := pieces.Bounds(c.letters), float64(c.high())
	return []pieces.Piece{f.mask.Where(func(q image.Point) bool {
		y := float64(q.Y) - c.slope*float64(q.X) - c.foot
		return q.X > box.Min.X-f.px(stripLeft) && q.X < box.Max.X+f.px(stripRight) && y > -1.45*high && y < 0.4*high
	})}
}

func (f finder) paint(c chain, own []pieces.Piece) Picture {
	box := pieces.Bounds(own)
	slack := int(math.Ceil(math.Abs(c.slope) * float64(box.Dx()) / 2))
	area := image.Rect(box.Min.X-margin, box.Min.Y-margin-slack, box.Max.X+margin, box.Max.Y+margin+slack)
	return Picture{straight(f.mask.Paint(f.pic, own, area), c.slope), c.slope, f.scale, area.Min}
}

// straight moves every column up or down along the slope; the middle stays.
func straight(pic *image.Gray, slope float64) *image.Gray {
	out := image.NewGray(pic.Rect)
	for x := range pic.Rect.Dx() {
		down := slope * (float64(x) - float64(pic.Rect.Dx())/2)
		for y := range pic.Rect.Dy() {
			out.Pix[out.PixOffset(x, y)] = between(pic, x, float64(y)+down)
		}
	}
	return out
}

// between mixes two pixels of a column.
func between(pic *image.Gray, x int, y float64) uint8 {
	top := math.Floor(y)
	a, b := grey(pic, x, int(top)), grey(pic, x, int(top)+1)
	return uint8(a + (b-a)*(y-top) + 0.5)
}

func grey(pic *image.Gray, x, y int) float64 {
	if y < 0 || y >= pic.Rect.Dy() {
		return 255
	}
	return float64(pic.Pix[pic.PixOffset(x, y)])
}

// OnPage puts what was read on the picture where it stands on the page.
func (l Picture) OnPage(seen []ingest.Line) []ingest.Line {
	for i := range seen {
		seen[i].Box = ingest.Box{}
		for j := range seen[i].Words {
			w := &seen[i].Words[j]
			w.Box = l.onPage(w.Box)
			seen[i].Box = seen[i].Box.Union(w.Box)
		}
	}
	return seen
}

func (l Picture) onPage(b ingest.Box) ingest.Box {
	x, y := float64(l.at.X)/l.scale, float64(l.at.Y)/l.scale
	y += l.slope * ((b.X0+b.X1)/2 - float64(l.Rect.Dx())/l.scale/2)
	return ingest.Box{X0: b.X0 + x, Y0: b.Y0 + y, X1: b.X1 + x, Y1: b.Y1 + y}
}

// Box is where the picture lies on the page.
func (l Picture) Box() ingest.Box {
	x, y := float64(l.at.X+margin)/l.scale, float64(l.at.Y+margin)/l.scale
	return ingest.Box{X0: x, Y0: y, X1: x + float64(l.Rect.Dx()-2*margin)/l.scale, Y1: y + float64(l.Rect.Dy()-2*margin)/l.scale}
}
