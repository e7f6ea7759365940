package pdfa

import (
	"math"
	"slices"
	"strconv"

	"golang.org/x/text/unicode/norm"

	"vanthu/ingest"
	"vanthu/ingest/output"
)

// place turns points of a page as it was read, from its top left, into the
// page's own, which may be cut (CropBox), turned (Rotate) and scaled
// (UserUnit).
type place struct {
	left, bottom, right, top float64 // of the part that is shown
	turn                     int     // clockwise, 0 to 270
	unit                     float64 // points in one of the page's
}

func (b *book) placeOf(page string, turn int) place {
	p := place{turn: ((int(b.number(b.inherited(page, "/Rotate"), 0))+turn)%360 + 360) % 360 / 90 * 90}
	p.unit = b.number(b.dict(page)["/UserUnit"], 1)
	p.left, p.bottom, p.right, p.top = 0, 0, 612, 792 // what viewers take for none
	for _, name := range []string{"/MediaBox", "/CropBox"} {
		box := b.list(b.inherited(page, name))
		if len(box) != 4 {
			continue
		}
		x0, y0, x1, y1 := b.number(box[0], 0), b.number(box[1], 0), b.number(box[2], 0), b.number(box[3], 0)
		x0, y0, x1, y1 = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
		if name == "/CropBox" {
			x0, y0, x1, y1 = max(x0, p.left), max(y0, p.bottom), min(x1, p.right), min(y1, p.top)
		}
		if x0 < x1 && y0 < y1 {
			p.left, p.bottom, p.right, p.top = x0, y0, x1, y1
		}
	}
	return p
}

// matrix sets text on the page as shown, from a point measured there, along a
// line that falls by so much for each step to the right.
func (p place) matrix(x, y, fall float64) [6]float64 {
	x, y = x/p.unit, y/p.unit
	var at, right, up [2]float64 // in the page's own directions
	switch p.turn {
	case 90:
		at, right, up = [2]float64{p.left + y, p.bottom + x}, [2]float64{0, 1}, [2]float64{-1, 0}
	case 180:
		at, right, up = [2]float64{p.right - x, p.bottom + y}, [2]float64{-1, 0}, [2]float64{0, -1}
	case 270:
		at, right, up = [2]float64{p.right - y, p.top - x}, [2]float64{0, -1}, [2]float64{1, 0}
	default:
		at, right, up = [2]float64{p.left + x, p.top - y}, [2]float64{1, 0}, [2]float64{0, 1}
	}
	sin, cos := math.Sincos(math.Atan(fall))
	return [6]float64{
		right[0]*cos - up[0]*sin, right[1]*cos - up[1]*sin,
		up[0]*cos + right[0]*sin, up[1]*cos + right[1]*sin,
		at[0], at[1],
	}
}

// layerFont is the name that pages know the font by.
const layerFont = "/VanthuText"

// layer writes the content stream that sets lines invisibly, each word over
// its place.
func layer(lines []ingest.Line, p place, f *glyphless) []byte {
	out := []byte("q BT 3 Tr\n")
	for _, l := range lines {
		words := slices.DeleteFunc(output.Words(l), func(w output.Word) bool { return w.Box.Width() <= 0 || w.Box.Height() <= 0 })
		if len(words) > 0 {
			out = appendLine(out, words, p, f)
		}
	}
	return append(out, "ET Q\n"...)
}

// leastGap between words, in heights of letters. poppler parts words by gaps
// alone, from 0.15 on, and does not heed the spaces; print that is justified
// has less: 1 word in 80 ran into the next.
const leastGap = 0.2

// appendLine sets a line: letters as high as the line's tall words, and every
// word stretched to its width, or less where the next one is near. A space
// goes with each word, since not every viewer takes a gap, or the end of a
// line, for one; where it is wider than the gap it lies under the next word,
// which does no harm.
func appendLine(out []byte, words []output.Word, p place, f *glyphless) []byte {
	size := letterHeight(words)
	base := baseline(words, size)
	out = append(append(out, layerFont...), ' ')
	out = append(appendNumber(out, size/p.unit), " Tf "...)
	x := words[0].Box.X0
	for _, v := range p.matrix(x, base.at(x), base.fall) {
		out = append(strconv.AppendFloat(out, math.Round(v*1e5)/1e5, 'f', -1, 64), ' ')
	}
	out = append(out, "Tm\n"...)
	for i, w := range words {
		width := w.Box.Width()
		if i+1 < len(words) {
			width = max(min(width, words[i+1].Box.X0-w.Box.X0-leastGap*size), width/2)
		}
		natural := float64(len([]rune(w.Text))) * size * advance / 1000
		out = append(strconv.AppendFloat(out, max(math.Floor(100*width/natural), 1), 'f', 0, 64), " Tz "...)
		if i > 0 {
			out = append(appendNumber(out, (w.Box.X0-x)/p.unit), " 0 Td "...)
			x = w.Box.X0
		}
		out = append(f.appendHex(out, w.Text+" "), " Tj\n"...)
	}
	return out
}

// appendNumber writes a hundredth of a point, which nobody sees.
func appendNumber(out []byte, v float64) []byte {
	return strconv.AppendFloat(out, math.Round(v*100)/100, 'f', -1, 64)
}

// letterHeight is the height of words that have both high and low letters,
// nearly: that of three quarters of the words is less.
func letterHeight(words []output.Word) float64 {
	var heights []float64
	for _, w := range words {
		heights = append(heights, w.Box.Height())
	}
	slices.Sort(heights)
	return max(heights[len(heights)*3/4], 1)
}

// slope is a straight line: y at x.
type slope struct{ x, y, fall float64 }

func (s slope) at(x float64) float64 { return s.y + (x-s.x)*s.fall }

// steepest is the slope of a scan beyond which a line of words is rather a
// heap of them: six degrees.
const steepest = 0.1

// baseline fits a line to the feet of the words that stand on it, least
// squares, so that on a skewed scan the words of a line stay one line. Where
// every word has a letter below the line, as "g", "y" or any with a dot below
// ("ạ"), it lies a fifth of their height up.
func baseline(words []output.Word, size float64) slope {
	var xs, ys []float64
	for _, w := range words {
		if !hangs(w.Text) {
			xs, ys = append(xs, (w.Box.X0+w.Box.X1)/2), append(ys, w.Box.Y1)
		}
	}
	if len(xs) == 0 {
		for _, w := range words {
			xs, ys = append(xs, (w.Box.X0+w.Box.X1)/2), append(ys, w.Box.Y1-size/5)
		}
	}
	s := slope{x: mean(xs), y: mean(ys)}
	var xy, xx float64
	for i := range xs {
		xy += (xs[i] - s.x) * (ys[i] - s.y)
		xx += (xs[i] - s.x) * (xs[i] - s.x)
	}
	if len(xs) > 2 && xx > 0 && xy/xx < steepest && xy/xx > -steepest {
		s.fall = xy / xx
	}
	return s
}

func mean(values []float64) (m float64) {
	for _, v := range values {
		m += v / float64(len(values))
	}
	return m
}

// hangs reports whether a word goes below the line.
func hangs(word string) bool {
	const dotBelow = '\u0323'
	return slices.ContainsFunc([]rune(norm.NFD.String(word)), func(r rune) bool {
		return r == dotBelow || slices.Contains([]rune("gjpqyQ,;()[]{}/|@_"), r)
	})
}
