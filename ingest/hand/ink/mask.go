package ink

import (
	"image"
	"math"
)

// mask is the ink of a picture, pixel by pixel.
type mask struct {
	w, h int
	on   []bool
}

func (m *mask) at(x, y int) bool {
	return x >= 0 && y >= 0 && x < m.w && y < m.h && m.on[y*m.w+x]
}

// Sauvola's threshold is mean · (1 + bias·(deviation/128 − 1)) over a window of
// about the height of the writing.
const (
	window = 41
	bias   = 0.18
)

// threshold finds the ink of a picture.
func threshold(pic *image.Gray) *mask {
	size := pic.Bounds().Size()
	m := &mask{w: size.X, h: size.Y, on: make([]bool, size.X*size.Y)}
	sums, squares := integrals(pic)
	for y := range m.h {
		top, bottom := max(y-window/2, 0), min(y+window/2+1, m.h)
		for x := range m.w {
			left, right := max(x-window/2, 0), min(x+window/2+1, m.w)
			over := func(s []float64) float64 {
				w := m.w + 1
				return s[bottom*w+right] - s[top*w+right] - s[bottom*w+left] + s[top*w+left]
			}
			n := float64((bottom - top) * (right - left))
			mean := over(sums) / n
			deviation := math.Sqrt(max(over(squares)/n-mean*mean, 0))
			grey := float64(pic.Pix[y*pic.Stride+x])
			m.on[y*m.w+x] = grey < mean*(1+bias*(deviation/128-1))
		}
	}
	return m
}

// integrals are the sums of greys, and of their squares, above and left of each
// point.
func integrals(pic *image.Gray) (sums, squares []float64) {
	size := pic.Bounds().Size()
	w := size.X + 1
	sums, squares = make([]float64, w*(size.Y+1)), make([]float64, w*(size.Y+1))
	for y := range size.Y {
		var row, rowSquares float64
		for x := range size.X {
			g := float64(pic.Pix[y*pic.Stride+x])
			row += g
			rowSquares += g * g
			sums[(y+1)*w+x+1] = sums[y*w+x+1] + row
			squares[(y+1)*w+x+1] = squares[y*w+x+1] + rowSquares
		}
	}
	return sums, squares
}

// longestBar is the longest horizontal stroke of a digit in pixels, at 300 dots
// an inch.
const longestBar = 90

// dropRules takes out horizontal runs longer than the picture is high, or than
// any stroke, and much thinner than they are long, but for the pixels that a
// stroke goes through.
func (m *mask) dropRules() {
	long := min(m.h, longestBar)
	thick := max(long/12, 2)
	rule := make([]bool, len(m.on))
	for y := range m.h {
		for x := 0; x < m.w; x++ {
			end := x
			for m.at(end, y) {
				end++
			}
			if end-x > long {
				m.markThin(rule, y, x, end, thick)
			}
			x = max(x, end)
		}
	}
	for i := range rule {
		m.on[i] = m.on[i] && !rule[i]
	}
}

// markThin marks the pixels of a run that have little ink above and below.
func (m *mask) markThin(rule []bool, y, from, to, thick int) {
	for x := from; x < to; x++ {
		up, down := y, y
		for m.at(x, up-1) && y-up <= thick {
			up--
		}
		for m.at(x, down+1) && down-y <= thick {
			down++
		}
		rule[y*m.w+x] = down-up < thick
	}
}

// blobs are the connected parts of the ink, across corners too.
func (m *mask) blobs() []Piece {
	var all []Piece
	seen := make([]bool, len(m.on))
	for i, on := range m.on {
		if on && !seen[i] {
			seen[i] = true
			all = append(all, m.flood(image.Pt(i%m.w, i/m.w), seen))
		}
	}
	return all
}

func (m *mask) flood(start image.Point, seen []bool) Piece {
	var p Piece
	p.add(start)
	for next := 0; next < len(p.Points); next++ {
		at := p.Points[next]
		for y := at.Y - 1; y <= at.Y+1; y++ {
			for x := at.X - 1; x <= at.X+1; x++ {
				if m.at(x, y) && !seen[y*m.w+x] {
					seen[y*m.w+x] = true
					p.add(image.Pt(x, y))
				}
			}
		}
	}
	return p
}
