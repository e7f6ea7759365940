package layout

import (
	"math"
	"slices"
	"strings"

	"vanthu/ingest"
)

// Ruled tables. Rules that touch each other are one table if they part at
// least two rows and two columns: a frame around a stamp is none. Where their
// middles lie are its lines; between two lines next to each other in both
// directions lies a square, and squares with no rule between them are one cell:
//
//	┌────┬──────────────┬─────────┐
//	│ TT │ Nhiệm vụ     │ Chủ trì │    row 1: columns 1, 2, 3
//	├────┼──────────────┴─────────┤
//	│ I  │ Công tác chỉ đạo       │    row 2: columns 1, 2 (the rule is missing
//	├────┼──────────────┬─────────┤    at the height of row 2)
//
// A word belongs to the cell that its middle lies in, however far Tesseract
// took the line: "TT Nhiệm vụ Chủ trì" becomes three strips. Cells are read row
// by row, within a row from left to right, within a cell line by line.

const (
	// touch is how near rules come that touch, points: a scanner eats corners.
	touch = 4.0
	// sameLine is how near the middles of two rules lie that are one line: no row
	// or column is as low or narrow, points.
	sameLine = 7.0
	// covered is the share of a square's side along which a rule must run to
	// part it from the next.
	covered = 0.3
)

// grid is a ruled table, set straight.
type grid struct {
	box    ingest.Box
	xs, ys []float64 // its lines, from left to right and from top to bottom
	cells  []int     // of its squares, row by row: the first square of the cell
}

// grids finds the tables that rules make, from top to bottom.
func grids(rules []ingest.Box) []grid {
	var found []grid
	for _, group := range touching(rules) {
		if g, ok := newGrid(group); ok {
			found = append(found, g)
		}
	}
	slices.SortFunc(found, func(a, b grid) int { return int(a.box.Y0 - b.box.Y0) })
	return found
}

// touching groups rules that touch.
func touching(rules []ingest.Box) (groups [][]ingest.Box) {
	for _, r := range rules {
		group := []ingest.Box{r}
		groups = slices.DeleteFunc(groups, func(g []ingest.Box) bool {
			joined := slices.ContainsFunc(g, func(o ingest.Box) bool { return meet(r, o) })
			if joined {
				group = append(group, g...)
			}
			return joined
		})
		groups = append(groups, group)
	}
	return groups
}

func meet(a, b ingest.Box) bool {
	return a.X0 < b.X1+touch && b.X0 < a.X1+touch && a.Y0 < b.Y1+touch && b.Y0 < a.Y1+touch
}

func newGrid(rules []ingest.Box) (grid, bool) {
	var g grid
	var across, down []ingest.Box
	for _, r := range rules {
		g.box = g.box.Union(r)
		if r.Width() > r.Height() {
			across = append(across, r)
		} else {
			down = append(down, r)
		}
	}
	g.xs = lines(down, centreX, g.box.X0, g.box.X1)
	g.ys = lines(across, centreY, g.box.Y0, g.box.Y1)
	if len(across) < 2 || len(down) < 2 || len(g.xs) < 3 || len(g.ys) < 3 {
		return g, false
	}
	g.join(across, down)
	return g, true
}

// lines are the middles of rules, those of one line together, with the edges
// of the table, where a rule may be missing.
func lines(rules []ingest.Box, middle func(ingest.Box) float64, first, last float64) []float64 {
	at := []float64{first, last}
	for _, r := range rules {
		at = append(at, middle(r))
	}
	slices.Sort(at)
	kept := at[:1]
	for _, v := range at[1:] {
		if v-kept[len(kept)-1] > sameLine {
			kept = append(kept, v)
		}
	}
	return kept
}

func (g *grid) columns() int { return len(g.xs) - 1 }
func (g *grid) rows() int    { return len(g.ys) - 1 }

// join makes cells of the squares that no rule parts.
func (g *grid) join(across, down []ingest.Box) {
	g.cells = make([]int, g.rows()*g.columns())
	for i := range g.cells {
		g.cells[i] = i
	}
	for row := range g.rows() {
		for column := range g.columns() {
			i := row*g.columns() + column
			if column > 0 && !parted(down, g.xs[column], g.ys[row], g.ys[row+1], centreX, vertical) {
				g.unite(i-1, i)
			}
			if row > 0 && !parted(across, g.ys[row], g.xs[column], g.xs[column+1], centreY, horizontal) {
				g.unite(i-g.columns(), i)
			}
		}
	}
}

// unite gives two cells the name of the first.
func (g *grid) unite(a, b int) {
	keep, drop := min(g.cells[a], g.cells[b]), max(g.cells[a], g.cells[b])
	for i, c := range g.cells {
		if c == drop {
			g.cells[i] = keep
		}
	}
}

func vertical(b ingest.Box) (from, to float64)   { return b.Y0, b.Y1 }
func horizontal(b ingest.Box) (from, to float64) { return b.X0, b.X1 }

// parted reports whether rules on one line run along a side.
func parted(rules []ingest.Box, line, from, to float64, middle func(ingest.Box) float64, along func(ingest.Box) (float64, float64)) bool {
	run := 0.0
	for _, r := range rules {
		if math.Abs(middle(r)-line) <= sameLine {
			a, b := along(r)
			run += max(0, min(b, to)-max(a, from))
		}
	}
	return run >= covered*(to-from)
}

// at is the cell at a point, its row and column from 1; zero outside.
func (g *grid) at(x, y float64) (c ingest.Cell) {
	column, row := place(g.xs, x), place(g.ys, y)
	if column < 0 || row < 0 {
		return c
	}
	first := g.cells[row*g.columns()+column]
	return ingest.Cell{Row: first/g.columns() + 1, Column: first%g.columns() + 1}
}

// place is the gap between lines that a value lies in, or -1.
func place(lines []float64, v float64) int {
	for i := 1; i < len(lines); i++ {
		if v >= lines[i-1] && v < lines[i] {
			return i - 1
		}
	}
	return -1
}

// TableCell is a cell of a ruled table, by its rules, and the words in it.
type TableCell struct {
	Box   ingest.Box
	Words []ingest.Word
}

// Cells are the cells of a page's ruled tables.
func Cells(p ingest.Page) (all []TableCell) {
	for _, g := range grids(p.Rules) {
		words := make([][]ingest.Word, len(g.cells))
		for _, l := range p.Lines {
			for _, w := range l.Words {
				if column, row := place(g.xs, centreX(w.Box)), place(g.ys, centreY(w.Box)); column >= 0 && row >= 0 {
					i := g.cells[row*g.columns()+column]
					words[i] = append(words[i], w)
				}
			}
		}
		for i, box := range g.boxes() {
			if !box.IsZero() {
				all = append(all, TableCell{box, words[i]})
			}
		}
	}
	return all
}

// boxes are those of the cells, each at its first square.
func (g *grid) boxes() []ingest.Box {
	boxes := make([]ingest.Box, len(g.cells))
	for i, cell := range g.cells {
		row, column := i/g.columns(), i%g.columns()
		boxes[cell] = boxes[cell].Union(ingest.Box{X0: g.xs[column], Y0: g.ys[row], X1: g.xs[column+1], Y1: g.ys[row+1]})
	}
	return boxes
}

// ruled cuts the strips at the cells of ruled tables and claims them.
func (s *sheet) ruled(grids []grid) {
	for n, g := range grids {
		var parts []*strip
		for _, st := range slices.Clone(s.strips) {
			parts = append(parts, s.cutCells(st, g, n+1)...)
		}
		if g.box.Width() < stampWide*s.column() && slices.ContainsFunc(parts, isArrival) {
			for _, st := range parts {
				st.zone, st.cell = ingest.ZoneStamp, ingest.Cell{}
			}
			continue
		}
		for _, st := range parts {
			st.zone, st.table = ingest.ZoneTable, parts[0].row
		}
	}
}

// stampWide is the share of the text column that a stamp may take.
const stampWide = 0.45

// isArrival reports whether a strip has the word that the stamp of incoming
// mail (dấu đến) is known by.
func isArrival(st *strip) bool {
	return slices.Contains(strings.Fields(st.folded()), "den") && capitals(st.text())
}

// cutCells cuts a strip where it goes from one cell to another and returns the
// parts that lie in cells.
func (s *sheet) cutCells(st *strip, g grid, number int) (parts []*strip) {
	if st.zone != ingest.ZoneUnknown {
		return nil
	}
	for rest := st; rest != nil; {
		st, rest = rest, nil
		cell := g.cellOf(st.words[0])
		for end := range st.words {
			if g.cellOf(st.words[end]) != cell {
				st, rest = s.cut(st, end)
				break
			}
		}
		switch {
		case cell == onRule:
			st.zone = ingest.ZoneMargin
		case cell.Row > 0:
			cell.Table = number
			st.cell = cell
			parts = append(parts, st)
		}
	}
	return parts
}

// onRule is the place of words that are a piece of a rule: | and the like.
var onRule = ingest.Cell{Row: -1}

const (
	// rulePieces are what Tesseract makes of a piece of a rule. Dashes and plus
	// signs are not among them: they begin an item in a cell.
	rulePieces = "|¦!~_'`\"‘’“”.,:;[](){}\\/"
	// besideRule is how far from its rule such a piece may be found, points.
	besideRule = 7.0
)

// cellOf is the cell that a word's middle lies in.
func (g *grid) cellOf(w word) ingest.Cell {
	c := g.at(centreX(w.at), centreY(w.at))
	near := func(x float64) bool { return x > w.at.X0-besideRule && x < w.at.X1+besideRule }
	if c.Row > 0 && strings.Trim(w.Text, rulePieces) == "" && slices.ContainsFunc(g.xs, near) {
		return onRule
	}
	return c
}
