package extract

import (
	"math"
	"strings"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// A serial written by hand. The reader of digits says what it may be; the
// file's name often says it too, for people name a scan by its number:
//
//	Số: ⟨2668⟩/KH-UBND        2668 0.61   2663 0.22   2068 0.06 …
//	KH2668_CNTT_UB.pdf        a serial 2668 of the type KH
//	                          2668 0.99 → the number is 2668/KH-UBND
//
// A name whose type or issuer agrees with the symbol on the page gives the
// serial in nineteen cases of twenty; a bare number in a name may be a year, a
// day, a page, and tells little unless it is long and the hand may say the same.
// What the name says and the hand cannot mean is a disagreement for a person:
// copies keep the name of another document.

const (
	// namedSerial is how often a file's name with the page's type or issuer
	// gives the page's serial, bareSerial how often a number without does.
	namedSerial = 0.93
	bareSerial  = 0.25
	// possible is the least probability a hand must give to what other sources
	// say.
	possible = 0.02
)

// handSerial decides the serial by the hand and the file's name. Done is false
// where no hand was read.
func (r *reader) handSerial(own symbol, where span, named []symbol) (done bool) {
	h, page := r.handOf(ingest.FieldNumber)
	b, rest := believed(h)
	if len(b) == 0 {
		return false
	}
	hand, _ := believed(h)
	named = agreeing(own, named)
	b.weigh(func(serial string) float64 { return padding(serial) * likelihood(serial, named) })
	best, share := b.best(rest * unnamed(named))
	r.note("number", where, "number:hand", 0)
	values := spelled(own, b.ranked())
	strange := strangers(named, hand)
	if share >= surely && hand[best] >= possible && len(strange) == 0 {
		r.fields.Number = &values[0]
		r.fromHand("number", values[0], page, h.Box, share, values[1:])
		return true
	}
	r.fromHand("number", h.Readings[0].Text, page, h.Box, 0, append(spelled(own, strange), values...))
	r.review("number", "handwritten, may be %s", strings.Join(r.fields.Evidence["number"].Alternatives, ", "))
	return true
}

// handSaysOtherwise reports whether the serial was written by hand and reads
// otherwise than OCR read it.
func (r *reader) handSaysOtherwise(own symbol) bool {
	h, _ := r.handOf(ingest.FieldNumber)
	return contradicted(h, own.serial)
}

// padding is how often a serial is written so: those below ten have a zero
// before them, by the rules and nearly always.
func padding(serial string) float64 {
	if len(serial) == 1 {
		return 0.1
	}
	return 1
}

// holdsSerial reports whether a cell holds the blank for a serial, whatever OCR
// made of "Số" and the hand, and a symbol.
func (r *reader) holdsSerial(c cell) bool {
	h, page := handOn(r.pages[r.lines[c.line].page], ingest.FieldNumber)
	if page == 0 || c.box.IsZero() || !inside(h.Box, c.box) {
		return false
	}
	s, _ := r.symbolIn(c)
	return s.code() != ""
}

// bareCodes reads `4J29 UBND-MT`, whose stroke OCR took for the hand's: codes
// that are known and stand right of a hand.
func (r *reader) bareCodes(c cell) (symbol, span) {
	h, page := handOn(r.pages[r.lines[c.line].page], ingest.FieldNumber)
	if page == 0 {
		return symbol{}, span{}
	}
	for _, w := range r.wordsOf(c.span) {
		s := symbol{span: span{w.from, w.from}, called: true}
		if r.box(w).X0 < h.Box.X1 || w.from == 0 || !r.grammar.tailAt(&r.folded, w.from-1, &s) {
			continue
		}
		first, _, _ := strings.Cut(s.issuer, "-")
		if r.grammar.body(fold.String(first)) != "" && s.to <= c.to {
			return s, span{c.from, s.to}
		}
	}
	return symbol{}, span{}
}

// agreeing are the symbols of the file's name that say nothing against the one
// on the page.
func agreeing(own symbol, named []symbol) (all []symbol) {
	for _, s := range named {
		if s.code() == "" || agree(own, s) {
			all = append(all, s)
		}
	}
	return all
}

// likelihood is how much likelier a serial makes what the file's name says than
// a serial taken at random from as many as have its digits.
func likelihood(serial string, named []symbol) float64 {
	for _, s := range named {
		if unpadded(s.serial) != unpadded(serial) {
			continue
		}
		chance := math.Pow(10, -float64(len(unpadded(serial))))
		if s.code() != "" {
			return namedSerial / float64(len(named)) / chance
		}
		return 1 + bareSerial/float64(len(named))/chance
	}
	return unnamed(named)
}

// unnamed is the likelihood of a serial that the file's name does not hold.
func unnamed(named []symbol) float64 {
	for _, s := range named {
		if s.code() != "" {
			return 1 - namedSerial
		}
	}
	return 1
}

// strangers are the serials that the file's name gives with its type or issuer
// and that the hand cannot mean.
func strangers(named []symbol, hand belief) (all []string) {
	for _, s := range named {
		if s.code() == "" {
			continue
		}
		meant := false
		for serial, p := range hand {
			meant = meant || p >= possible && unpadded(serial) == unpadded(s.serial)
		}
		if meant {
			return nil
		}
		all = once(all, s.serial)
	}
	return all
}

// spelled are the numbers with the given serials.
func spelled(own symbol, serials []string) (all []string) {
	for _, s := range serials {
		own.serial = s
		all = append(all, own.String())
	}
	return all
}
