package scan

import (
	"math"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"vanthu/cmd/vanthu-samples/internal/paper"
	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// seal stamps a round red seal, 36 mm across as the law has it, text round the
// rim and a star in the middle.
func (c *canvas) seal(at typeset.Point, text string) {
	const radius = 51
	s := c.shape([]typeset.Point{at}, radius)
	s.circle(at, radius, false)
	s.circle(at, radius-2.2, true)
	s.circle(at, radius-14, false)
	s.circle(at, radius-14.8, true)
	s.polygon(star(at, 13))
	c.round(s, at, radius-12, strings.ToUpper(text)+" ")
	s.fill(c.picture, sealRed, 185)
}

// star has five points.
func star(at typeset.Point, radius float64) []typeset.Point {
	out := make([]typeset.Point, 10)
	for i := range out {
		r := radius
		if i%2 == 1 {
			r *= 0.382
		}
		out[i] = polar(at, r, math.Pi*float64(i)/5-math.Pi/2)
	}
	return out
}

// round sets letters along the inside of a circle, spread over it evenly.
func (c *canvas) round(s *shape, at typeset.Point, radius float64, text string) {
	const size = 10
	total := c.fonts.Width(text, paper.Bold, size)
	stretch := 2 * math.Pi / total
	turn := -math.Pi/2 - math.Pi*0.75
	for _, r := range text {
		w := c.fonts.Width(string(r), paper.Bold, size)
		turn += w / 2 * stretch
		c.letter(s, r, size, func(x, y float64) typeset.Point {
			dx, dy := x-w/2, radius-y
			sin, cos := math.Sincos(turn)
			return typeset.Point{X: at.X + dy*cos - dx*sin, Y: at.Y + dy*sin + dx*cos}
		})
		turn += w / 2 * stretch
	}
}

// letter adds a glyph's outline, bent by place (points in, points out).
func (c *canvas) letter(s *shape, r rune, size float64, place func(x, y float64) typeset.Point) {
	var buffer sfnt.Buffer
	f := c.fonts.SFNT[paper.Bold]
	glyph, err := f.GlyphIndex(&buffer, r)
	if err != nil {
		return
	}
	segments, err := f.LoadGlyph(&buffer, glyph, fixed.I(64), nil)
	if err != nil {
		return // a letter of the seal that the font lacks is left out
	}
	at := func(p fixed.Point26_6) (x, y float32) {
		return s.pixel(place(float64(p.X)/4096*size, float64(p.Y)/4096*size))
	}
	for _, g := range segments {
		x0, y0 := at(g.Args[0])
		x1, y1 := at(g.Args[1])
		x2, y2 := at(g.Args[2])
		switch g.Op {
		case sfnt.SegmentOpMoveTo:
			s.r.ClosePath()
			s.r.MoveTo(x0, y0)
		case sfnt.SegmentOpLineTo:
			s.r.LineTo(x0, y0)
		case sfnt.SegmentOpQuadTo:
			s.r.QuadTo(x0, y0, x1, y1)
		case sfnt.SegmentOpCubeTo:
			s.r.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	s.r.ClosePath()
}

// arrival is the ĐẾN stamp of the receiving office; figures filled in by hand.
func (c *canvas) arrival(what string) {
	number, date, _ := strings.Cut(what, "|")
	const x, y, width, line = 92, 150, 118, 19
	corners := []typeset.Point{{X: x, Y: y}, {X: x + width, Y: y}, {X: x + width, Y: y + 3*line}, {X: x, Y: y + 3*line}, {X: x, Y: y}}
	c.stroke(corners, 1.2, sealRed)
	for i, label := range []string{"CÔNG VĂN ĐẾN", "Số:", "Ngày:"} {
		size := 11.0
		left := float64(x + 8)
		for _, r := range label {
			w := c.fonts.Width(string(r), paper.Bold, size)
			c.stamped(r, size, left, y+float64(i+1)*line-5)
			left += w
		}
	}
	c.write(typeset.Word{Text: number, X: x + 46, Y: y + 2*line - 4, Width: 30, Size: 12})
	c.date(date, x+46, y+3*line-4)
}

func (c *canvas) stamped(r rune, size, x, y float64) {
	s := c.shape([]typeset.Point{{X: x, Y: y}}, 2*size)
	c.letter(s, r, size, func(dx, dy float64) typeset.Point { return typeset.Point{X: x + dx, Y: y + dy} })
	s.fill(c.picture, sealRed, 210)
}

// date writes 15/03/2021 by hand, strokes between the figures.
func (c *canvas) date(text string, x, y float64) {
	for i, part := range strings.Split(text, "/") {
		if i > 0 {
			c.stroke([]typeset.Point{{X: x, Y: y + 1}, {X: x + 4, Y: y - 10}}, 1, pen)
			x += 6
		}
		w := float64(len(part)) * 7
		c.write(typeset.Word{Text: part, X: x, Y: y, Width: w, Size: 11})
		x += w
	}
}
