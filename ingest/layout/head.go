package layout

import (
	"strings"

	"vanthu/ingest"
)

// The right block of a letterhead, folded.
const (
	nation = "cong hoa xa hoi chu nghia viet nam"
	motto  = "doc lap tu do hanh phuc"
	party  = "dang cong san viet nam"
)

// headRows is how many rows from the top a letterhead may begin in: signature
// overlays and stamps come before it.
const headRows = 14

// gutter is the white space between two blocks, from X lo to hi.
type gutter struct{ lo, hi float64 }

// around is g as narrow as the white space before word i of the strip.
func (g gutter) around(st *strip, i int) gutter {
	if i > 0 {
		g.lo = max(g.lo, st.words[i-1].at.X1)
	}
	g.hi = min(g.hi, st.words[i].at.X0)
	return g
}

func (g gutter) middle() float64 { return (g.lo + g.hi) / 2 }

// head finds the two blocks of a letterhead and returns the first row below
// them, 0 when there is none.
func (s *sheet) head(first bool) (below int) {
	g, start, ok := s.headGutter()
	if !ok && first {
		g, start, ok = s.guessGutter()
	}
	if !ok {
		return 0
	}
	s.stacked = g.hi < s.left+s.column()/5
	rows := s.rows()
	for i, row := range rows {
		switch {
		case row[0].row < start && s.stacked:
			s.stackedIssuer(rows[i], rows[i+1:], start)
		case row[0].row < start && isTypeName(row[0]):
			setZone(row, ingest.ZoneTitle) // Phụ lục 1, which is a form with a letterhead
		case row[0].row < start:
			setZone(row, ingest.ZoneStamp)
		case s.endsHead(row, g, row[0].row > start):
			return row[0].row
		case s.stacked:
			s.stackedHead(row)
		default:
			s.divide(row, g, ingest.ZoneHeadLeft, ingest.ZoneHeadRight)
		}
	}
	return len(s.strips) + 1
}

// setZone gives a zone to what has none.
func setZone(row []*strip, z ingest.Zone) {
	for _, st := range row {
		if st.zone == ingest.ZoneUnknown {
			st.zone = z
		}
	}
}

// headGutter finds the gutter by what stands to the right of it: the national
// title, the motto below it, or the party's name. Lines are cut before these
// even where no more than a space stands there.
func (s *sheet) headGutter() (g gutter, start int, ok bool) {
	g = gutter{s.left - s.high, s.right}
	for _, row := range s.rows() {
		n := row[0].row
		if n > headRows && !ok || ok && n > start+3 {
			break
		}
		for i, st := range row {
			at := rightBlock(st)
			if at < 0 {
				continue
			}
			if !ok {
				ok, start = true, n
			}
			g = g.around(st, at)
			if i > 0 && at == 0 {
				g.lo = max(g.lo, row[i-1].at.X1)
			}
			if at > 0 {
				s.cut(st, at)
			}
		}
	}
	return g, start, ok && g.lo < g.hi
}

// rightBlock is the word of a strip at which the right block's line begins, or
// -1. In running text these names are not in capitals.
func rightBlock(st *strip) int {
	if at := max(st.find(nation), st.find(party)); at >= 0 && capitals(textOf(st.words[at:])) {
		return at
	}
	return st.find(motto)
}

// stackedHead zones a row of a letterhead whose blocks stand below one another,
// as in text copied from a web page.
func (s *sheet) stackedHead(row []*strip) {
	for _, st := range row {
		text := st.folded()
		if strings.HasPrefix(text, "so ") || strings.HasPrefix(text, "v v ") {
			st.zone = ingest.ZoneHeadLeft
			continue
		}
		setZone(row, ingest.ZoneHeadRight)
	}
}

// stackedIssuer zones a row above the national title: the issuer in capitals,
// when nothing but capitals stands between.
func (s *sheet) stackedIssuer(row []*strip, below [][]*strip, start int) {
	for _, next := range below {
		if next[0].row >= start {
			break
		}
		if text := next[0].text(); fold(text) != "" && !capitals(text) {
			return
		}
	}
	if capitals(row[0].text()) || row[0].folded() == "" {
		setZone(row, ingest.ZoneHeadLeft)
	}
}

// guessGutter is for letterheads that OCR could not read: two rows or more
// near the top with wide white space at the same place left of the middle.
func (s *sheet) guessGutter() (g gutter, start int, ok bool) {
	found := 0
	for _, st := range s.strips {
		if st.row > headRows {
			break
		}
		i := s.widest(st, gutter{s.left + s.column()/4, s.left + s.column()*6/10})
		if i == 0 || st.gap(i) < 1.5*s.high {
			continue
		}
		if found == 0 {
			g, start = gutter{s.left, s.right}, st.row
		}
		if next := g.around(st, i); next.lo < next.hi {
			g = next
			found++
		}
	}
	return g, start, found >= 2
}

// widest is the word after the widest white space that lies at least partly in
// the gutter, or 0.
func (s *sheet) widest(st *strip, g gutter) int {
	at, wide := 0, 0.8*s.high
	for i := 1; i < len(st.words); i++ {
		if st.words[i-1].at.X1 < g.hi && st.words[i].at.X0 > g.lo && st.gap(i) > wide {
			at, wide = i, st.gap(i)
		}
	}
	return at
}

// endsHead reports whether a row is the first one below the letterhead: it is
// the title or the address, or it runs across the gutter, or stands alone in
// the middle of the page.
func (s *sheet) endsHead(row []*strip, g gutter, below bool) bool {
	for _, st := range row {
		text := st.folded()
		if len(text) < 3 || st.zone != ingest.ZoneUnknown {
			continue
		}
		if isTypeName(st) || st.find("kinh gui") >= 0 {
			return true
		}
		if s.widest(st, s.reach(g)) > 0 {
			continue
		}
		if s.stacked && (st.at.Width() > 30*s.high || marked(st)) {
			return true
		}
		crosses := st.at.X0 < g.middle() && st.at.X1 > g.hi
		if !s.stacked && (crosses && len(text) > 12 || below && len(row) == 1 && s.centred(st)) {
			return true
		}
	}
	return false
}

// reach is how far from the gutter a row's own white space may lie.
func (s *sheet) reach(g gutter) gutter { return gutter{g.lo - 2*s.high, g.hi + 2*s.high} }

// divide cuts the strips of a row at the gutter and gives both sides their zone.
func (s *sheet) divide(row []*strip, g gutter, left, right ingest.Zone) {
	for _, st := range row {
		if st.zone != ingest.ZoneUnknown {
			continue
		}
		if st.at.X0 < g.middle() && st.at.X1 > g.middle() {
			if i := s.widest(st, s.reach(g)); i > 0 {
				a, b := s.cut(st, i)
				a.zone, b.zone = left, right
				continue
			}
		}
		st.zone = left
		if centreX(st.at) > g.middle() {
			st.zone = right
		}
	}
}

// centred reports whether a strip stands in the middle of the text column.
func (s *sheet) centred(st *strip) bool {
	off := centreX(st.at) - s.middle()
	return max(off, -off) < 0.05*s.column()
}
