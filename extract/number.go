package extract

import (
	"path"
	"strings"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// The document's own number is read from the cell "Số: …" of the head. Its
// serial is often written by hand, so it may be missing, or read as anything.
// Other sources are asked: a signature annotation on the page, the heading of a
// law site, and the file's name (`68-KH-UBND.signed.pdf`), which people type
// with care but also copy, rename and misname:
//
//   - head and another source agree: the value, surer than either
//   - they differ: the head's value, the other one as alternative, and a review
//   - head shows the symbol without a serial that can be read: the serial of the
//     annotation or file name whose symbol is the same, and a review
//   - only the file name: no value, the name's as an alternative in the review

// readNumber sets the number.
func (r *reader) readNumber() {
	own, where := r.headNumber()
	stamped := r.annotated()
	named := r.fileNumber()
	rule := "number:head"
	if own.code() == "" {
		own, where, rule = r.metaNumber()
	}
	switch {
	case own.code() == "":
		r.noNumber(stamped, named)
	case own.serial == "":
		r.serialFrom(own, where, stamped, named)
	default:
		r.set("number", &r.fields.Number, own.String(), where, rule, 0.97)
		r.compare("number", own, named)
		r.typeFrom(own, where)
	}
}

// typeFrom takes the type from the number where no title gave it, and notes a
// disagreement.
func (r *reader) typeFrom(own symbol, where span) {
	code := r.typeOf(own)
	switch {
	case r.fields.DocType == nil:
		r.set("doc_type", &r.fields.DocType, code, where, "type:symbol", 0.9)
	case own.typ != "" && *r.fields.DocType != own.typ:
		r.review("doc_type", "title says %s, number says %s", *r.fields.DocType, own.typ)
		r.alternative("doc_type", own.typ)
	}
}

// headNumber reads the cell of the number; the serial is empty where it cannot
// be read.
func (r *reader) headNumber() (symbol, span) {
	c := r.head.number
	if c.empty() {
		return symbol{}, span{}
	}
	for _, s := range r.symbols {
		if s.from >= c.from && s.to <= c.to {
			return s, s.span
		}
	}
	return r.unreadSerial(c)
}

// unreadSerial reads `Số: ÁC /KH-UBND`: the symbol is printed, the serial is
// not, or cannot be read.
func (r *reader) unreadSerial(c cell) (symbol, span) {
	for pos := c.from + 1; pos < c.to; pos++ {
		s := symbol{span: span{pos, pos}, called: true}
		if (r.f[pos] == '/' || r.f[pos] == '-') && r.grammar.tailAt(&r.folded, pos, &s) && s.to <= c.to && s.code() != "" {
			s.serial = spacedSerial(r.f[c.from:pos])
			return s, span{c.from, s.to}
		}
	}
	return symbol{}, span{}
}

// spacedSerial joins the digits of `so: 1 979`, or gives nothing if anything
// else stands between.
func spacedSerial(f string) string {
	after := strings.IndexAny(f, ":. ")
	if after < 0 {
		return ""
	}
	digits := strings.ReplaceAll(f[after+1:], " ", "")
	if digits == "" || len(digits) > 5 || strings.Trim(digits, "0123456789") != "" {
		return ""
	}
	return digits
}

// metaNumber reads a law site's "Số hiệu".
func (r *reader) metaNumber() (symbol, span, string) {
	sp := r.head.meta["metanumber"]
	for _, s := range r.symbols {
		if s.from >= sp.from && s.to <= sp.to {
			return s, s.span, "number:site-heading"
		}
	}
	return symbol{}, span{}, ""
}

// annotated are the symbols and bare serials in annotations of the first page.
func (r *reader) annotated() []symbol {
	var found []symbol
	for _, p := range r.pages[:min(1, len(r.pages))] {
		for _, l := range p.Annotations {
			f := newFolded(l.Text())
			found = append(found, r.grammar.symbols(&f)...)
			if digits := strings.TrimSpace(f.f); digits != "" && len(digits) <= 5 && strings.Trim(digits, "0123456789") == "" {
				found = append(found, symbol{serial: digits})
			}
		}
	}
	return found
}

// fileNumber reads a symbol from the file's name, where hyphens, underscores
// and spaces stand for strokes: `di-68-KH-UBND.signed.pdf`.
func (r *reader) fileNumber() symbol {
	name := path.Base(strings.ReplaceAll(r.file, "\\", "/"))
	parts := strings.FieldsFunc(name, func(c rune) bool { return strings.ContainsRune("-_ .()[]", c) })
	for i, p := range parts {
		if len(p) == 0 || len(p) > 5 || strings.Trim(p, "0123456789") != "" {
			continue
		}
		if s := r.symbolFrom(p, parts[i+1:]); s.code() != "" {
			return s
		}
	}
	return symbol{}
}

// symbolFrom builds a symbol from a serial and the codes after it in a name.
func (r *reader) symbolFrom(serial string, parts []string) symbol {
	s := symbol{serial: serial}
	var rest []string
	for _, p := range parts {
		key := fold.String(p)
		switch {
		case s.typ == "" && len(rest) == 0 && r.grammar.types[key] != "":
			s.typ = r.grammar.types[key]
		case r.grammar.bodies[key] != "" || len(rest) > 0 && len(rest) < 2 && allUpper(p) && len(p) <= 6:
			rest = append(rest, p)
		default:
			s.issuer = r.grammar.spell(rest)
			return s
		}
	}
	s.issuer = r.grammar.spell(rest)
	return s
}

// serialFrom fills a serial that could not be read from the other sources.
func (r *reader) serialFrom(own symbol, where span, stamped []symbol, named symbol) {
	for _, s := range stamped {
		if s.code() == "" || s.code() == own.code() {
			own.serial = s.serial
			r.set("number", &r.fields.Number, own.String(), where, "number:annotation", 0.9)
			r.from("number", ingest.SourceAnnotation)
			r.compare("number", own, named)
			return
		}
	}
	r.typeFrom(own, where)
	if named.serial != "" && agree(own, named) {
		own.serial = named.serial
		r.set("number", &r.fields.Number, own.String(), where, "number:file-name", 0.6)
		r.from("number", "filename")
		r.review("number", "serial not read on the page, taken from the file name")
		return
	}
	r.note("number", where, "number:head", 0)
	r.review("number", "serial not read, symbol %s", strings.TrimPrefix(own.tail(), "/"))
}

// agree reports whether a symbol read from a file name says nothing against
// the one on the page.
func agree(page, name symbol) bool {
	return (name.typ == "" || name.typ == page.typ) && (name.issuer == "" || fold.String(name.issuer) == fold.String(page.issuer))
}

// compare holds the number against the file's name.
func (r *reader) compare(field string, own, named symbol) {
	switch e := r.fields.Evidence[field]; {
	case named.serial == "" || !agree(own, named):
	case strings.TrimLeft(named.serial, "0") == strings.TrimLeft(own.serial, "0"):
		e.Confidence = round(1 - (1-e.Confidence)/2)
		r.fields.Evidence[field] = e
	default:
		other := own
		other.serial = named.serial
		r.alternative(field, other.String())
		r.review(field, "page says %s, file name says %s", own, other)
	}
}

// noNumber says why the number is null.
func (r *reader) noNumber(stamped []symbol, named symbol) {
	for _, s := range append(stamped, named) {
		if s.code() != "" && s.serial != "" {
			r.review("number", "not found on the page; annotation or file name suggests %s", s)
			return
		}
	}
	r.review("number", "not found")
}
