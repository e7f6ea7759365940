package hand

import (
	"cmp"
	"image"
	"math"
	"slices"

	"vanthu/ingest/hand/ink"
	"vanthu/ingest/hand/net"
)

// Read returns the readings of a picture that suit the kind, the likeliest
// first, and none where there is no ink that could be a number. The picture is
// grey, dark ink on light paper, at the resolution of the scan, 200 to 300
// dots an inch; dotted lines, rules, specks and print at its ends are expected.
func (r *Reader) Read(pic *image.Gray, kind Kind) []Reading {
	sheet := ink.Find(pic)
	groups := sheet.Groups()
	return ranked(search(sheet, groups, r.scores(sheet, groups), kind), kind, pic.Bounds().Min)
}

// scores asks the network about each group.
func (r *Reader) scores(s *ink.Sheet, groups []ink.Group) [][]float32 {
	run := net.NewRun(r.net)
	all := make([][]float32, len(groups))
	for i, g := range groups {
		all[i] = slices.Clone(run.Scores(s.Picture(g)))
	}
	return all
}

// unread is the score of "none of these", as a logarithm. With it, with the path
// that finds nothing but foreign pieces, and with the scores as they are,
// readings are right about as often as they say (vanthu-train digits -score
// prints the table); dividing scores by 0.7 to 1.6 made it worse.
const unread = -6.0

// mostReadings is how many readings Read returns at most.
const mostReadings = 10

// ranked turns whole paths into readings with probabilities.
func ranked(paths []path, kind Kind, origin image.Point) []Reading {
	place := map[string]int{}
	var all []Reading
	sum := math.Exp(unread)
	for _, p := range paths {
		if p.text == "" {
			sum += math.Exp(p.score)
		}
		price, ok := kind.price(p.text)
		if !ok {
			continue
		}
		if p.passed > 0 {
			price += kind.endPrice(p.ended)
		}
		weight := math.Exp(p.score - price)
		if i, known := place[p.text]; known {
			all[i].P += weight
			continue
		}
		place[p.text] = len(all)
		all = append(all, Reading{Text: p.text, P: weight, Boxes: moved(p.boxes, origin)})
	}
	for _, r := range all {
		sum += r.P
	}
	for i := range all {
		all[i].P /= sum
	}
	slices.SortStableFunc(all, func(a, b Reading) int { return cmp.Compare(b.P, a.P) })
	return all[:min(len(all), mostReadings)]
}

func moved(boxes []image.Rectangle, by image.Point) []image.Rectangle {
	at := make([]image.Rectangle, len(boxes))
	for i, b := range boxes {
		at[i] = b.Add(by)
	}
	return at
}
