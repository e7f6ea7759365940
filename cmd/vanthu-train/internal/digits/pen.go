package digits

import (
	"image"
	"math"
	"math/rand/v2"
)

// stroke is a row of points in a box of 1 by 1, y down.
type stroke [][2]float64

// drawnForms are digits as they are taught in Vietnamese schools and seldom
// stand in the data sets: the 1 with an upstroke as long as its stem, the
// crossed 7, the open 4, the 2 with a loop, the 9 with a straight leg or a hook;
// and forms that are taken for each other: the closed 4 beside the 9 whose loop
// misses its leg, the 0 that is open above beside the 6, the 5 without its bar.
var drawnForms = map[byte][][]stroke{
	'0': {
		{{{.55, .02}, {.2, .1}, {.02, .5}, {.2, .95}, {.6, .98}, {.92, .6}, {.85, .2}, {.6, 0}, {.4, .08}}},
		{{{.4, .05}, {.1, .3}, {.05, .7}, {.4, 1}, {.85, .8}, {.95, .35}, {.7, .02}}},
		{{{.6, 0}, {.1, .3}, {.1, .8}, {.55, 1}, {.95, .6}, {.75, .1}, {.3, .15}}},
	},
	'1': {
		{{{0, .5}, {.45, 0}, {.4, 1}}},
		{{{0, .8}, {.55, 0}, {.5, 1}}},
		{{{0, 1}, {.5, 0}, {.5, 1}}},
		{{{.2, 0}, {.2, 1}}},
		{{{0, .4}, {.4, 0}, {.4, 1}}, {{.1, 1}, {.8, .97}}},
		{{{0, .6}, {.5, 0}, {.5, 1}}, {{.1, 1}, {.95, .97}}},
	},
	'2': {
		{{{.05, .3}, {.15, .08}, {.45, 0}, {.7, .12}, {.65, .4}, {.3, .8}, {.08, .95}, {.1, .8}, {.35, .88}, {.6, 1}, {.95, .9}}},
		{{{.05, .25}, {.3, 0}, {.75, .1}, {.7, .4}, {.05, .98}, {.95, .95}}},
	},
	'3': {
		{{{.05, .02}, {.8, 0}, {.35, .4}, {.8, .6}, {.7, .95}, {0, .95}}},
		{{{.1, .1}, {.5, 0}, {.8, .2}, {.4, .45}, {.85, .7}, {.5, 1}, {0, .85}}},
	},
	'4': {
		{{{.4, 0}, {0, .6}, {.9, .58}}, {{.65, .3}, {.6, 1}}},
		{{{.3, .05}, {0, .55}, {.95, .5}}, {{.7, 0}, {.5, 1}}},
		{{{.45, 0}, {0, .75}, {.95, .65}}, {{.6, .4}, {.5, 1}}},
		{{{.45, 0}, {.2, .3}, {0, .7}, {.95, .65}}, {{.85, .45}, {.75, 1}}},
		{{{.2, 0}, {.02, .35}, {.05, .7}, {.5, .75}, {.9, .65}}, {{.92, .45}, {.9, 1}}},
		{{{.65, 1}, {.65, 0}, {0, .65}, {.95, .62}}},
		{{{.5, .02}, {.05, .5}, {.95, .5}}, {{.62, .05}, {.55, 1}}},
	},
	'5': {
		{{{.2, .02}, {.15, .4}, {.55, .35}, {.9, .6}, {.7, .95}, {.05, .95}}, {{.2, .02}, {.9, 0}}},
		{{{.25, .15}, {.15, .45}, {.6, .4}, {.85, .7}, {.5, 1}, {.05, .9}}, {{.35, .06}, {1, 0}}},
	},
	'6': {
		{{{.75, 0}, {.3, .3}, {.05, .7}, {.35, 1}, {.8, .85}, {.7, .55}, {.35, .55}, {.1, .8}}},
		{{{.6, 0}, {.15, .45}, {.1, .85}, {.5, 1}, {.85, .75}, {.6, .55}, {.3, .65}}},
		{{{.4, 0}, {.1, .6}, {.15, .95}, {.6, 1}, {.8, .75}, {.5, .6}, {.12, .8}}},
	},
	'7': {
		{{{0, .05}, {.75, 0}, {.3, 1}}, {{.15, .5}, {.8, .45}}},
		{{{0, .2}, {.05, .05}, {.75, .02}, {.4, 1}}, {{.2, .52}, {.85, .5}}},
		{{{0, .1}, {.2, .02}, {.5, .1}, {.8, 0}, {.4, 1}}, {{.2, .5}, {.8, .5}}},
		{{{0, .15}, {.05, .02}, {.8, 0}, {.35, 1}}},
	},
	'8': {{{{.8, .1}, {.4, 0}, {.1, .2}, {.5, .45}, {.9, .8}, {.5, 1}, {.08, .8}, {.5, .5}, {.85, .2}}}},
	'9': {
		{{{.8, .1}, {.45, 0}, {.1, .18}, {.2, .42}, {.55, .4}, {.8, .1}, {.72, .6}, {.6, 1}}},
		{{{.8, .15}, {.5, 0}, {.12, .18}, {.3, .45}, {.75, .3}, {.82, .6}, {.55, .97}, {.1, .9}}},
		{{{.75, .12}, {.4, 0}, {.08, .22}, {.3, .46}, {.7, .35}}, {{.82, .03}, {.72, 1}}},
		{{{.7, .05}, {.3, .02}, {.05, .25}, {.3, .45}, {.7, .3}, {.72, .1}, {.65, 1}}},
	},
}

// drawDigit draws a digit with a pen.
func drawDigit(rnd *rand.Rand, label byte) *glyph {
	forms := drawnForms[label]
	wide := 8 + 8*rnd.Float64()
	pen := 0.5 + 2*rnd.Float64()*rnd.Float64()
	g := &glyph{label: label}
	for _, s := range pick(rnd, forms) {
		moved := make(stroke, len(s))
		for i, p := range s {
			moved[i] = [2]float64{6 + wide*p[0] + 0.9*rnd.NormFloat64(), 4 + 20*p[1] + 0.9*rnd.NormFloat64()}
		}
		if len(moved) > 4 {
			moved = rounded(moved)
		}
		g.draw(moved, pen)
	}
	return g
}

// rounded puts three points between each two, on the curve of Catmull and Rom.
func rounded(s stroke) stroke {
	at := func(i int) [2]float64 { return s[min(max(i, 0), len(s)-1)] }
	var out stroke
	for i := range len(s) - 1 {
		for _, t := range []float64{0, .25, .5, .75} {
			var p [2]float64
			for d := range p {
				a, b, c, e := at(i - 1)[d], at(i)[d], at(i + 1)[d], at(i + 2)[d]
				p[d] = b + t/2*(c-a+t*(2*a-5*b+4*c-e+t*(3*(b-c)+e-a)))
			}
			out = append(out, p)
		}
	}
	return append(out, s[len(s)-1])
}

// draw inks the pixels near a stroke.
func (g *glyph) draw(s stroke, pen float64) {
	for j := range len(s) - 1 {
		a, b := s[j], s[j+1]
		for y := max(int(min(a[1], b[1])-pen-1), 0); y < 28 && float64(y) < max(a[1], b[1])+pen+1; y++ {
			for x := max(int(min(a[0], b[0])-pen-1), 0); x < 28 && float64(x) < max(a[0], b[0])+pen+1; x++ {
				cover := min(max(pen+.5-distance(float64(x)+.5, float64(y)+.5, a, b), 0), 1)
				g.ink[y*28+x] = max(g.ink[y*28+x], uint8(255*cover))
			}
		}
	}
}

// distance is how far a point is from a line between two others.
func distance(x, y float64, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := ((x-a[0])*dx + (y-a[1])*dy) / (dx*dx + dy*dy + 1e-9)
	t = min(max(t, 0), 1)
	dx, dy = x-a[0]-t*dx, y-a[1]-t*dy
	return math.Sqrt(dx*dx + dy*dy)
}

// writer is how someone writes for one line: what its characters share.
type writer struct {
	height      float64 // of a digit in pixels
	slant       float64
	wide        float64 // of a digit, beside its own width
	level       float64 // of grey that is ink: low is thick
	grow        int     // pixels that strokes grow or shrink
	shake, turn float64
	broken      bool // the pen leaves gaps, or the threshold does
}

func newWriter(rnd *rand.Rand) writer {
	return writer{
		height: 26 + 36*rnd.Float64(),
		slant:  0.15 + 0.22*rnd.NormFloat64(),
		wide:   0.8 + 0.4*rnd.Float64(),
		level:  60 + 100*rnd.Float64(),
		grow:   pick(rnd, []int{-1, 0, 0, 0, 1, 1, 2}),
		shake:  0.9 * rnd.Float64(),
		turn:   0.08 * rnd.NormFloat64(),
		broken: one(rnd, 8),
	}
}

// stretched is a writer whose digits are wider or narrower than most, and now
// and then of a broad pen: other countries teach other digits.
func (h writer) stretched(rnd *rand.Rand) writer {
	h.wide *= math.Exp(min(max(0.25*rnd.NormFloat64(), -0.5), 0.6))
	if one(rnd, 6) {
		h.grow += 1 + rnd.IntN(int(h.height/16))
	}
	return h
}

// write returns the ink of a glyph, from the top left corner on, and its size.
func (h writer) write(rnd *rand.Rand, g *glyph) ([]image.Point, image.Point) {
	scale := h.height / 20 * (1 + 0.06*rnd.NormFloat64())
	size := int(36 * scale * max(1, h.wide))
	wave := newWave(rnd, h.shake)
	middle := float64(size) / scale / 2
	on := make([]bool, size*size)
	turn := h.turn + 0.06*rnd.NormFloat64()
	slant := h.slant + 0.06*rnd.NormFloat64()
	for i := range on {
		x, y := (float64(i%size)/scale-middle)/h.wide, float64(i/size)/scale-middle
		x += (slant + turn) * y
		y -= turn * x
		dx, dy := wave.at(x/28+.5, y/28+.5)
		on[i] = g.grey(x+dx+14, y+dy+14) > h.level
	}
	on = grown(on, size, h.grow)
	if h.broken && one(rnd, 2) {
		breakInk(rnd, on, size, 1+h.height/30)
	}
	return corner(on, size)
}

// breakInk takes ink away along a line so wide, anywhere across a glyph.
func breakInk(rnd *rand.Rand, on []bool, size int, wide float64) {
	sin, cos := math.Sincos(math.Pi * rnd.Float64())
	at := float64(size) * (0.5 + 0.15*rnd.NormFloat64())
	for i := range on {
		away := (float64(i%size)-at)*sin + (float64(i/size)-at)*cos
		on[i] = on[i] && math.Abs(away) > wide/2
	}
}

// wave is a smooth shift of each point of a glyph.
type wave [2][16]float64

func newWave(rnd *rand.Rand, shake float64) *wave {
	var w wave
	for d := range w {
		for i := range w[d] {
			w[d][i] = shake * rnd.NormFloat64()
		}
	}
	return &w
}

func (w *wave) at(x, y float64) (dx, dy float64) {
	x, y = min(max(3*x, 0), 2.999), min(max(3*y, 0), 2.999)
	i, fx, fy := int(y)*4+int(x), x-math.Floor(x), y-math.Floor(y)
	mix := func(v *[16]float64) float64 {
		return (v[i]*(1-fx)+v[i+1]*fx)*(1-fy) + (v[i+4]*(1-fx)+v[i+5]*fx)*fy
	}
	return mix(&w[0]), mix(&w[1])
}

// grey is a glyph's grey between its pixels.
func (g *glyph) grey(x, y float64) float64 {
	x, y = x-.5, y-.5
	if x < 0 || y < 0 || x >= 27 || y >= 27 {
		return 0
	}
	i, fx, fy := int(y)*28+int(x), x-math.Floor(x), y-math.Floor(y)
	top := float64(g.ink[i])*(1-fx) + float64(g.ink[i+1])*fx
	low := float64(g.ink[i+28])*(1-fx) + float64(g.ink[i+29])*fx
	return top*(1-fy) + low*fy
}

// grown makes ink grow by pixels to four sides, or shrink where by is negative.
func grown(on []bool, width, by int) []bool {
	for ; by != 0; by -= max(min(by, 1), -1) {
		next := make([]bool, len(on))
		for i := width; i < len(on)-width; i++ {
			around := []bool{on[i-1], on[i+1], on[i-width], on[i+width]}
			next[i] = on[i]
			for _, a := range around {
				if by > 0 {
					next[i] = next[i] || a
				} else {
					next[i] = next[i] && a
				}
			}
		}
		on = next
	}
	return on
}

// corner moves ink to the top left.
func corner(on []bool, width int) ([]image.Point, image.Point) {
	var points []image.Point
	var box image.Rectangle
	for i, o := range on {
		if o {
			p := image.Pt(i%width, i/width)
			points = append(points, p)
			box = box.Union(image.Rectangle{Min: p, Max: p.Add(image.Pt(1, 1))})
		}
	}
	for i := range points {
		points[i] = points[i].Sub(box.Min)
	}
	return points, box.Size()
}
