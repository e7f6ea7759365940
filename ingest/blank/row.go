package blank

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vanthu/ingest"
)

// row is a printed line of the letterhead: its letters and how they stand.
type row struct {
	words []ingest.Word
	runes []rune // folded, of all words, nothing between words
	plain []rune // the same with their marks and case
	word  []int  // the word of each rune
	first []bool // the rune begins its word
	last  []bool // the rune ends its word
	size  float64
	y     float64 // of the base line at x 0
	slope float64
}

func newRow(l ingest.Line) *row {
	r := &row{words: l.Words}
	for i, w := range l.Words {
		plain := []rune(norm.NFC.String(w.Raw))
		for j, f := range fold(w.Raw) {
			r.runes, r.plain = append(r.runes, f), append(r.plain, plain[j])
			r.word = append(r.word, i)
			r.first, r.last = append(r.first, j == 0), append(r.last, j == len(plain)-1)
		}
	}
	return r
}

// base is the base line at x.
func (r *row) base(x float64) float64 { return r.y + r.slope*x }

// sizes are what the words that were read well say about the size of the type.
func (r *row) sizes() (all []float64) {
	for _, w := range r.words {
		if n := width(w.Raw); wellRead(w) && n > 1 && bounded(w.Raw) {
			all = append(all, w.Box.Width()/(n-sideBearing))
		}
	}
	return all
}

// bounded reports whether a word begins and ends with ink as wide as its type: a
// colon has white on both sides.
func bounded(s string) bool {
	rs := []rune(s)
	first, last := rs[0], rs[len(rs)-1]
	return (unicode.IsLetter(first) || first == '/') && unicode.IsLetter(last)
}

// sideBearing is the white beside the first and last letter of a word, which
// its box leaves out, in sizes of the type.
const sideBearing = 0.06

// ascent is how far t and h reach above the line, in sizes of the type.
const ascent = 0.68

// descent is how far g and y reach below the line, in sizes of the type.
const descent = 0.21

// wellRead reports whether a word is print that was read well.
func wellRead(w ingest.Word) bool {
	if w.Conf < 0.8 {
		return false
	}
	letters := 0
	for _, r := range w.Raw {
		if unicode.IsLetter(r) {
			letters++
		} else if unicode.IsDigit(r) {
			return false
		}
	}
	return letters > 1
}

// settle finds the base line: the middle one of those that the words stand on,
// moved along the slope. Of two it is the upper one: dirt, a hand or the line
// below makes a word's box reach too low, never too high.
func (r *row) settle(size, slope float64) {
	r.size, r.slope = size, slope
	var at []float64
	for _, w := range r.words {
		y := w.Box.Y1 - slope*(w.Box.X0+w.Box.X1)/2
		if descends(w.Raw) {
			y -= descent * size
		}
		at = append(at, y)
	}
	r.y = median(at)
}

// tilt is the slope of the page's lines: the median of those that are long and
// begin and end with words read well.
func tilt(lines []ingest.Line) float64 {
	var slopes []float64
	for _, l := range lines {
		words := slices.DeleteFunc(slices.Clone(l.Words), func(w ingest.Word) bool { return !wellRead(w) || descends(w.Raw) })
		if len(words) < 2 {
			continue
		}
		a, b := words[0].Box, words[len(words)-1].Box
		if run := b.X1 - a.X0; run > longLine {
			slopes = append(slopes, (b.Y1-a.Y1)/(b.X0-a.X0))
		}
	}
	return median(slopes)
}

// longLine is how long a line must be, in points, to tell its slope.
const longLine = 180

// median is the middle one, the lesser of two.
func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	v = slices.Clone(v)
	slices.Sort(v)
	return v[(len(v)-1)/2]
}

// anchor is a printed word found in a row, the runes from up to to.
type anchor struct {
	from, to int
	text     string
}

func (a anchor) found() bool { return a.to > a.from }

// find looks for a printed word among the runes from on, but for a letter in
// four lost or misread; the best match wins, at the edge of a word if there are
// equals, and the last of those.
func (r *row) find(text string, from, to int) anchor {
	return r.findNear(text, from, to, len(fold(text))/4)
}

// findNear is find with so many letters lost or misread at most.
func (r *row) findNear(text string, from, to, misread int) anchor {
	want := fold(text)
	best, cost := anchor{}, 2*misread+1
	for i := from; i < to; i++ {
		for n := len(want) - 1; n <= len(want)+1 && i+n <= to; n++ {
			c := 2 * distance(r.runes[i:i+n], want)
			if !r.first[i] && !r.last[i+n-1] {
				c++
			}
			if c < cost || c == cost && best.found() && !(i == best.from && n > len(want)) {
				best, cost = anchor{i, i + n, text}, c
			}
		}
	}
	return best
}

// side is where the print of a word stands when a hand was read with it.
type side int

const (
	atLeft side = iota
	atRight
	between // hands may stand on both sides
)

// reach is how far the print of an anchor reaches. Its word's box tells it
// where the anchor begins or ends the word, its width the rest.
func (r *row) reach(a anchor, print side) (x0, x1 float64) {
	head, tail := r.words[r.word[a.from]], r.words[r.word[a.to-1]]
	wide := (width(a.text) - sideBearing) * r.size
	first, last := r.first[a.from], r.last[a.to-1]
	if first && last {
		if tail.Box.X1-head.Box.X0 < loose*wide || r.word[a.from] < r.word[a.to-1] {
			return head.Box.X0, tail.Box.X1
		}
		first = print == atLeft || print == between && r.overrun(a)
	}
	switch {
	case first:
		return head.Box.X0, head.Box.X0 + wide
	case last:
		return tail.Box.X1 - wide, tail.Box.X1
	}
	x0 = r.inside(a.from)
	return x0, x0 + wide
}

// loose is how much wider than its letters a word's box may be without a hand
// in it.
const loose = 1.12

// overrun reports whether the box of a word that is an anchor reaches too far
// to the right, over what follows, rather than to the left. A side on which
// figures have been read as a word of their own is not the one.
func (r *row) overrun(a anchor) bool {
	i := r.word[a.to-1]
	if i+1 < len(r.words) && r.words[i+1].Box.X0 < r.words[i].Box.X1 {
		return true
	}
	if i+1 < len(r.words) && areFigures(r.words[i+1]) {
		return false
	}
	if j := r.word[a.from]; j > 0 && areFigures(r.words[j-1]) {
		return true
	}
	left, right := math.Inf(1), math.Inf(1)
	if j := r.word[a.from]; j > 0 {
		left = r.words[j].Box.X0 - r.words[j-1].Box.X1
	}
	if i+1 < len(r.words) {
		right = r.words[i+1].Box.X0 - r.words[i].Box.X1
	}
	return right < left
}

// areFigures reports whether a word was read well and as figures.
func areFigures(w ingest.Word) bool {
	return w.Conf >= 0.8 && strings.Trim(w.Raw, "0123456789") == ""
}

// inside is where a rune in the middle of a word begins, by the widths of the
// letters.
func (r *row) inside(i int) float64 {
	w := r.words[r.word[i]]
	before, all := 0.0, 0.0
	for j := range r.runes {
		if r.word[j] != r.word[i] {
			continue
		}
		n := width(string(r.plain[j]))
		if all += n; j < i {
			before += n
		}
	}
	return w.Box.X0 + w.Box.Width()*before/all
}
