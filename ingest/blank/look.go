package blank

import (
	"math"

	"vanthu/ingest"
	"vanthu/ingest/pieces"
)

// look tells print from hand. Print stands on the base line and is as high as
// the type's digits; a hand is neither, digit after digit.
func (b Blank) look(kept []pieces.Piece, scale float64) ingest.Ink {
	off := 0.0
	for _, p := range kept {
		high := float64(p.Box.Dy()) / scale / b.Size
		if high < glyph {
			continue
		}
		foot := (b.Base - float64(p.Box.Max.Y)/scale) / b.Size
		off = max(off, math.Abs(high-digitHeight), math.Abs(foot))
	}
	if off <= printOff {
		return ingest.InkPrint
	}
	return ingest.InkHand
}

const (
	// digitHeight is the height of a printed digit in sizes of the type.
	digitHeight = 0.676
	// printOff is how much height and base of print may be off.
	printOff = 0.09
)
