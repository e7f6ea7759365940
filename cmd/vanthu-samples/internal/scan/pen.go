package scan

import (
	"image/color"
	"math"

	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// digits are the strokes of handwritten figures in a box one wide and two
// high, y downwards; drawn by hand for this project.
var digits = map[rune][][][2]float64{
	'0': {{{.5, .1}, {.15, .5}, {.1, 1.2}, {.4, 1.9}, {.8, 1.6}, {.9, .8}, {.6, .15}, {.4, .15}}},
	'1': {{{.25, .55}, {.6, .1}, {.55, 1}, {.5, 1.95}}},
	'2': {{{.15, .5}, {.4, .1}, {.85, .35}, {.7, 1}, {.1, 1.85}, {.4, 1.75}, {.95, 1.9}}},
	'3': {{{.15, .3}, {.5, .1}, {.85, .4}, {.45, .95}, {.9, 1.35}, {.6, 1.9}, {.1, 1.75}}},
	'4': {{{.55, .1}, {.1, 1.2}, {.95, 1.15}}, {{.7, .75}, {.65, 1.95}}},
	'5': {{{.3, .15}, {.2, .9}, {.6, .8}, {.9, 1.3}, {.6, 1.9}, {.1, 1.75}}, {{.3, .15}, {.9, .1}}},
	'6': {{{.75, .1}, {.3, .7}, {.1, 1.4}, {.45, 1.92}, {.85, 1.5}, {.6, 1.1}, {.15, 1.4}}},
	'7': {{{.1, .2}, {.9, .15}, {.55, 1}, {.4, 1.95}}, {{.3, 1}, {.8, .95}}},
	'8': {{{.8, .3}, {.45, .1}, {.2, .5}, {.75, 1.3}, {.6, 1.9}, {.2, 1.6}, {.7, .8}, {.8, .3}}},
	'9': {{{.85, .45}, {.45, .1}, {.15, .55}, {.45, .95}, {.85, .45}, {.75, 1.2}, {.55, 1.95}}},
}

// write draws figures with a pen: slanted, uneven, a little off the line.
func (c *canvas) write(w typeset.Word) {
	runes := []rune(w.Text)
	advance := w.Width / float64(len(runes))
	height := w.Size * 0.5 // half of a digit's height
	rise := c.wobble(w.Size * 0.08)
	for i, r := range runes {
		grow := 1 + c.wobble(0.12)
		for _, line := range digits[r] {
			path := make([]typeset.Point, len(line))
			for j, p := range line {
				x, y := p[0]+c.wobble(0.06), p[1]+c.wobble(0.08)
				path[j] = typeset.Point{
					X: w.X + (float64(i)+0.1)*advance + (x*0.8+(2-y)*0.15)*advance*grow,
					Y: w.Y + rise + (y-1.95)*height*grow,
				}
			}
			c.stroke(smooth(path), 1.1, pen)
		}
	}
}

// signature is a scrawl: loops running to the right.
func (c *canvas) signature(at typeset.Point) {
	var path []typeset.Point
	turn := 3 + c.rng.Float64()
	for i := range 60 {
		t := float64(i) / 60
		path = append(path, typeset.Point{
			X: at.X - 45 + 100*t + 16*math.Sin(turn*4*t),
			Y: at.Y - 20*(1-t)*math.Cos(turn*7*t) + 12*t*math.Sin(19*t),
		})
	}
	c.stroke(smooth(path), 1.3, pen)
}

func (c *canvas) wobble(size float64) float64 { return (c.rng.Float64()*2 - 1) * size }

// smooth runs a Catmull-Rom curve through the points.
func smooth(points []typeset.Point) []typeset.Point {
	at := func(i int) typeset.Point { return points[min(max(i, 0), len(points)-1)] }
	var out []typeset.Point
	for i := range len(points) - 1 {
		a, b, d, e := at(i-1), at(i), at(i+1), at(i+2)
		for k := range 8 {
			t := float64(k) / 8
			out = append(out, typeset.Point{X: spline(a.X, b.X, d.X, e.X, t), Y: spline(a.Y, b.Y, d.Y, e.Y, t)})
		}
	}
	return append(out, at(len(points)-1))
}

func spline(a, b, c, d, t float64) float64 {
	return b + 0.5*t*(c-a+t*(2*a-5*b+4*c-d+t*(3*(b-c)+d-a)))
}

// stroke draws a path with a round pen.
func (c *canvas) stroke(path []typeset.Point, width float64, col color.RGBA) {
	s := c.shape(path, width)
	for i := range len(path) - 1 {
		s.thick(path[i], path[i+1], width)
	}
	s.fill(c.picture, col, 255)
}
