package extract

import (
	"strings"

	"vanthu/ingest"
)

// The seal lies over the left third of the signature block, so titles lose
// their beginning and keep their end. A cell in capitals is the title whose end
// it shares, if no other shares as much and no more than a quarter is lost:
//
//	6 sÒHỦ TỊCH     `hu tich` are 7 of the 8 letters of CHỦ TỊCH, 0 to 5 of the others
//	PEIÕ CHỦ TỊCH   all 8; PEIÕ is PHÓ where KT. CHỦ TỊCH stands above, else unknown
//	ÁP TRƯỞNG       BỘ, VỤ, TỔ and CỤC TRƯỞNG share 7: none
//
// Whether PHÓ stood there is not guessed: letters left of a title that can be
// neither read nor explained by KT. make it unsure, and a person is asked.

// spoiled is a title as the seal has left it.
type spoiled struct {
	title string
	from  int // where the letters begin that it shares, in the folded line
	lost  int // how many of its own stand before them, misread or not at all
}

// spoiledTitle finds the one title that a folded line ends with.
func (r *reader) spoiledTitle(f string) (spoiled, bool) {
	best, shared, tie := spoiled{}, 0, false
	for _, p := range r.rules.Positions {
		n := sharedEnd(f, p.Folded)
		switch {
		case n > shared, n == shared && n == len(p.Folded):
			best, shared, tie = spoiled{p.Text, len(f) - n, len(p.Folded) - n}, n, false
		case n == shared && best.lost > 0:
			tie = true
		}
	}
	return best, shared > 0 && !tie && 4*shared >= 3*(shared+best.lost)
}

// sharedEnd is how many letters two folded phrases have in common at their end.
func sharedEnd(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// spoiledCell adds a cell to the block whose title the seal has spoiled. A
// block begins only with a title that is whole, in the zone of signatures.
func (r *reader) spoiledCell(f *foot, c cell) bool {
	sp := r.trim(c.span, junk)
	s, ok := r.spoiledTitle(r.fold(sp))
	if !ok && !sp.empty() && f.from == c.from {
		sp.to-- // HIỆU TRƯỞNGÈ-
		s, ok = r.spoiledTitle(r.fold(sp))
		ok = ok && s.lost == 0
	}
	begun := len(f.capacity) > 0
	if !ok || f.title != "" || !begun && (s.lost > 0 || r.lines[c.line].zone != ingest.ZoneSignature) {
		return false
	}
	title := span{sp.from + s.from, sp.to}
	if !inCapitals(r.str(title)) || s.from > spoiledLetters || f.kt != "" && s.title != f.kt {
		return false
	}
	f.title, f.position, f.box = deputy(s.title, f.kt), title, c
	f.unsure = f.kt == "" && r.capitals(span{sp.from, title.from})-s.lost > 1
	return true
}

// spoiledLetters is the most that may stand before what is left of a title.
const spoiledLetters = 8

// capitals counts the capitals of a span.
func (r *reader) capitals(sp span) int {
	n := 0
	for i := sp.from; i < sp.to; i++ {
		if r.upper(i) {
			n++
		}
	}
	return n
}

// dropUnsure takes back a title before which PHÓ may have stood.
func (r *reader) dropUnsure(f *foot) {
	if !f.unsure {
		return
	}
	r.note("signer.position", f.position, "signature:spoiled", 0)
	for _, title := range []string{f.title, "PHÓ " + f.title} {
		r.alternative("signer.position", title)
	}
	r.review("signer.position", "%s or PHÓ %s: %s", f.title, f.title, strings.TrimSpace(r.str(f.position)))
	f.title = ""
}
