package extract

import (
	"strings"

	"vanthu/ingest"
)

// What follows the main document in a file is listed part by part, each with
// its heading, pages and sections, so that an annex is found as such and a
// second document that somebody scanned into the same file is noticed:
//
//	PHỤ LỤC II                            annex     label PHỤ LỤC II
//	Danh mục nhiệm vụ năm 2023                      title Danh mục nhiệm vụ năm 2023
//	(Kèm theo Kế hoạch số 12/KH-UBND …)
//
//	QUY CHẾ                               attached  label QUY CHẾ
//	Quản lý văn bản điện tử                         title Quản lý văn bản điện tử
//	(Ban hành kèm theo Quyết định số …)

// annexStart is a line with which a part begins.
type annexStart struct {
	line int
	kind string
}

// readAnnexes sets the annexes.
func (r *reader) readAnnexes() {
	starts := r.annexStarts()
	for n, s := range starts {
		sp := span{r.lines[s.line].from, len(r.f)}
		last := len(r.lines) - 1
		if n+1 < len(starts) {
			last = starts[n+1].line - 1
			sp.to = r.lines[last].to
		}
		a := Annex{Kind: s.kind, From: r.page(sp.from), To: r.page(r.lines[last].from), Sections: sections(r.partsIn(sp))}
		a.Label, a.Title = r.annexHeading(s, last)
		r.note(item("annexes", n), r.lines[s.line].span, "annex:"+s.kind, 0.9)
		r.fields.Annexes = append(r.fields.Annexes, a)
	}
}

// annexStarts finds the parts behind the main document.
func (r *reader) annexStarts() (starts []annexStart) {
	if r.main.to >= len(r.f) {
		return nil
	}
	for i := r.lineAt(r.main.to); i < len(r.lines); i++ {
		mottos := 0
		if r.isMotto(r.lineFold(i)) {
			mottos = 2 // the main document had its own
		}
		from, kind := r.endsMain(i, r.lines[i], mottos)
		n := len(starts)
		switch {
		case kind == "":
		case n > 0 && from <= starts[n-1].line+annexHeadLines && r.lines[from].page == r.lines[starts[n-1].line].page && kind != KindAnnex:
			// (Kèm theo …) below a heading that has been seen
		case n > 0 && kind == KindAnnex && starts[n-1].kind != KindAnnex && i <= starts[n-1].line+annexHeadLines && r.lines[i].page == r.lines[starts[n-1].line].page:
			starts[n-1].kind = KindAnnex // the motto or (Kèm theo …) stands above it
		default:
			starts = append(starts, annexStart{from, kind})
		}
	}
	return starts
}

// annexHeadLines is how many lines the heading of a part may have.
const annexHeadLines = 12

// annexHeading finds the label of a part and its title.
func (r *reader) annexHeading(s annexStart, last int) (label, title string) {
	for i := s.line; i <= min(last, s.line+annexHeadLines); i++ {
		sp := r.trim(r.lines[i].span, " -_*.:\"'")
		_, end, typ := r.typeName(r.fold(sp))
		_, _, body := r.directory.nameAt(r.fold(sp)) // HỘI ĐỒNG is no HỢP ĐỒNG
		if s.kind == KindAnnex {
			typ, end = r.opens(r.fold(sp), "annex"), r.annexLabel(sp)
		}
		if !typ || body || !allUpper(r.str(span{sp.from, sp.from + end})) {
			continue
		}
		rest := r.trim(span{sp.from + end, sp.to}, junk)
		return r.str(span{sp.from, sp.from + end}), r.annexTitle(rest, i+1, last)
	}
	return "", ""
}

// annexLabel is where `PHỤ LỤC II` ends in `PHỤ LỤC II: DANH MỤC …`.
func (r *reader) annexLabel(sp span) int {
	f := r.fold(sp)
	end, _ := r.starts(f, "annex")
	tail := strings.TrimLeft(f[end:], " ")
	word, _, _ := strings.Cut(tail, " ")
	word = strings.TrimRight(word, ":.-")
	if n, _ := number(word, 0, 3); n > 0 || roman(word) > 0 {
		end = len(f) - len(tail) + len(word)
	}
	return end
}

// annexTitle joins what follows the label on its line and the lines below it
// up to a bracket, a label, a table or the first sentence.
func (r *reader) annexTitle(rest span, i, last int) string {
	var title []string
	if !rest.empty() {
		title = append(title, r.oneLine(rest))
	}
	for to := min(last, i+titleLines-1); i <= to; i++ {
		l := r.lines[i]
		f := strings.TrimLeft(r.lineFold(i), " ")
		if blank(f) || f[0] == '(' || l.zone == ingest.ZoneTable || labelled(r.str(l.span)) || r.opens(f, "attached") || r.opensBody(i) {
			break
		}
		if n := len(title); n > 0 && (ended(title[n-1]) || allUpper(title[n-1]) && !allUpper(r.str(l.span)) || r.lines[i].para != r.lines[i-1].para && !allUpper(r.str(l.span))) {
			break
		}
		line, _, bracket := strings.Cut(r.oneLine(l.span), " (")
		title = append(title, line)
		if bracket {
			break
		}
	}
	return strings.Join(title, " ")
}
