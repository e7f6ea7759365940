package charset

import (
	"slices"
	"strings"
)

// present are Unicode and the encodings that occur in the text, with what it
// costs to change to them.
func (j *judge) present(lines [][]string) []state {
	states := []state{{Unicode, 0}}
	odd := j.oddWords(lines)
	for _, e := range candidates {
		var all gains
		for i, line := range lines {
			words := odd[i]
			if e == VIQR {
				words = line
			}
			g := j.gains(words, e)
			if g.gained > 0 && (e != VIQR || 4*g.gained >= len(line)) {
				all.add(g)
			}
		}
		least, change := 2, 0.9
		if e.isRare() {
			least, change = 3, 1.4
		}
		if all.gained < least || 10*all.gained < 6*(all.gained+all.missed) || all.strain > usualStrain*float64(all.gained) {
			continue
		}
		if all.gained >= known {
			change -= 0.6
		}
		states = append(states, state{e, change})
	}
	return states
}

// usualStrain: words that somebody wrote strain belief less than this on
// average. Those that come of misread letters by chance are rare ones (trộ,
// sộ).
const usualStrain = 0.36

// isRare: few documents are in these, or many signs could be.
func (e Encoding) isRare() bool {
	return e == VIQR || e == BKHCM1 || e == BKHCM2 || e == VNIDOS
}

// known is from how many words on an encoding is no surprise in a text.
const known = 6

// state is an encoding on the path, and what a change to or from it costs.
type state struct {
	Encoding
	change float64
}

// oddWords are those of each line.
func (j *judge) oddWords(lines [][]string) [][]string {
	out := make([][]string, len(lines))
	for i, line := range lines {
		for _, s := range line {
			if j.word(s).odd {
				out[i] = append(out[i], s)
			}
		}
	}
	return out
}

// gains are the words that an encoding makes syllables, how much those strain
// belief, and the words that it changes into none and that nothing else
// explains.
type gains struct {
	gained, missed int
	strain         float64
}

func (g *gains) add(o gains) {
	g.gained += o.gained
	g.missed += o.missed
	g.strain += o.strain
}

func (j *judge) gains(line []string, e Encoding) (g gains) {
	for _, s := range line {
		w := j.word(s)
		if e == VIQR && !(w.ascii && strings.ContainsAny(s, viqrSigns)) {
			continue
		}
		switch r := w.in(e); {
		case r.well:
			g.gained++
			g.strain += r.strain
		case r.changes && !w.short && !w.explained():
			g.missed++
		}
	}
	return g
}

// viqrSigns: one of these is in every word that VIQR writes with marks.
const viqrSigns = "`'?~.^(+dD"

// path gives every word the encoding of the cheapest path (Viterbi).
func (j *judge) path(lines [][]string, states []state) []Encoding {
	n := 0
	for _, line := range lines {
		n += len(line)
	}
	out := make([]Encoding, n)
	if len(states) == 1 {
		return out
	}
	viqr := slices.ContainsFunc(states, func(s state) bool { return s.Encoding == VIQR })
	best := make([]float64, len(states))
	for i, s := range states {
		best[i] = s.change
	}
	from := make([][]uint8, 0, n)
	for _, line := range lines {
		for _, s := range line {
			back := make([]uint8, len(states))
			best = step(best, states, back)
			from = append(from, back)
			for i, st := range states {
				best[i] += j.word(s).cost(st.Encoding, viqr)
			}
		}
	}
	at := uint8(slices.Index(best, slices.Min(best)))
	for i := n - 1; i >= 0; i-- {
		out[i] = states[at].Encoding
		at = from[i][at]
	}
	return out
}

// step is the cost of the cheapest way into each state; back tells where from.
func step(best []float64, states []state, back []uint8) []float64 {
	next := make([]float64, len(states))
	for to := range states {
		back[to], next[to] = uint8(to), best[to]
		for from := range states {
			if c := best[from] + states[from].change + states[to].change; from != to && c < next[to] {
				back[to], next[to] = uint8(from), c
			}
		}
	}
	return next
}
