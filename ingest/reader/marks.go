// Marks read as a line of their own.
//
// Where marks stand high above their letters, in bold titles and heads of tables,
// Tesseract may part a line in two: the letters, which it reads well, marks and
// all, and the row of marks above them, of which it makes
//
//	^ .^A ,À k4 £ ˆ Lá Â° ˆ Ẩ ° £ `-4
//	Về việc điều chỉnh dự toán ngân sách của một số đơn vị dự toán năm 2024
//
// Letter by letter it is sure enough of them (0.6 to 0.9), so confidence tells
// nothing; where they stand does: lower than a line, within the line they belong
// to, and none of the pieces is as long as a syllable. On 176 scanned pages nine
// lines are left out for it: four rows of marks, one of them in a title, and
// strokes of pens, seals and the bullets of a table.
package reader

import (
	"slices"

	"vanthu/ingest"
)

const (
	// fewestMarks make a row of marks; one or two short words over a line may be
	// a number in the margin.
	fewestMarks = 3
	// markHeight is how high a row of marks is at most, and markOverlap how much
	// of its height lies within its line, as shares.
	markHeight  = 0.75
	markOverlap = 0.3
)

// withoutMarks leaves out the rows of marks.
func withoutMarks(lines []ingest.Line) (kept []ingest.Line) {
	for _, l := range lines {
		if len(l.Words) >= fewestMarks && !slices.ContainsFunc(l.Words, saysSomething) &&
			slices.ContainsFunc(lines, func(other ingest.Line) bool { return marksOf(l.Box, other) }) {
			continue
		}
		kept = append(kept, l)
	}
	return kept
}

func saysSomething(w ingest.Word) bool { return letterCount(w.Raw) > 2 }

// marksOf reports whether a box is that of the marks of a line.
func marksOf(b ingest.Box, l ingest.Line) bool {
	across := min(b.X1, l.Box.X1) - max(b.X0, l.Box.X0)
	down := min(b.Y1, l.Box.Y1) - max(b.Y0, l.Box.Y0)
	return slices.ContainsFunc(l.Words, saysSomething) && across > b.Width()/2 &&
		down > markOverlap*b.Height() && b.Height() < markHeight*l.Box.Height()
}
