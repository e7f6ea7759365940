package normalize

import (
	"strings"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
)

// Which texts are right but for slips is told by reading them so: what comes
// of their unknown words? In a text whose font lacks letters most become words that
// fit (ngưi → người, quy?n → quyền), and surely; in one with foreign words and
// words that the model never saw, next to none do.
//
//	                                 unknown words   mended
//	a font that lacks letters        2 to 56     half to all of them
//	legal text                       15          0
//	news                             17          0
//	Wikipedia                        162         2
//
// Of 1,182 words that fonts damaged in 110 documents set aside, 1,074 are
// repaired and 15 others changed (four of them misprints: ngiêm); counting the
// words that are alone near a known one found 572. With whole fonts nothing is
// changed.

const (
	fewSlips   = 1.5  // unknown words mended, as far as that is sure, that make a document slipped
	slipShare  = 0.4  // of its unknown words
	knownShare = 0.85 // of words known as they stand in text that is right but for slips
)

// slipped reports whether the document's unknown words are slips of known ones.
func (d *document) slipped(paragraphs [][]*Word) bool {
	if d.all.unknown < 2 || d.damaged() && float64(d.all.known) < knownShare*float64(d.all.words) || d.all.lost(0) > lostShare {
		return false
	}
	d.tryAs(repair, d.r.vie, slipWidths)
	unknown, mended := 0, 0.0
	for _, words := range paragraphs {
		p := plan{words: words, fields: textsOf(words)}
		if h := d.r.examine(p.fields); h.unknown > 0 && !h.foreign(false) {
			n, m := d.mended(d.repairSlots(p), d.unknownCore)
			unknown, mended = unknown+n, mended+m
		}
	}
	return mended >= max(fewSlips, slipShare*float64(unknown))
}

// tryAs gets ready to read, as a try, with the general channel.
func (d *document) tryAs(how method, general *noise.Model, w widths) {
	d.d.how, d.d.ocr = how, newOCRReader(d.r, d.d.lm, newFinder(general.NewSearch(d.r.lexicon), w))
}

// mended counts the slots asked about and those that reading makes another
// word of, as far as that is sure.
func (d *document) mended(slots []slot, asked func(slot) bool) (n int, mended float64) {
	chosen := d.d.decode(slots)
	states := d.d.states(slots, chosen)
	for i, s := range slots {
		if chosen[i] < 0 || !asked(s) {
			continue
		}
		n++
		if s.options[chosen[i]].change != "" {
			mended += sureOf(d.d.weigh(slots, chosen, states, i), chosen[i])
		}
	}
	return n, mended
}

func (d *document) unknownCore(s slot) bool {
	return s.piece.Kind == lm.Word && (hasGap(s.piece.Core) || d.r.examineWord(s.piece.Core).unknown > 0)
}

// gaps are what stands for letters that a font lacks.
const gaps = "?□\ufffd"

func hasGap(core string) bool { return strings.ContainsAny(core, gaps) }

// splitGappy is lm.Split for text whose gaps are letters: quy?n is one word, as
// is v? since v is none.
func splitGappy(field string) []lm.Piece {
	body := strings.TrimRight(field, "?")
	if n := len(field) - len(body); n > 1 || n == 1 && asks(body) {
		ps := splitGappy(body)
		ps[len(ps)-1].Post += field[len(body):]
		return ps
	}
	if !hasGap(field) {
		return lm.Split(field)
	}
	ps := lm.Split(gapsAsLetters.Replace(field))
	for i := range ps {
		ps[i].Core = gapsAsSigns.Replace(ps[i].Core)
	}
	return ps
}

// asks reports whether a question mark after body is one: there is a word
// before it, or none.
func asks(body string) bool {
	ps := lm.Split(body)
	core := ps[len(ps)-1].Core
	return core == "" || lm.IsSyllable(core) || hasGap(body)
}

// The letters that gaps are for lm.Split.
var (
	gapsAsLetters = strings.NewReplacer("?", "ʔ", "□", "ʘ", "\ufffd", "ʞ")
	gapsAsSigns   = strings.NewReplacer("ʔ", "?", "ʘ", "□", "ʞ", "\ufffd")
)

func textsOf(words []*Word) []string {
	fields := make([]string, len(words))
	for i, w := range words {
		fields[i] = w.Text
	}
	return fields
}
