// Package typeset lays a paper.Document out as an office would (Nghị định
// 30/2020/NĐ-CP, Phụ lục I): A4, the issuing body left and the national motto
// right with rules under both, a centred title, a justified body with
// indented paragraphs, Nơi nhận small at the left beside the signature block,
// page numbers on top from the second page on, annex tables.
//
// In come a document and Fonts, out go Pages of placed words and lines, in
// points with the origin at the top left. Painting and PDF writing happen
// elsewhere. Layout holds no state between calls; Fonts serve one goroutine
// at a time.
//
//	pages := typeset.Layout(doc, fonts, typeset.Options{})
package typeset

import "vanthu/cmd/vanthu-samples/internal/paper"

// Options of a layout; the zero value is the office's usual page.
type Options struct {
	// Size of the body text in points, 14 by default.
	Size float64
	// Ragged leaves the right edge of the body uneven.
	Ragged bool
}

func (o Options) applyDefaults() Options {
	if o.Size == 0 {
		o.Size = 14
	}
	return o
}

// Word is a piece of text in one style at its place.
type Word struct {
	Text  string
	X, Y  float64 // left end of the baseline
	Width float64
	Size  float64
	Style paper.Style
	Hand  bool // filled in by hand, or left blank
	Space bool // a space follows
}

// Segment is a thin straight line.
type Segment struct{ X0, Y0, X1, Y1 float64 }

// Point is a place on a page.
type Point struct{ X, Y float64 }

// Page is one laid-out page.
type Page struct {
	Width, Height float64
	Words         []Word
	Segments      []Segment
	// Sign is the middle of the room for the signature, if it is here.
	Sign *Point
}

// A4, and the margins of Nghị định 30/2020 in points.
const (
	a4Short, a4Long = 595.28, 841.89
	marginLeft      = 80
	marginRight     = 48
	marginTop       = 58
	marginBottom    = 58
)

// Layout sets the whole document.
func Layout(d *paper.Document, f *Fonts, o Options) []Page {
	s := &setter{fonts: f, options: o.applyDefaults()}
	s.newPage(false)
	s.head(d)
	s.title(d.Title)
	s.body(d)
	s.closing(d)
	if len(d.Annex) > 0 {
		s.newPage(d.Landscape)
		s.annex(d.Annex)
	}
	s.numberPages()
	return s.pages
}

// setter is a pen that moves down the current page.
type setter struct {
	fonts     *Fonts
	options   Options
	pages     []Page
	y         float64 // top of the next line
	landscape bool
}

func (s *setter) page() *Page { return &s.pages[len(s.pages)-1] }

func (s *setter) newPage(landscape bool) {
	p := Page{Width: a4Short, Height: a4Long}
	if landscape {
		p.Width, p.Height = p.Height, p.Width
	}
	s.pages = append(s.pages, p)
	s.landscape = landscape
	s.y = marginTop
}

// width of the text area.
func (s *setter) width() float64 { return s.page().Width - marginLeft - marginRight }

// room starts a new page unless height fits on this one.
func (s *setter) room(height float64) {
	if s.y+height > s.page().Height-marginBottom {
		s.newPage(s.landscape)
	}
}

func (s *setter) segment(x0, y0, x1, y1 float64) {
	s.page().Segments = append(s.page().Segments, Segment{x0, y0, x1, y1})
}

// numberPages puts a number in the middle of the top margin.
func (s *setter) numberPages() {
	for i := range s.pages[1:] {
		p := &s.pages[i+1]
		text := string(rune('2' + i))
		w := s.fonts.Width(text, 0, 13)
		p.Words = append(p.Words, Word{Text: text, X: (p.Width - w) / 2, Y: 40, Width: w, Size: 13})
	}
}
