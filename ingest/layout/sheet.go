package layout

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"vanthu/ingest"
)

// word is a word and where it stands once the page is set straight.
type word struct {
	ingest.Word
	at ingest.Box
}

// strip is a piece of a line that belongs to one block of the page.
type strip struct {
	words []word
	at    ingest.Box // straight
	row   int        // strips with the same row stand side by side
	zone  ingest.Zone
	late  bool // body after the signature: an annex that begins below it
	early bool // above the title of a page on which no letterhead was found
	cell  ingest.Cell
	table int // the first row of the ruled table it stands in
}

// sheet is a page as layout sees it: strips set straight, in rows from top to
// bottom, and the measures of its text column.
type sheet struct {
	strips      []*strip
	high        float64 // of a word, the median; the unit of all distances
	left, right float64 // edges of the text column
	grid        bool    // characters of a text file, all of one width
	stacked     bool    // blocks stand below one another: rows are the reading order
}

// column is the width of the text column. Lines of a text file may be as long
// as a paragraph; beyond 45 word heights (90 characters) they do not count.
func (s *sheet) column() float64 { return min(s.right-s.left, 45*s.high) }

// middle is the line that titles and page numbers are centred on.
func (s *sheet) middle() float64 { return s.left + s.column()/2 }

func newSheet(lines []ingest.Line, rules []ingest.Box) *sheet {
	s := &sheet{grid: !placed(lines)}
	straight := straighten(lines)
	set := func(lines []ingest.Line, i, j int) ingest.Box { return straight(lines[i].Words[j].Box) }
	if s.grid {
		set = typed
	}
	var heights []float64
	for i, l := range lines {
		st := &strip{}
		for j, w := range l.Words {
			b := set(lines, i, j)
			st.words = append(st.words, word{w, b})
			heights = append(heights, b.Height())
		}
		if len(st.words) > 0 {
			st.measure()
			s.strips = append(s.strips, st)
		}
	}
	s.high = max(median(heights), 1)
	s.toRows()
	s.left, s.right = s.margins()
	if !s.grid {
		straightRules := make([]ingest.Box, len(rules))
		for i, r := range rules {
			straightRules[i] = straight(r)
		}
		s.ruled(grids(straightRules))
	}
	return s
}

// placed reports whether every word has a box.
func placed(lines []ingest.Line) bool {
	for _, l := range lines {
		for _, w := range l.Words {
			if w.Box.IsZero() {
				return false
			}
		}
	}
	return true
}

// typed is the place of a word on a typewriter with one space between words,
// for pages whose words have no boxes.
func typed(lines []ingest.Line, i, j int) ingest.Box {
	const wide, high = 6, 12
	x := 0
	for _, w := range lines[i].Words[:j] {
		x += utf8.RuneCountInString(w.Text) + 1
	}
	end := x + utf8.RuneCountInString(lines[i].Words[j].Text)
	return ingest.Box{X0: float64(x * wide), Y0: float64(i * high), X1: float64(end * wide), Y1: float64((i + 1) * high)}
}

// straighten moves boxes to where they would stand had the page not been
// turned a little on the scanner.
func straighten(lines []ingest.Line) func(ingest.Box) ingest.Box {
	slope, origin := tilt(lines)
	return func(b ingest.Box) ingest.Box {
		dx, dy := slope*(centreY(b)-origin.Y0), slope*(centreX(b)-origin.X0)
		return ingest.Box{X0: b.X0 + dx, Y0: b.Y0 - dy, X1: b.X1 + dx, Y1: b.Y1 - dy}
	}
}

// tilt is the slope of the page's lines: the median over long lines of the
// best straight line through the middles of their words. Its second result is
// the point to turn around, as a box of no size.
func tilt(lines []ingest.Line) (slope float64, origin ingest.Box) {
	var slopes []float64
	var page ingest.Box
	for _, l := range lines {
		for _, w := range l.Words {
			page = page.Union(w.Box)
		}
	}
	for _, l := range lines {
		if len(l.Words) >= 6 {
			slopes = append(slopes, slopeOf(l.Words))
		}
	}
	return median(slopes), ingest.Box{X0: centreX(page), Y0: centreY(page)}
}

// slopeOf is the least-squares slope through the middles of words.
func slopeOf(words []ingest.Word) float64 {
	var x, y, xx, xy float64
	for _, w := range words {
		x += centreX(w.Box)
		y += centreY(w.Box)
	}
	n := float64(len(words))
	for _, w := range words {
		dx := centreX(w.Box) - x/n
		xx += dx * dx
		xy += dx * (centreY(w.Box) - y/n)
	}
	if xx == 0 {
		return 0
	}
	return xy / xx
}

func centreX(b ingest.Box) float64 { return (b.X0 + b.X1) / 2 }
func centreY(b ingest.Box) float64 { return (b.Y0 + b.Y1) / 2 }

// median of values, 0 if there are none. It sorts them.
func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/2]
}

// measure sets the strip's box. Its height is that of a typical word, so that
// one speck that was read as a tall letter does not make it span two rows.
func (st *strip) measure() {
	st.at = ingest.Box{}
	var top, bottom []float64
	for _, w := range st.words {
		st.at = st.at.Union(w.at)
		top, bottom = append(top, w.at.Y0), append(bottom, w.at.Y1)
	}
	st.at.Y0, st.at.Y1 = median(top), median(bottom)
}

// toRows sorts strips from top to bottom, those of a row from left to right.
func (s *sheet) toRows() {
	slices.SortStableFunc(s.strips, func(a, b *strip) int { return cmp.Compare(centreY(a.at), centreY(b.at)) })
	row, y := 0, 0.0
	for i, st := range s.strips {
		if i == 0 || centreY(st.at)-y > s.high/2 {
			row, y = row+1, centreY(st.at)
		}
		st.row = row
	}
	s.order()
}

// order sorts strips by row and place in it.
func (s *sheet) order() {
	slices.SortStableFunc(s.strips, func(a, b *strip) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.at.X0, b.at.X0))
	})
}

// rows groups the strips by row, in order.
func (s *sheet) rows() [][]*strip {
	s.order()
	var rows [][]*strip
	for i, st := range s.strips {
		if i == 0 || st.row != s.strips[i-1].row {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], st)
	}
	return rows
}

// margins finds the edges of the text column: where at least one in seven of
// the long lines begin and end. Specks beside the text, headings and the last
// lines of paragraphs do not move it.
func (s *sheet) margins() (left, right float64) {
	var all ingest.Box
	for _, st := range s.strips {
		all = all.Union(st.at)
	}
	var begins, ends []float64
	for _, st := range s.strips {
		if st.at.Width() > all.Width()/2 {
			begins, ends = append(begins, st.at.X0), append(ends, -st.at.X1)
		}
	}
	return edge(begins, s.high/2, all.X0), -edge(ends, s.high/2, -all.X1)
}

// edge is the smallest value that a seventh of the others, two at least, are
// near to; otherwise the given one.
func edge(values []float64, near, otherwise float64) float64 {
	slices.Sort(values)
	least := max(2, len(values)/7)
	for i := range values {
		if j := i + least - 1; j < len(values) && values[j]-values[i] <= near {
			return values[i]
		}
	}
	return otherwise
}

// cut splits a strip before word i and returns the two parts; the second is
// added to the sheet.
func (s *sheet) cut(st *strip, i int) (a, b *strip) {
	b = &strip{words: st.words[i:], row: st.row, zone: st.zone}
	st.words = st.words[:i:i]
	st.measure()
	b.measure()
	s.strips = append(s.strips, b)
	return st, b
}

// gap is the white space before word i of the strip.
func (st *strip) gap(i int) float64 { return st.words[i].at.X0 - st.words[i-1].at.X1 }
