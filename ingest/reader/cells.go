// Cells that the first look left empty.
//
// Tesseract takes the rules of a table for a drawing and with them what stands
// alone between two of them: of a table of tasks it reads all columns but the
// first, "TT, 1, 2, 3". So each cell that holds ink and no word is cut out
// along its rules and read by itself, 10 to 30 ms each. In the annex of our own
// scan0012.pdf that finds six of seven (the 5 is not sure enough). Forms to be
// filled in have cells without ink, which cost nothing.
package reader

import (
	"image"
	"slices"

	"vanthu/ingest"
	"vanthu/ingest/layout"
	"vanthu/ingest/ocr"
	"vanthu/ingest/raster"
)

const (
	// fromRule is how far inside the middles of its rules a cell is cut, points.
	fromRule = 3.0
	// cellInk is the share of ink in a cell that holds something: a digit 1 in
	// a cell of 1 × 2 cm has 0.004.
	cellInk = 0.002
	// sureCell is the confidence from which a word read in a cell is believed.
	sureCell = 0.6
	// mostCells are read on a page; more are a drawing of squares.
	mostCells = 150
)

// readCells reads the cells of ruled tables that hold no words.
func (s *sheet) readCells(r *reading, engine *ocr.Engine, pic *image.Gray, dpi float64) error {
	ink, found := raster.FindInk(pic), 0
	cells := layout.EmptyCells(ingest.Page{Lines: r.lines, Rules: r.rules})
	for _, box := range cells[:min(len(cells), mostCells)] {
		part, at := cut(pic, inset(box, fromRule), dpi)
		if part == nil || ink.Share(pic, part.Rect) < cellInk {
			continue
		}
		lines, err := engine.ReadBlock(part, dpi)
		if err != nil {
			return err
		}
		lines = believed(shift(lines, at))
		r.lines = append(r.lines, lines...)
		found += len(lines)
	}
	if found > 0 {
		s.note("%d lines in cells read one by one", found)
	}
	return nil
}

func inset(b ingest.Box, by float64) ingest.Box {
	return ingest.Box{X0: b.X0 + by, Y0: b.Y0 + by, X1: b.X1 - by, Y1: b.Y1 - by}
}

// believed are the lines all of whose words are sure and say something.
func believed(lines []ingest.Line) []ingest.Line {
	return slices.DeleteFunc(lines, func(l ingest.Line) bool {
		return slices.ContainsFunc(l.Words, func(w ingest.Word) bool { return w.Conf < sureCell || letterCount(w.Raw) == 0 })
	})
}
