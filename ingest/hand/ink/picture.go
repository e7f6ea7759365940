package ink

import (
	"image"

	"vanthu/ingest/hand/net"
)

// longest is the length of a character's longer side in the network's picture,
// as in MNIST.
const longest = 20

// Picture is a group as the network wants it: scaled so that its longer side is
// 20 of 29 pixels, with its centre of mass in the middle; 1 is ink.
func (s *Sheet) Picture(g Group) []float32 {
	var points []image.Point
	for _, p := range s.Pieces[g.From:g.To] {
		points = append(points, p.Points...)
	}
	return Picture(points)
}

// Picture scales points of ink and puts their centre of mass into the middle.
func Picture(points []image.Point) []float32 {
	var box image.Rectangle
	var sum image.Point
	for _, p := range points {
		sum = sum.Add(p)
		box = box.Union(image.Rectangle{Min: p, Max: p.Add(image.Pt(1, 1))})
	}
	picture := make([]float32, net.Side*net.Side)
	if len(points) == 0 {
		return picture
	}
	scale := longest / float64(max(box.Dx(), box.Dy()))
	place := func(at, sum int) float64 {
		return (float64(at)-float64(sum)/float64(len(points))-0.5)*scale + net.Side/2.0
	}
	for _, p := range points {
		spread(picture, place(p.X, sum.X), place(p.Y, sum.Y), scale)
	}
	return picture
}

// spread adds a square of ink to the pixels that it covers.
func spread(picture []float32, left, top, size float64) {
	for y := max(int(top), 0); y < net.Side && float64(y) < top+size; y++ {
		high := min(float64(y+1), top+size) - max(float64(y), top)
		for x := max(int(left), 0); x < net.Side && float64(x) < left+size; x++ {
			wide := min(float64(x+1), left+size) - max(float64(x), left)
			picture[y*net.Side+x] += float32(high * wide)
		}
	}
}
