// Lines that no look has seen.
//
// Tesseract takes a line that a seal touches for part of a drawing now and then,
// or passes one over, and the whole line is gone. So ink under no word is looked
// at: of the page's cells of 6 points (cover.go) the inked ones that no word or
// rule covers are joined with their neighbours, and what is as wide as a few
// words and at most half as high is read by itself. Seals and signatures are as
// high as wide; what is read in a scribble is not sure and not believed. And
// Tesseract drops the number of a page, which stands alone: what is small and in
// the middle of a margin is read too, and believed if it is a number.
//
// On the 181 pages of the scans at hand five lines come back so, all of them
// print: the last line of a paragraph, names of offices beside seals, half of an
// annex's title; and on 28 pages tried seven page numbers.
package reader

import (
	"errors"
	"image"
	"math"
	"regexp"
	"slices"

	"vanthu/ingest"
	"vanthu/ingest/ocr"
)

const (
	// missedWidth is how wide, and missedHeight how high, in points, ink must
	// be to be lines of text, and missedShape how many times wider than high.
	missedWidth  = 70.0
	missedHeight = 150.0
	missedShape  = 2.0
	// numberWidth and numberHeight are the most that a page number takes, in
	// points with a cell around it, offCentre how far from the middle it may
	// stand, and margin how far from the edge, as shares of the page.
	numberWidth, numberHeight = 36.0, 24.0
	offCentre, margin         = 0.12, 0.1
	// mostNumbers places are tried; the others are specks.
	mostNumbers = 3
	// mostMissed places are looked at; more are a drawing.
	mostMissed = 8
	// sureMissed is the confidence of a line that is believed, by its letters;
	// it has missedLetters at least.
	sureMissed    = 0.75
	missedLetters = 8
)

// lookForMissed reads what looks like lines of text and was not read.
func (s *sheet) lookForMissed(r *reading, engine *ocr.Engine, pic *image.Gray, dpi float64) error {
	texts, numbers := missed(pic, dpi, r.lines, r.rules)
	if len(texts) > mostMissed {
		return nil
	}
	found := 0
	take := func(place ingest.Box, believed func(ingest.Line) bool) error {
		lines, err := readPart(engine, pic, place, dpi)
		for _, l := range lines {
			if l = trimmed(l, isDoubt); believed(l) {
				r.lines, found = append(r.lines, l), found+1
			}
		}
		return err
	}
	var err error
	for _, place := range texts {
		err = errors.Join(err, take(inset(place, -cell/2), func(l ingest.Line) bool { return isMissed(l, r.lines) }))
	}
	for _, place := range numbers {
		err = errors.Join(err, take(inset(place, -2*cell), isPageNumber))
	}
	if found > 0 {
		s.note("%d lines that were missed at first", found)
	}
	return err
}

// pageNumber is what the number of a page looks like, with or without dashes.
var pageNumber = regexp.MustCompile(`^[-–—]?\s?\d{1,3}\s?[-–—]?$`)

func isPageNumber(l ingest.Line) bool { return pageNumber.MatchString(l.Raw()) }

// isDoubt reports whether a word was hardly read.
func isDoubt(w ingest.Word) bool { return w.Conf < doubtfulWord }

// trimmed is a line without what is in doubt at its ends: bits of the seal.
func trimmed(l ingest.Line, doubt func(ingest.Word) bool) (kept ingest.Line) {
	for kept.Words = l.Words; len(kept.Words) > 0 && doubt(kept.Words[0]); {
		kept.Words = kept.Words[1:]
	}
	for n := len(kept.Words); n > 0 && doubt(kept.Words[n-1]); n-- {
		kept.Words = kept.Words[:n-1]
	}
	for _, w := range kept.Words {
		kept.Box = kept.Box.Union(w.Box)
	}
	return kept
}

// isMissed reports whether a line is sure, says something, and is not what was
// read already.
func isMissed(l ingest.Line, known []ingest.Line) bool {
	letters, sure := 0, 0.0
	for _, w := range l.Words {
		n := letterCount(w.Raw)
		letters, sure = letters+n, sure+w.Conf*float64(n)
	}
	return letters >= missedLetters && sure >= sureMissed*float64(letters) && !slices.ContainsFunc(known, func(k ingest.Line) bool {
		return slices.ContainsFunc(k.Words, func(w ingest.Word) bool {
			return onLine(l, (w.Box.X0+w.Box.X1)/2, (w.Box.Y0+w.Box.Y1)/2) && w.Box.X0 < l.Box.X1 && w.Box.X1 > l.Box.X0
		})
	})
}

// missed are the places of ink under no word: those as large as lines of text,
// and those that may be the number of the page, small and alone in the middle of
// its upper or lower margin.
func missed(pic *image.Gray, dpi float64, lines []ingest.Line, rules []ingest.Box) (texts, numbers []ingest.Box) {
	g := newGround(pic, dpi)
	g.cover(lines, rules)
	width, height := points(pic.Rect.Dx(), dpi), points(pic.Rect.Dy(), dpi)
	for _, place := range g.places() {
		x, y := (place.X0+place.X1)/2/width, (place.Y0+place.Y1)/2/height
		switch {
		case place.Width() >= missedWidth && place.Height() <= missedHeight && place.Width() >= missedShape*place.Height():
			texts = append(texts, place)
		case place.Width() <= numberWidth && place.Height() <= numberHeight && math.Abs(x-0.5) < offCentre && (y < margin || y > 1-margin):
			numbers = append(numbers, place)
		}
	}
	return texts, numbers[:min(len(numbers), mostNumbers)]
}

// cover takes away what is under words, and one cell around each, and rules.
func (g *ground) cover(lines []ingest.Line, rules []ingest.Box) {
	under := covered(g.columns, g.rows, append(slices.Clone(lines), ruleLines(rules)...))
	for i, yes := range under {
		g.inked[i] = g.inked[i] && !yes
	}
}

// ruleLines are rules as words, to be covered like them.
func ruleLines(rules []ingest.Box) []ingest.Line {
	var l ingest.Line
	for _, b := range rules {
		l.Words = append(l.Words, ingest.Word{Box: b})
	}
	return []ingest.Line{l}
}

// places are the boxes, in points, of neighbouring inked cells: one cell of
// paper between two words is no gap.
func (g *ground) places() (boxes []ingest.Box) {
	for i, ink := range g.inked {
		if ink {
			boxes = append(boxes, g.flood(i))
		}
	}
	return boxes
}

// flood takes the cells that hang together with one and returns their box.
func (g *ground) flood(first int) (box ingest.Box) {
	g.inked[first] = false
	for queue := []int{first}; len(queue) > 0; queue = queue[1:] {
		x, y := queue[0]%g.columns, queue[0]/g.columns
		box = box.Union(ingest.Box{X0: float64(x) * cell, Y0: float64(y) * cell, X1: float64(x+1) * cell, Y1: float64(y+1) * cell})
		for ny := max(0, y-1); ny <= min(g.rows-1, y+1); ny++ {
			for nx := max(0, x-2); nx <= min(g.columns-1, x+2); nx++ {
				if n := ny*g.columns + nx; g.inked[n] {
					g.inked[n] = false
					queue = append(queue, n)
				}
			}
		}
	}
	return box
}
