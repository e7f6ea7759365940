// Package layout puts the lines of a page into reading order and says which
// part of an administrative document each belongs to.
//
// In comes a page as OCR, a text layer or a text file gave it: words with
// boxes, in lines that may run across blocks. Out comes the same page with its
// lines cut where blocks stand side by side, ordered as a person reads (left
// head block, right head block, title, body, nơi nhận, signature; stamps and
// page numbers last), each with its zone (ingest.Zone…) and paragraph.
//
//	UBND TỈNH X    CỘNG HÒA XÃ HỘI …         head-left   UBND TỈNH X
//	SỞ Y TẾ          Độc lập - Tự do …   →   head-left   SỞ Y TẾ
//	Số: 5/KH-SYT     X, ngày 3 tháng 2 …     head-left   Số: 5/KH-SYT
//	          KẾ HOẠCH                       head-right  CỘNG HÒA XÃ HỘI …
//
//	page = layout.Arrange(page)
//
// It never reads letters anew, repairs words, joins hyphens, or loses, adds or
// changes a word; boxes stay as they came. Pages whose words have no boxes keep
// their order and get zones by their text. It has no state and is safe for
// concurrent use; time grows with the words of a page (a full page takes some
// milliseconds).
package layout

import (
	"cmp"
	"slices"

	"vanthu/ingest"
)

// How the order is found.
//
// Tesseract (psm 3) finds text lines well but reads the two blocks of a
// letterhead across, and nơi nhận across the signature: "UBND TỈNH X CỘNG HÒA
// XÃ HỘI CHỦ NGHĨA VIỆT NAM". Administrative documents have one column
// otherwise, so their whole layout is two places to cut and one order.
//
//  1. The page is set straight: the median slope of long lines turns all boxes
//     back (1° moves the end of a line by half its height). The strips are put
//     into rows, and the margins are where a seventh of the long lines begin
//     and end (sheet.go).
//  2. What stands beside the text goes to its own zone: page numbers, overlays
//     of digital signatures, the stamp of incoming mail, doubtful words beyond
//     the margins (edge.go).
//  3. Anchors find the letterhead: the national title, the motto, the party's
//     name, compared without marks and with one letter in four wrong, as seals
//     lie on them. The white space left of them, narrowed row by row, is the
//     gutter. Rows are cut at their widest white space near it until one runs
//     across, is the name of a kind of document, or stands alone in the middle
//     (head.go). Without an anchor, two rows near the top with wide white space
//     at one place will do.
//  4. Below it comes the title: a known kind, or capitals in the middle of the
//     page; then the subject, while lines are centred and close (title.go).
//  5. "Nơi nhận" and the capacity (TM. KT. TL. …) or position in capitals give
//     the gutter of the last two blocks (foot.go).
//  6. Ruling lines that cross make tables with rows and cells (grid.go); without
//     rules three rows or more with three cells are one, kept row by row (table.go).
//  7. In the body a line goes on in the next one when the next one's first word
//     had no room left in it, it begins further left or below, and no list mark
//     or gap stands before it (paragraph.go).
//
// A row of the second kind, with a seal in it, at 300 dpi:
//
//	108…229          344…561
//	ỦY BAN NHÂN DÂN  ÒA X.HO(33//MGHĨA VIỆT NAM.
//
// Folded, the right part is "oa x ho 33 mghia viet nam": nine letters of the
// national title are gone, eight may be wrong, and the seal hid the motto too.
// But below stands "Số: 68 /KH-UBND  Hải Phòng, ngày …" with its wide white
// space (215…317) at the same place: the gutter is 229…317.
//
// Measured on the eleven transcribed pages of ../shared/scans/gold_pages with
// Tesseract 5 at 300 dpi, tools/score_text.py --skip-hand (2026-11-21), as
// Tesseract has it and after Arrange:
//
//	letterhead pages (6)   CER 9.3 → 7.2 %   WER 16.8 → 14.3 %
//	inner pages (5)        CER 2.2 → 2.1 %   WER 6.2 → 6.1 %
//
// and without the zones stamp and margin, which the transcriptions leave out,
// CER 4.5 and WER 11.7 % on the letterhead pages; what is left there is letters
// misread, not order. A page takes 2 ms. Of the 52 first pages in ../shared/scans
// all get both head blocks; 39 get a title, the others are công văn, which have
// none; of 46 pages with nơi nhận 38 get a signature, on the rest OCR read
// nothing beside it. On the text seeds (grid of textpage) all blocks that are
// there are found, with columns collapsed to one space too.
//
// What was not done: a table without rules keeps rows, not cells (a cell of two
// lines is read line by line with its neighbours); running text in two columns; pages turned
// by 90°, which the reader turns before; a signature block above nơi nhận at
// the left margin.

// Arrange returns the page with its lines in reading order, cut where blocks
// stand side by side, each with its zone and paragraph. No word is lost,
// changed or added. The page that came in is not touched.
func Arrange(p ingest.Page) ingest.Page {
	if p.Skew == 0 {
		return arrange(p)
	}
	return Turned(arrange(Turned(p, -p.Skew)), p.Skew)
}

func arrange(p ingest.Page) ingest.Page {
	if left, right, ok := facing(p); ok {
		p.Lines = follow(arrange(left).Lines, arrange(right).Lines)
		return p
	}
	s := newSheet(p.Lines, p.Rules)
	s.grid = s.grid || p.Source == ingest.SourceText
	s.edges()
	below := s.head(p.Number == 1)
	s.title(below)
	s.foot()
	s.tables()
	s.body()
	s.join()
	p.Lines = s.lines()
	return p
}

// reading is the order in which zones are read; body below the signature comes
// after it.
var reading = map[ingest.Zone]int{
	ingest.ZoneHeadLeft: 1, ingest.ZoneHeadRight: 2, ingest.ZoneTitle: 3,
	ingest.ZoneBody: 4, ingest.ZoneTable: 4,
	ingest.ZoneRecipients: 5, ingest.ZoneSignature: 6,
	ingest.ZoneStamp: 8, ingest.ZoneMargin: 9,
}

const afterSignature = 7

func (s *sheet) turn(st *strip) int {
	switch {
	case s.stacked && st.zone != ingest.ZoneStamp && st.zone != ingest.ZoneMargin:
		return 0
	case st.late:
		return afterSignature
	case st.early:
		return 0
	}
	return reading[st.zone]
}

// lines are the strips in reading order, with paragraphs.
func (s *sheet) lines() []ingest.Line {
	slices.SortStableFunc(s.strips, func(a, b *strip) int {
		return cmp.Or(cmp.Compare(s.turn(a), s.turn(b)), cmp.Compare(a.begins(), b.begins()),
			cmp.Compare(a.cell.Row, b.cell.Row), cmp.Compare(a.cell.Column, b.cell.Column),
			cmp.Compare(a.row, b.row), cmp.Compare(a.at.X0, b.at.X0))
	})
	var lines []ingest.Line
	para, first := 0, 0
	for i, st := range s.strips {
		if i == 0 || !s.flows(s.strips[first:i], st) {
			para, first = para+1, i
		}
		l := ingest.Line{Zone: st.zone, Para: para, Cell: st.cell}
		for _, w := range st.words {
			l.Words = append(l.Words, w.Word)
			l.Box = l.Box.Union(w.Box)
		}
		lines = append(lines, l)
	}
	return lines
}

// begins is the row in which a strip, or the ruled table it stands in, begins.
func (st *strip) begins() int {
	if st.table > 0 {
		return st.table
	}
	return st.row
}

// body gives what no rule has claimed to the body.
func (s *sheet) body() {
	for _, st := range s.strips {
		if st.zone == ingest.ZoneUnknown {
			st.zone = ingest.ZoneBody
		}
	}
}

// join puts together the strips of a row that are one line: in the same zone,
// side by side and not far apart.
func (s *sheet) join() {
	s.order()
	var kept []*strip
	for _, st := range s.strips {
		if n := len(kept); n > 0 && s.oneLine(kept[n-1], st) {
			kept[n-1].words = append(kept[n-1].words, st.words...)
			kept[n-1].measure()
			continue
		}
		kept = append(kept, st)
	}
	s.strips = kept
}

func (s *sheet) oneLine(a, b *strip) bool {
	gap := b.at.X0 - a.at.X1
	return a.row == b.row && a.zone == b.zone && a.late == b.late && a.zone != ingest.ZoneTable &&
		gap > -s.high/4 && gap < 4*s.high
}
