package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
	"vanthu/normalize/tone"
)

// ocrReader finds what misread cores may have been, and remembers them.
type ocrReader struct {
	r      *Restorer
	lm     *lm.Memo
	known  map[seen][]option
	finder *finder
	open   map[seen]bool // of the known: not sure everywhere
	picked map[seen]string
	learnt []noise.Pair // what this document taught
	cuts   []cut        // of the core at hand (glued.go)
}

// seen is a core in its surroundings.
type seen struct {
	core    string
	meaning lm.Case
	loud    bool
	trust   trust
}

func newOCRReader(r *Restorer, memo *lm.Memo, f *finder) *ocrReader {
	return &ocrReader{r: r, lm: memo, finder: f, known: make(map[seen][]option),
		open: make(map[seen]bool), picked: make(map[seen]string)}
}

// next is a reader with what this one learned, for another round. What was
// read without doubt everywhere is not looked up again, and keeps only its
// best rivals.
func (o *ocrReader) next(general *noise.Model) *ocrReader {
	m := o.finder.search.Count(o.learnt).Join(general, generalWeight)
	n := newOCRReader(o.r, o.lm, o.finder.next(m.NewSearch(o.r.lexicon)))
	for k, options := range o.known {
		if !o.open[k] {
			n.known[k] = o.rivals(k, options)
		}
	}
	return n
}

// inDoubt is the share of the cores that are not sure everywhere.
func (o *ocrReader) inDoubt() float64 {
	return float64(len(o.open)) / float64(max(1, len(o.known)))
}

// rivals are the option picked and the first few others.
func (o *ocrReader) rivals(k seen, options []option) []option {
	var out []option
	for i, opt := range options {
		if i < fewRivals || opt.text == o.picked[k] {
			out = append(out, opt)
		}
	}
	return out
}

// isAcronym: capitals only, as UBND is written.
func isAcronym(core string) bool {
	return len(core) > 1 && strings.ToUpper(core) == core
}

// ocrSlots makes the slots of misread fields.
func (d *document) ocrSlots(p plan) []slot {
	ps, owner := pieces(p.fields, d.r.splitRuns)
	slots := d.newSlots(ps, owner)
	loud := loud(ps)
	for i := range slots {
		s := &slots[i]
		if s.piece.Kind == lm.Word {
			s.seen = seen{core: s.piece.Core, meaning: s.meaning, loud: loud[i]}
			s.options = d.d.ocr.options(s.seen)
			if maybeNone[s.piece.Post] && i+1 < len(slots) {
				s.options = withoutSign(s.options)
			}
		} else {
			s.options = d.fixed(s.piece)
		}
	}
	d.d.ocr.joined(slots, loud, reread)
	return slots
}

// maybeNone are the signs after a word that may be none: a full stop a speck, a
// question mark the hook of its last letter (xi? for xử).
var maybeNone = map[string]bool{".": true, "?": true, "!": true}

// withoutSign adds the readings without the sign after them.
func withoutSign(options []option) []option {
	out := append([]option(nil), options...)
	for _, o := range options {
		o.bare, o.change, o.cost = true, ChangeOCR, o.cost+noSignCost
		out = append(out, o)
	}
	return out
}

const (
	noSignCost = 5.0 // of a sign that is none

	mostNames = 20 // options of a core, in headings
	fewRivals = 5  // of what is settled

	shoutCost = 4.0 // of a word in capitals amid small letters, if it is no acronym
	nameCost  = 0.5 // of a name in a heading

	// Costs of leaving a core as it is: once, and per letter of an unknown
	// word, of capitals and of a known foreign word; more for a sign or digit.
	leaveCost    = 2.0
	leaveLetter  = 2.2
	leaveCapital = 1.4
	leaveKnown   = 0.4
	leaveSign    = 4.0
	leaveDigit   = 1.5
)

// options are the readings of a core.
func (o *ocrReader) options(key seen) []option {
	if known, ok := o.known[key]; ok {
		return known
	}
	core, meaning := key.core, key.meaning
	out := []option{o.leave(core, meaning)}
	forms, canonical := forms(core, meaning, key.loud), tone.Canonical(core)
	small := strings.ToLower(canonical)
	for _, f := range forms {
		for _, found := range o.finder.find(asked{canonical, f}) {
			opt := o.option(found, f, meaning)
			if f == noise.Capitals && !key.loud && lm.IsSyllable(opt.text) {
				opt.cost += shoutCost
			}
			if o.r.words[found.Word].small == small {
				opt.text, opt.change = core, ""
			}
			out = append(out, opt)
		}
	}
	if best := cheapest(out); utf8.RuneCountInString(core) >= gluedFrom && best > poorCost {
		out = append(out, o.glued(core, meaning, forms[0], best)...)
	}
	if key.loud {
		out = append(out, o.names(out)...)
	}
	o.known[key] = out
	return out
}

// names are the options as parts of names. In a heading the case of a word
// tells nothing, and counts as small; but VIỆT NAM is one all the same.
func (o *ocrReader) names(options []option) []option {
	var out []option
	for _, opt := range options[:min(len(options), mostNames)] {
		if id := o.r.lm.ID(opt.text, lm.Title); opt.n == 1 && id != opt.ids[0] && id > lm.UnknownTitle {
			opt.ids[0], opt.cost = id, opt.cost+nameCost
			out = append(out, opt)
		}
	}
	return out
}

func cheapest(options []option) float64 {
	best := options[0].cost
	for _, o := range options {
		best = min(best, o.cost)
	}
	return best
}

func (o *ocrReader) option(f noise.Found, form noise.Form, meaning lm.Case) option {
	c := meaning
	if c != lm.Lower || form == noise.AsIs {
		c = caseOf(form)
	}
	w := &o.r.words[f.Word]
	opt := option{text: w.written[form], cost: f.Cost, n: 1, change: ChangeOCR}
	opt.ids[0] = w.ids[c]
	return opt
}

func caseOf(f noise.Form) lm.Case {
	switch f {
	case noise.Capital:
		return lm.Title
	case noise.Capitals:
		return lm.Upper
	}
	return lm.Lower
}

// leave is the option of keeping the core: right for names, acronyms and
// foreign words, which are spelled at random as far as we know, and dear where
// a sign stands among the letters.
func (o *ocrReader) leave(core string, meaning lm.Case) option {
	opt := option{text: core, n: 1, cost: leaveCost}
	opt.ids[0] = o.r.lm.ID(core, meaning)
	letter := leaveLetter
	switch {
	case (opt.ids[0] > lm.UnknownTitle || codes[core]) && !lm.IsSyllable(core):
		letter = leaveKnown
	case isAcronym(core):
		letter = leaveCapital
	}
	for _, r := range core {
		switch opt.cost += letter; {
		case unicode.IsDigit(r):
			opt.cost += leaveDigit
		case !unicode.IsLetter(r):
			opt.cost += leaveSign
		}
	}
	return opt
}
