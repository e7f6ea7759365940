package extract

import (
	"strings"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// Fields filled in by hand come from the page's picture as ranked readings
// (ingest.Hand). handnumber.go and handdate.go weigh them with all else that is
// known; here is what the two share.
//
// Measured on ../shared/scans (vanthu-scores -only hand), two thirds that rules
// were tuned on and, in brackets, the third they were not: of 27 (19) serials
// the likeliest reading is right for 24 (16), the first choice by all evidence
// for 26 (19), and 24 (15) are given as the number, none wrong; of 26 (19) dates
// 25 (17), 25 (17) and 21 (13), none wrong. Adding what OCR read of a hand as a
// second opinion changed nothing. How long ago the youngest cited document is, and
// the first deadline of the text, change none of these figures, but where the month
// is taken away from the 26, 22 dates come first instead of 18 (23 with what OCR read
// of the month). Numbers of the same
// issuer that rise with their dates and documents that cite this one are in the
// archive, and a record is made of its original alone: see sibling.go.

// sourceHand is the source of what was read from a hand.
const sourceHand = "handwriting"

// surely is the probability from which a value read from a hand stands as the
// field's value. Below it the readings are alternatives, for a person to
// choose from: a wrong number is worse than none.
const surely = 0.95

// shown is how many alternatives a person gets to see.
const shown = 4

// handOf is a blank of the document's letterhead; page 0 says there is none. A
// letterhead further on is that of another document, attached to this one.
func (r *reader) handOf(field ingest.Field) (h ingest.Hand, page int) {
	if len(r.pages) == 0 {
		return h, 0
	}
	at := 0
	for _, c := range []cell{r.head.number, r.head.date} {
		if !c.empty() {
			at = r.lines[c.line].page
		}
	}
	return handOn(r.pages[at], field)
}

func handOn(p ingest.Page, field ingest.Field) (h ingest.Hand, page int) {
	for _, h := range p.Hands {
		if h.Field == field {
			return h, p.Number
		}
	}
	return h, 0
}

// whole is the probability that the picture of a torn hand shows all of it.
const whole = 0.9

// believed are the readings of a blank, and the probability left for others.
func believed(h ingest.Hand) (b belief, rest float64) {
	share := 1.0
	if h.Torn {
		share = whole
	}
	b, rest = belief{}, 1
	for _, reading := range h.Readings {
		b[reading.Text] += share * reading.P
		rest -= share * reading.P
	}
	return b, max(rest, 0)
}

// contradicted reports whether a hand was read surely, and otherwise than OCR
// did: then OCR's reading is no print.
func contradicted(h ingest.Hand, digits string) bool {
	return h.Ink == ingest.InkHand && len(h.Readings) > 0 && h.Readings[0].P >= 0.8 &&
		unpadded(h.Readings[0].Text) != unpadded(digits)
}

// unpadded is a number without the zeros before it.
func unpadded(serial string) string { return strings.TrimLeft(serial, "0") }

// figuresAt is what OCR may have read within a box, if that is figures or looks
// like them, and how surely; letters for figures are not sure.
func (r *reader) figuresAt(page int, box ingest.Box) (said belief, sure float64) {
	for _, w := range r.words {
		if r.pages[w.page].Number != page || !inside(r.box(w), box) {
			continue
		}
		b, mended := figuresIn(strings.Trim(r.onPage(w).Raw, " .,"))
		if len(b) == 0 || said != nil {
			return nil, 0
		}
		if said, sure = b, r.conf(w); mended {
			sure = 0
		}
	}
	return said, sure
}

// inside reports whether the middle of a lies in b.
func inside(a, b ingest.Box) bool {
	x, y := (a.X0+a.X1)/2, (a.Y0+a.Y1)/2
	return x > b.X0 && x < b.X1 && y > b.Y0 && y < b.Y1
}

func allDigits(f string) bool {
	for i := range len(f) {
		if !fold.IsDigit(f[i]) {
			return false
		}
	}
	return true
}

// fromHand notes the evidence of a field that was read from hands on a page.
func (r *reader) fromHand(field, text string, page int, box ingest.Box, confidence float64, others []string) {
	e := r.fields.Evidence[field]
	e.Page, e.Box, e.Text, e.Source = page, box, text, sourceHand
	e.Rule, e.Confidence = field+":hand", min(round(confidence), 0.99)
	e.Alternatives = append([]string{}, others[:min(shown, len(others))]...)
	r.fields.Evidence[field] = e
}
