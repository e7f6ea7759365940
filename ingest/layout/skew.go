package layout

import (
	"math"

	"vanthu/ingest"
)

// Turned returns a page whose words and rules stand where they come to if it is
// turned clockwise about its middle. Boxes keep their size and go with their
// middles, so that turning back is exact.
func Turned(p ingest.Page, degrees float64) ingest.Page {
	turn := about(p.Width/2, p.Height/2, degrees)
	lines := make([]ingest.Line, len(p.Lines))
	for i, l := range p.Lines {
		words := make([]ingest.Word, len(l.Words))
		for j, w := range l.Words {
			w.Box = turn(w.Box)
			words[j] = w
		}
		l.Words, l.Box = words, around(words, turn(l.Box))
		lines[i] = l
	}
	rules := make([]ingest.Box, len(p.Rules))
	for i, r := range p.Rules {
		rules[i] = turn(r)
	}
	p.Lines, p.Rules = lines, rules
	return p
}

// around is the box around words; none is that of a line without any.
func around(words []ingest.Word, none ingest.Box) (box ingest.Box) {
	for _, w := range words {
		box = box.Union(w.Box)
	}
	if len(words) == 0 {
		return none
	}
	return box
}

func about(x, y, degrees float64) func(ingest.Box) ingest.Box {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return func(b ingest.Box) ingest.Box {
		dx, dy := (b.X0+b.X1)/2-x, (b.Y0+b.Y1)/2-y
		moveX, moveY := dx*cos-dy*sin-dx, dx*sin+dy*cos-dy
		return ingest.Box{X0: b.X0 + moveX, Y0: b.Y0 + moveY, X1: b.X1 + moveX, Y1: b.Y1 + moveY}
	}
}
