package ink

import (
	"image"
	"math"
	"slices"
)

// Shapes of writing, as shares of its height.
const (
	narrow  = 0.42 // what is not wider is one character or a part of one
	between = 0.16 // cuts are at least so far apart
	dearest = 1.35 // the price of a cut, at most
	mostCut = 7    // cuts of one blob
)

// slant finds how the ink leans: the shear for which the squares of its columns
// sum to most.
func slant(blobs []Piece) float64 {
	best, most := 0.0, 0.0
	for step := -2; step <= 7; step++ {
		lean := float64(step) / 10
		if u := unevenness(blobs, lean); u > most*1.02 {
			best, most = lean, u
		}
	}
	return best
}

// unevenness is the sum of the squares of the columns of ink that leans.
func unevenness(blobs []Piece, lean float64) float64 {
	sum := 0.0
	for _, b := range blobs {
		s := Sheet{Slant: lean}
		_, columns := s.columns(b)
		for _, c := range columns {
			sum += float64(c.ink * c.ink)
		}
	}
	return sum
}

// cut parts a blob where the writing may go from one character to the next.
func (s *Sheet) cut(b Piece) []Piece {
	left, columns := s.columns(b)
	if float64(len(columns)) <= narrow*float64(s.Height) {
		return []Piece{b}
	}
	cuts := s.valleys(columns)
	parts := make([]Piece, len(cuts)+1)
	for _, p := range b.Points {
		at, _ := slices.BinarySearch(cuts, int(s.upright(p))-left+1)
		parts[at].add(p)
	}
	return slices.DeleteFunc(parts, func(p Piece) bool { return len(p.Points) == 0 })
}

// column is the ink of a blob that a cut at one place would cross.
type column struct {
	ink         int
	top, bottom int
}

// price is what a cut costs: the ink it crosses, and how far apart that is. At
// the waist of two touching rings there is as much ink as in their middle, but
// close together.
func (c column) price() int { return c.ink + c.bottom - c.top }

// columns are a blob's columns in the upright writing, from left.
func (s *Sheet) columns(b Piece) (left int, all []column) {
	left, right := math.MaxInt, math.MinInt
	for _, p := range b.Points {
		u := int(s.upright(p))
		left, right = min(left, u), max(right, u+1)
	}
	all = make([]column, right-left)
	for _, p := range b.Points {
		c := &all[int(s.upright(p))-left]
		if c.ink == 0 {
			c.top, c.bottom = p.Y, p.Y
		}
		c.top, c.bottom = min(c.top, p.Y), max(c.bottom, p.Y)
		c.ink++
	}
	return left, all
}

// valleys are the cheapest columns, apart from each other and from the ends; in
// rising order.
func (s *Sheet) valleys(columns []column) []int {
	apart := max(int(between*float64(s.Height)), 2)
	smooth := make([]int, len(columns))
	var order []int
	for i := apart; i < len(columns)-apart; i++ {
		smooth[i] = columns[i-1].price() + 2*columns[i].price() + columns[i+1].price()
		if float64(smooth[i]) <= 4*dearest*float64(s.Height) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return smooth[a] - smooth[b] })
	var cuts []int
	for _, c := range order {
		near := slices.ContainsFunc(cuts, func(o int) bool { return max(o-c, c-o) < apart })
		if !near && len(cuts) < mostCut {
			cuts = append(cuts, c)
		}
	}
	slices.Sort(cuts)
	return cuts
}

// Group is neighbouring pieces, From to before To, that may be one character.
type Group struct {
	From, To int
	Box      image.Rectangle
}

// A character is mostPieces at most, and no wider than its height times widest.
const (
	mostPieces = 5
	widest     = 1.5
)

// Groups are all groups that may be characters, by their first piece.
func (s *Sheet) Groups() []Group {
	var all []Group
	for from := range s.Pieces {
		var box image.Rectangle
		for to := from + 1; to <= min(from+mostPieces, len(s.Pieces)); to++ {
			box = box.Union(s.Pieces[to-1].Box)
			if to > from+1 && float64(box.Dx()) > widest*float64(s.Height) {
				break
			}
			all = append(all, Group{From: from, To: to, Box: box})
		}
	}
	return all
}
