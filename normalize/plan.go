package normalize

// method is how a paragraph is read.
type method uint8

const (
	leave  method = iota // nothing is wrong with it
	unmark               // marks are missing
	reread               // letters were taken for others
	repair               // right but for slips
)

const (
	oddOCR    = 0.085 // share of odd words from which on text was misread
	lostShare = 0.08  // share of words missing marks from which on they are restored
)

// damaged reports whether the document as a whole was misread or stripped.
func (d *document) damaged() bool {
	return d.all.oddShare(0.02) > oddOCR || d.all.lost(0) > lostShare
}

// plan is how a paragraph is to be read.
type plan struct {
	words  []*Word
	fields []string
	health health
	how    method
	lost   float64
}

// plan tells how to read a paragraph.
func (d *document) plan(words []*Word) plan {
	p := plan{words: words, fields: textsOf(words)}
	p.health = d.r.examine(p.fields)
	p.lost = p.health.lost(d.all.lost(0))
	p.how = d.choose(p.health, p.lost)
	return p
}

// choose tells how to read a paragraph, by what was counted in it.
func (d *document) choose(h health, lost float64) method {
	unknown := d.hint == Unknown
	switch {
	case h.foreign(d.damaged()):
		return leave
	case d.slips, d.hint == VietnameseOCR:
		return repair
	case unknown && h.whole():
		return leave
	case d.hint == ForeignOCR, unknown && h.oddShare(d.all.oddShare(0.02)) > oddOCR:
		return reread
	case d.hint == Stripped, unknown && lost > lostShare:
		return unmark
	}
	return leave
}

// A document was misread if that share of its words is in misread paragraphs,
// or if it misses marks and that share of its words, several at least, is odd:
// in typed text half a word in a hundred, in an encyclopedia one, on misread
// pages two and more even where no paragraph has enough to be told.
const (
	misreadShare = 0.2
	oddPage      = 0.025
	severalOdd   = 3
)

// misread reports whether the document was misread, so many of the words
// being in misread paragraphs.
func (d *document) misread(words, misread int) bool {
	if misread > 0 && float64(misread) >= misreadShare*float64(words) {
		return true
	}
	return d.all.lost(0) > lostShare && d.all.odd >= severalOdd && d.all.oddShare(0.005) > oddPage
}

// plans tells how to read all paragraphs. Who misread one paragraph misread
// the others too: amid misread ones, a paragraph that only seems to miss marks,
// or whose wrong words are words by chance (nhà dâu tu, hô so), is one of them.
//
// Of pages printed and read by foreign engines 84.6 % of the words come out
// right so, and 82.1 with every paragraph for itself; those of Tesseract's
// Latin 92.7 for 84.3. Clean paragraphs amid misread pages stay as they are.
func (d *document) plans(paragraphs [][]*Word) []plan {
	plans := make([]plan, len(paragraphs))
	misread, words := 0, 0
	for i, ws := range paragraphs {
		plans[i] = d.plan(ws)
		words += len(ws)
		if plans[i].how == reread {
			misread += len(ws)
		}
	}
	if d.hint != Unknown || !d.misread(words, misread) {
		return plans
	}
	for i := range plans {
		p := &plans[i]
		if p.how == unmark || p.how == leave && p.health.wrong() > 0 && !p.health.foreign(d.damaged()) {
			p.how = reread
		}
	}
	return plans
}
