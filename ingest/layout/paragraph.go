package layout

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/ingest"
)

var (
	// mark begins an item of a list or a numbered heading: - + * I. 1. 1.2 a) 1/,
	// and as the party writes: I- 1-
	mark = regexp.MustCompile(`^([-–—+*•●▪○◦]|([IVXLC]+|\d{1,2}(\.\d{1,2})*|\pL)[.)]($|\pL)|\d(\.\d{1,2})+$|(\d{1,2}|[a-zđ])/$|([IVXLC]+|[A-ZĐ])/$|([IVXLC]+|[A-ZĐ]|\d{1,2})-$)`)
	// partName and partNumber are a heading of a law: Chương II, Điều 3. (but
	// "Điều 44 Nghị định" is a citation).
	partName   = regexp.MustCompile(`^(Điều|Chương|Mục|Phần|CHƯƠNG|MỤC|PHẦN)$`)
	partNumber = regexp.MustCompile(`^(\d+[.:]|[IVXLC]+[.:]?)$`)
)

// marked reports whether a strip begins like an item of a list or a heading.
func marked(st *strip) bool {
	w := st.words
	return mark.MatchString(w[0].Text) || len(w) > 1 && partName.MatchString(w[0].Text) && partNumber.MatchString(w[1].Text)
}

// flows reports whether b continues the paragraph whose lines so far are para.
func (s *sheet) flows(para []*strip, b *strip) bool {
	first, a := para[0], para[len(para)-1]
	if a.zone != b.zone || a.late != b.late || a.row == b.row {
		return false
	}
	switch a.zone {
	case ingest.ZoneTable:
		return a.table > 0 && a.cell == b.cell
	case ingest.ZoneBody:
		return !marked(b) && b.at.Y0-a.at.Y1 < s.high && s.full(a, b) && s.continues(a, b)
	case ingest.ZoneTitle:
		return !isTypeName(a) && capitals(a.text()) == capitals(b.text())
	case ingest.ZoneRecipients:
		return !marked(b) && marked(first) && b.at.X0 > first.at.X0+s.high/4
	case ingest.ZoneHeadLeft:
		return startsLike(first.folded(), "v v", "vv") // V/v …: a công văn's subject
	}
	return false
}

// full reports whether line a ends only because the line was full: the first
// word of b had no room in it any more, or b goes on in the middle of a
// sentence. On the grid of a text file letters are wider than they were in
// print, so a line that is nearly as long as the others will do.
func (s *sheet) full(a, b *strip) bool {
	room := s.right - 0.3*s.high - (a.at.X1 + 0.3*s.high)
	switch {
	case room < b.words[0].at.Width():
		return true
	case s.grid && a.at.X1-s.left > 0.75*s.column():
		return true
	}
	first, _ := utf8.DecodeRuneInString(b.words[0].Text)
	ended := strings.ContainsAny(a.words[len(a.words)-1].Text, ".;:!?")
	return unicode.IsLower(first) && !ended && a.at.Width() > s.column()/2
}

// continues reports whether b begins where the second line of a paragraph
// does: further left than a (which is indented), below it, or below the text
// that follows a's list mark.
func (s *sheet) continues(a, b *strip) bool {
	indent := b.at.X0 - a.at.X0
	if indent < s.high/2 {
		return b.at.X0 < s.left+s.high || indent > -s.high/2
	}
	return marked(a) && len(a.words) > 1 && within(b.at.X0, a.words[1].at.X0, s.high/2)
}

func within(a, b, d float64) bool { return a-b < d && b-a < d }
