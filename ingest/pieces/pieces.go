// Package pieces takes the ink of a picture apart into connected pieces, so that
// a digit whose foot reaches into the line below comes whole, and the leg of a
// printed letter that reaches into a gap does not. Rules, scratches of the
// scanner and the rings of seals, which would join all they touch, can be taken
// out before. A grey picture and the area to look at come in; pieces, sets of
// pixels, go out. What a piece is, others say.
//
//	m := pieces.Of(pic, area)
//	m.EraseRules(60, 70, 5)
//	for _, p := range m.Pieces() {
//		…
//	}
//
// A Mask is used by one goroutine at a time.
package pieces

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
)

// Mask tells which pixels of an area are ink.
type Mask struct {
	area        image.Rectangle
	ink         []bool
	paper, dark int // the greys of the paper and of the darkest ink
}

// leastContrast is how much darker than the paper the darkest ink must be.
const leastContrast = 24

// Of looks at an area of a picture: ink is what is nearer to the darkest ink
// than to the paper.
func Of(pic *image.Gray, area image.Rectangle) *Mask {
	m := &Mask{area: area, ink: make([]bool, area.Dx()*area.Dy())}
	m.paper, m.dark = greys(pic, area)
	limit := (m.paper + m.dark) / 2
	if m.paper-m.dark < leastContrast {
		limit = 0
	}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			m.ink[m.at(x, y)] = int(pic.Pix[pic.PixOffset(x, y)]) < limit
		}
	}
	return m
}

func (m *Mask) at(x, y int) int { return (y-m.area.Min.Y)*m.area.Dx() + x - m.area.Min.X }

// Has reports whether a pixel is ink.
func (m *Mask) Has(q image.Point) bool { return q.In(m.area) && m.ink[m.at(q.X, q.Y)] }

// Erase makes a pixel paper.
func (m *Mask) Erase(q image.Point) {
	if q.In(m.area) {
		m.ink[m.at(q.X, q.Y)] = false
	}
}

// greys are that of the paper, the median, and that of the darkest 200th of an
// area.
func greys(pic *image.Gray, area image.Rectangle) (paper, dark int) {
	var values []uint8
	for y := area.Min.Y; y < area.Max.Y; y++ {
		values = append(values, pic.Pix[pic.PixOffset(area.Min.X, y):pic.PixOffset(area.Max.X, y)]...)
	}
	if len(values) == 0 {
		return 0, 0
	}
	slices.Sort(values)
	return int(values[len(values)/2]), int(values[len(values)/200])
}

// Stretch makes the paper white and the darkest ink black: a pale pen reads as
// well as a dark one.
func (m *Mask) Stretch(v uint8) uint8 {
	if m.paper-m.dark < leastContrast {
		return v
	}
	return uint8(max(0, min(255, (int(v)-m.dark)*255/(m.paper-m.dark))))
}

// run is how many pixels of ink there are through a point along a step.
func (m *Mask) run(q, step image.Point) int {
	n := 1
	for p := q.Add(step); m.Has(p); p = p.Add(step) {
		n++
	}
	for p := q.Sub(step); m.Has(p); p = p.Sub(step) {
		n++
	}
	return n
}

var right, down = image.Pt(1, 0), image.Pt(0, 1)

// EraseRules takes out lines across and down that are longer than given and
// thinner than thick, but for where a stroke crosses them.
func (m *Mask) EraseRules(across, down, thick int) {
	var gone []int
	for y := m.area.Min.Y; y < m.area.Max.Y; y++ {
		for x := m.area.Min.X; x < m.area.Max.X; x++ {
			if q := image.Pt(x, y); m.Has(q) && m.isRule(q, across, down, thick) {
				gone = append(gone, m.at(x, y))
			}
		}
	}
	for _, i := range gone {
		m.ink[i] = false
	}
}

func (m *Mask) isRule(q image.Point, across, deep, thick int) bool {
	wide, high := m.run(q, right), m.run(q, down)
	return wide >= across && high <= thick || high >= deep && wide <= thick
}

// Piece is a connected piece of ink, corners touching.
type Piece struct {
	Box    image.Rectangle
	Pixels []image.Point
}

// Pieces takes the ink apart.
func (m *Mask) Pieces() (all []Piece) {
	seen := make([]bool, len(m.ink))
	for i, ink := range m.ink {
		if ink && !seen[i] {
			start := m.area.Min.Add(image.Pt(i%m.area.Dx(), i/m.area.Dx()))
			all = append(all, m.follow(start, seen))
		}
	}
	return all
}

// follow collects the ink that hangs together with a pixel.
func (m *Mask) follow(start image.Point, seen []bool) (p Piece) {
	todo := []image.Point{start}
	seen[m.at(start.X, start.Y)] = true
	for len(todo) > 0 {
		q := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		p.add(q)
		for y := q.Y - 1; y <= q.Y+1; y++ {
			for x := q.X - 1; x <= q.X+1; x++ {
				n := image.Pt(x, y)
				if !m.Has(n) || seen[m.at(x, y)] {
					continue
				}
				seen[m.at(x, y)] = true
				todo = append(todo, n)
			}
		}
	}
	return p
}

func (p *Piece) add(q image.Point) {
	p.Pixels = append(p.Pixels, q)
	p.Box = p.Box.Union(image.Rectangle{q, q.Add(image.Pt(1, 1))})
}

// Within is the part of a piece between two columns.
func (p Piece) Within(x0, x1 int) (part Piece) {
	for _, q := range p.Pixels {
		if q.X >= x0 && q.X < x1 {
			part.add(q)
		}
	}
	return part
}

// Where is the ink of the places that are asked for, connected or not.
func (m *Mask) Where(asked func(image.Point) bool) (p Piece) {
	for i, ink := range m.ink {
		if q := m.area.Min.Add(image.Pt(i%m.area.Dx(), i/m.area.Dx())); ink && asked(q) {
			p.add(q)
		}
	}
	return p
}

// Bounds is the box around pieces.
func Bounds(all []Piece) (box image.Rectangle) {
	for _, p := range all {
		box = box.Union(p.Box)
	}
	return box
}

// Paint copies the pieces, with the pixels around them, onto white paper.
func (m *Mask) Paint(pic *image.Gray, kept []Piece, area image.Rectangle) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, area.Dx(), area.Dy()))
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	for _, p := range kept {
		for _, q := range p.Pixels {
			around := image.Rect(q.X-1, q.Y-1, q.X+2, q.Y+2).Intersect(area)
			for y := around.Min.Y; y < around.Max.Y; y++ {
				for x := around.Min.X; x < around.Max.X; x++ {
					out.SetGray(x-area.Min.X, y-area.Min.Y, color.Gray{Y: m.Stretch(pic.GrayAt(x, y).Y)})
				}
			}
		}
	}
	return out
}
