package reader

import (
	"image"
	"math"
	"slices"
	"unicode/utf8"

	"vanthu/ingest"
	"vanthu/ingest/ocr"
)

// What second looks (doubt.go, signature.go) have in common: a part of the
// page's picture is read alone, and its lines are put among those of the first
// look.

// leastPart is the least width and height, in pixels, of a part worth reading.
const leastPart = 24

// cut gives a part of a page's picture and where it lies, in points; nil if
// there is next to nothing of it.
func cut(pic *image.Gray, area ingest.Box, dpi float64) (*image.Gray, ingest.Box) {
	scale := dpi / 72
	part := image.Rect(int(area.X0*scale), int(area.Y0*scale), int(area.X1*scale), int(area.Y1*scale)).Intersect(pic.Rect)
	if part.Dx() < leastPart || part.Dy() < leastPart {
		return nil, area
	}
	at := ingest.Box{X0: float64(part.Min.X) / scale, Y0: float64(part.Min.Y) / scale, X1: float64(part.Max.X) / scale, Y1: float64(part.Max.Y) / scale}
	return pic.SubImage(part).(*image.Gray), at
}

// readPart reads a part of the page's picture alone: its lines, where they stand
// on the page.
func readPart(engine *ocr.Engine, pic *image.Gray, area ingest.Box, dpi float64) ([]ingest.Line, error) {
	part, at := cut(pic, area, dpi)
	if part == nil {
		return nil, nil
	}
	lines, err := engine.ReadBlock(part, dpi)
	return shift(lines, at), err
}

// whole leaves out the words that the edge of a part has cut.
func whole(lines []ingest.Line, at ingest.Box) (kept []ingest.Line) {
	for _, l := range lines {
		var rest ingest.Line
		for _, w := range l.Words {
			if w.Box.X0 > at.X0+edge && w.Box.X1 < at.X1-edge && w.Box.Y0 > at.Y0+edge && w.Box.Y1 < at.Y1-edge {
				rest.Words = append(rest.Words, w)
				rest.Box = rest.Box.Union(w.Box)
			}
		}
		if len(rest.Words) > 0 {
			kept = append(kept, rest)
		}
	}
	return kept
}

// edge is how near to the edge of its part, in points, a word is cut by it.
const edge = 0.7

// shift moves the lines of a part to where the part lies.
func shift(lines []ingest.Line, at ingest.Box) []ingest.Line {
	move := func(b ingest.Box) ingest.Box {
		return ingest.Box{X0: b.X0 + at.X0, Y0: b.Y0 + at.Y0, X1: b.X1 + at.X0, Y1: b.Y1 + at.Y0}
	}
	for i := range lines {
		lines[i].Box = move(lines[i].Box)
		for j := range lines[i].Words {
			lines[i].Words[j].Box = move(lines[i].Words[j].Box)
		}
	}
	return lines
}

// merge puts found lines among the lines of the page: in place of what the
// first look made of the same line, if they weigh more, else not at all.
func merge(lines, found []ingest.Line, area ingest.Box) []ingest.Line {
	for _, f := range found {
		rivals := 0.0
		for _, l := range lines {
			rivals += weight(within(l, f, area))
		}
		if weight(f.Words) <= rivals {
			continue
		}
		lines = replace(lines, f, area)
	}
	return lines
}

// replace puts a line in the place of the first it takes words from, or at the
// end.
func replace(lines []ingest.Line, f ingest.Line, area ingest.Box) []ingest.Line {
	var out []ingest.Line
	placed := false
	for _, l := range lines {
		gone := within(l, f, area)
		if len(gone) > 0 && !placed {
			out, placed = append(out, f), true
		}
		if l = without(l, gone); len(l.Words) > 0 {
			out = append(out, l)
		}
	}
	if !placed {
		out = append(out, f)
	}
	return out
}

// within are the words of a line that stand in the area and on the line f.
func within(l, f ingest.Line, area ingest.Box) (same []ingest.Word) {
	for _, w := range l.Words {
		x, y := (w.Box.X0+w.Box.X1)/2, (w.Box.Y0+w.Box.Y1)/2
		if x > area.X0 && x < area.X1 && onLine(f, x, y) {
			same = append(same, w)
		}
	}
	return same
}

// onLine reports whether a point is as high as the nearest word of a line:
// lines slant, so that the box of one reaches into its neighbours.
func onLine(f ingest.Line, x, y float64) bool {
	nearest, far := ingest.Box{}, math.Inf(1)
	for _, w := range f.Words {
		if d := max(w.Box.X0-x, x-w.Box.X1, 0); d < far {
			nearest, far = w.Box, d
		}
	}
	return y > nearest.Y0 && y < nearest.Y1
}

func without(l ingest.Line, gone []ingest.Word) ingest.Line {
	if len(gone) == 0 {
		return l
	}
	var rest ingest.Line
	for _, w := range l.Words {
		if !slices.Contains(gone, w) {
			rest.Words = append(rest.Words, w)
			rest.Box = rest.Box.Union(w.Box)
		}
	}
	return rest
}

// noWord is the confidence below which letters weigh against a reading.
const noWord = 0.4

// weight is what words are worth: their letters by confidence.
func weight(words []ingest.Word) (sum float64) {
	for _, w := range words {
		sum += (w.Conf - noWord) * float64(utf8.RuneCountInString(w.Raw))
	}
	return sum
}
