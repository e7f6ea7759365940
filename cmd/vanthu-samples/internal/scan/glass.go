package scan

import (
	"image"
	"image/color"
	stddraw "image/draw"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// glass applies what the scanner adds, in the order light meets it.
func (c *canvas) glass(o Options) {
	if o.Fade > 0 {
		c.fade(int(o.Fade))
	}
	if o.Skew != 0 {
		c.skew(o.Skew)
	}
	if o.Holes {
		c.holes()
	}
	for range o.Speckle {
		c.speck()
	}
	if o.Grain > 0 {
		c.grain(o.Grain)
	}
}

// fade maps black to by and leaves white.
func (c *canvas) fade(by int) {
	for i, v := range c.picture.Pix {
		if i%4 != 3 {
			c.picture.Pix[i] = uint8(by + int(v)*(255-by)/255)
		}
	}
}

// skew turns the sheet round its middle.
func (c *canvas) skew(degrees float64) {
	sin, cos := math.Sincos(-degrees * math.Pi / 180)
	b := c.picture.Rect
	mx, my := float64(b.Dx())/2, float64(b.Dy())/2
	m := f64.Aff3{cos, -sin, mx - cos*mx + sin*my, sin, cos, my - sin*mx - cos*my}
	turned := image.NewRGBA(b)
	stddraw.Draw(turned, b, image.White, image.Point{}, stddraw.Src)
	draw.BiLinear.Transform(turned, m, c.picture, b, draw.Over, nil)
	c.picture = turned
}

// holes punches the binding margin and darkens the edge beyond the sheet.
func (c *canvas) holes() {
	height := float64(c.picture.Rect.Dy()) / c.scale
	width := float64(c.picture.Rect.Dx()) / c.scale
	s := c.shape([]typeset.Point{{}, {X: width, Y: height}}, 5)
	for _, at := range []float64{-113, 113} {
		s.circle(typeset.Point{X: 30, Y: height/2 + at}, 8.5, false)
	}
	s.thick(typeset.Point{X: width}, typeset.Point{X: width - 2, Y: height}, 9)
	s.thick(typeset.Point{Y: height}, typeset.Point{X: width, Y: height}, 5)
	s.fill(c.picture, color.RGBA{40, 38, 36, 255}, 255)
}

// speck drops one grain of dust, at times a hair.
func (c *canvas) speck() {
	at := typeset.Point{
		X: c.rng.Float64() * float64(c.picture.Rect.Dx()),
		Y: c.rng.Float64() * float64(c.picture.Rect.Dy()),
	}
	size := 1 + int(c.rng.ExpFloat64()*c.scale*0.16)
	for range size * size {
		x, y := int(at.X)+c.rng.IntN(size), int(at.Y)+c.rng.IntN(size)
		if image.Pt(x, y).In(c.picture.Rect) {
			c.picture.SetRGBA(x, y, color.RGBA{60, 60, 60, 255})
		}
	}
}

// grain adds the same small error to the three colours of a pixel.
func (c *canvas) grain(levels int) {
	pix := c.picture.Pix
	for i := 0; i < len(pix); i += 4 {
		e := c.rng.IntN(2*levels+1) - levels
		for k := range 3 {
			pix[i+k] = uint8(min(max(int(pix[i+k])+e-levels, 0), 255))
		}
	}
}

// Gray is the picture without its colours.
func Gray(p *image.RGBA) *image.Gray {
	g := image.NewGray(p.Rect)
	stddraw.Draw(g, g.Rect, p, image.Point{}, stddraw.Src)
	return g
}
