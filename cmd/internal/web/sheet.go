package web

import (
	"fmt"

	"vanthu/cmd/internal/pipeline"
	"vanthu/index"
	"vanthu/ingest"
)

// sheet is the text of a page, as lines of words for the template.
type sheet struct {
	Paragraphs []paragraph
	Stamps     []sheetLine // annotations
	Hits       []ingest.Box
}

// paragraph is lines that flow into each other or, of a table, its rows.
type paragraph struct {
	Lines []sheetLine
	Table bool
}

type sheetLine struct{ Words []sheetWord }

type sheetWord struct {
	Parts    []piece
	Raw      string // what the page said, where that is not what is shown
	Doubtful bool
	Break    bool   // a cell of a table ends before it
	Box      string // "x0 y0 x1 y1" in points, for the script
}

// newSheet lays out a page's words, those that match a query marked; raw as the
// page said them.
func newSheet(p ingest.Page, q index.Query, raw bool) sheet {
	var s sheet
	marks, err := pipeline.Marked(p, q, raw)
	if err != nil {
		marks = nil // a query in the address of a document may be anything
	}
	last := ingest.Line{Para: -1}
	for i, l := range pipeline.AllLines(p) {
		line := sheetLine{}
		for k, w := range l.Words {
			var own []pipeline.Mark
			for len(marks) > 0 && marks[0].Line == i && marks[0].Word == k {
				own, marks = append(own, marks[0]), marks[1:]
			}
			if word, ok := newSheetWord(w, own, raw); ok {
				line.Words = append(line.Words, word)
				if len(own) > 0 && !w.Box.IsZero() {
					s.Hits = append(s.Hits, w.Box)
				}
			}
		}
		s.add(line, last, l, i >= len(p.Lines))
		last = l
	}
	return s
}

// add puts a line where it belongs: with the stamps, behind the cell before it
// in its row of a table, into its paragraph or into a new one.
func (s *sheet) add(line sheetLine, before, l ingest.Line, stamp bool) {
	inTable := l.Cell.Table > 0 && before.Cell.Table == l.Cell.Table
	var last *paragraph
	if n := len(s.Paragraphs); n > 0 {
		last = &s.Paragraphs[n-1]
	}
	switch {
	case len(line.Words) == 0:
	case stamp:
		s.Stamps = append(s.Stamps, line)
	case last != nil && inTable && before.Cell.Row == l.Cell.Row:
		row := &last.Lines[len(last.Lines)-1]
		line.Words[0].Break = before.Cell != l.Cell
		row.Words = append(row.Words, line.Words...)
	case last != nil && (inTable || before.Para == l.Para && !last.Table):
		last.Lines = append(last.Lines, line)
	default:
		s.Paragraphs = append(s.Paragraphs, paragraph{[]sheetLine{line}, l.Cell.Table > 0})
	}
}

// newSheetWord is false for a word of which nothing is to be shown.
func newSheetWord(w ingest.Word, marks []pipeline.Mark, raw bool) (sheetWord, bool) {
	text, other := w.Text, w.Raw
	if raw {
		text, other = w.Raw, ""
	}
	out := sheetWord{Doubtful: w.Doubtful}
	if other != text {
		out.Raw = other
	}
	if !w.Box.IsZero() {
		out.Box = fmt.Sprintf("%.1f %.1f %.1f %.1f", w.Box.X0, w.Box.Y0, w.Box.X1, w.Box.Y1)
	}
	from := 0
	for _, m := range marks {
		out.Parts = append(out.Parts, piece{text[from:m.From], false}, piece{text[m.From:m.To], true})
		from = m.To
	}
	out.Parts = append(out.Parts, piece{text[from:], false})
	return out, text != ""
}
