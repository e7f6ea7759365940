package ink

import (
	"image"

	"vanthu/ingest/hand/net"
)

// The network sees three things of a group: its shape, scaled so that the longer
// side is 20 of 29 points with the centre of mass in the middle, as in MNIST;
// the same ink at the scale of the line, where the writing is 12 points high;
// and at that scale the ink beside it. The shape says which digit it may be, the
// place that a dot is no 0, the neighbours that half a 4 is no 1 and that an o
// in `Số` is print.
const (
	shape = iota
	place
	neighbours
)

const (
	longest   = 20.0
	lineScale = 12.0
)

// Picture is a group as the network wants it; 1 is ink.
func (s *Sheet) Picture(g Group) []float32 {
	var points []image.Point
	for _, p := range s.Pieces[g.From:g.To] {
		points = append(points, p.Points...)
	}
	picture := make([]float32, net.Side*net.Side*net.Channels)
	scale := longest / float64(max(g.Box.Dx(), g.Box.Dy(), 1))
	x, y := centre(points)
	draw(picture[shape:], points, scale, net.Side/2.0-x*scale, net.Side/2.0-y*scale)
	scale = lineScale / float64(max(s.Height, 1))
	left := net.Side/2.0 - float64(g.Box.Min.X+g.Box.Max.X)/2*scale
	top := net.Side/2.0 - s.middleRow*scale
	draw(picture[place:], points, scale, left, top)
	for i := range s.Pieces {
		box := s.Pieces[i].Box
		near := float64(box.Max.X)*scale+left > 0 && float64(box.Min.X)*scale+left < net.Side
		if near && (i < g.From || i >= g.To) {
			draw(picture[neighbours:], s.Pieces[i].Points, scale, left, top)
		}
	}
	return picture
}

// centre is the centre of mass.
func centre(points []image.Point) (x, y float64) {
	for _, p := range points {
		x += float64(p.X) + 0.5
		y += float64(p.Y) + 0.5
	}
	n := float64(max(len(points), 1))
	return x / n, y / n
}

// draw adds points of ink, scaled and moved, to one channel of a picture.
func draw(channel []float32, points []image.Point, scale, left, top float64) {
	for _, p := range points {
		spread(channel, float64(p.X)*scale+left, float64(p.Y)*scale+top, scale)
	}
}

// spread adds a square of ink to the points that it covers.
func spread(channel []float32, left, top, size float64) {
	for y := max(int(top), 0); y < net.Side && float64(y) < top+size; y++ {
		high := min(float64(y+1), top+size) - max(float64(y), top)
		for x := max(int(left), 0); x < net.Side && float64(x) < left+size; x++ {
			wide := min(float64(x+1), left+size) - max(float64(x), left)
			channel[(y*net.Side+x)*net.Channels] += float32(high * wide)
		}
	}
}
