package scan

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// shape collects outlines, in points, and paints them at once, multiplied onto
// the paper as ink is: what is under a seal stays legible.
type shape struct {
	r     *vector.Rasterizer
	area  image.Rectangle // of the picture, in pixels
	scale float64
}

// shape makes an empty shape for outlines within reach of the given points.
func (c *canvas) shape(around []typeset.Point, reach float64) *shape {
	low, high := around[0], around[0]
	for _, p := range around {
		low = typeset.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
		high = typeset.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	area := image.Rect(
		int((low.X-reach)*c.scale)-1, int((low.Y-reach)*c.scale)-1,
		int((high.X+reach)*c.scale)+2, int((high.Y+reach)*c.scale)+2)
	return &shape{vector.NewRasterizer(area.Dx(), area.Dy()), area, c.scale}
}

// pixel is a point's place in the rasterizer.
func (s *shape) pixel(p typeset.Point) (x, y float32) {
	return float32(p.X*s.scale - float64(s.area.Min.X)), float32(p.Y*s.scale - float64(s.area.Min.Y))
}

// polygon adds a closed outline.
func (s *shape) polygon(points []typeset.Point) {
	s.r.MoveTo(s.pixel(points[0]))
	for _, p := range points[1:] {
		s.r.LineTo(s.pixel(p))
	}
	s.r.ClosePath()
}

// thick adds a line with round ends, as a capsule of twelve corners.
func (s *shape) thick(a, b typeset.Point, width float64) {
	angle := math.Atan2(b.Y-a.Y, b.X-a.X)
	var outline []typeset.Point
	for i := range 12 {
		end, turn := b, angle-math.Pi/2+math.Pi*float64(i)/5
		if i >= 6 {
			end, turn = a, angle+math.Pi/2+math.Pi*float64(i-6)/5
		}
		outline = append(outline, polar(end, width/2, turn))
	}
	s.polygon(outline)
}

// circle adds a filled circle; hole reverses it so that it cuts out.
func (s *shape) circle(at typeset.Point, radius float64, hole bool) {
	const corners = 180
	outline := make([]typeset.Point, corners)
	for i := range outline {
		turn := 2 * math.Pi * float64(i) / corners
		if hole {
			turn = -turn
		}
		outline[i] = polar(at, radius, turn)
	}
	s.polygon(outline)
}

// polar is the point at a distance and angle from another.
func polar(from typeset.Point, radius, turn float64) typeset.Point {
	sin, cos := math.Sincos(turn)
	return typeset.Point{X: from.X + radius*cos, Y: from.Y + radius*sin}
}

// fill multiplies the colour onto the picture; strength 255 is full ink.
func (s *shape) fill(dst *image.RGBA, col color.RGBA, strength uint8) {
	mask := image.NewAlpha(image.Rect(0, 0, s.area.Dx(), s.area.Dy()))
	s.r.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	visible := s.area.Intersect(dst.Rect)
	for y := visible.Min.Y; y < visible.Max.Y; y++ {
		for x := visible.Min.X; x < visible.Max.X; x++ {
			a := int(mask.AlphaAt(x-s.area.Min.X, y-s.area.Min.Y).A) * int(strength) / 255
			pixel := dst.Pix[dst.PixOffset(x, y):]
			for k, v := range [3]uint8{col.R, col.G, col.B} {
				under := int(pixel[k])
				pixel[k] = uint8(under - under*(255-int(v))*a/(255*255))
			}
		}
	}
}
