package normalize

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
	"vanthu/normalize/tone"
)

// Repair: text that is right but for slips. A Vietnamese reader loses or swaps
// a mark now and then and so makes another real word (thúc đây for thúc đẩy);
// a PDF font that lacks a letter drops it everywhere (quyn, chng, đi với).
//
// Every word may be wrong, so every word gets its neighbours under the channel
// as options; but nearly every word is right, so a change must be worth more
// than its bias. Numbers, identifiers and acronyms get none.

const (
	repairBias   = 1.2 // cost of changing a word at all
	nameBias     = 2.5 // and of changing a name
	leaveSlip    = 1.1 // per letter of leaving an unknown word
	spellingCost = 5.0 // of the newer spelling of a word
	extraCost    = 5.0 // of letters that would stand there for nothing: vđảm is về đảm, not đảm
)

// repairSlots makes the slots of fields that may have slips.
func (d *document) repairSlots(p plan) []slot {
	ps, owner := pieces(p.fields, splitGappy)
	slots := d.newSlots(ps, owner)
	loud := loud(ps)
	for i := range slots {
		s := &slots[i]
		if repairable(s.piece, loud[i]) && !codesInside.MatchString(p.fields[s.word]) {
			s.seen = seen{s.piece.Core, s.meaning, loud[i], trustIn(p.words[s.word].Read)}
			s.options = d.d.ocr.repairs(s.seen)
		} else if s.piece.Kind == lm.Word {
			s.options = []option{d.d.asIs(s.piece.Core, s.meaning)}
		} else {
			s.options = d.fixed(s.piece)
		}
	}
	d.d.ocr.joined(slots, loud, repair)
	return slots
}

// trust is how far the reader trusted its own reading.
type trust uint8

const (
	untold trust = iota
	low
	usual
	high
)

// trustBias is what a change costs more or less for it. What a reader is sure
// that it saw stands on the paper, be it a misprint.
var trustBias = [...]float64{untold: 0, low: -2.5, usual: -0.9, high: 3}

func trustIn(read float64) trust {
	switch {
	case read <= 0:
		return untold
	case read < 0.7:
		return low
	case read < 0.95:
		return usual
	}
	return high
}

// codesInside: two codes and a hyphen make the symbol of a document, also where
// its serial could not be read (ZŠ/QĐ-UBND-HC). Its codes are not words.
var codesInside = regexp.MustCompile(`[A-ZĐ]{2,}-[A-ZĐ]{2,}`)

// repairable: words, unless acronyms. Among words in capitals those are acronyms
// that have no vowel (TP, ĐT): a slip loses marks, not the middle of a syllable.
func repairable(p lm.Piece, loud bool) bool {
	return p.Kind == lm.Word && !strings.ContainsFunc(p.Core, unicode.IsDigit) &&
		(!isAcronym(p.Core) || loud && strings.ContainsAny(tone.Fold(p.Core), "AEIOUY"))
}

// repairs are the core itself and its neighbours.
func (o *ocrReader) repairs(key seen) []option {
	if known, ok := o.known[key]; ok {
		return known
	}
	core, meaning := key.core, key.meaning
	canonical := tone.Canonical(core)
	small := strings.ToLower(canonical)
	form := formOf(core, key.loud)
	self := o.leave(core, meaning)
	self.cost = leaveCost + leaveSlip*float64(utf8.RuneCountInString(core))
	if hasGap(core) {
		self.cost += leaveSign
	}
	known := self.ids[0] > lm.UnknownTitle
	bias := repairBias + trustBias[key.trust]
	if meaning == lm.Title {
		bias += nameBias
	}
	var out []option
	for _, found := range o.finder.find(asked{canonical, form}) {
		opt := o.option(found, form, meaning)
		if o.r.words[found.Word].small == small {
			self.cost = found.Cost
			continue
		}
		opt.cost += bias
		if strings.HasSuffix(core, opt.text) || strings.HasPrefix(core, opt.text) {
			opt.cost += extraCost
		}
		if known && newerSpelling(small, o.r.words[found.Word].small) {
			opt.cost += spellingCost
		}
		opt.change = ChangeOCR
		out = append(out, opt)
	}
	out = append([]option{self}, out...)
	if !known && utf8.RuneCountInString(core) > 3 {
		for _, opt := range o.glued(core, meaning, form, self.cost) {
			opt.cost += bias
			out = append(out, opt)
		}
	}
	o.known[key] = out
	return out
}

// newerSpelling reports whether word is what is written today for one of the
// older ones: tàu for tầu, bảy for bẩy. A reader seldom adds a circumflex, and
// papers keep to their spelling.
func newerSpelling(old, word string) bool {
	var vowel tone.Letter
	n := 0
	for _, r := range old {
		if l := tone.Split(r); l.Plain == 'a' && l.Shape == tone.Circumflex {
			vowel, n = l, n+1
		}
	}
	if n != 1 || !strings.HasSuffix(old, "u") && !strings.HasSuffix(old, "y") || vowel.Tone == tone.Level {
		return false
	}
	bare := vowel
	bare.Shape = tone.Bare
	return strings.Replace(old, string(vowel.Rune()), string(bare.Rune()), 1) == word
}

func formOf(core string, loud bool) noise.Form {
	first, _ := utf8.DecodeRuneInString(core)
	switch {
	case loud && isAcronym(core):
		return noise.Capitals
	case unicode.IsUpper(first):
		return noise.Capital
	}
	return noise.AsIs
}
