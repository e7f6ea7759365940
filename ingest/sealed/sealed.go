package sealed

import (
	"cmp"
	"image"
	"math"
	"slices"

	"vanthu/ingest"
	"vanthu/ingest/pieces"
)

// Sizes in points: a signer's name is set in 13 or 14 pt, in a stamp up to 18.
const (
	// leastLetter and mostLetter are the height of a letter with or without its
	// marks, mostWide the width of letters that have run together.
	leastLetter, mostLetter, mostWide = 3.6, 19, 60
	// fewLetters and shortLine are the least that a line has of letters and of
	// length.
	fewLetters, shortLine = 4, 30
	// uneven is how far the feet of a line's letters may be apart, wordGap the
	// white between two of them.
	uneven, wordGap = 1.7, 12
	// mostSlope is how much a stamped name may slant, slopeStep in what steps
	// that is tried.
	mostSlope, slopeStep = 0.14, 0.02
	// mostLines is how many lines are given.
	mostLines = 8
)

// finder looks for lines among the letters of an area.
type finder struct {
	pic   *image.Gray
	scale float64 // pixels in a point
	mask  *pieces.Mask
	all   []pieces.Piece
	seal  circle // zero: none found
}

// Lines finds the lines of print in an area of a page's picture, the longest
// first. The area may hold seals and signatures; what hangs together with a
// long stroke of a pen is lost.
func Lines(pic *image.Gray, dpi float64, area ingest.Box) (lines []Line) {
	f := finder{pic: pic, scale: dpi / 72}
	within := image.Rect(f.px(area.X0), f.px(area.Y0), f.px(area.X1), f.px(area.Y1)).Intersect(pic.Rect)
	if within.Dx() < f.px(shortLine) || within.Dy() < f.px(mostLetter) {
		return nil
	}
	f.mask = pieces.Of(pic, within)
	if f.seal = f.findSeal(within); f.seal.r > 0 {
		f.eraseRings()
	}
	f.mask.EraseRules(f.px(mostWide), f.px(mostWide), max(2, f.px(1.2)))
	f.all = slices.DeleteFunc(f.mask.Pieces(), func(p pieces.Piece) bool { return p.Box.Dy() > f.px(mostLetter) || p.Box.Dx() > f.px(mostWide) })
	letters := slices.DeleteFunc(slices.Clone(f.all), func(p pieces.Piece) bool { return p.Box.Dy() < f.px(leastLetter) })
	for len(lines) < mostLines {
		c := f.longest(letters)
		if len(c.letters) == 0 {
			break
		}
		if !f.isInscription(c) {
			lines = append(lines, f.cut(c))
		}
		letters = slices.DeleteFunc(letters, func(p pieces.Piece) bool { return f.onLine(c, p) })
	}
	return lines
}

func (f finder) px(points float64) int { return int(math.Round(points * f.scale)) }

// chain is letters that stand on one line.
type chain struct {
	letters []pieces.Piece
	slope   float64
	foot    float64 // of the line at x 0
	covered int     // pixels of its length that are letters
}

// longest is the chain that covers most; of two alike the straighter.
func (f finder) longest(letters []pieces.Piece) (best chain) {
	for step := 0.0; step <= mostSlope+slopeStep/2; step += slopeStep {
		for _, slope := range []float64{step, -step} {
			for _, c := range f.chains(letters, slope) {
				if c.covered > best.covered+f.px(1) {
					best = c
				}
			}
		}
	}
	return best
}

// chains are the lines of a slope that are long enough.
func (f finder) chains(letters []pieces.Piece, slope float64) (found []chain) {
	foot := func(p pieces.Piece) float64 { return float64(p.Box.Max.Y) - slope*middle(p) }
	sorted := slices.SortedFunc(slices.Values(letters), func(a, b pieces.Piece) int { return cmp.Compare(foot(a), foot(b)) })
	end := 0
	for i, p := range sorted {
		for end < len(sorted) && foot(sorted[end]) <= foot(p)+uneven*f.scale {
			end++
		}
		for _, run := range f.runs(sorted[i:end]) {
			c := chain{letters: run, slope: slope}
			for _, q := range run {
				c.covered += q.Box.Dx()
				c.foot += foot(q) / float64(len(run))
			}
			if box := pieces.Bounds(run); len(run) >= fewLetters && box.Dx() >= f.px(shortLine) && 2*c.covered > box.Dx() {
				found = append(found, c)
			}
		}
	}
	return found
}

func middle(p pieces.Piece) float64 { return float64(p.Box.Min.X+p.Box.Max.X) / 2 }

// runs parts letters where the white between two is too wide.
func (f finder) runs(letters []pieces.Piece) (runs [][]pieces.Piece) {
	sorted := slices.SortedFunc(slices.Values(letters), func(a, b pieces.Piece) int { return a.Box.Min.X - b.Box.Min.X })
	end := math.MinInt32
	for _, p := range sorted {
		if p.Box.Min.X > end+f.px(wordGap) {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], p)
		end = max(end, p.Box.Max.X)
	}
	return runs
}

// high is the height of the line's capitals, about: of its higher letters.
func (c chain) high() int {
	var all []int
	for _, p := range c.letters {
		all = append(all, p.Box.Dy())
	}
	slices.Sort(all)
	return all[4*(len(all)-1)/5]
}

// onLine reports whether a piece is of the line: a letter, its marks, a letter
// that reaches below it.
func (f finder) onLine(c chain, p pieces.Piece) bool {
	box, high := pieces.Bounds(c.letters), float64(c.high())
	if x := middle(p); x < float64(box.Min.X-f.px(3)) || x > float64(box.Max.X+f.px(3)) {
		return false
	}
	y := float64(p.Box.Min.Y+p.Box.Max.Y)/2 - c.slope*middle(p) - c.foot
	return y > -1.6*high && y < 0.45*high
}
