package digits

import (
	"image"
	"math"
	"math/rand/v2"
)

// dirty draws what belongs to nobody: dotted lines, rules, seals, specks.
func (m *fieldMaker) dirty(f *field, h writer, base int) {
	size, rnd := f.pic.Rect.Size(), m.rnd
	thick := 1 + rnd.Float64()*h.height/20
	if one(rnd, 4) {
		step := h.height * (0.1 + 0.1*rnd.Float64())
		for x := 0.0; x < float64(size.X); x += step {
			f.disc(x, float64(base)+2, thick)
		}
	}
	if one(rnd, 10) {
		y, tilt := float64(base)+h.height*(0.3*rnd.Float64()-0.1), 0.02*rnd.NormFloat64()
		for x := range size.X {
			f.disc(float64(x), y+tilt*float64(x), thick/2)
		}
	}
	if one(rnd, 12) {
		radius, x0, y0 := h.height*(1+2*rnd.Float64()), float64(rnd.IntN(size.X)), h.height*3*(rnd.Float64()-.5)
		for a := 0.0; a < 7; a += 0.6 / radius {
			f.disc(x0+radius*math.Cos(a), y0+radius*math.Sin(a), thick)
		}
	}
	for range rnd.IntN(6) {
		f.disc(float64(rnd.IntN(size.X)), float64(rnd.IntN(size.Y)), 3*rnd.Float64())
	}
}

// disc inks the pixels of the paper within a radius.
func (f *field) disc(x, y, radius float64) {
	for py := int(y - radius); py <= int(y+radius); py++ {
		for px := int(x - radius); px <= int(x+radius); px++ {
			p := image.Pt(px, py)
			if p.In(f.pic.Rect) && math.Hypot(float64(px)-x, float64(py)-y) <= radius {
				f.pic.Pix[py*f.pic.Stride+px] = 1
			}
		}
	}
}

// scan turns ink and paper into greys as a scanner does.
func (f *field) scan(rnd *rand.Rand) {
	paper := 190 + 65*rnd.Float64()
	written, print := paper*(0.05+0.6*rnd.Float64()), paper*(0.05+0.3*rnd.Float64())
	noise := max(14*rnd.Float64()*rnd.Float64()-2, 0)
	grey := make([]float64, len(f.pic.Pix))
	for i, on := range f.pic.Pix {
		switch {
		case on == 0:
			grey[i] = paper
		case f.owner[i] >= ofPrint:
			grey[i] = print
		default:
			grey[i] = written
		}
	}
	for range rnd.IntN(3) {
		grey = blurred(grey, f.pic.Stride)
	}
	bitonal, level := one(rnd, 3), (paper+written)/2
	for i, g := range grey {
		if noise > 0 {
			g += noise * rnd.NormFloat64()
		}
		if bitonal {
			g = 1e3 * (g - level)
		}
		f.pic.Pix[i] = uint8(min(max(g, 0), 255))
	}
}

// blurred is the mean of each pixel and its neighbours to four sides.
func blurred(grey []float64, width int) []float64 {
	out := make([]float64, len(grey))
	copy(out, grey)
	for i := width; i < len(grey)-width; i++ {
		out[i] = (2*grey[i] + grey[i-1] + grey[i+1] + grey[i-width] + grey[i+width]) / 6
	}
	return out
}
