package blank

import (
	"math"

	"vanthu/ingest"
	"vanthu/ingest/pieces"
)

// The stroke after a serial is often glued to it by OCR, and then its place is
// reckoned from the end of the word by the widths of letters; a letter misread
// or a size a little off, and the last digit falls outside the gap. So the
// stroke is looked for on the picture. A gap is only ever widened by it: what
// looks like a stroke within the gap may be a 1.

const (
	// strokeLow to strokeHigh is the height of a printed stroke, strokeFoot how
	// far from the base line it ends, in sizes of the type.
	strokeLow, strokeHigh, strokeFoot = 0.58, 0.85, 0.13
	// strokeNarrow to strokeWide is its width by its height.
	strokeNarrow, strokeWide = 0.25, 0.65
	// strokeThick is how far its ink may lie from its diagonal, by its height.
	strokeThick = 0.16
	// strokeFar is how far right of the reckoned place it is looked for.
	strokeFar = 1.1
)

// toStroke is where the gap of a number ends: at the printed stroke if one
// stands right of where it was reckoned.
func (b Blank) toStroke(all []pieces.Piece, scale float64) float64 {
	if b.Field != ingest.FieldNumber {
		return b.X1
	}
	end := b.X1
	for _, p := range all {
		x := float64(p.Box.Min.X) / scale
		if x > b.X1 && x < b.X1+strokeFar*b.Size && b.isStroke(p, scale) {
			end = max(end, x)
		}
	}
	return end
}

// isStroke reports whether a piece is a printed stroke: straight from the lower
// left to the upper right, as high as type, on the base line.
func (b Blank) isStroke(p pieces.Piece, scale float64) bool {
	em := b.Size * scale
	high, foot := float64(p.Box.Dy()), math.Abs(float64(p.Box.Max.Y)-b.Base*scale)
	return high > strokeLow*em && high < strokeHigh*em && foot < strokeFoot*em && slants(p)
}

// slants reports whether a piece is one straight line from the lower left to the
// upper right.
func slants(p pieces.Piece) bool {
	high, wide := float64(p.Box.Dy()), float64(p.Box.Dx())
	if wide < strokeNarrow*high || wide > strokeWide*high {
		return false
	}
	for _, q := range p.Pixels {
		down := (float64(q.Y-p.Box.Min.Y) + 0.5) / high
		diagonal := float64(p.Box.Min.X) + wide*(1-down)
		if math.Abs(float64(q.X)+0.5-diagonal) > strokeThick*high {
			return false
		}
	}
	return true
}
