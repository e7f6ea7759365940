package extract

import (
	"strings"

	"vanthu/ingest"
)

// Head and foot of a document are two columns side by side. Layout keeps them
// apart as zones; where it did not run, one line of OCR may hold a piece of
// each, and cells are these pieces: cut at a wide gap between two words, or,
// in text without boxes, at the words that always open the right column.

// side of a page that a cell stands on.
type side int

const (
	middle side = iota
	left
	right
)

// cell is a piece of a line that belongs to one column.
type cell struct {
	span
	line int
	side side
	box  ingest.Box
}

// cells cuts a line into its columns.
func (t *text) cells(i int) []cell {
	l := t.lines[i]
	whole := cell{span: l.span, line: i, side: t.sideOf(l, l.box), box: l.box}
	if l.zone != ingest.ZoneUnknown && l.zone != ingest.ZoneBody {
		return []cell{whole}
	}
	words := t.words[l.words.from:l.words.to]
	motto := l.from + mottoInside(t.f[l.from:l.to]) // its words always open the right column
	for n := 1; n < len(words); n++ {
		if t.gap(words[n-1], words[n]) && !t.blankSerial(words, n) || words[n].from == motto {
			return []cell{t.cell(i, words[:n], left), t.cell(i, words[n:], right)}
		}
	}
	return []cell{whole}
}

// blankSerial reports whether the gap before word n is the room that "Số:"
// leaves for a serial.
func (t *text) blankSerial(words []word, n int) bool {
	f := t.fold(words[n].span)
	return n == 1 && (f[0] == '/' || f[0] == '-') && called(t.f, words[n].from)
}

// gap reports whether two words stand as far apart as columns do.
func (t *text) gap(a, b word) bool {
	from, to := t.box(a), t.box(b)
	return !from.IsZero() && !to.IsZero() && to.X0-from.X1 > max(16, 1.6*from.Height())
}

func (t *text) box(w word) ingest.Box { return t.onPage(w).Box }

// onPage is a word as the page has it.
func (t *text) onPage(w word) *ingest.Word { return &t.pages[w.page].Lines[w.line].Words[w.n] }

// cell gathers words into a cell.
func (t *text) cell(i int, words []word, s side) cell {
	c := cell{span: span{words[0].from, words[len(words)-1].to}, line: i, side: s}
	for _, w := range words {
		c.box = c.box.Union(t.box(w))
	}
	return c
}

// sideOf tells a line's column from its zone or its place on the page.
func (t *text) sideOf(l line, b ingest.Box) side {
	switch l.zone {
	case ingest.ZoneHeadLeft, ingest.ZoneRecipients:
		return left
	case ingest.ZoneHeadRight, ingest.ZoneSignature:
		return right
	}
	width := t.pages[l.page].Width
	switch center := (b.X0 + b.X1) / 2; {
	case b.IsZero() || width == 0:
		return middle
	case center < 0.42*width && b.X1 < 0.55*width && !t.isIndented(l, b):
		return left
	case center > 0.58*width && b.X0 > 0.42*width:
		return right
	}
	return middle
}

// isIndented reports whether a line of a typed text stands far in from the margin:
// where nobody wrapped the paragraphs, the page is as wide as the longest, and a
// signer in its fiftieth column seems to stand left of its middle.
func (t *text) isIndented(l line, b ingest.Box) bool {
	return t.pages[l.page].Source == ingest.SourceText && b.X0 > farIn
}

// farIn is the width of twenty-five characters of a typed text, in points.
const farIn = 25 * 6

// capitalTail is the run of capitals at the end of a line, where signature and
// recipients stand side by side: `- Ban Giám đốc; PHÓ GIÁM ĐỐC`.
func (t *text) capitalTail(l line) (span, bool) {
	words := t.words[l.words.from:l.words.to]
	n := len(words)
	for n > 0 && allUpper(t.str(words[n-1].span)) {
		n--
	}
	if n == 0 || n > len(words)-2 || strings.HasPrefix(t.fold(words[n-1].span), "luu") {
		return span{}, false
	}
	return span{words[n].from, l.to}, true
}
