package normalize

import (
	"sort"
	"strings"
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
	poorCost  = 3.5 // of the best single word, from which on cutting is tried
	mostCuts  = 8   // ways kept
	gluedMost = 4   // words
)

// cut is a way to read the signs up to a place.
type cut struct {
	words []string
	cost  float64 // of the channel and the gaps
	total float64 // with what the words say of each other
	state lm.State
}

// glued are the ways to read core as several words.
func (o *ocrReader) glued(core string, meaning lm.Case, first noise.Form) []option {
	n := utf8.RuneCountInString(core)
	rest := noise.AsIs
	if first == noise.Capitals {
		rest = noise.Capitals
	}
	ends := make([][]cut, n+1)
	ends[0] = []cut{{}}
	spans := o.search.Spans(core, first, rest)
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].From < spans[j].From })
	for _, s := range spans {
		for _, c := range ends[s.From] {
			ends[s.To] = keepCut(ends[s.To], o.join(c, s))
		}
	}
	var out []option
	for _, c := range ends[n] {
		if len(c.words) > 1 && len(c.words) <= gluedMost {
			out = append(out, o.cutOption(c, meaning, rest))
		}
	}
	return out
}

func (o *ocrReader) join(c cut, s noise.Span) cut {
	p, state := o.r.lm.Score(c.state, o.r.lm.ID(s.Word, lm.Lower))
	gap := 0.0
	if len(c.words) > 0 {
		gap = gapCost
	}
	words := append(append([]string(nil), c.words...), s.Word)
	return cut{words, c.cost + s.Cost + gap, c.total + s.Cost + gap - p, state}
}

// keepCut inserts a cut in order of total.
func keepCut(cuts []cut, c cut) []cut {
	cuts = append(cuts, c)
	sort.SliceStable(cuts, func(i, j int) bool { return cuts[i].total < cuts[j].total })
	return cuts[:min(len(cuts), mostCuts)]
}

func (o *ocrReader) cutOption(c cut, meaning lm.Case, form noise.Form) option {
	opt := option{text: strings.Join(c.words, " "), cost: c.cost, change: ChangeOCR}
	for i, w := range c.words {
		m := caseOf(form)
		if i == 0 || meaning == lm.Lower {
			m = meaning
		}
		opt.ids[i] = o.r.lm.ID(w, m)
		opt.n++
	}
	return opt
}
