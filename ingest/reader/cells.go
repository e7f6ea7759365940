// Cells that the first look left empty or in doubt.
//
// Tesseract takes the rules of a table for a drawing and with them what stands
// alone between two of them: of a table of tasks it reads all columns but the
// first, "TT, 1, 2, 3". So each cell that holds ink and no word is cut out
// along its rules and read by itself, 10 to 30 ms each. In the annex of our own
// scan0012.pdf that finds six of seven (the 5 is not sure enough). Forms to be
// filled in have cells without ink, which cost nothing.
//
// And it takes lines across the rules, and rules for letters. So a cell of which
// much is in doubt is read by itself too, and the heavier reading stays:
//
//	first look   ¬" 3 ĐÀ te " Lã hành chính công tỉnh m ` Dung fôm Phục vụ
//	by itself    - Địa điểm tiếp nhận hồ sơ: Trung tâm Phục vụ hành chính công tỉnh
//
// On 16 pages of tables letters in sure words rose from 11,564 to 12,585, and
// words below 0.6 fell from 444 to 305.
//
// Cells come last of what is read twice over the whole page, so that words found
// in them do not make the page look doubtful (doubt.go). On an annex of 40 rows,
// every other one shaded, a reading was only believed if all its words were sure,
// and a speck behind a name hid the row: 3 of the 20 rows in white came back with
// a name, all do now, four of them cut short; leaving out the shaded rows took the
// cells from 8.2 to 1.6 CPU seconds.
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
	// fromRule is how far inside the middles of its rules ink is a cell's own,
	// points.
	fromRule = 3.0
	// cellInk is the share of ink in a cell that holds something: a digit 1 in
	// a cell of 1 × 2 cm has 0.004.
	cellInk = 0.002
	// Print inks up to a fifth of a cell. Of one inked from shadedInk to solidInk
	// a threshold has made the shade behind its letters a cloud of dots, as dark as
	// they are: Tesseract reads junk in it, and takes ten times as long over it as
	// over a word. White letters on a solid ground are read.
	shadedInk, solidInk = 0.24, 0.6
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
	cells := layout.Cells(ingest.Page{Lines: r.lines, Rules: r.rules})
	if len(cells) == 0 {
		return nil
	}
	ink, found, better, asked := raster.FindInk(pic), 0, 0, 0
	for _, cell := range cells {
		empty := len(cell.Words) == 0
		if !empty && !doubtfulCell(cell.Words) || !readable(cell, ink, pic, dpi) {
			continue
		}
		if asked++; asked > mostCells {
			break
		}
		lines, err := readCell(cell, engine, pic, dpi)
		if err != nil {
			return err
		}
		switch {
		case empty:
			found += len(lines)
		case len(lines) > 0:
			r.lines, better = leaveOut(r.lines, cell.Words), better+1
		}
		r.lines = append(r.lines, lines...)
	}
	if found > 0 {
		s.note("%d lines in cells read one by one", found)
	}
	if better > 0 {
		s.note("%d doubtful cells read one by one", better)
	}
	return nil
}

// readable reports whether a cell holds ink, and paper between it.
func readable(cell layout.TableCell, ink raster.Ink, pic *image.Gray, dpi float64) bool {
	inner, _ := cut(pic, inset(cell.Box, fromRule), dpi)
	if inner == nil {
		return false
	}
	share := ink.Share(pic, inner.Rect)
	return share >= cellInk && (share < shadedInk || share > solidInk)
}

// readCell reads what is between the rules of a cell; where that leaves words in
// doubt, for the rules are too broken to be taken out, also what is well inside
// them. No lines: neither is better than what is known of the cell.
func readCell(cell layout.TableCell, engine *ocr.Engine, pic *image.Gray, dpi float64) (best []ingest.Line, err error) {
	least := weight(cell.Words)
	take := func(lines []ingest.Line) {
		if len(cell.Words) == 0 {
			lines = believed(lines)
		}
		if w := pageWeight(lines); w > least {
			best, least = lines, w
		}
	}
	whole, at := cut(pic, cell.Box, dpi)
	lines, err := engine.ReadBlock(raster.WithoutFrame(whole, dpi), dpi)
	take(shift(lines, at))
	if err != nil || len(best) > 0 && !slices.ContainsFunc(lines, hasDoubtfulWord) {
		return best, err
	}
	lines, err = readPart(engine, pic, inset(cell.Box, fromRule), dpi)
	take(lines)
	return best, err
}

// hasDoubtfulWord reports whether a word in doubt is longer than specks read as
// letters are.
func hasDoubtfulWord(l ingest.Line) bool {
	return slices.ContainsFunc(l.Words, func(w ingest.Word) bool { return isDoubt(w) && letterCount(w.Raw) >= fewInCell })
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

// believed are the lines that are sure by their letters, without the specks and
// bits of rules at their ends.
func believed(lines []ingest.Line) (kept []ingest.Line) {
	junk := func(w ingest.Word) bool { return w.Conf < noWord || letterCount(w.Raw) == 0 }
	for _, l := range lines {
		if l = trimmed(l, junk); judge([]ingest.Line{l}).confidence >= sureCell {
			kept = append(kept, l)
		}
	}
	return kept
}
