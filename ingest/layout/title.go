package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"vanthu/ingest"
)

// typeNames are the kinds of documents as their titles have them (Nghị định
// 30/2020/NĐ-CP, Phụ lục III), folded.
var typeNames = []string{
	"nghi quyet", "quyet dinh", "chi thi", "quy che", "quy dinh", "thong cao", "thong bao", "huong dan",
	"chuong trinh", "ke hoach", "phuong an", "de an", "du an", "bao cao", "bien ban", "to trinh", "hop dong",
	"cong dien", "ban ghi nho", "ban thoa thuan", "giay uy quyen", "giay moi", "giay gioi thieu", "giay nghi phep",
	"phieu gui", "phieu chuyen", "phieu bao", "thu cong", "nghi dinh", "thong tu", "thong tu lien tich", "luat",
	"dieu le", "ket luan", "quy trinh", "thong tri", "phap lenh", "phu luc",
}

// isTypeName reports whether a strip is the name of a kind of document, in
// capitals, alone or followed by its subject ("KẾ HOẠCH Triển khai …").
// "QUYẾT ĐỊNH:" stands before what is decided and is no title.
func isTypeName(st *strip) bool {
	if strings.HasSuffix(st.text(), ":") && !strings.HasPrefix(st.folded(), "phu luc") {
		return false
	}
	if isSpread(st.words) {
		letters := strings.ReplaceAll(st.folded(), " ", "")
		return slices.ContainsFunc(typeNames, func(name string) bool { return strings.ReplaceAll(name, " ", "") == letters })
	}
	for n := min(len(st.words), 5); n > 0; n-- {
		name, rest := textOf(st.words[:n]), textOf(st.words[n:])
		if capitals(name) && isLike(fold(name), typeNames...) {
			return rest == "" || !capitals(rest)
		}
	}
	return false
}

// isSpread reports whether each letter stands for itself, as in K Ế  H O Ạ C H.
func isSpread(words []word) bool {
	return len(words) > 1 && !slices.ContainsFunc(words, func(w word) bool { return utf8.RuneCountInString(w.Raw) > 1 })
}

// titleRows is how many rows may stand between the letterhead, or the top of
// the page, and the title.
const titleRows = 5

// title finds the name of the document's kind and its subject, from row below
// on; without a letterhead, near the top of the page.
func (s *sheet) title(below int) {
	rows := s.rows()
	for i, row := range rows {
		if n := row[0].row; n < below {
			continue
		} else if n > below+titleRows {
			return
		}
		for _, st := range row {
			if st.zone == ingest.ZoneUnknown && (isTypeName(st) || below > 0 && s.looksLikeTitle(st)) {
				st.zone = ingest.ZoneTitle
				s.subject(st, rows[i+1:])
				if below == 0 {
					setEarly(rows[:i])
				}
				return
			}
		}
	}
}

// setEarly keeps what stands above a title before it: a letterhead that was not
// known for one.
func setEarly(rows [][]*strip) {
	for _, row := range rows {
		for _, st := range row {
			st.early = st.zone == ingest.ZoneUnknown
		}
	}
}

// looksLikeTitle is for kinds of documents we do not know, below a letterhead:
// "CHƯƠNG TRÌNH PHỐI HỢP", "MỜI HỌP".
func (s *sheet) looksLikeTitle(st *strip) bool {
	return len(st.folded()) >= 6 && s.centred(st) && capitals(st.text()) && st.find("kinh gui") < 0
}

// subject takes the lines below the type name: the first one in any case, then
// all that are centred and follow closely.
func (s *sheet) subject(last *strip, rows [][]*strip) {
	lines := 0
	for _, row := range rows {
		for _, st := range row {
			if len(st.folded()) < 3 || st.zone != ingest.ZoneUnknown {
				continue
			}
			space := st.at.Y0 - last.at.Y1
			loose := lines == 0 && space < 4*s.high || space < s.high
			if !loose || s.opensBody(st, lines == 0) {
				return
			}
			st.zone = ingest.ZoneTitle
			last = st
			lines++
		}
	}
}

// opensBody reports whether a strip cannot be part of a subject.
func (s *sheet) opensBody(st *strip, first bool) bool {
	text := st.folded()
	if marked(st) || strings.HasPrefix(text, "can cu ") || startsLike(text, "kinh gui") {
		return true
	}
	if first && (!s.long(st) || capitals(st.text())) {
		return false
	}
	left, right := st.at.X0-s.left, s.right-st.at.X1
	uneven := max(left-right, right-left) > 1.7*s.high && left < 3.5*s.high
	return uneven || max(left, right) < s.high/2
}

// long reports whether a strip fills the text column, a paragraph's first line
// with its indent included.
func (s *sheet) long(st *strip) bool { return st.at.Width() > 0.85*s.column() }
