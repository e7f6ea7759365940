package typeset

import (
	"strings"
	"unicode/utf8"

	"vanthu/cmd/vanthu-samples/internal/paper"
)

// handFactor: handwriting is wider than print.
const handFactor = 1.35

// atom is what cannot be broken across lines: pieces in one or more styles
// without a space between them, "Số: ⟨47⟩/KH-UBND" being three atoms.
type atom struct {
	pieces []Word // X relative to the atom
	width  float64
	before float64 // spaces before it, counted
}

// row is one set line: atoms and how wide they are with single spaces.
type row struct {
	atoms []atom
	width float64
	last  bool // of its paragraph
}

// atoms splits a line at its spaces. Runs of spaces are kept as such: a blank
// number is "Số:      /KH-SGDĐT".
func (s *setter) atoms(l paper.Line, size float64) []atom {
	var out []atom
	spaces := 1
	for _, r := range l.Runs {
		for text := r.Text; text != ""; {
			trimmed := strings.TrimLeft(text, " ")
			spaces += len(text) - len(trimmed)
			word, _, _ := strings.Cut(trimmed, " ")
			text = trimmed[len(word):]
			if word == "" {
				continue
			}
			if spaces > 0 {
				out = append(out, atom{before: float64(spaces)})
			}
			spaces = 0
			s.glue(&out[len(out)-1], word, r, size)
		}
	}
	return out
}

func (s *setter) glue(a *atom, word string, r paper.Run, size float64) {
	w := s.fonts.Width(word, r.Style, size)
	if r.Hand {
		w = float64(utf8.RuneCountInString(word)) * size / 2 * handFactor
	}
	a.pieces = append(a.pieces, Word{Text: word, X: a.width, Width: w, Size: size, Style: r.Style, Hand: r.Hand})
	a.width += w
}

// wrap breaks a line into rows no wider than width, the first one indented.
func (s *setter) wrap(l paper.Line, size, width, indent float64) []row {
	space := s.fonts.Width(" ", 0, size)
	var rows []row
	now, left := row{}, width-indent
	for i, a := range s.atoms(l, size) {
		gap := space * a.before
		if i == 0 {
			gap = space * (a.before - 1)
		}
		if len(now.atoms) > 0 && now.width+gap+a.width > left {
			rows = append(rows, now)
			now, left, gap = row{}, width, 0
		}
		now.atoms = append(now.atoms, a)
		now.width += gap + a.width
	}
	now.last = true
	return append(rows, now)
}

// align tells where a row stands in its column.
type align uint8

const (
	flushLeft align = iota
	centred
	justified
)

// put places a row at the baseline y of a column.
func (s *setter) put(r row, a align, x, y, width float64) {
	if len(r.atoms) == 0 {
		return
	}
	space := s.fonts.Width(" ", 0, r.atoms[0].pieces[0].Size)
	extra := 0.0
	switch {
	case a == centred:
		x += (width - r.width) / 2
	case a == justified && !r.last && len(r.atoms) > 1:
		extra = (width - r.width) / float64(len(r.atoms)-1)
	}
	for i, at := range r.atoms {
		if i > 0 {
			x += space*at.before + extra
		}
		for j, w := range at.pieces {
			w.X, w.Y = x+w.X, y
			w.Space = j == len(at.pieces)-1
			s.page().Words = append(s.page().Words, w)
		}
		x += at.width
	}
}

// column sets lines one under the other from y and returns where they end.
func (s *setter) column(lines []paper.Line, size, x, y, width float64, a align) float64 {
	leading := size * 1.2
	for _, l := range lines {
		switch l.Kind {
		case paper.Rule:
			middle := x + width/2
			s.segment(middle-width/6, y+3, middle+width/6, y+3)
			y += 7
		case paper.Gap:
			y += 62
		default:
			for _, r := range s.wrap(l, size, width, 0) {
				s.put(r, a, x, y+size, width)
				y += leading
			}
		}
	}
	return y
}
