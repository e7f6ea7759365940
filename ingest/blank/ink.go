package blank

import (
	"image"
	"slices"
)

// Ink of a picture is taken apart into connected pieces, so that a digit whose
// foot reaches into the line below comes whole, and the leg of a printed letter
// that reaches into the gap does not. Rules and scratches of the scanner, which
// would join all they touch, are taken out before.

// mask tells which pixels of an area are ink.
type mask struct {
	area        image.Rectangle
	ink         []bool
	paper, dark int // the greys of the paper and of the darkest ink
}

// leastContrast is how much darker than the paper the darkest ink must be.
const leastContrast = 24

func newMask(pic *image.Gray, area image.Rectangle) *mask {
	m := &mask{area: area, ink: make([]bool, area.Dx()*area.Dy())}
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

func (m *mask) at(x, y int) int { return (y-m.area.Min.Y)*m.area.Dx() + x - m.area.Min.X }

func (m *mask) has(q image.Point) bool { return q.In(m.area) && m.ink[m.at(q.X, q.Y)] }

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

// stretch makes the paper white and the darkest ink black: a pale pen reads as
// well as a dark one.
func (m *mask) stretch(v uint8) uint8 {
	if m.paper-m.dark < leastContrast {
		return v
	}
	return uint8(max(0, min(255, (int(v)-m.dark)*255/(m.paper-m.dark))))
}

// run is how many pixels of ink there are through a point along a step.
func (m *mask) run(q, step image.Point) int {
	n := 1
	for p := q.Add(step); m.has(p); p = p.Add(step) {
		n++
	}
	for p := q.Sub(step); m.has(p); p = p.Sub(step) {
		n++
	}
	return n
}

var right, down = image.Pt(1, 0), image.Pt(0, 1)

// eraseRules takes out lines across and down that are longer than given and
// thinner than thick, but for where a stroke crosses them.
func (m *mask) eraseRules(across, down, thick int) {
	var gone []int
	for y := m.area.Min.Y; y < m.area.Max.Y; y++ {
		for x := m.area.Min.X; x < m.area.Max.X; x++ {
			if q := image.Pt(x, y); m.has(q) && m.isRule(q, across, down, thick) {
				gone = append(gone, m.at(x, y))
			}
		}
	}
	for _, i := range gone {
		m.ink[i] = false
	}
}

func (m *mask) isRule(q image.Point, across, deep, thick int) bool {
	wide, high := m.run(q, right), m.run(q, down)
	return wide >= across && high <= thick || high >= deep && wide <= thick
}

// piece is a connected piece of ink, corners touching.
type piece struct {
	box    image.Rectangle
	pixels []image.Point
}

// pieces takes the ink apart.
func (m *mask) pieces() (all []piece) {
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
func (m *mask) follow(start image.Point, seen []bool) (p piece) {
	todo := []image.Point{start}
	seen[m.at(start.X, start.Y)] = true
	for len(todo) > 0 {
		q := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		p.add(q)
		for y := q.Y - 1; y <= q.Y+1; y++ {
			for x := q.X - 1; x <= q.X+1; x++ {
				n := image.Pt(x, y)
				if !m.has(n) || seen[m.at(x, y)] {
					continue
				}
				seen[m.at(x, y)] = true
				todo = append(todo, n)
			}
		}
	}
	return p
}

func (p *piece) add(q image.Point) {
	p.pixels = append(p.pixels, q)
	p.box = p.box.Union(image.Rectangle{q, q.Add(image.Pt(1, 1))})
}

// within is the part of a piece between two columns.
func (p piece) within(x0, x1 int) (part piece) {
	for _, q := range p.pixels {
		if q.X >= x0 && q.X < x1 {
			part.add(q)
		}
	}
	return part
}
