package normalize

import (
	"slices"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
)

// Words run together. A reader that misses the spaces (hgpth\lc for hợp thực,
// v@xaydvng for về xây dựng) leaves a core that no word explains. Every part
// of it is looked up; the cheapest ways to cut it into two to four words,
// judged by the language model on their own, become options of the slot like any
// other, and the language model chooses in context.

const (
	gapCost   = 2.5 // of a missing space
	gluedFrom = 5   // signs; shorter cores are not cut
	mostCuts  = 8   // ways kept
	poorCost  = 3.5 // of the best single word, from which on cutting is tried
	gluedMost = 4   // words
)

// cut is a way to read the signs up to a place: a word and the cut before it.
type cut struct {
	word   int     // of the lexicon
	before int32   // in the arena
	end    int     // signs up to here
	n      uint8   // words
	cost   float64 // of the channel and the gaps
	total  float64 // with what the words say of each other
	state  lm.State
}

// glued are the ways to read core as several words that cost at most most.
func (o *ocrReader) glued(core string, meaning lm.Case, first noise.Form, most float64) []option {
	n := utf8.RuneCountInString(core)
	rest := noise.AsIs
	if first == noise.Capitals {
		rest = noise.Capitals
	}
	o.cuts = append(o.cuts[:0], cut{})
	ends := make([][]int32, n+1) // the cuts that end at each place, cheapest first
	ends[0] = []int32{0}
	for _, s := range o.finder.search.Spans(core, first, rest, most) {
		for _, before := range ends[s.From] {
			b := &o.cuts[before]
			if e := ends[s.To]; len(e) == mostCuts && b.total+s.Cost+gap(b) >= o.cuts[e[mostCuts-1]].total {
				break
			}
			if b.n < gluedMost {
				ends[s.To] = o.keepCut(ends[s.To], o.join(before, s))
			}
		}
	}
	var out []option
	for _, c := range ends[n] {
		if o.cuts[c].n > 1 {
			out = append(out, o.cutOption([]rune(core), o.cuts[c], meaning, first, rest))
		}
	}
	return out
}

// gap is the cost of one more word after a cut: none before the first.
func gap(c *cut) float64 {
	if c.n > 0 {
		return gapCost
	}
	return 0
}

// join is the cut before with one more word.
func (o *ocrReader) join(before int32, s noise.Span) cut {
	c := o.cuts[before]
	p, state := o.lm.Score(c.state, o.r.words[s.Word].ids[lm.Lower])
	cost := s.Cost + gap(&c)
	return cut{s.Word, before, s.To, c.n + 1, c.cost + cost, c.total + cost - p, state}
}

// keepCut puts a cut in order of total, if it is good enough.
func (o *ocrReader) keepCut(cuts []int32, c cut) []int32 {
	at := len(cuts)
	for at > 0 && o.cuts[cuts[at-1]].total > c.total {
		at--
	}
	if at == mostCuts {
		return cuts
	}
	o.cuts = append(o.cuts, c)
	cuts = slices.Insert(cuts, at, int32(len(o.cuts)-1))
	return cuts[:min(len(cuts), mostCuts)]
}

// cutOption is the option of reading core as a cut has it.
func (o *ocrReader) cutOption(core []rune, c cut, meaning lm.Case, first, rest noise.Form) option {
	opt := option{cost: c.cost, n: c.n, change: ChangeOCR}
	for i := int(c.n) - 1; i >= 0; i-- {
		form, m := rest, caseOf(rest)
		if i == 0 {
			form = first
		}
		if i == 0 || meaning == lm.Lower {
			m = meaning
		}
		opt.ids[i] = o.r.words[c.word].ids[m]
		opt.text = o.r.words[c.word].written[form] + opt.text
		if c = o.cuts[c.before]; i > 0 {
			opt.text = between(core, c.end) + opt.text
		}
	}
	return opt
}

// between is what is written between two words that were cut at a place: a
// comma that lost its space, or a space.
func between(core []rune, at int) string {
	if core[at-1] == ',' || core[at] == ',' {
		return ", "
	}
	return " "
}
