package extract

import (
	"sort"
	"strings"
)

// A file may hold more than its main document: annexes (PHỤ LỤC), the text that
// a decision issues (Ban hành kèm theo), or a whole second document, which has
// a head of its own (annex.go). Head, signature and recipients come from the main document
// only; it ends where the page of the first of these begins.

// findBounds sets r.main.
func (r *reader) findBounds() {
	r.main = span{0, len(r.f)}
	mottos := 0
	for i, l := range r.lines {
		if r.isMotto(r.lineFold(i)) {
			mottos++
		}
		if i == 0 {
			continue
		}
		if from, kind := r.endsMain(i, l, mottos); kind != "" {
			if kind == KindAnnex && r.signsLater(from) {
				r.review("document", "an annex begins before the signature: %s", r.str(l.span))
				return
			}
			r.main.to = r.lines[from].from
			r.review("document", "page %d begins %s, left out of head, signature and sections", r.page(r.main.to), beginning[kind])
			return
		}
	}
}

// signsLater reports whether the recipients stand behind a line on its page and
// not before it: text cut from elsewhere may have its annex first.
func (r *reader) signsLater(line int) bool {
	for i := range r.lines {
		l := r.lines[i]
		if l.page > r.lines[line].page {
			return false
		}
		if f := r.lineFold(i); len(f) < 60 && r.opens(f, "recipients") {
			return i > line
		}
	}
	return false
}

// Kinds of what may follow the main document in a file.
const (
	KindAnnex    = "annex"
	KindAttached = "attached"
	KindDocument = "document"
)

// beginning says what begins.
var beginning = map[string]string{KindAnnex: "an annex", KindAttached: "an attached text", KindDocument: "another document"}

// endsMain reports which kind of part begins before line i, if one does, and
// with which line.
func (r *reader) endsMain(i int, l line, mottos int) (from int, kind string) {
	f := strings.TrimLeft(r.lineFold(i), "( ")
	first := r.firstLine(l.page)
	switch top := i - first; {
	case mottos > 1 && top < 8 && first > 0 && strings.HasPrefix(r.nation(i), "cong hoa"):
		return first, KindDocument
	case top < 6 && first > 0 && r.isAttached(f):
		return first, KindAttached
	case len(f) < 60 && allUpper(r.str(l.span)) && r.opens(f, "annex"):
		return i, KindAnnex
	}
	return 0, ""
}

// nation is the line's folded text from the first line of the motto on.
func (r *reader) nation(i int) string {
	f := r.lineFold(i)
	if at := strings.Index(f, "cong hoa"); at >= 0 {
		return f[at:]
	}
	return f
}

func (r *reader) isAttached(f string) bool { return r.opens(f, "attached") }

func (r *reader) opens(f, anchor string) bool {
	_, ok := r.starts(f, anchor)
	return ok
}

// isMotto reports whether a line holds the first line of the motto, at its
// beginning or, where two columns run into one line, further right.
func (r *reader) isMotto(f string) bool {
	if _, ok := r.starts(f, "motto"); ok && !strings.HasPrefix(f, "doc lap") {
		return true
	}
	return mottoInside(f) > 0
}

// mottoInside is where the motto begins inside a line, or 0.
func mottoInside(f string) int {
	for _, p := range []string{" cong hoa xa h", " doc lap - tu", " doc lap tu do", " dang cong san viet nam"} {
		if at := strings.Index(f, p); at > 0 {
			return at + 1
		}
	}
	return 0
}

// firstLine is the first line of a page.
func (r *reader) firstLine(page int) int {
	return sort.Search(len(r.lines), func(i int) bool { return r.lines[i].page >= page })
}

func (r *reader) lineFold(i int) string { return strings.TrimSpace(r.fold(r.lines[i].span)) }
