package digits

import (
	"image"
	"math"
)

// slip says which character of a number has one struck out before it, and which
// is written, more firmly, over another; -1 is none.
type slip struct{ before, under int }

// slip draws by lot where a number has a slip, if it has one.
func (m *fieldMaker) slip(characters int) slip {
	s, at := slip{-1, -1}, m.rnd.IntN(characters)
	switch {
	case m.slips == 0 || !one(m.rnd, m.slips):
	case one(m.rnd, 2):
		s.before = at
	default:
		s.under = at
	}
	return s
}

func (m *fieldMaker) digit() byte { return pick(m.rnd, []byte("0123456789")) }

// struck writes a digit, strikes it out and returns how wide it is.
func (m *fieldMaker) struck(f *field, h writer, left, base int) int {
	wide := m.character(f, h, m.digit(), image.Pt(left, base), ofStruck)
	box := image.Rect(left, base-int(h.height), left+wide, base)
	for _, s := range m.strikes(box) {
		f.line(s, 1+h.height/25, ofStruck)
	}
	return wide
}

// strikes are the lines through a character: two bars, a cross, a zigzag. One
// bar would make a 7 of a 1 and a slashed zero of a 0.
func (m *fieldMaker) strikes(box image.Rectangle) []stroke {
	at := func(x, y float64) [2]float64 {
		wobble := 0.07 * float64(box.Dy())
		return [2]float64{float64(box.Min.X) + x*float64(box.Dx()) + wobble*m.rnd.NormFloat64(), float64(box.Min.Y) + y*float64(box.Dy()) + wobble*m.rnd.NormFloat64()}
	}
	switch m.rnd.IntN(4) {
	case 0:
		return []stroke{{at(-.15, .4), at(1.15, .35)}, {at(-.15, .65), at(1.15, .6)}}
	case 1:
		return []stroke{{at(-.1, 1), at(1.1, 0)}, {at(-.1, 0), at(1.1, 1)}}
	case 2:
		return []stroke{{at(-.1, .95), at(1, .3)}, {at(0, .6), at(1.1, 0)}}
	}
	zigzag := stroke{at(-.1, .2)}
	for i := range 5 {
		zigzag = append(zigzag, at(float64((i+1)%2), .2+.15*float64(i)))
	}
	return []stroke{zigzag}
}

// line inks a stroke of pixels, so many thick.
func (f *field) line(s stroke, thick float64, owner uint8) {
	for i := range len(s) - 1 {
		dx, dy := s[i+1][0]-s[i][0], s[i+1][1]-s[i][1]
		steps := 2 * (math.Abs(dx) + math.Abs(dy) + 1)
		for t := range int(steps) {
			part := float64(t) / steps
			f.blot(s[i][0]+part*dx, s[i][1]+part*dy, thick/2, owner)
		}
	}
}

// blot inks the pixels within a radius.
func (f *field) blot(x, y, radius float64, owner uint8) {
	for py := int(y - radius); py <= int(y+radius); py++ {
		for px := int(x - radius); px <= int(x+radius); px++ {
			if math.Hypot(float64(px)-x, float64(py)-y) <= radius {
				f.set(image.Pt(px, py), owner)
			}
		}
	}
}
