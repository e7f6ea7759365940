package hand

// Reading a number is cutting it and naming the parts, and neither can be done
// before the other: whether the bar at the left is a 1 or the back of a 4 is
// known when something makes sense of the rest. So nothing is decided early.
// Package ink cuts too often, the network names every group of neighbouring
// pieces, and a search over the groups finds the likeliest texts.
//
// # A worked example
//
// Someone writes 471: an open 4, a crossed 7, a 1 with a long upstroke. Ink finds
// three blobs and cuts the first into three pieces, the second into four; the
// third is narrow and stays whole. Pieces 0-2, 3-6, 7; of the 30 groups the
// network says, among others (hand_test.go draws the number):
//
//	pieces  is what        the network says
//	0       back of the 4  miscut 0.999
//	0-2     the 4          4 1.000
//	1-2     4, no back     4 0.957
//	2       its stem       miscut 0.987
//	3-5     most of the 7  7 0.747, miscut 0.245
//	3-6     the 7          7 1.000
//	6-7     its tip and 1  4 0.524, miscut 0.260, 9 0.167
//	7       the 1          1 1.000
//
// A path is a row of groups from the first piece to the last. 0-2, 3-6, 7 as
// 4, 7, 1 scores log(1.000 · 1.000 · 1.000) = 0.00; ways to the same text by
// other cuts are added. 1-2, 3-6, 7 would leave piece 0 over, which must be
// foreign then, and that costs log 0.001. But 0-2, 3-5, 6-7 as 4, 7, 4 uses up
// all pieces too. The readings: 471 0.83, 474 0.12, 479 0.04; what is missing to
// 1 is shared by the others and by the chance that it is none of them (read.go).
//
// In `Số: ⟨47⟩/KH` the pieces of `Số:` and `KH` are foreign, the slash is a slash,
// and everything behind it must be foreign. Three classes beside the characters
// do that (a fourth follows below), and it matters that there are three: were half a 4 only "no digit",
// the cheapest reading of any picture would be that there is nothing.
//
// # The search
//
// At each piece the 24 likeliest texts of everything to its left are kept, with
// the sum over all ways to cut. A text goes on only while the grammar of the
// field allows it (grammar.go): `⟨47⟩` begins no day, so as a day the 4 must be
// something else or the picture has no good reading, and that shows in P.
//
// # Struck out and written over
//
// Who writes 26, strikes the 6 out and goes on with 8 leaves a blob between the
// 2 and the 8 that is no digit and yet belongs to the number. So there is a class
// for what is struck out, which is passed over at a price (priceStruck), and of a
// digit written firmly over another the network learns that the upper one counts.
// Of made-up numbers with one or the other 35 % are read, 31 % without the class;
// what is not read is seldom believed, and goes to a person.
//
// # Figures
//
// On what the network has not learned from (vanthu-train digits -score):
//
//	single digits    mnist-test 99.1 %, usps-test 97.4 %, semeion 97.1 %, optdigits 98.5 %
//	whole numbers    first / among three
//	made-up serials  67 / 77 %   598 fields with print, dots, rules and seals
//	made-up days     79 / 88 %   206
//	made-up months   82 / 90 %   196
//	with slips       35 / 51 %   1000, each with a character struck out or written over
//	mgr-boxed        96 / 99 %   937, the last tenth of the set
//	orand-car-a-val  82 / 89 %   128 amounts on patterned cheques
//
//	probability of the first reading   fields   right
//	below 0.4                             176   0.22
//	0.4 to 0.8                            493   0.68
//	0.8 to 0.95                           436   0.92
//	0.95 to 0.99                          466   0.98
//	0.99 to 1                             494   0.99
//
// A number costs 3 to 15 ms of a processor that others use as well.
//
// Not done: characters that cross each other so that no cut along the slant parts
// them.

import (
	"cmp"
	"image"
	"math"
	"slices"

	"vanthu/ingest/hand/ink"
)

// What passing over a foreign piece earns, or costs between two characters,
// beside what the network says of it, as logarithms. The network learns from one
// of four foreign groups and knows them for rarer than they are; between
// characters they are.
const (
	gainAtEnds  = 1.0
	priceWithin = 3.0
)

// priceStruck is what passing over a character struck out costs: the network
// learns from one in twenty fields with one, and on paper it is one in some
// hundred.
const priceStruck = 2.5

// widthOfBeam is how many readings are kept at each piece; a class less likely
// than unlikely, a logarithm, is not tried.
const (
	widthOfBeam = 24
	unlikely    = -8
)

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
			at[g.To] = append(at[g.To], p.continued(g, scores[i], kind)...)
		}
	}
	return likeliest(at[len(s.Pieces)])
}

// continued returns the path with one group more, for each class it may have.
func (p path) continued(g ink.Group, scores []float32, kind Kind) []path {
	var next []path
	if g.To == g.From+1 {
		next = append(next, p.passing(scores))
	}
	if p.ended {
		return next
	}
	if scores[Struck] > unlikely {
		next = append(next, p.charged(priceStruck-float64(scores[Struck])))
	}
	if p.text != "" && scores[Slash] > unlikely {
		slash := p.charged(-float64(scores[Slash]))
		slash.ended = true
		next = append(next, slash)
	}
	for class, c := range characters {
		if scores[class] < unlikely {
			continue
		}
		if text := p.text + string(c); kind.begins(text) {
			next = append(next, p.writing(text, g.Box, -float64(scores[class])))
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
	if !p.ended {
		p.passed++
	}
	return p.charged(-foreign - gainAtEnds)
}

// writing adds a character. The pieces passed since the last one were within the
// number.
func (p path) writing(text string, box image.Rectangle, price float64) path {
	if p.text != "" {
		price += float64(p.passed) * (priceWithin + gainAtEnds)
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
