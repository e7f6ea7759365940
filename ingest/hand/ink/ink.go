// Package ink finds the pieces that handwriting may be made of.
//
// A grey crop of a page comes in; out go pieces, sets of ink pixels in the order
// of writing, such that every character is one piece or a few neighbours, and
// the picture of any such group as the network wants it. The package never says
// what a piece is: that print, dots and rules are no digits is for the network.
//
//	sheet := ink.Find(crop)
//	for _, g := range sheet.Groups() {
//		picture := sheet.Picture(g)
//	}
//
// All functions are pure.
//
// # From grey to pieces
//
//  1. Threshold (Sauvola): a pixel is ink if it is darker than its surroundings'
//     mean by a share of their spread; a faint pencil and a marker both pass.
//  2. Long thin horizontal runs are rules, and go, unless a stroke crosses them.
//  3. Connected pixels are blobs. Blobs much smaller than the writing are specks
//     or the dots of a dotted line, blobs at the upper and lower edge belong to
//     other lines: both go.
//  4. Handwriting leans. The slant is the shear that makes the writing's columns
//     most uneven, that is its strokes upright.
//  5. Blobs wider than a narrow digit are cut along the slant where there is
//     little ink to cross (cut.go).
//
// In `⟨47⟩` where the bar of the 4 runs into the 7, step 5 cuts the one blob
// three times: left of the 4's stem, between the digits, in the 7's bar. Of the
// four pieces the groups 1+2 and 3+4 are the digits; the network has to say so.
//
// Not done: thinning and following strokes, which would cut crossing digits
// better, and colour: who has a colour scan takes the red seal out before.
package ink

import (
	"image"
	"slices"
)

// Piece is connected ink, or a part of it.
type Piece struct {
	Box    image.Rectangle
	Points []image.Point
}

func (p *Piece) add(at image.Point) {
	p.Points = append(p.Points, at)
	p.Box = p.Box.Union(image.Rectangle{Min: at, Max: at.Add(image.Pt(1, 1))})
}

// Sheet is the ink of a crop.
type Sheet struct {
	Pieces []Piece // in the order of writing
	Height int     // of the writing, in pixels
	Slant  float64 // pixels to the right for each pixel up

	middleRow float64 // centre of mass of all ink
}

// maxPieces bounds the work on a crop that is all noise.
const maxPieces = 36

// Find returns the ink of a picture.
func Find(pic *image.Gray) *Sheet {
	m := threshold(pic)
	m.dropRules()
	blobs := m.blobs()
	s := &Sheet{Height: writingHeight(blobs)}
	blobs = s.dropSpecks(blobs, m.h)
	s.Slant = slant(blobs)
	for _, b := range blobs {
		s.Pieces = append(s.Pieces, s.cut(b)...)
	}
	s.dropLeast()
	s.settle()
	slices.SortStableFunc(s.Pieces, func(a, b Piece) int { return int(s.middle(a) - s.middle(b)) })
	return s
}

// Single is a sheet with one piece, beside writing of some height.
func Single(points []image.Point, height int) *Sheet {
	var p Piece
	for _, at := range points {
		p.add(at)
	}
	s := &Sheet{Pieces: []Piece{p}, Height: height}
	s.settle()
	return s
}

// settle finds the middle of the line.
func (s *Sheet) settle() {
	var points []image.Point
	for _, p := range s.Pieces {
		points = append(points, p.Points...)
	}
	_, s.middleRow = centre(points)
}

// upright is where a point would be if the writing did not lean.
func (s *Sheet) upright(p image.Point) float64 { return float64(p.X) + s.Slant*float64(p.Y) }

// middle is the place of a piece in the line, in tenths of a pixel.
func (s *Sheet) middle(p Piece) float64 {
	return 5 * (s.upright(p.Box.Min) + s.upright(p.Box.Max))
}

// writingHeight is the height of blobs, those with much ink counting more: half
// of the ink is in blobs as high or higher.
func writingHeight(blobs []Piece) int {
	high := slices.Clone(blobs)
	slices.SortFunc(high, func(a, b Piece) int { return b.Box.Dy() - a.Box.Dy() })
	all := 0
	for _, b := range high {
		all += len(b.Points)
	}
	seen := 0
	for _, b := range high {
		if seen += len(b.Points); 2*seen >= all {
			return b.Box.Dy()
		}
	}
	return 0
}

// dropSpecks leaves out what is too small to be a stroke, what is long and thin,
// and what hangs in from the lines above and below.
func (s *Sheet) dropSpecks(blobs []Piece, height int) []Piece {
	return slices.DeleteFunc(blobs, func(b Piece) bool {
		long := max(b.Box.Dx(), b.Box.Dy())
		hanging := (b.Box.Min.Y == 0 && b.Box.Max.Y < height/3) || (b.Box.Max.Y == height && b.Box.Min.Y > height*2/3)
		rule := b.Box.Dx() > s.Height && 4*b.Box.Dy() < s.Height
		return 4*long < s.Height || len(b.Points) < 12 || rule || hanging
	})
}

// dropLeast leaves out the pieces with least ink when there are too many.
func (s *Sheet) dropLeast() {
	if len(s.Pieces) > maxPieces {
		slices.SortStableFunc(s.Pieces, func(a, b Piece) int { return len(b.Points) - len(a.Points) })
		s.Pieces = s.Pieces[:maxPieces]
	}
}
