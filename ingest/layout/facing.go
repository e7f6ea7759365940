package layout

import (
	"slices"

	"vanthu/ingest"
)

// Two pages on one scan, as of an open book: each is read by itself, the left one
// first. Tesseract takes many of their lines for one:
//
//	hoạch năm 2021 của tỉnh | nhân dân các huyện tổ chức thực
//	và hướng dẫn của Bộ     | hiện, báo cáo trước ngày 15.
//
// A scan is two pages if it is wider than high, a seam runs down its middle that
// next to no word crosses and no rule, and running text stands on both sides of it.
// Annexes lie across too: their tables have rules from side to side, or rows of
// short pieces, and of a letterhead only a few lines stand side by side.
//
// Not done: running text in two columns of one page.

const (
	// landscape is how many times wider than high two pages are at least.
	landscape = 1.15
	// seamFrom and seamTo are where the seam lies, as shares of the width.
	seamFrom, seamTo = 0.4, 0.6
	// seamWidth is the least white between two pages, points.
	seamWidth = 24.0
	// crossing is the share of words that may cross it: bits of the fold.
	crossing = 0.01
	// runningLines lines of runningWords words, and of runningShare of the widest,
	// make running text.
	runningLines = 6
	runningWords = 5
	runningShare = 0.6
)

// facing parts a scan of two pages; not ok is one page.
func facing(p ingest.Page) (left, right ingest.Page, ok bool) {
	if p.Width < landscape*p.Height {
		return left, right, false
	}
	from, to := seam(p)
	middle := (from + to) / 2
	crossed := func(r ingest.Box) bool { return r.X0 < from && r.X1 > to }
	if to-from < seamWidth || slices.ContainsFunc(p.Rules, crossed) {
		return left, right, false
	}
	left, right = half(p, func(b ingest.Box) bool { return centreX(b) < middle }), half(p, func(b ingest.Box) bool { return centreX(b) >= middle })
	right.Number++
	return left, right, running(left.Lines) && running(right.Lines)
}

// seam is the widest white in the middle of a page.
func seam(p ingest.Page) (from, to float64) {
	begin := int(seamFrom * p.Width)
	over := make([]int, int(seamTo*p.Width)-begin) // words over each point
	words := 0
	for _, l := range p.Lines {
		words += len(l.Words)
		for _, w := range l.Words {
			for x := max(0, int(w.Box.X0)-begin); x <= min(len(over)-1, int(w.Box.X1)-begin); x++ {
				over[x]++
			}
		}
	}
	white := 0
	for x, n := range over {
		if white++; float64(n) > crossing*float64(words) {
			white = 0
		}
		if float64(white) > to-from {
			from, to = float64(begin+x+1-white), float64(begin+x+1)
		}
	}
	return from, to
}

// half is a page with the words and rules on one side.
func half(p ingest.Page, on func(ingest.Box) bool) ingest.Page {
	lines := p.Lines
	p.Lines, p.Rules = nil, slices.DeleteFunc(slices.Clone(p.Rules), func(r ingest.Box) bool { return !on(r) })
	for _, l := range lines {
		var part ingest.Line
		for _, w := range l.Words {
			if on(w.Box) {
				part.Words, part.Box = append(part.Words, w), part.Box.Union(w.Box)
			}
		}
		if len(part.Words) > 0 {
			p.Lines = append(p.Lines, part)
		}
	}
	return p
}

// running reports whether many lines are as long as those of running text.
func running(lines []ingest.Line) bool {
	widest, n := 0.0, 0
	for _, l := range lines {
		widest = max(widest, l.Box.Width())
	}
	for _, l := range lines {
		if len(l.Words) >= runningWords && l.Box.Width() > runningShare*widest {
			n++
		}
	}
	return n >= runningLines
}

// follow puts the lines of one page behind those of another, with paragraphs and
// tables counted on.
func follow(first, second []ingest.Line) []ingest.Line {
	para, table := 0, 0
	for _, l := range first {
		para, table = max(para, l.Para), max(table, l.Cell.Table)
	}
	for _, l := range second {
		l.Para += para
		if l.Cell.Table > 0 {
			l.Cell.Table += table
		}
		first = append(first, l)
	}
	return first
}
