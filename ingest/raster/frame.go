package raster

import (
	"image"
	"slices"
)

const (
	// frameReach is how far from the edge a rule may begin, and frameThick how
	// thick it may be, in points.
	frameReach = 2.5
	frameThick = 3.0
)

// WithoutFrame is a copy of the picture of a cell, cut along the middles of its
// rules, without them. Figures stand close to the rules, or touch them: of each
// line of pixels only as much is taken as the rule is thick in most of them.
//
//	▌ 474.360,0▐      ink from the edge on, in every row: 3 3 3 3 11 3 3 pixels
//	▌ 474.360,0▐      painted over: 3 3 3 3 3 3 3
func WithoutFrame(pic *image.Gray, dpi float64) *image.Gray {
	b := pic.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		copy(out.Pix[y*out.Stride:][:b.Dx()], pic.Pix[y*pic.Stride:])
	}
	paper := FindInk(out).paper
	w, h := b.Dx(), b.Dy()
	for _, side := range [...]struct {
		lines, depth int
		at           func(line, depth int) int
	}{
		{h, w, func(y, x int) int { return y*out.Stride + x }},
		{h, w, func(y, x int) int { return y*out.Stride + w - 1 - x }},
		{w, h, func(x, y int) int { return y*out.Stride + x }},
		{w, h, func(x, y int) int { return (h-1-y)*out.Stride + x }},
	} {
		line := func(i int) func(int) *uint8 { return func(d int) *uint8 { return &out.Pix[side.at(i, d)] } }
		paintRule(side.lines, min(side.depth, int((frameReach+frameThick)*dpi/72)), int(frameReach*dpi/72), paper, line)
	}
	return out
}

// paintRule paints over the rule along one side: pixel d of line i, from the
// edge inwards, is line(i)(d).
func paintRule(lines, depth, reach, paper int, line func(i int) func(d int) *uint8) {
	type ruled struct{ line, from, to int }
	var found []ruled
	var thick []int
	for i := range lines {
		pixel := line(i)
		dark := func(d int) bool { return d < depth && int(*pixel(d)) < paper-inkStep }
		from := 0
		for from < reach && !dark(from) {
			from++
		}
		to := from
		for dark(to) {
			to++
		}
		if to > from {
			found, thick = append(found, ruled{i, from, to}), append(thick, to-from)
		}
	}
	if 2*len(found) < lines {
		return // no rule runs along here
	}
	slices.Sort(thick)
	usual := thick[len(thick)/2] + 1
	for _, r := range found {
		pixel := line(r.line)
		for d := range min(r.to, r.from+usual) {
			*pixel(d) = uint8(paper)
		}
	}
}
