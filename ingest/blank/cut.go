package blank

import (
	"image"
	"math"

	"vanthu/ingest"
	"vanthu/ingest/pieces"
)

// Cut is a field cut out of its page.
type Cut struct {
	Field   ingest.Field
	Box     ingest.Box  // of the ink; of the gap where there is none
	Picture *image.Gray // at the page's resolution, the print around it gone
	Ink     ingest.Ink
	Torn    bool // its ink goes on into the print beside it
}

// Around a gap, in sizes of the type: what a hand reaches above and below the
// base line, and into the print beside it.
const (
	above  = 1.45
	below  = 0.75
	aside  = 0.5
	beside = 1.3 // on the right, where the printed stroke may be
	// coreTop and coreBottom bound the band above the base line that every
	// stroke of the field crosses; what does not belongs to other lines.
	coreTop    = 0.62
	coreBottom = -0.05
	// leastGap and mostGap are the widths a blank may have.
	leastGap = 0.25
	mostGap  = 9
	// emptyGap is how wide a gap must be to be called empty.
	emptyGap = 0.5
	// over is how far a piece may reach out of the gap: what is further out is
	// the print that the hand touches.
	over = 0.15
	// intrusion is how wide the part of a piece inside the gap must be, if
	// most of it lies outside, to count as the hand's.
	intrusion = 0.22
	// Rules and scratches: longer than any stroke, thinner than most.
	ruleAcross = 1.5
	ruleDown   = 1.8
	ruleThick  = 0.2
	// glyph is the least height of a digit.
	glyph = 0.35
)

// Cut takes the field out of the page's picture. Not ok is a gap in which no
// field can be.
func (b Blank) Cut(pic *image.Gray, dpi float64) (Cut, bool) {
	if w := b.X1 - b.X0; w < leastGap*b.Size || w > mostGap*b.Size {
		return Cut{}, false
	}
	scale := dpi / 72
	area := pixels(ingest.Box{X0: b.X0 - aside*b.Size, Y0: b.Base - above*b.Size, X1: b.X1 + beside*b.Size, Y1: b.Base + below*b.Size}, scale).Intersect(pic.Rect)
	if area.Empty() {
		return Cut{}, false
	}
	m, em := pieces.Of(pic, area), b.Size*scale
	m.EraseRules(int(ruleAcross*em), int(ruleDown*em), int(ruleThick*em))
	all := m.Pieces()
	b.X1 = b.toStroke(all, scale)
	kept, torn := b.own(all, scale)
	if len(kept) == 0 && b.X1-b.X0 < emptyGap*b.Size {
		return Cut{}, false
	}
	c := Cut{Field: b.Field, Box: ingest.Box{X0: b.X0, Y0: b.Base - coreTop*b.Size, X1: b.X1, Y1: b.Base}, Ink: ingest.InkNone, Torn: torn}
	if written(kept, glyph*b.Size*scale) {
		c.Box = points(pieces.Bounds(kept), scale)
		c.Ink = b.look(kept, scale)
	}
	c.Picture = m.Paint(pic, kept, pixels(c.Box, scale).Union(pieces.Bounds(kept)).Inset(-2).Intersect(pic.Rect))
	return c, true
}

// own are the pieces that belong to the field, and whether one of them goes on
// into the print.
func (b Blank) own(all []pieces.Piece, scale float64) (kept []pieces.Piece, torn bool) {
	top, bottom := int((b.Base-coreTop*b.Size)*scale), int((b.Base-coreBottom*b.Size)*scale)
	x0, x1 := int(b.X0*scale), int(math.Ceil(b.X1*scale))
	margin := int(over * b.Size * scale)
	for _, p := range all {
		if p.Box.Max.Y <= top || p.Box.Min.Y >= bottom {
			continue
		}
		part := p.Within(x0, x1)
		switch {
		case 2*len(part.Pixels) >= len(p.Pixels):
			part = p.Within(x0-margin, x1+margin)
		case float64(part.Box.Dx()) < intrusion*b.Size*scale:
			continue
		}
		kept = append(kept, part)
		torn = torn || len(part.Pixels) < len(p.Pixels)
	}
	return kept, torn
}

// written reports whether a piece is as high as a digit.
func written(kept []pieces.Piece, high float64) bool {
	for _, p := range kept {
		if float64(p.Box.Dy()) >= high {
			return true
		}
	}
	return false
}

func pixels(b ingest.Box, scale float64) image.Rectangle {
	return image.Rect(int(b.X0*scale), int(b.Y0*scale), int(math.Ceil(b.X1*scale)), int(math.Ceil(b.Y1*scale)))
}

func points(r image.Rectangle, scale float64) ingest.Box {
	return ingest.Box{X0: float64(r.Min.X) / scale, Y0: float64(r.Min.Y) / scale, X1: float64(r.Max.X) / scale, Y1: float64(r.Max.Y) / scale}
}
