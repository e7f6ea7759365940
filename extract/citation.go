package extract

import (
	"cmp"
	"slices"
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
// none, they are the same. What is done with it is in relation.go.

// readCitations sets the citations.
func (r *reader) readCitations() {
	index := map[string]int{} // number → its place in the list
	var before mention
	for i := range r.symbols {
		if r.isOwn(r.symbols[i]) || isForm(r.f[:r.symbols[i].from]) {
			continue
		}
		r.symbols[i] = r.mend(r.symbols[i])
		s := r.symbols[i]
		if !s.complete() {
			r.review("citations", "%s on page %d is incomplete", s, r.page(s.from))
			continue
		}
		if s.mended && r.hardlyRead(s.span) {
			r.review("citations", "%s on page %d may be %s", r.str(s.span), r.page(s.from), s)
			continue
		}
		c, where, named := r.citation(s)
		if s.mended {
			r.review("citations", "%s: taken for %s", r.str(s.span), s)
		}
		c.Relation = r.relationOf(where, before)
		before = mention{span{where.from, named}, c.Relation}
		if at, seen := index[c.Number]; seen && r.citeAgain(at, c) {
			continue
		}
		index[c.Number] = len(r.fields.Citations)
		r.note(item("citations", len(r.fields.Citations)), where, "citation:symbol", 0.95)
		r.fields.Citations = append(r.fields.Citations, c)
	}
}

// isForm reports whether a text ends with what calls the next number that of a
// form: Biểu số 01/TKBC, Mẫu số 05/ĐK.
func isForm(before string) bool {
	before = strings.TrimSuffix(strings.TrimRight(before, " :"), " so")
	return strings.HasSuffix(before, " bieu") || strings.HasSuffix(before, " mau") || strings.HasSuffix(before, " bieu mau")
}

// hardlyRead reports whether a word of a span was read with little confidence.
func (r *reader) hardlyRead(sp span) bool {
	return slices.ContainsFunc(r.wordsOf(sp), func(w word) bool { return r.scanned(w) && r.conf(w) < printedConf })
}

// citeAgain takes in another mention of a document cited before, and reports
// whether it is one: with another date it is another document.
func (r *reader) citeAgain(at int, c Citation) bool {
	known := &r.fields.Citations[at]
	if c.Issued == nil || known.Issued == nil || *known.Issued == *c.Issued {
		*known = merge(*known, c)
		return true
	}
	r.review("citations", "%s is cited with two dates, %s and %s", c.Number, *known.Issued, *c.Issued)
	return r.citedWith(c)
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
	a.Relation = stronger(a.Relation, b.Relation)
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

// citation reads what stands around a symbol; named is where its subject
// begins.
func (r *reader) citation(s symbol) (c Citation, where span, named int) {
	c, where = Citation{Number: s.String(), Page: r.page(s.from)}, s.span
	code, from := r.typeBefore(s)
	if code == "" || s.typ != "" {
		code = r.typeOf(s)
	}
	if where.from = min(where.from, from); code != "" {
		c.Type = &code
	}
	end := s.to
	if d, ok := r.dateOf(s); ok {
		end, where.from, where.to = max(end, d.to), min(where.from, d.from), max(where.to, d.to)
		if d.valid() {
			iso := d.iso()
			c.Issued = &iso
		} else {
			r.review("citations", "%s: %s is no date of the calendar", c.Number, r.str(d.span))
		}
	}
	limit := r.citationEnd(end)
	if issuer, to := r.citedIssuer(s, end, limit); issuer != "" {
		c.Issuer, end, where.to = &issuer, to, max(where.to, to)
	}
	if subject := r.subjectAfter(end, limit); !subject.empty() {
		text := r.directory.lower(strings.Join(strings.Fields(r.str(subject)), " "))
		c.Subject, where.to = &text, subject.to
	}
	return c, where, end
}

// citedIssuer is who issued a cited document, by the words behind it or by its symbol,
// and where the words end.
func (r *reader) citedIssuer(s symbol, pos, limit int) (issuer string, end int) {
	issuer, end = r.issuerAfter(pos, limit)
	if issuer == "" || strings.HasPrefix(issuer, "liên ") { // của liên Bộ Y tế - Nội vụ
		issuer = cmp.Or(r.grammar.issuerOf(s), issuer)
	}
	return issuer, end
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
	if at := strings.LastIndex(r.f[start:s.from], "cong van"); at >= 0 {
		return "CV", start + at
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
	return r.dateBefore(s)
}

// dateBefore is the date that opens a sentence and says when the document came
// about: `Ngày 05/3/2019 Sở Nội vụ có Công văn số 214/SNV-TCCC về …`.
func (r *reader) dateBefore(s symbol) (date, bool) {
	sentence := r.sentence(s.from)
	i := r.dateIndex(sentence.from)
	if i == len(r.dates) || !r.dates[i].called || r.dates[i].year == 0 || r.dates[i].to > s.from {
		return date{}, false
	}
	d, n := r.dates[i], r.symbolIndex(sentence.from)
	opens := strings.Trim(r.f[sentence.from:d.from], junk) == "ngay"
	sole := n < len(r.symbols) && r.symbols[n].from == s.from && (i+1 == len(r.dates) || r.dates[i+1].from > s.from)
	return d, opens && sole && r.broughtOut(r.f[d.to:s.from])
}

// broughtOut reports whether words close with "có Công văn số" or the like.
func (r *reader) broughtOut(f string) bool {
	for _, verb := range []string{" co ", " ban hanh "} {
		at := strings.LastIndex(f, verb)
		if at < 0 {
			continue
		}
		what := strings.TrimPrefix(f[at+len(verb):], "van ban ")
		_, _, typ := r.typeName(what)
		if len(what) < 30 && (typ || strings.HasPrefix(what, "cong van ") || len(what) <= 4 && called(what, len(what))) {
			return true
		}
	}
	return false
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

// item names an element of a list field: "citations[2]".
func item(field string, n int) string { return field + "[" + strconv.Itoa(n) + "]" }
