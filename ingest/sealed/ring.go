package sealed

import (
	"image"
	"math"

	"vanthu/ingest/pieces"
)

// On a black-and-white scan the seal is as black as the print it lies over. Its
// rings are what joins the letters they cross, so they are found and taken out,
// but for where a stroke goes on across them. A seal is a circle: some centre
// and radius from which ink is seen in nearly all directions.

const (
	// leastRadius and mostRadius of the outer ring, in points: seals of bodies
	// measure 32 to 40 mm.
	leastRadius, mostRadius = 42, 60
	// looks is in how many directions a circle is tried, seen the share in
	// which there must be ink.
	looks, seen = 48, 0.8
	// goldenStep takes the directions in an order that spreads them from the
	// first, so that hopeless circles are soon given up.
	goldenStep = 19
	// ringSeen is the share of directions in which a ring has ink; the inmost
	// ring is no smaller than innerRing of the outer.
	ringSeen, innerRing = 0.6, 0.6
	// ringStep is how closely centres and radii are tried, in points.
	ringStep = 1
	// ringThick is the thickness of a ring at most, in points.
	ringThick = 3.6
)

// circle in pixels.
type circle struct{ x, y, r float64 }

// eraseRings takes out the rings of the seal.
func (f finder) eraseRings() {
	var gone []image.Point
	step := f.scale / 2
	for r := f.seal.r + 2*f.scale; r > innerRing*f.seal.r; r -= step {
		if ring := (circle{f.seal.x, f.seal.y, r}); f.share(ring, step) >= ringSeen {
			gone = append(gone, f.thin(ring, step)...)
		}
	}
	for _, q := range gone {
		f.mask.Erase(q)
	}
}

// isInscription reports whether a line stands within the seal.
func (f finder) isInscription(c chain) bool {
	box := pieces.Bounds(c.letters)
	far := math.Hypot(max(f.seal.x-float64(box.Min.X), float64(box.Max.X)-f.seal.x), f.seal.y-float64(box.Min.Y+box.Max.Y)/2)
	return far < 0.9*f.seal.r
}

// findSeal finds the circle with most ink on it, first on a map with a cell a
// point, or none.
func (f finder) findSeal(area image.Rectangle) circle {
	m := f.coarse(area)
	best, most := circle{}, seen
	for r := float64(leastRadius); r <= mostRadius; r += ringStep {
		rim := rimOf(r)
		for y := 0; y < m.high; y++ {
			for x := 0; x < m.wide; x++ {
				if s := m.share(x, y, rim); s >= most {
					best, most = circle{float64(x), float64(y), r}, s
				}
			}
		}
	}
	if best.r == 0 {
		return best
	}
	return f.refine(circle{float64(area.Min.X) + (best.x+0.5)*f.scale, float64(area.Min.Y) + (best.y+0.5)*f.scale, best.r * f.scale})
}

// refine moves a circle by up to two points to where it has most ink.
func (f finder) refine(c circle) (best circle) {
	most, step := -1.0, f.scale/2
	for i := -4.0; i <= 4; i++ {
		for j := -4.0; j <= 4; j++ {
			for k := -4.0; k <= 4; k++ {
				moved := circle{c.x + i*step, c.y + j*step, c.r + k*step}
				if s := f.share(moved, step/2); s > most {
					best, most = moved, s
				}
			}
		}
	}
	return best
}

// coarse is an area with a cell a point: is there ink?
type coarse struct {
	wide, high int
	ink        []bool
}

func (f finder) coarse(area image.Rectangle) coarse {
	m := coarse{wide: int(float64(area.Dx()) / f.scale), high: int(float64(area.Dy()) / f.scale)}
	m.ink = make([]bool, m.wide*m.high)
	for y := range int(float64(m.high) * f.scale) {
		for x := range int(float64(m.wide) * f.scale) {
			if f.mask.Has(area.Min.Add(image.Pt(x, y))) {
				m.mark(int(float64(x)/f.scale), int(float64(y)/f.scale))
			}
		}
	}
	return m
}

// mark sets a cell and those around it: a ring is as thin as a cell.
func (m coarse) mark(x, y int) {
	for v := max(0, y-1); v <= min(m.high-1, y+1); v++ {
		for u := max(0, x-1); u <= min(m.wide-1, x+1); u++ {
			m.ink[v*m.wide+u] = true
		}
	}
}

// rimOf are the steps from a centre to the points of a circle.
func rimOf(r float64) (rim []image.Point) {
	for i := range int(looks) {
		sin, cos := math.Sincos(2 * math.Pi * float64(i*goldenStep%looks) / looks)
		rim = append(rim, image.Pt(int(math.Round(r*cos)), int(math.Round(r*sin))))
	}
	return rim
}

// share is in how many directions there is ink, or 0 when too many are without.
func (m coarse) share(x, y int, rim []image.Point) float64 {
	missing := 0
	for _, d := range rim {
		at := image.Pt(x+d.X, y+d.Y)
		if at.X < 0 || at.Y < 0 || at.X >= m.wide || at.Y >= m.high || !m.ink[at.Y*m.wide+at.X] {
			if missing++; float64(missing) > looks*(1-seen) {
				return 0
			}
		}
	}
	return 1 - float64(missing)/looks
}

// share is in how many directions there is ink within reach of a circle.
func (f finder) share(c circle, reach float64) float64 {
	n := 0
	for i := range 4 * looks {
		if f.inkAt(c, 2*math.Pi*float64(i)/(4*looks), reach) {
			n++
		}
	}
	return float64(n) / (4 * looks)
}

func (f finder) inkAt(c circle, angle, reach float64) bool {
	sin, cos := math.Sincos(angle)
	for d := -reach; d <= reach; d++ {
		if f.mask.Has(image.Pt(int(c.x+(c.r+d)*cos), int(c.y+(c.r+d)*sin))) {
			return true
		}
	}
	return false
}

// thin are the pixels of ink on a circle whose stroke is thin as seen from its
// centre.
func (f finder) thin(c circle, reach float64) (all []image.Point) {
	around := int(2 * math.Pi * c.r * 1.5)
	for i := range around {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(around))
		at := func(d float64) image.Point { return image.Pt(int(c.x+(c.r+d)*cos), int(c.y+(c.r+d)*sin)) }
		for d := -reach; d <= reach; d++ {
			if !f.mask.Has(at(d)) {
				continue
			}
			from, to := d, d
			for f.mask.Has(at(from - 1)) {
				from--
			}
			for f.mask.Has(at(to + 1)) {
				to++
			}
			if to-from <= ringThick*f.scale {
				all = append(all, at(d))
			}
		}
	}
	return all
}
