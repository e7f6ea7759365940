package extract

import (
	"strings"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// The subject (trích yếu) stands under the name of the type over one or more
// lines, or, in a công văn, after V/v under the number. What follows it has no
// mark of its own, so the subject ends where something else surely begins: a
// rule, the words that open a basis or an address, a label, an authority in
// capitals (decisions), another zone, or, where layout numbered them, another
// paragraph.

// titleLines is how many lines a subject may have.
const titleLines = 8

// readTitle sets type and subject.
func (r *reader) readTitle() {
	switch h := &r.head; {
	case !h.title.empty():
		code := h.typ.Code
		r.set("doc_type", &r.fields.DocType, code, h.title.span, "title:type-name", 0.98)
		r.subjectBelow(h)
	case len(h.subject) > 0:
		code := "CV"
		r.set("doc_type", &r.fields.DocType, code, h.subject[0].span, "title:about", 0.95)
		r.subjectOf(h)
	}
}

// subjectBelow reads the subject under the name of the type.
func (r *reader) subjectBelow(h *head) {
	sp := h.rest
	last := h.title.line
	for i := h.title.line + 1; i < len(r.lines) && i <= h.title.line+titleLines; i++ {
		if h.number.empty() && r.numbersTitle(i) {
			h.number = r.cells(i)[0]
			break
		}
		if r.endsTitle(sp, last, i) {
			break
		}
		if sp.empty() {
			sp.from = r.lines[i].from
		}
		sp.to, last = r.lines[i].to, i
	}
	r.setTitle(sp, "title:below-type", last+1)
}

// endsTitle reports whether line i is no longer part of the subject sp, whose
// last line is given.
func (r *reader) endsTitle(sp span, last, i int) bool {
	l := r.lines[i]
	f := r.lineFold(i)
	switch {
	case l.from >= r.main.to || blank(f) || labelled(r.str(l.span)) || r.opens(f, "basis"):
		return true
	case sp.empty():
		return false
	case r.opensBody(i) || allUpper(r.str(l.span)) && r.isAuthorityLine(f):
		return true
	case l.zone == ingest.ZoneTitle:
		return false
	case l.box.IsZero() && r.layoutRan(i):
		return l.para != r.lines[last].para
	}
	return ended(r.str(r.lines[last].span)) || r.indented(last, i) || r.opensParagraph(i) || len(r.fold(l.span)) > 140
}

// numbersTitle reports whether line i is the number of a document that has it under
// its title, as contracts do: HỢP ĐỒNG ⏎ Số: 03/2025/HĐ-BQL.
func (r *reader) numbersTitle(i int) bool {
	c := r.cells(i)[0]
	s, _ := r.symbolIn(c)
	return r.isNumber(c, r.fold(c.span)) && s.typ == r.head.typ.Code
}

// opensBody reports whether a line opens the body: a basis, an address, or
// "Thực hiện" with the number of the document it carries out, unlike a subject
// that begins with the same words.
func (r *reader) opensBody(i int) bool {
	f := r.lineFold(i)
	if r.opens(f, "addressee") {
		return true
	}
	l := r.lines[i]
	if !r.upper(l.from) || allUpper(r.str(l.span)) {
		return false
	}
	if end, ok := r.starts(f, "carryout"); ok {
		return r.namesDocument(strings.TrimLeft(f[end:], " "))
	}
	end, ok := r.starts(f, "body")
	if !ok {
		return false
	}
	next := skipSpace(r.f, l.from+end)
	return !r.upper(next) || r.namesDocument(r.f[next:l.to])
}

// namesDocument reports whether a text begins with a type's name and "số".
func (r *reader) namesDocument(f string) bool {
	end := len("cong van")
	if !strings.HasPrefix(f, "cong van") {
		var ok bool
		if _, end, ok = r.typeName(f); !ok {
			return false
		}
	}
	return called(f, min(len(f), end+4)) || called(f, min(len(f), end+3))
}

// isAuthorityLine reports whether a line in capitals names who decides:
// "ỦY BAN NHÂN DÂN TỈNH …", "CHỦ TỊCH ỦY BAN NHÂN DÂN", "GIÁM ĐỐC SỞ …".
func (r *reader) isAuthorityLine(f string) bool {
	if _, _, ok := r.position(f); ok {
		return true
	}
	n, _, ok := r.directory.nameAt(f)
	return ok && (n.folded == "uy ban nhan dan" || n.folded == "hoi dong nhan dan" || strings.HasPrefix(n.folded, "bo "))
}

// layoutRan reports whether a line carries a paragraph number from layout.
func (r *reader) layoutRan(i int) bool { return r.source(i).Para != 0 }

// source is the line of the page that line i came from.
func (r *reader) source(i int) *ingest.Line {
	l := r.lines[i]
	return &r.pages[l.page].Lines[r.words[l.words.from].line]
}

// indented reports whether line i begins a paragraph of the body: it is not
// centred as the lines of the subject are.
func (r *reader) indented(last, i int) bool {
	a, b := r.lines[last].box, r.lines[i].box
	if a.IsZero() || b.IsZero() {
		return false
	}
	typed := r.pages[r.lines[i].page].Source == ingest.SourceText // roughly centred by hand
	return !typed && abs((a.X0+a.X1)-(b.X0+b.X1)) > 40 || b.Y0-a.Y1 > 0.9*a.Height()
}

// opensParagraph reports whether line i is the indented first line of a
// paragraph: it ends where the next one ends and begins right of it.
func (r *reader) opensParagraph(i int) bool {
	if i+1 >= len(r.lines) || r.lines[i+1].page != r.lines[i].page {
		return false
	}
	a, b := r.lines[i].box, r.lines[i+1].box
	return !a.IsZero() && !b.IsZero() && abs(a.X1-b.X1) < 10 && a.X0-b.X0 > 15
}

func abs(x float64) float64 { return max(x, -x) }

// subjectOf reads the subject of a công văn after V/v.
func (r *reader) subjectOf(h *head) {
	first := h.subject[0]
	end := r.aboutEnd(first)
	var parts []string
	for i, c := range h.subject {
		sp := c.span
		if i == 0 {
			sp.from += end
		}
		parts = append(parts, strings.TrimSpace(r.str(sp)))
	}
	whole := span{first.from, h.subject[len(h.subject)-1].to}
	r.set("title", &r.fields.Title, r.cleanTitle(strings.Join(parts, " ")), whole, "title:about", 0.95)
}

// aboutEnd is where V/v ends, however it was read: `W/v.`, `⁄`.
func (r *reader) aboutEnd(c cell) int {
	f := r.fold(c.span)
	if end, ok := r.starts(f, "about"); ok && !strings.HasPrefix(f, "ve viec") {
		return end
	}
	if stroke := strings.IndexByte(f[:min(len(f), 4)], '/'); stroke >= 0 {
		end := stroke + 1
		for end < len(f) && f[end] != ' ' {
			end++
		}
		return end
	}
	return 0
}

func (r *reader) setTitle(sp span, rule string, next int) {
	sp = r.trim(sp, " -_*:;.,\"'?|~")
	if strings.Count(r.fold(sp), `"`)%2 == 1 && strings.HasPrefix(r.f[sp.to:], `"`) {
		sp.to++
	}
	r.set("title", &r.fields.Title, r.cleanTitle(r.str(sp)), sp, rule, 0.95)
	if next < len(r.lines) {
		r.body.from = r.lines[next].from
	}
}

// cleanTitle brings a subject into the case of running text and one line.
func (r *reader) cleanTitle(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.Trim(s, " -_*:;.,|~'")
	if strings.Count(s, `"`)%2 == 1 {
		s = strings.Trim(s, `"`)
	}
	if head := inCapitalsBefore(s); head != "" {
		return r.directory.lower(head) + s[len(head):]
	}
	return r.directory.lower(s)
}

// leastCapitals is how many words in capitals that open a subject are the rest
// of the line with the type's name: CHƯƠNG TRÌNH CÔNG TÁC NĂM 2018.
const leastCapitals = 3

// inCapitalsBefore is the words in capitals that open a text which goes on in
// small letters, if they are too many for an abbreviation.
func inCapitalsBefore(s string) string {
	end, n := 0, 0
	for w := range strings.FieldsSeq(s) {
		if w != strings.ToUpper(w) {
			break
		}
		end += len(w) + 1
		n++
	}
	if n < leastCapitals || end >= len(s) || !allUpper(s[:end]) {
		return ""
	}
	return strings.TrimSpace(s[:end])
}

// typeOf is the type a symbol's code stands for, "CV" where it carries none, and ""
// for what courts decide.
func (x *Extractor) typeOf(s symbol) string {
	switch {
	case s.typ != "":
		return s.typ
	case strings.Contains(fold.String(s.issuer), "qh"):
		return "L"
	case s.year != "":
		return ""
	}
	return "CV"
}
