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
	// fewInCell letters in doubt are enough to read a cell again.
	fewInCell = 4
	// mostCells are read on a page; more are a drawing of squares.
	mostCells = 150
)

// readCells reads the cells of ruled tables that hold no words, or doubtful
// ones.
func (s *sheet) readCells(r *reading, engine *ocr.Engine, pic *image.Gray, dpi float64) error {
	ink, found, better, asked := raster.FindInk(pic), 0, 0, 0
	for _, cell := range layout.Cells(ingest.Page{Lines: r.lines, Rules: r.rules}) {
		part, at := cut(pic, inset(cell.Box, fromRule), dpi)
		empty := len(cell.Words) == 0
		if part == nil || empty && ink.Share(pic, part.Rect) < cellInk || !empty && !doubtfulCell(cell.Words) {
			continue
		}
		if asked++; asked > mostCells {
			break
		}
		lines, err := engine.ReadBlock(part, dpi)
		if err != nil {
			return err
		}
		switch lines = shift(lines, at); {
		case empty:
			lines = believed(lines)
			r.lines, found = append(r.lines, lines...), found+len(lines)
		case pageWeight(lines) > weight(cell.Words):
			r.lines, better = append(leaveOut(r.lines, cell.Words), lines...), better+1
		}
	}
	if found > 0 {
		s.note("%d lines in cells read one by one", found)
	}
	if better > 0 {
		s.note("%d doubtful cells read one by one", better)
	}
	return nil
}

// doubtfulCell reports whether much of what was read in a cell is in doubt.
func doubtfulCell(words []ingest.Word) bool {
	letters, doubt := doubtOf(words)
	return doubt >= fewInCell && float64(doubt) >= doubtfulShare*float64(letters)
}

// leaveOut takes words out of lines.
func leaveOut(lines []ingest.Line, words []ingest.Word) (kept []ingest.Line) {
	for _, l := range lines {
		if l = without(l, words); len(l.Words) > 0 {
			kept = append(kept, l)
		}
	}
	return kept
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
