package layout

import (
	"slices"
	"strings"

	"vanthu/ingest"
)

// capacity begins the first line of a signature block, in capitals: thay mặt,
// ký thay, thừa lệnh, thừa uỷ quyền, quyền.
var capacity = []string{"tm ", "t m ", "kt ", "k t ", "tl ", "t l ", "tuq ", "q "}

// positions are what a signature block without a capacity begins with.
var positions = []string{
	"chu tich", "pho chu tich", "giam doc", "pho giam doc", "bo truong", "thu truong", "thu tuong", "pho thu tuong",
	"truong ban", "pho truong ban", "bi thu", "pho bi thu", "chanh van phong", "pho chanh van phong", "cuc truong",
	"tong cuc truong", "hieu truong", "pho hieu truong", "truong phong", "pho truong phong", "vien truong", "chanh an",
	"nguoi lap", "nguoi ky", "tong giam doc", "chi cuc truong", "pho chi cuc truong",
}

// foot finds nơi nhận and the signature block beside or below it.
func (s *sheet) foot() {
	rows := s.rows()
	notice, at := s.recipients()
	sign, top := s.signature(at)
	if notice == nil && sign == nil {
		return
	}
	if at == 0 && s.filed(sign) {
		at = sign.row
	}
	g := s.footGutter(notice, sign)
	for _, row := range rows {
		n := row[0].row
		switch {
		case n < top:
		case n > top+1 && s.resumes(row, g):
			for _, st := range s.strips {
				st.late = st.row >= n && st.zone == ingest.ZoneUnknown
			}
			return
		case at == 0 || n < at:
			s.takeRight(row, g)
		default:
			s.divide(row, g, ingest.ZoneRecipients, ingest.ZoneSignature)
			s.cutSign(row)
		}
	}
	s.signBelow()
}

// cutSign cuts lines in which only a space is left of the gutter: "Nơi nhận:
// KT. GIÁM ĐỐC".
func (s *sheet) cutSign(row []*strip) {
	for _, st := range row {
		if i := tail(st); i > 0 && (st.zone == ingest.ZoneRecipients || st.at.X0 < s.left+s.high) {
			_, b := s.cut(st, i)
			st.zone, b.zone = ingest.ZoneRecipients, ingest.ZoneSignature
		}
	}
}

// signWords is more than a line of a signature block has.
const signWords = 12

// tail is the word at which a line of another kind turns into one of a
// signature block, or 0.
func tail(st *strip) int {
	for i := max(1, len(st.words)-signWords); i < len(st.words)-1; i++ { // Lưu: VT, KT. is no capacity
		if opensSign(st.words[i:]) && !capitals(textOf(st.words[:i])) {
			return i
		}
	}
	return 0
}

// signBelow gives to the signature what stands below the recipients instead of
// beside them: from a capacity or position on, or a name after the last line
// (Lưu: …) and a gap.
func (s *sheet) signBelow() {
	s.order()
	var last *strip
	below := false
	for _, st := range s.strips {
		if st.zone != ingest.ZoneRecipients {
			continue
		}
		filed := last != nil && strings.Contains(last.folded(), "luu")
		below = below || opensSign(st.words) || filed && !marked(st) && st.at.Y0-last.at.Y1 >= s.high
		if below {
			st.zone = ingest.ZoneSignature
		}
		last = st
	}
}

// recipients is the last strip that begins with "Nơi nhận" in the left half of
// the page, and its row.
func (s *sheet) recipients() (found *strip, row int) {
	for _, st := range s.strips {
		text := st.folded()
		if st.zone == ingest.ZoneUnknown && st.at.X0 < s.middle() && len(st.words) > 1 &&
			near(fold(st.words[0].Text+" "+st.words[1].Text), "noi nhan") && (len(text) < 14 || s.hasSign(st) || capitals(textOf(st.words[2:]))) {
			found, row = st, st.row
		}
	}
	return found, row
}

// filed reports whether recipients stand beside or below the signature although
// their heading was not read: their last line is "- Lưu: …".
func (s *sheet) filed(sign *strip) bool {
	return slices.ContainsFunc(s.strips, func(st *strip) bool {
		return st.row > sign.row && st.row < sign.row+headRows && st.at.X0 < s.left+s.high &&
			marked(st) && strings.HasPrefix(st.folded(), "luu ")
	})
}

// hasSign reports whether the strip has a signature's first line to its right.
func (s *sheet) hasSign(st *strip) bool { return s.signWord(st) > 0 || tail(st) > 0 }

// signWord is the word right of the middle at which a signature block's line
// begins, or -1.
func (s *sheet) signWord(st *strip) int {
	for i, w := range st.words {
		apart := i == 0 || st.gap(i) > 0.8*s.high || w.at.X0 > s.middle()
		if w.at.X0 > s.left+s.column()/3 && apart && opensSign(st.words[i:]) {
			return i
		}
	}
	return -1
}

// opensSign reports whether words are a line of a signature block in capitals:
// a capacity or a position.
func opensSign(words []word) bool {
	if !capitals(words[0].Text) {
		return false
	}
	all := textOf(words)
	text := fold(all) + " "
	return capitals(all) && (hasPrefix(text, capacity) || startsLike(text, positions...))
}

func hasPrefix(text string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return false
}

// signature finds where the signature block begins: a few rows above or below
// nơi nhận, or without that the last such line of the page. top is the first
// row of both blocks.
func (s *sheet) signature(notice int) (sign *strip, top int) {
	top = notice
	for _, st := range s.strips {
		if st.zone != ingest.ZoneUnknown || notice > 0 && (st.row < notice-6 || st.row > notice+6) {
			continue
		}
		if s.signWord(st) < 0 {
			continue
		}
		if sign == nil || notice == 0 && st.row > sign.row+4 {
			sign = st
		}
	}
	if sign != nil && (notice == 0 || sign.row < notice) {
		top = sign.row
	}
	return sign, top
}

// footGutter is the white space left of the signature block.
func (s *sheet) footGutter(notice, sign *strip) gutter {
	g := gutter{s.left + s.column()/5, s.middle()}
	if notice != nil {
		g.lo = max(g.lo, notice.words[1].at.X1)
	}
	if sign != nil {
		g.hi = sign.words[s.signWord(sign)].at.X0
	}
	g.lo = min(g.lo, g.hi)
	return g
}

// resumes reports whether a row is text that runs across both blocks: an annex
// or a note below the signature.
func (s *sheet) resumes(row []*strip, g gutter) bool {
	for _, st := range row {
		if s.long(st) && st.at.X0 < g.lo && s.widest(st, s.reach(g)) == 0 {
			return true
		}
	}
	return false
}

// takeRight gives the strips right of the gutter to the signature, for rows
// beside or below the end of the text.
func (s *sheet) takeRight(row []*strip, g gutter) {
	for _, st := range row {
		if st.zone == ingest.ZoneUnknown && st.at.X0 > g.lo && centreX(st.at) > g.middle() {
			st.zone = ingest.ZoneSignature
		}
	}
}
