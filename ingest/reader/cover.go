package reader

import (
	"image"

	"vanthu/ingest"
	"vanthu/ingest/raster"
)

// coverDPI is the resolution at which a page is looked at to see where its ink
// is: a letter of 10 pt is 10 pixels high.
const coverDPI = 72

// cell is the side of a cell in points. Smaller than a letter, so that a cell is
// inked or not; larger than the jitter of word boxes.
const cell = 6

// leastInk is the share of ink that makes a cell inked; letters at 72 dpi are
// grey and thin.
const leastInk = 0.125

// cover is the share of the page's inked cells that lie under the words'
// boxes; 1 on a page without ink (then there is nothing that OCR could see).
func cover(pic *image.Gray, dpi float64, lines []ingest.Line) float64 {
	g := newGround(pic, dpi)
	under := covered(g.columns, g.rows, lines)
	inked, both := 0, 0
	for i, yes := range g.inked {
		if yes {
			inked++
			if under[i] {
				both++
			}
		}
	}
	if inked == 0 {
		return 1
	}
	return float64(both) / float64(inked)
}

// ground is a page in cells of cell points, those with ink marked.
type ground struct {
	columns, rows int
	inked         []bool
}

func newGround(pic *image.Gray, dpi float64) *ground {
	side := cell * dpi / 72
	g := &ground{columns: int(float64(pic.Rect.Dx()) / side), rows: int(float64(pic.Rect.Dy()) / side)}
	g.inked = make([]bool, g.columns*g.rows)
	ink := raster.FindInk(pic)
	for i := range g.inked {
		x, y := float64(i%g.columns), float64(i/g.columns)
		area := image.Rect(int(x*side), int(y*side), int((x+1)*side), int((y+1)*side))
		g.inked[i] = ink.Share(pic, area) >= leastInk
	}
	return g
}

// covered marks the cells under words, and one around each: boxes of OCR
// layers sit loosely.
func covered(columns, rows int, lines []ingest.Line) []bool {
	const scale = 1.0 / cell
	marks := make([]bool, columns*rows)
	for _, l := range lines {
		for _, w := range l.Words {
			x0, x1 := max(0, int(w.Box.X0*scale)-1), min(columns, int(w.Box.X1*scale)+2)
			y0, y1 := max(0, int(w.Box.Y0*scale)-1), min(rows, int(w.Box.Y1*scale)+2)
			for y := y0; y < y1; y++ {
				for x := x0; x < x1; x++ {
					marks[y*columns+x] = true
				}
			}
		}
	}
	return marks
}
