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

// plans tells how to read all paragraphs. Who misread one paragraph misread
// the others too: amid misread ones, a paragraph that only seems to miss marks,
// or whose wrong words are words by chance (nhà dâu tu, hô so), is one of them.
//
// Of pages printed and read by foreign engines 84.6 % of the words come out
// right so, and 82.1 with every paragraph for itself; those of Tesseract's
// Latin 92.7 for 84.3. Clean paragraphs amid misread pages stay as they are.
func (d *document) plans(paragraphs [][]*Word) []plan {
	plans := make([]plan, len(paragraphs))
	for i, ws := range paragraphs {
		plans[i] = d.plan(ws)
	}
	if d.hint != Unknown || !d.misread(plans) {
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

// misreadShare is the share of a document's words in misread paragraphs from
// which on all of it was misread.
const misreadShare = 0.2

// misread reports whether the document was misread: enough of its paragraphs
// were, or its odd words read well so.
func (d *document) misread(plans []plan) bool {
	misread, words := 0, 0
	for _, p := range plans {
		words += len(p.words)
		if p.how == reread {
			misread += len(p.words)
		}
	}
	return misread > 0 && float64(misread) >= misreadShare*float64(words) || d.mayBeMisread() && d.readsAsMisread(plans)
}

// Where few words were misread (churc, tu', d6i) no share tells: the rest only
// seems to miss its marks. What tells is reading the odd words as misread, each
// amid its neighbours: of letters taken for others come words that fit, of
// foreign words none.
//
//	                                         odd words   mended
//	three pages of an engine never seen      2, 2, 3     2, 1.9, 3
//	rendered pages with few odd words        4 to 16     0.71 to 0.98 of them
//	clean or stripped, legal, news and       5 to 19,    at most 0.24 of them
//	Wikipedia, 19 parts of 40,000 words      60 to 190
//
// On those three pages 91.5, 97.6 and 75.6 % of the words came out right with
// the marks alone put back, and 94.5, 99.2 and 84.4 so.
const (
	oddPage    = 0.025 // share of odd words from which on one looks, where marks are not missing
	mostTried  = 12    // odd words
	fewMended  = 1.5   // of those, as far as that is sure, that make a document misread
	mendShare  = 0.6   // of those tried
	neighbours = 6     // words on each side
)

func (d *document) mayBeMisread() bool {
	return !d.slips && float64(d.all.odd) >= fewMended && (d.all.lost(0) > lostShare || d.all.oddShare(0.005) > oddPage)
}

// readsAsMisread reports whether the odd words become others when they are read
// as misread.
func (d *document) readsAsMisread(plans []plan) bool {
	d.tryAs(reread, d.r.foreign, foreignWidths)
	tried, mended := 0, 0.0
	for _, p := range plans {
		if p.how == reread || p.health.odd == 0 || p.health.foreign(true) {
			continue
		}
		for i := range p.fields {
			if tried < mostTried && d.r.examine(p.fields[i:i+1]).odd > 0 {
				tried, mended = tried+1, mended+d.mendedAt(p.fields, i)
			}
		}
	}
	return mended >= max(fewMended, mendShare*float64(tried))
}

// mendedAt is how surely reading field i amid its neighbours makes another word
// of it.
func (d *document) mendedAt(fields []string, i int) float64 {
	from := max(0, i-neighbours)
	near := plan{fields: fields[from:min(len(fields), i+neighbours+1)]}
	_, mended := d.mended(d.ocrSlots(near), func(s slot) bool { return s.word == i-from })
	return min(mended, 1) // of several words, if it is a run
}
