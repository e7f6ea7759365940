package extract

import (
	"sort"
	"strconv"
	"strings"

	"vanthu/extract/fold"
)

// A citation is another document named by its number. Around the number stand,
// in this order and all but the number optional:
//
//	Kế hoạch số 36/KH-UBND ngày 21/02/2020 của UBND huyện Quảng Điền về việc …
//	type        number     date            issuer                    subject
//
// A document cited twice counts once; where one mention has a date and another
// none, they are the same.

// readCitations sets the citations.
func (r *reader) readCitations() {
	index := map[string]int{} // number → its place in the list
	for _, s := range r.symbols {
		if r.isOwn(s) {
			continue
		}
		if !s.complete() {
			r.review("citations", "%s on page %d is incomplete", s, r.page(s.from))
			continue
		}
		c, where := r.citation(s)
		at, seen := index[c.Number]
		switch {
		case !seen:
		case c.Issued == nil:
			continue
		case r.fields.Citations[at].Issued == nil || *r.fields.Citations[at].Issued == *c.Issued:
			r.fields.Citations[at] = merge(r.fields.Citations[at], c)
			continue
		default:
			r.review("citations", "%s is cited with two dates, %s and %s", c.Number, *r.fields.Citations[at].Issued, *c.Issued)
			if r.citedWith(c) {
				continue
			}
		}
		index[c.Number] = len(r.fields.Citations)
		r.note(item("citations", len(r.fields.Citations)), where, "citation:symbol", 0.95)
		r.fields.Citations = append(r.fields.Citations, c)
	}
}

func (r *reader) citedWith(c Citation) bool {
	for _, other := range r.fields.Citations {
		if other.Number == c.Number && other.Issued != nil && *other.Issued == *c.Issued {
			return true
		}
	}
	return false
}

// merge fills what the first mention lacks from another.
func merge(a, b Citation) Citation {
	if a.Issued == nil {
		a.Issued = b.Issued
	}
	if a.Issuer == nil {
		a.Issuer = b.Issuer
	}
	if a.Subject == nil {
		a.Subject = b.Subject
	}
	return a
}

// isOwn reports whether a symbol is the document's own number, in its head or
// repeated later.
func (r *reader) isOwn(s symbol) bool {
	if n := r.head.number; s.from >= n.from && s.to <= n.to && !n.empty() {
		return true
	}
	if r.fields.Number != nil && s.String() == *r.fields.Number {
		return true
	}
	return !r.head.number.empty() && s.from < r.head.number.from
}

// citation reads what stands around a symbol.
func (r *reader) citation(s symbol) (Citation, span) {
	c := Citation{Number: s.String(), Page: r.page(s.from)}
	where := s.span
	code, from := r.typeBefore(s)
	if code == "" || s.typ != "" {
		code = r.typeOf(s)
	}
	c.Type, where.from = &code, min(where.from, from)
	end := s.to
	if d, ok := r.dateOf(s); ok {
		end, where.to = d.to, d.to
		if d.valid() {
			iso := d.iso()
			c.Issued = &iso
		} else {
			r.review("citations", "%s: %s is no date of the calendar", c.Number, r.str(d.span))
		}
	}
	limit := r.citationEnd(end)
	if issuer, to := r.issuerAfter(end, limit); issuer != "" {
		c.Issuer, end, where.to = &issuer, to, to
	}
	if subject := r.subjectAfter(end, limit); !subject.empty() {
		text := r.directory.lower(strings.Join(strings.Fields(r.str(subject)), " "))
		c.Subject, where.to = &text, subject.to
	}
	return c, where
}

// typeBefore reads the type's name before "số".
func (r *reader) typeBefore(s symbol) (code string, from int) {
	words := 0
	start := max(0, s.from-30)
	for i := s.from - 1; i >= start && words < 6; i-- {
		if !fold.IsLetter(r.f[i]) || i > 0 && fold.IsLetter(r.f[i-1]) {
			continue
		}
		words++
		t, end, ok := r.typeName(r.f[i:s.from])
		if rest := strings.Trim(r.f[min(i+end, s.from):s.from], " :."); ok && len(rest) <= 2 {
			return t.Code, i
		}
	}
	if strings.Contains(r.f[start:s.from], "cong van") {
		return "CV", s.from
	}
	return "", s.from
}

// dateOf is the date of a cited document: what follows its number, or, in a
// list (`số 406/QĐ-UBND và số 407/QĐ-UBND cùng ngày 13/12/2024`), the next one.
func (r *reader) dateOf(s symbol) (date, bool) {
	for i := r.symbolIndex(s.from); i < len(r.symbols); i++ {
		if d, ok := r.dateAfter(r.symbols[i].to); ok {
			return d, true
		}
		if i+1 == len(r.symbols) || !listed(r.f[r.symbols[i].to:r.symbols[i+1].from]) {
			break
		}
	}
	return date{}, false
}

// listed reports whether only "và số" or a comma stands between two symbols.
func listed(between string) bool {
	if len(between) > 12 {
		return false
	}
	for _, w := range strings.FieldsFunc(between, func(c rune) bool { return strings.ContainsRune(" ,:.", c) }) {
		if w != "va" && w != "so" {
			return false
		}
	}
	return true
}

// dateAfter is the date that follows a symbol: `ngày 03/01/2019`, `, ngày …`,
// `(ngày …)`.
func (r *reader) dateAfter(pos int) (date, bool) {
	for i := r.dateIndex(pos); i < len(r.dates) && r.dates[i].from < pos+18; i++ {
		d := r.dates[i]
		between := strings.Trim(r.f[pos:d.from], " ,.(:_-\n")
		if d.year != 0 && (between == "" || fold.Same(between, "ngay") || fold.Same(between, "ky ngay") || fold.Same(between, "cung ngay")) {
			return d, true
		}
	}
	return date{}, false
}

// dateIndex is the first date at or after a position.
func (r *reader) dateIndex(pos int) int {
	return sort.Search(len(r.dates), func(i int) bool { return r.dates[i].from >= pos })
}

// symbolIndex is the first symbol at or after a position.
func (r *reader) symbolIndex(pos int) int {
	return sort.Search(len(r.symbols), func(i int) bool { return r.symbols[i].from >= pos })
}

// citationEnd is where the talk of one cited document must end: its sentence,
// or the next symbol.
func (r *reader) citationEnd(pos int) int {
	limit := min(len(r.f), pos+500)
	p := r.paras[r.paraAt(pos)]
	limit = min(limit, max(p.to, pos))
	for i := pos; i < limit; i++ {
		if r.stops(i, limit) {
			return i
		}
	}
	return limit
}

// cuts are the words before which an issuer's name ends.
var cuts = []string{" ve ", " v/v", " vé ", " ban hanh", " quy dinh", " trien khai", " phe duyet", " thuc hien", " huong dan",
	" sua doi", " thong qua", " giao ", " cong bo", " gui ", " yeu cau", " chi dao", " tiep tuc", " tang cuong", " tai ", " va ", ", ", ")", "("}

// issuerAfter reads `của …` after a date.
func (r *reader) issuerAfter(pos, limit int) (string, int) {
	rest := r.f[pos:limit]
	at := strings.IndexFunc(rest, func(c rune) bool { return c != ' ' && c != ',' && c != ')' })
	if at < 0 || at > 3 {
		return "", pos
	}
	word, _, _ := strings.Cut(rest[at:], " ")
	if !isOf(word) {
		return "", pos
	}
	from := min(limit, skipSpace(r.f, pos+at+len(word)))
	to := min(limit, from+110)
	sp := r.trim(span{from, r.nameEnd(from, to)}, " ,.;:)\"'")
	return r.fullName(r.str(sp)), sp.to
}

// isOf reports whether a folded word is "của", which scanners love to break:
// cia, cta, ciia, ctia, ctiia.
func isOf(word string) bool {
	return len(word) >= 2 && len(word) <= 5 && word[0] == 'c' && word[len(word)-1] == 'a' &&
		strings.Trim(word[1:len(word)-1], "uitl1") == ""
}

// nameEnd is where the name of a body that begins at from ends: with the known
// name, with the place after it, or before a word that goes on.
func (r *reader) nameEnd(from, to int) int {
	n, end, ok := r.directory.nameAt(r.f[from:to])
	if ok && !n.open {
		return from + end
	}
	next := skipSpace(r.f[:to], from+end)
	if _, at, found := r.directory.placeAt(&r.folded, next, to); ok && found {
		return at
	}
	for _, cut := range cuts {
		if i := strings.Index(" "+r.f[next:to], cut); i >= 0 {
			to = next + max(0, i-1)
		}
	}
	return to
}

// fullName is the official name of a body, or the words as printed.
func (r *reader) fullName(raw string) string {
	a, ok := r.directory.parse(raw)
	if !ok {
		return strings.Join(strings.Fields(raw), " ")
	}
	return r.placed(a, place{}).String()
}

// subjectAfter is `về việc …` up to the limit.
func (r *reader) subjectAfter(pos, limit int) span {
	if next := r.symbolIndex(pos); next < len(r.symbols) {
		limit = min(limit, r.symbols[next].from)
	}
	sp := r.trim(span{pos, r.clauseEnd(pos, limit)}, " ,.;:()\"'")
	f := r.fold(sp)
	for _, open := range []string{"ve viec ", "ve ", "v/v "} {
		if strings.HasPrefix(f, open) {
			sp.from += len(open)
			return r.trim(sp, " ,.;:")
		}
	}
	for _, verb := range []string{"ban hanh", "quy dinh", "trien khai", "phe duyet", "thuc hien", "huong dan", "sua doi", "thong qua"} {
		if strings.HasPrefix(f, verb) {
			return sp
		}
	}
	return span{}
}

// clauseEnd is where a comma or a conjunction brings another body or document
// into a sentence.
func (r *reader) clauseEnd(pos, limit int) int {
	for i := pos + 1; i < limit-2; i++ {
		next := 0
		switch {
		case r.f[i] == ',' && r.f[i+1] == ' ':
			next = i + 2
		case strings.HasPrefix(r.f[i:limit], " va "):
			next = i + len(" va ")
		default:
			continue
		}
		if !r.upper(next) {
			continue
		}
		if _, end, ok := r.typeName(r.f[next:limit]); ok && strings.HasPrefix(r.f[next+end:], " s") {
			return i
		}
		if _, _, ok := r.directory.nameAt(r.f[next:limit]); ok {
			return i
		}
	}
	return limit
}

// item names an element of a list field: "citations[2]".
func item(field string, n int) string { return field + "[" + strconv.Itoa(n) + "]" }
