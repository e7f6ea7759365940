// Package textpage sets plain text on pages, so that later stages see text
// files as they see scans: words with places.
//
//	for page := range textpage.Pages("Số: 12/KH-UBND     Huế, ngày 3 tháng 2\n") {
//		fmt.Println(page.Lines[0].Words[1].Box)
//	}
//
// Text comes in, already decoded to UTF-8 (normalize/charset does that). Out
// come pages with Source "text" whose words stand on a grid, as on a line
// printer: each character is 6 points wide and each line 12 points high. So
// the two blocks of a header that somebody kept side by side with spaces or
// tabs remain two columns, and a blank line is a gap. A form feed begins a new
// page. A line is never wrapped: a paragraph written on one line is one long
// line.
//
// It changes no letter and joins nothing. It takes time in proportion to the
// text and the memory of one page (who keeps all pages needs some 20 bytes for
// each of the text); a file without line ends or spaces is cut by the limits
// below. The package has no state; it is safe for concurrent use.
package textpage

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/ingest"
)

// The grid, in points, and the limits.
const (
	CellWidth  = 6
	CellHeight = 12
	// tabStop is the distance of tab stops in cells.
	tabStop = 8
	// fullPage is the number of words after which a page ends with the line:
	// ten sheets of A4. Text without form feeds has no pages of its own, and
	// an ordinary plan stays in one piece.
	fullPage = 5_000
	// burstPage is the number at which it ends within a line.
	burstPage = 2 * fullPage
	// maxPages is the number after which form feeds are white space.
	maxPages = 10_000
	// longWord is the number of bytes after which a word is cut, before the
	// next letter; after twice as many it is cut between marks as well.
	longWord = 1_000
)

// Pages sets text on pages, numbered from 1; at least one. A page without
// words is SourceBlank.
func Pages(text string) iter.Seq[ingest.Page] {
	return func(yield func(ingest.Page) bool) {
		s := setter{text: strings.TrimRightFunc(strings.TrimPrefix(text, "\ufeff"), unicode.IsSpace)}
		for yield(s.page()) && s.text != "" {
		}
	}
}

// setter holds what is not set yet and the page being set.
type setter struct {
	text        string
	number      int // of the last page
	lines       []ingest.Line
	line        ingest.Line
	row, column int
	words       int     // on this page
	width       float64 // of this page
}

// page sets one page.
func (s *setter) page() ingest.Page {
	for full := false; !full && s.text != ""; {
		full = s.step()
	}
	s.endLine()
	p := ingest.Page{
		Number: s.number + 1,
		Width:  s.width,
		Height: float64(s.row * CellHeight),
		Source: ingest.SourceText,
		Lines:  s.lines,
	}
	if len(p.Lines) == 0 {
		p.Source = ingest.SourceBlank
	}
	*s = setter{text: s.text, number: p.Number}
	return p
}

// step sets the next word or white space and tells whether the page is full.
func (s *setter) step() (full bool) {
	r, size := utf8.DecodeRuneInString(s.text)
	switch {
	case r == '\f' && s.number < maxPages:
		full = true
	case r == '\n':
		full = s.words >= fullPage
		if !full {
			s.endLine()
		}
	case r == '\r' && strings.HasPrefix(s.text[1:], "\n"):
	case r == '\r':
		s.endLine()
	case r == '\t':
		s.column += tabStop - s.column%tabStop
	case unicode.IsSpace(r):
		s.column++
	default:
		size = wordEnd(s.text)
		s.add(s.text[:size])
		full = s.words == burstPage
	}
	s.text = s.text[size:]
	return full
}

// add sets a word at the current place.
func (s *setter) add(word string) {
	x, y := float64(s.column*CellWidth), float64(s.row*CellHeight)
	s.column += cells(word)
	box := ingest.Box{X0: x, Y0: y, X1: float64(s.column * CellWidth), Y1: y + CellHeight}
	s.line.Words = append(s.line.Words, ingest.Word{Raw: word, Text: word, Box: box, Conf: 1})
	s.line.Box = s.line.Box.Union(box)
	s.words++
}

func (s *setter) endLine() {
	if len(s.line.Words) > 0 {
		s.lines = append(s.lines, s.line)
		s.width = max(s.width, s.line.Box.X1)
	}
	s.line = ingest.Line{}
	s.row++
	s.column = 0
}

// wordEnd is the length of the word that text begins with.
func wordEnd(text string) int {
	for i, r := range text {
		if unicode.IsSpace(r) || i >= longWord && (i >= 2*longWord || !unicode.Is(unicode.Mn, r)) {
			return i
		}
	}
	return len(text)
}

// cells is how many characters wide a word is; combining marks take no room.
func cells(word string) int {
	n := 0
	for _, r := range word {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}
