package layout

import (
	"regexp"

	"vanthu/ingest"
)

var (
	// pageNumber alone in a row: 2, - 2 -, Trang 2/5.
	pageNumber = regexp.MustCompile(`^(trang )?\d{1,4}( \d{1,4})?$`)
	// overlay is the text of a digital signature, folded.
	overlay = regexp.MustCompile(`^(ky boi|nguoi ky|thoi gian ky|ngay ky|email|chu ky so|xac thuc)\b|\d\d \d\d \d\d 07 00$`)
	// arrival is a line of the stamp that incoming mail gets.
	arrival = regexp.MustCompile(`^(cong van|van ban|cv)? ?den( so| ngay)?( \d.*)?$|^(chuyen|luu ho so( so)?)$`)
	// urgency stamps stand alone.
	urgency = regexp.MustCompile(`^(hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|du thao)( hen gio)?$`)
)

// edges takes out what stands beside the text: page numbers, words beyond the
// margins, stamps and overlays of digital signatures.
func (s *sheet) edges() {
	rows := s.rows()
	for i, row := range rows {
		for _, st := range row {
			text := st.folded()
			switch {
			case st.zone == ingest.ZoneTable: // what stands in a cell stays, however faint
			case (i < 2 || i >= len(rows)-2) && len(row) == 1 && pageNumber.MatchString(text) && s.aside(st):
				st.zone = ingest.ZoneMargin
			case !s.grid && overlay.MatchString(text), arrival.MatchString(text), urgency.MatchString(text) && capitals(st.text()):
				st.zone = ingest.ZoneStamp
			default:
				s.trim(st)
			}
		}
	}
}

// aside reports whether a strip stands where page numbers do: in the middle or
// at the right edge.
func (s *sheet) aside(st *strip) bool {
	return s.centred(st) || centreX(st.at) > s.left+0.9*s.column()
}

// trim cuts off the words outside the text column that OCR was not sure of:
// what it makes of seals, fold lines and the stamp of incoming mail.
func (s *sheet) trim(st *strip) {
	for n := len(st.words); n > 1 && s.junk(st.words[n-1]) && st.gap(n-1) > 0.2*s.high; n = len(st.words) {
		_, b := s.cut(st, n-1)
		b.zone = ingest.ZoneMargin
	}
	for len(st.words) > 1 && s.junk(st.words[0]) && st.gap(1) > 0.2*s.high {
		words := st.words
		_, b := s.cut(st, 1)
		st.words, b.words, b.zone = b.words, words[:1:1], ingest.ZoneMargin
		st.measure()
		b.measure()
	}
	if len(st.words) == 1 && s.junk(st.words[0]) {
		st.zone = ingest.ZoneMargin
	}
}

// junk reports whether a word stands beside the text and was read with doubt.
func (s *sheet) junk(w word) bool {
	return w.Conf < 0.8 && (w.at.X1 < s.left-0.2*s.high || w.at.X0 > s.right+0.4*s.high)
}
