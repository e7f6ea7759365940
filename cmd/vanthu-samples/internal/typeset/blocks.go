package typeset

import (
	"strings"

	"vanthu/cmd/vanthu-samples/internal/paper"
)

// head sets the two blocks side by side; OCR will read lines across both.
func (s *setter) head(d *paper.Document) {
	left := s.width() * 0.42
	end := s.column(d.Left, 12.5, marginLeft-18, s.y, left, centred)
	x := marginLeft - 18 + left
	end = max(end, s.column(d.Right, 12.5, x, s.y, s.width()+18-left, centred))
	s.y = end + 10
}

func (s *setter) title(lines []paper.Line) {
	if len(lines) == 0 {
		return
	}
	s.y = s.column(lines, 14, marginLeft+24, s.y+6, s.width()-48, centred) + 8
}

// body sets the paragraphs. A heading stays with what follows it, and the last
// paragraph with the signature (NĐ 30: no signature alone on a page).
func (s *setter) body(d *paper.Document) {
	const indent = 36
	size := s.options.Size
	how := justified
	if s.options.Ragged {
		how = flushLeft
	}
	for i, l := range d.Body {
		switch {
		case i == len(d.Body)-1:
			lines := len(s.wrap(l, size, s.width(), indent))
			s.room(float64(lines)*size*1.22 + 12 + closingHeight(d))
		case heading(l):
			s.room(size * 3.8)
		}
		if l.Kind == paper.Centred {
			s.room(size * 1.3)
			s.y = s.column([]paper.Line{l}, size, marginLeft, s.y, s.width(), centred) + 4
			continue
		}
		s.paragraph(l, size, indent, how)
	}
}

// heading reports whether the whole line is bold.
func heading(l paper.Line) bool { return len(l.Runs) == 1 && l.Runs[0].Style&paper.Bold != 0 }

// paragraph breaks across pages line by line.
func (s *setter) paragraph(l paper.Line, size, indent float64, how align) {
	for i, r := range s.wrap(l, size, s.width(), indent) {
		s.room(size * 1.25)
		x, w := float64(marginLeft), s.width()
		if i == 0 {
			x, w = x+indent, w-indent
		}
		s.put(r, how, x, s.y+size, w)
		s.y += size * 1.22
	}
	s.y += 4
}

// closing sets Nơi nhận and the signature block at the same height, on one
// page.
func (s *setter) closing(d *paper.Document) {
	if len(d.Recipients)+len(d.Signature) == 0 {
		return
	}
	s.y += 8
	s.room(closingHeight(d))
	half := s.width() / 2
	top := s.y
	low := s.column(d.Recipients, 11, marginLeft, top, half-6, flushLeft)
	for _, l := range d.Signature {
		if l.Kind == paper.Gap {
			s.page().Sign = &Point{marginLeft + half*1.5, s.y + 31}
		}
		s.y = s.column([]paper.Line{l}, 13.5, marginLeft+half, s.y, half, centred)
	}
	s.y = max(low, s.y)
}

func closingHeight(d *paper.Document) float64 {
	return max(float64(len(d.Recipients))*14, float64(len(d.Signature))*17+54)
}

// annex sets paragraphs, and rows of a table with lines around its cells.
func (s *setter) annex(lines []paper.Line) {
	for _, l := range lines {
		switch l.Kind {
		case paper.Row:
			s.tableRow(l)
		case paper.Centred, paper.Rule:
			s.y = s.column([]paper.Line{l}, 13, marginLeft, s.y, s.width(), centred) + 3
		default:
			s.paragraph(l, 12, 0, flushLeft)
		}
	}
}

func (s *setter) tableRow(l paper.Line) {
	const size, inset = 11.5, 4
	widths := make([]float64, len(l.Cells))
	tallest := 1
	for i, c := range l.Cells {
		widths[i] = s.width() * float64(l.Widths[i]) / 100
		tallest = max(tallest, len(s.wrap(c, size, widths[i]-2*inset, 0)))
	}
	height := float64(tallest)*size*1.2 + 2*inset
	s.room(height)
	x, top, bottom := float64(marginLeft), s.y, s.y+height
	for i, c := range l.Cells {
		how := flushLeft
		if short(c) {
			how = centred
		}
		s.column([]paper.Line{c}, size, x+inset, top+inset-1, widths[i]-2*inset, how)
		s.segment(x, top, x, bottom)
		x += widths[i]
	}
	s.segment(x, top, x, bottom)
	s.segment(marginLeft, top, x, top)
	s.segment(marginLeft, bottom, x, bottom)
	s.y = bottom
}

// short cells (numbers, dates, headings) are centred.
func short(c paper.Line) bool {
	return len(strings.Fields(c.Text())) <= 2 || c.Runs[0].Style&paper.Bold != 0
}
