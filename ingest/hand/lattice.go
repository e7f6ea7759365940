package hand

import (
	"cmp"
	"image"
	"math"
	"slices"

	"vanthu/ingest/hand/ink"
)

// Prices are logarithms. Passing over a foreign piece costs more than the
// network says of it: print at the ends of a crop is usual, between digits not.
const (
	priceAtEnds = 0.7
	priceWithin = 3.0
)

// uneven is the spread of the heights of characters, as a logarithm.
const uneven = 0.35

// widthOfBeam is how many readings are kept at each piece.
const widthOfBeam = 24

// path is a reading of the pieces up to some piece.
type path struct {
	text   string
	passed int     // foreign pieces since the last character
	ended  bool    // a slash was passed: print follows
	score  float64 // of all ways to this reading, as the logarithm of a probability
	best   float64 // of the likeliest way
	boxes  []image.Rectangle
}

// search walks from piece to piece: at each it keeps the likeliest readings of
// everything to its left and continues them with each group that begins there.
func search(s *ink.Sheet, groups []ink.Group, scores [][]float32, kind Kind) []path {
	at := make([][]path, len(s.Pieces)+1)
	at[0] = []path{{}}
	for i, g := range groups {
		if i > 0 && groups[i-1].From != g.From {
			at[g.From] = likeliest(at[g.From])
		}
		for _, p := range at[g.From] {
			at[g.To] = append(at[g.To], p.continued(g, scores[i], s.Height, kind)...)
		}
	}
	return likeliest(at[len(s.Pieces)])
}

// continued returns the path with one group more, for each class it may have.
func (p path) continued(g ink.Group, scores []float32, height int, kind Kind) []path {
	var next []path
	if g.To == g.From+1 {
		next = append(next, p.passing(scores))
	}
	if p.ended {
		return next
	}
	if p.text != "" {
		slash := p.charged(-float64(scores[Slash]))
		slash.ended = true
		next = append(next, slash)
	}
	shape := math.Log(float64(g.Box.Dy())/float64(height)) / uneven
	for class, c := range characters {
		if text := p.text + string(c); kind.begins(text) {
			price := shape*shape/2 - float64(scores[class])
			next = append(next, p.writing(text, g.Box, price))
		}
	}
	return next
}

func (p path) charged(price float64) path {
	p.score -= price
	p.best -= price
	return p
}

// passing goes over a piece that is no part of the number.
func (p path) passing(scores []float32) path {
	foreign := float64(scores[Foreign])
	if p.text == "" {
		foreign = math.Log(math.Exp(foreign) + math.Exp(float64(scores[Slash])))
	}
	if p.ended {
		return p.charged(-foreign)
	}
	p.passed++
	return p.charged(priceAtEnds - foreign)
}

// writing adds a character. The pieces passed since the last one were within the
// number.
func (p path) writing(text string, box image.Rectangle, price float64) path {
	if p.text != "" {
		price += float64(p.passed) * (priceWithin - priceAtEnds)
	}
	next := p.charged(price)
	next.text, next.passed = text, 0
	next.boxes = append(slices.Clip(p.boxes), box)
	return next
}

// likeliest merges the ways to one reading and keeps the best readings, in
// order.
func likeliest(paths []path) []path {
	type state struct {
		text   string
		passed int
		ended  bool
	}
	place := map[state]int{}
	var merged []path
	for _, p := range paths {
		k := state{p.text, p.passed, p.ended}
		i, known := place[k]
		if !known {
			place[k] = len(merged)
			merged = append(merged, p)
			continue
		}
		m := &merged[i]
		m.score = sumOfLogs(m.score, p.score)
		if p.best > m.best {
			m.best, m.boxes = p.best, p.boxes
		}
	}
	slices.SortStableFunc(merged, func(a, b path) int { return cmp.Compare(b.score, a.score) })
	return merged[:min(len(merged), widthOfBeam)]
}

// sumOfLogs is the logarithm of the sum of what a and b are logarithms of.
func sumOfLogs(a, b float64) float64 {
	return max(a, b) + math.Log1p(math.Exp(-math.Abs(a-b)))
}
