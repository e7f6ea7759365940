// Package scan turns laid-out pages into the pictures a scanner would give:
// painted text, then what happens to paper (signature, red seal, handwritten
// serial, an ĐẾN stamp) and what happens on the glass (skew, grain, speckle,
// punch holes, a dark edge).
//
// In come typeset pages and Options, out go RGBA pictures. Everything random
// comes from Options.Seed, so the same input gives the same pixels. It writes
// no files. One goroutine per Painter.
//
//	picture := scan.NewPainter(fonts).Page(page, scan.Options{DPI: 200, Seal: "UBND TỈNH TÂY NINH"})
package scan

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// Options say what happened to a page. The zero value, with a DPI, is a clean
// scan of an unsigned page.
type Options struct {
	DPI  int
	Seed uint64

	Seal    string // text round the seal over the signature, none if empty
	Hand    bool   // the serial and day are handwritten
	Blank   bool   // the serial and day are left open
	Arrival string // "412|15/03/2021": an ĐẾN stamp with number and date

	Skew    float64 // degrees, counter-clockwise
	Grain   int     // paper and sensor noise, levels of grey up or down
	Speckle int     // dust specks a page
	Holes   bool    // punch holes and the dark edge of the lid
	Fade    uint8   // lifts black to grey: a tired toner
}

var (
	ink     = color.RGBA{18, 18, 20, 255}
	pen     = color.RGBA{28, 42, 120, 255}
	sealRed = color.RGBA{206, 32, 44, 255}
)

// Painter paints pages with one set of fonts.
type Painter struct {
	fonts *typeset.Fonts
}

// NewPainter makes a Painter.
func NewPainter(f *typeset.Fonts) *Painter { return &Painter{f} }

// Page paints one page.
func (p *Painter) Page(page typeset.Page, o Options) (*image.RGBA, error) {
	c := &canvas{fonts: p.fonts, scale: float64(o.DPI) / 72, rng: rand.New(rand.NewPCG(o.Seed, 7))}
	c.clear(page)
	for _, w := range page.Words {
		if err := c.word(w, o); err != nil {
			return nil, err
		}
	}
	for _, s := range page.Segments {
		c.stroke([]typeset.Point{{X: s.X0, Y: s.Y0}, {X: s.X1, Y: s.Y1}}, 0.7, ink)
	}
	c.marks(page, o)
	c.glass(o)
	return c.picture, nil
}

// canvas is a page being painted; lengths are points until scale.
type canvas struct {
	fonts   *typeset.Fonts
	scale   float64
	picture *image.RGBA
	rng     *rand.Rand
}

func (c *canvas) clear(page typeset.Page) {
	c.picture = image.NewRGBA(image.Rect(0, 0, int(page.Width*c.scale+0.5), int(page.Height*c.scale+0.5)))
	draw.Draw(c.picture, c.picture.Rect, image.White, image.Point{}, draw.Src)
}

func (c *canvas) word(w typeset.Word, o Options) error {
	switch {
	case w.Hand && o.Blank:
		return nil
	case w.Hand && o.Hand:
		c.write(w)
		return nil
	}
	return c.print(w, ink)
}

// print sets type.
func (c *canvas) print(w typeset.Word, col color.Color) error {
	face, err := opentype.NewFace(c.fonts.SFNT[w.Style], &opentype.FaceOptions{Size: w.Size * c.scale, DPI: 72})
	if err != nil {
		return err
	}
	defer face.Close()
	d := font.Drawer{Dst: c.picture, Src: image.NewUniform(col), Face: face,
		Dot: fixed.Point26_6{X: fixed.Int26_6(w.X * c.scale * 64), Y: fixed.Int26_6(w.Y * c.scale * 64)}}
	d.DrawString(w.Text)
	return nil
}

func (c *canvas) marks(page typeset.Page, o Options) {
	if page.Sign != nil && o.Seal != "" {
		c.signature(*page.Sign)
		c.seal(typeset.Point{X: page.Sign.X - 62, Y: page.Sign.Y - 6}, o.Seal)
	}
	if o.Arrival != "" {
		c.arrival(o.Arrival)
	}
}
