package extract

import (
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
//   - the head's serial is printed (see printed.go): the value; a file name that
//     says otherwise becomes an alternative and a review
//   - it is not, or cannot be read: the serial of the annotation or file name
//     whose symbol is the same, and a review; without one no value, the reading
//     an alternative, and a review
//   - only the file name: no value, what it says in the review

// readNumber sets the number.
func (r *reader) readNumber() {
	own, where := r.headNumber()
	own = r.hyphened(own)
	stamped, named := r.annotated(), r.fileNumbers()
	rule := "number:head"
	if own.code() == "" {
		own, where, rule = r.metaNumber()
	}
	switch {
	case own.code() == "":
		r.noNumber(stamped, named)
		return
	case own.serial != "" && (confirmed(own, stamped) || confirmed(own, named)):
		r.set("number", &r.fields.Number, own.String(), where, rule, 1)
		r.raise("number")
	case own.serial != "" && r.trusted(own) && !r.handSaysOtherwise(own):
		r.set("number", &r.fields.Number, own.String(), where, rule, 0.97)
		r.contradict(own, named)
	default:
		r.serialFrom(own, where, stamped, named)
	}
	r.typeFrom(own, where)
}

// confirmed reports whether one of the other sources gives the same number.
func confirmed(own symbol, others []symbol) bool {
	for _, s := range others {
		if agree(own, s) && strings.TrimLeft(s.serial, "0") == strings.TrimLeft(own.serial, "0") {
			return true
		}
	}
	return false
}

// raise lifts the confidence of a field that two sources agree on.
func (r *reader) raise(field string) {
	e := r.fields.Evidence[field]
	e.Confidence = max(e.Confidence, 0.95)
	r.fields.Evidence[field] = e
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
	return r.symbolIn(c)
}

// symbolIn is the symbol in a cell, its serial empty where it cannot be read.
func (r *reader) symbolIn(c cell) (symbol, span) {
	for _, s := range r.symbols {
		goesOn := s.to > c.to && s.from < c.to && brokenSymbol(r.fold(c.span)) // 206/KH- ⏎ BTP
		if s.from >= c.from && (s.to <= c.to || goesOn) && !s.mended {
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
		if r.f[pos] == '.' && r.strokeless(pos, &s) && s.to <= c.to {
			return s, span{c.from, s.to}
		}
	}
	return r.bareCodes(c)
}

// strokeless reads `KH-UBND` after a full stop into s: a known type and a known
// issuer, before which only the stroke can have stood.
func (r *reader) strokeless(pos int, s *symbol) bool {
	if !r.grammar.tailAt(&r.folded, pos, s) || s.typ == "" || s.year != "" {
		return false
	}
	issuer, _, _ := strings.Cut(s.issuer, "-")
	return r.grammar.body(fold.String(issuer)) != ""
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
		if s.from >= sp.from && s.to <= sp.to && !s.mended {
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

// serialFrom fills a serial that could not be read, or not be trusted, from the
// other sources.
func (r *reader) serialFrom(own symbol, where span, stamped, named []symbol) {
	read := own.serial
	defer func() {
		if read != "" && read != own.serial {
			r.alternative("number", read+own.tail())
		}
	}()
	for _, s := range stamped {
		if s.code() == "" || agree(own, s) {
			own.serial = s.serial
			r.set("number", &r.fields.Number, own.String(), where, "number:annotation", 0.9)
			r.from("number", ingest.SourceAnnotation)
			return
		}
	}
	if r.handSerial(own, where, named) {
		own.serial = ""
		return
	}
	may := r.misprintedSerials(where, own)
	if serial := only(own, named); serial != "" {
		own.serial = serial
		r.set("number", &r.fields.Number, own.String(), where, "number:file-name", 0.6)
		r.from("number", "filename")
		if unpaddedAll(may)[unpadded(serial)] > 0 {
			r.raise("number")
			return
		}
		r.review("number", "serial handwritten or not read on the page, taken from the file name")
		return
	}
	r.note("number", where, "number:head", 0)
	for _, value := range spelled(own, may.ranked()) {
		r.alternative("number", value)
	}
	own.serial = ""
	r.review("number", "serial handwritten or not read, symbol %s", strings.TrimPrefix(own.tail(), "/"))
}

// only is the serial that file names agree on, or "".
func only(own symbol, named []symbol) (serial string) {
	for _, s := range named {
		if s.code() == "" || !agree(own, s) {
			continue
		}
		if serial != "" && serial != s.serial {
			return ""
		}
		serial = s.serial
	}
	return serial
}

// contradict shows a file name that gives another number.
func (r *reader) contradict(own symbol, named []symbol) {
	for _, s := range named {
		if s.code() != "" && agree(own, s) {
			other := own
			other.serial = s.serial
			r.alternative("number", other.String())
			r.review("number", "page says %s, file name says %s", own, other)
			return
		}
	}
}

// noNumber says why the number is null.
func (r *reader) noNumber(stamped, named []symbol) {
	for _, s := range append(stamped, named...) {
		if s.code() != "" && s.serial != "" {
			r.review("number", "not found on the page; annotation or file name suggests %s", s)
			return
		}
	}
	r.review("number", "not found")
}
