package extract

import (
	"strings"

	"vanthu/extract/fold"
	"vanthu/extract/rules"
	"vanthu/ingest"
)

// The head stands above the title: on the left the issuing body under its
// superior, then the number, and in a công văn the subject (V/v …); on the right
// the motto, then place and date. Reading it means telling each cell's kind:
//
//	UBND TỈNH KIÊN GIANG │ CỘNG HÒA XÃ HỘI …        issuer │ motto
//	SỞ Y TẾ              │ Độc lập - Tự do - …      issuer │ motto
//	Số: 2275/SYT-NVY     │ Kiên Giang, ngày 18 …    number │ date
//	V/v báo cáo nhanh …  │                          subject
//
// The head ends with the name of the type, with Kính gửi, or with the first
// line of the body. A document without a head (a plan cut from a web page) goes
// straight to its title; the law sites' own heading (Số hiệu, Ngày ban hành, …)
// is read as a last resort.

// head is what was found above the title.
type head struct {
	issuer  []cell // lines of the issuing bodies, top to bottom
	number  cell   // "Số: 1979/KH-UBND"
	date    cell   // "Tây Ninh, ngày 11 tháng 9 năm 2019"
	subject []cell // "V/v …", over its lines
	typ     rules.Type
	title   cell // the type's name, and what follows it on its line
	rest    span // what follows the type's name on its line
	motto   bool // the motto was seen: what stands above the title is a head
	meta    map[string]span
}

// subjectLines is how many lines V/v … may have.
const subjectLines = 6

// headLines is how far down a head may reach, heading of a law site included.
const headLines = 60

// readHead sorts the cells above the title.
func (r *reader) readHead() {
	h := head{meta: map[string]span{}}
	i := 0
	for ; i < min(len(r.lines), headLines) && r.lines[i].from < r.main.to; i++ {
		if r.readMeta(&h, i) {
			continue
		}
		done := r.pastHead(&h, i)
		for _, c := range r.cells(i) {
			done = done || r.headCell(&h, c)
		}
		if done {
			break
		}
	}
	r.bareSubject(&h)
	r.head = h
	r.body = span{r.main.from, r.main.to}
	if i < len(r.lines) {
		r.body.from = r.lines[i].from
	}
}

// pastHead reports whether line i lies below a head that is complete: in the
// body, as layout sees it, of a công văn, which has no title to close the head,
// or on the page after a number.
func (r *reader) pastHead(h *head, i int) bool {
	l := r.lines[i]
	if !h.number.empty() && l.page > r.lines[h.number.line].page {
		return true
	}
	if l.zone != ingest.ZoneBody || len(h.subject) == 0 || h.date.empty() {
		return false
	}
	return r.lines[h.subject[len(h.subject)-1].line].para != l.para
}

// headCell files one cell and reports whether the head ends with it.
func (r *reader) headCell(h *head, c cell) (done bool) {
	f := r.fold(c.span)
	switch {
	case r.isMotto(f) || r.opens(f, "motto"):
		r.below(h, c)
		h.motto = true
	case blank(f) || r.opens(f, "signed"):
	case r.isNumber(c, f):
		h.number = c
		r.numberAndDate(h)
	case r.isDate(f):
		h.date = c
	case r.isTitle(h, c, f):
		return true
	case r.isSubject(h, c, f):
		h.subject = append(h.subject, c)
	case r.opens(f, "addressee") || r.opens(f, "basis") || r.isBody(c, f):
		return true
	case h.number.empty() && c.side != right:
		h.issuer = append(h.issuer, c)
	}
	return false
}

// below forgets what stands above the motto's line: stamps of a signing
// program, a fax head. Typed text says nothing of the kind, it may set the
// columns one after the other.
func (r *reader) below(h *head, motto cell) {
	typed := r.pages[r.lines[motto.line].page].Source == ingest.SourceText
	if typed || motto.box.IsZero() || !r.isMotto(r.fold(motto.span)) {
		return
	}
	kept := h.issuer[:0]
	for _, c := range h.issuer {
		if c.box.Y1 > motto.box.Y0 {
			kept = append(kept, c)
		}
	}
	h.issuer = kept
}

// isBody reports whether a cell is a line of running text or a labelled one.
func (r *reader) isBody(c cell, f string) bool {
	if strings.IndexByte("+-*", f[0]) < 0 && labelled(r.str(c.span)) && len(f) > 12 && c.side != right {
		return true
	}
	return c.side == middle && len(f) > 90 && !r.isPageTitle(c)
}

// isNumber reports whether a cell is the one of the number: "Số" and a stroke,
// or a symbol whose stroke was read as a full stop, or the cell with the blank
// for a serial.
func (r *reader) isNumber(c cell, f string) bool {
	if r.holdsSerial(c) {
		return true
	}
	n := strings.IndexAny(f, ":./ ")
	if n < 1 || n > 3 || f[0] != 's' && f[0] != '5' || len(f) >= 120 {
		return false
	}
	if strings.Contains(f, "/") {
		return true
	}
	s, _ := r.unreadSerial(c)
	return s.code() != ""
}

// numberAndDate parts a cell that holds both, as text without boxes does.
func (r *reader) numberAndDate(h *head) {
	for _, d := range r.dates {
		if d.from > h.number.from && d.to <= h.number.to && d.called {
			for _, s := range r.symbols {
				if s.from >= h.number.from && s.to < d.from {
					h.date = cell{span: span{s.to, h.number.to}, line: h.number.line}
					h.number.to = s.to
					return
				}
			}
		}
	}
}

// isDate reports whether a cell is "…, ngày … tháng … năm …", filled or blank.
func (r *reader) isDate(f string) bool {
	if len(f) > 90 {
		return false
	}
	at := strings.Index(f, "thang")
	return at > 0 && (strings.Contains(f[:at], "ngay") || strings.Contains(f[:at], ", ng")) &&
		strings.Contains(f[at:], " n") && !strings.Contains(f, " so ")
}

// isTitle reports whether a cell holds the name of a type in capitals, alone
// or before the subject.
func (r *reader) isTitle(h *head, c cell, f string) bool {
	trimmed := r.trim(c.span, " -*#.:\"'_")
	t, end, ok := r.typeName(r.fold(trimmed))
	if !ok || h.number.empty() && c.span != r.lines[c.line].span {
		return false
	}
	if _, _, body := r.directory.nameAt(r.fold(trimmed)); body && !strings.HasPrefix(r.fold(trimmed), t.Folded) {
		return false // HỘI ĐỒNG is a body, not a misread HỢP ĐỒNG
	}
	name, rest := span{trimmed.from, trimmed.from + end}, r.trim(span{trimmed.from + end, trimmed.to}, " :.-_")
	if !allUpper(r.str(name)) || !rest.empty() && allUpper(r.str(rest)) && fold.IsLetter(f[len(f)-1]) && r.joined(rest) {
		return false
	}
	if end, ok := r.starts(r.fold(rest), "joint"); ok && allUpper(r.str(rest)) { // HƯỚNG DẪN LIÊN NGÀNH
		rest = r.trim(span{rest.from + end, rest.to}, " :.-_")
	}
	h.typ, h.title, h.rest = t, c, rest
	return true
}

// joined reports whether capitals after a type's name belong to a longer name:
// QUYẾT ĐỊNH is a type, BÁO CÁO VIÊN is not.
func (r *reader) joined(rest span) bool { return len(r.fold(rest)) < 6 }

// isSubject reports whether a cell belongs to V/v … under the number.
func (r *reader) isSubject(h *head, c cell, f string) bool {
	if c.side == right {
		return false
	}
	n := len(h.subject)
	if n == 0 {
		about := r.opens(f, "about") && (!h.number.empty() || len(h.issuer) > 0)
		return about || !h.number.empty() && r.underNumber(h, c, f)
	}
	last := h.subject[n-1]
	return n < subjectLines && !r.opens(f, "addressee") && !below(last.box, c.box) &&
		(c.side == left || r.lines[c.line].para == r.lines[last.line].para)
}

// bareSubject takes the subject of a công văn whose number and V/v were both not
// read: lines with small letters under those of the issuer, which are capitals.
func (r *reader) bareSubject(h *head) {
	if len(h.subject) > 0 || !h.title.empty() || !h.number.empty() || h.date.empty() {
		return
	}
	n := len(h.issuer)
	for n > 0 && h.issuer[n-1].side == left && !allUpper(r.str(h.issuer[n-1].span)) {
		n--
	}
	below := h.issuer[n:]
	if n == 0 || len(below) == 0 || len(strings.Fields(r.str(below[0].span))) < leastSubject {
		return
	}
	h.issuer, h.subject = h.issuer[:n], below
}

// leastSubject is how many words the first line of a subject has at least.
const leastSubject = 4

// underNumber reports whether a cell stands where V/v … of a công văn does,
// its first letters lost: on the left, close under a number without a type.
func (r *reader) underNumber(h *head, c cell, f string) bool {
	s, _ := r.symbolIn(h.number)
	return s.code() != "" && s.typ == "" && c.side == left && len(f) > 8 && !below(h.number.box, c.box) && !r.opens(f, "addressee")
}
