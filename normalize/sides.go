package normalize

import (
	"math"

	"vanthu/normalize/lm"
	"vanthu/normalize/rescore"
)

// sides weighs the readings of a paragraph's words by the words on both sides
// of them (rescore), before the search: what it finds goes into the costs of
// the options, and readings without hope are no options.
//
// Syllables right, text set aside, beside the memory alone: news 98.38 → 98.53,
// Wikipedia 97.94 → 98.09, legal text 99.74 → 99.75, for about a tenth of the
// speed. Hearing every reading out gives news another 0.07 and costs a third
// of the speed; leaving out more (spreads of 5 and 5, rescore giving up at 2)
// loses all that was won.
type sides struct {
	model  *rescore.Model
	tokens []rescore.Token
	at     []int // token of each slot
	hashes []uint64
	scores []float64
}

// Readings so much less likely than the best, in nats, are left out, before
// and after the sides are heard.
const spreadBefore, spreadAfter = 5.0, 6.0

// look looks at a paragraph.
func (d *sides) look(slots []slot) {
	pieces, cases := make([]lm.Piece, len(slots)), make([]lm.Case, len(slots))
	for i := range slots {
		pieces[i], cases[i] = slots[i].piece, slots[i].meaning
	}
	d.tokens, d.at = rescore.Tokens(pieces, cases)
}

// weigh adds to the scores of the readings of slot i and returns those that
// have hope.
func (d *sides) weigh(found []lostMark, i int) []lostMark {
	if found = within(found, spreadBefore); len(found) < 2 {
		return found
	}
	d.hashes, d.scores = d.hashes[:0], d.scores[:0]
	for _, f := range found {
		d.hashes, d.scores = append(d.hashes, f.hash), append(d.scores, f.score)
	}
	d.model.Score(d.tokens, d.at[i], d.hashes, d.scores)
	for j := range found {
		found[j].score = d.scores[j]
	}
	return within(found, spreadAfter)
}

// within are the readings not much less likely than the best; words of the
// user's dictionary stay.
func within(found []lostMark, spread float64) []lostMark {
	best := math.Inf(-1)
	for _, f := range found {
		best = max(best, f.score)
	}
	out := found[:0]
	for _, f := range found {
		if f.score >= best-spread || f.term {
			out = append(out, f)
		}
	}
	return out
}
