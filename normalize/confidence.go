package normalize

import (
	"math"
	"slices"
	"sort"
	"strings"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
)

// Confidence. Each option of a slot is put in the place of the chosen one, the
// rest of the paragraph kept, and scored over the words it can change: itself
// and the three after it. The scores, flattened, are the probabilities:
//
//	P(option) ∝ exp(−score / temperature)
//
// This misses readings that would change two words at once, and the evidence
// counts some of it twice; temperature makes up for both. It is set so that
// of the words given 0.9 nine in ten are right (see the reliability table of
// vanthu-train score).

// The temperatures by method. Misread words are the worst: when the right word
// is not among the options, none of them is right.
var temperature = [...]float64{unmark: 1.15, reread: 2.8, repair: 1.6}

const (
	mostWeighed   = 6   // options of a slot
	worthWeighing = 9.0 // cost above the chosen option, on its own
)

// What is told is another thing than what the decoder goes by. Of misread words
// it is sharper, and of both never quite sure: three words in a hundred have no
// right option, however clearly one of the others wins. Of words that may be
// slips it is flatter, since where the page is bad the words around are bad
// too.
//
//	told         misread: badlayer, rendered   slips: gold pages, rendered
//	0.80–0.90             88.5      80.6              80.6        79.9
//	0.90–0.95             96.5      91.6              92.2        89.9
//	0.95–1                97.3      94.9              97.6        97.4
//
// (% right; without it slips told 0.90 to 0.95 were right 65 and 44 times in a
// hundred. Misread words told by a power of 1.35 and not 1.15: 73.7, 87.0 and
// 94.6 of the rendered ones).
var told = [...]float64{unmark: 1, reread: 1.15, repair: 0.55}

const known = 0.97

// weighed is an option and its probability.
type weighed struct {
	option int
	p      float64
}

// weigh returns the options of slot i with their probabilities, the likeliest
// first. states are the model's before every slot of the chosen path.
func (d *decoder) weigh(slots []slot, chosen []int, states []lm.State, i int) []weighed {
	s := &slots[i]
	if len(s.options) < 2 {
		return onlyOption(s.options[chosen[i]], chosen[i], alone[d.how])
	}
	after := d.after(slots, chosen, i)
	var out []weighed
	for _, o := range d.rivals(s, chosen[i]) {
		opt := &s.options[o]
		p := path{state: states[i], cost: opt.cost}
		p = d.follow(p, s.pre)
		p = d.follow(p, opt.ids[:opt.n])
		p = d.follow(p, after)
		out = append(out, weighed{o, p.cost})
	}
	flatten(out, temperature[d.how])
	sort.SliceStable(out, func(a, b int) bool { return out[a].p > out[b].p })
	return out
}

// alone is how sure a change without rivals is, as document numbers are changed:
// those of misread text are right nine times in ten.
var alone = [...]float64{unmark: 0.999, reread: 0.88, repair: 0.999}

// onlyOption is what can be said of a change without rivals.
func onlyOption(o option, chosen int, sure float64) []weighed {
	if o.change == "" {
		return nil
	}
	return []weighed{{chosen, sure}}
}

// flatten turns costs into probabilities.
func flatten(ws []weighed, temperature float64) {
	least, sum := math.Inf(1), 0.0
	for _, w := range ws {
		least = min(least, w.p)
	}
	for i := range ws {
		ws[i].p = math.Exp((least - ws[i].p) / temperature)
		sum += ws[i].p
	}
	for i := range ws {
		ws[i].p /= sum
	}
}

// rivals are the chosen option and the best others, by cost and frequency.
func (d *decoder) rivals(s *slot, chosen int) []int {
	type priced struct {
		option int
		cost   float64
	}
	best := make([]priced, 0, mostWeighed)
	for o := range s.options {
		opt := &s.options[o]
		if opt.span != s.options[chosen].span {
			continue
		}
		cost := d.follow(path{cost: opt.cost}, opt.ids[:opt.n]).cost
		at := len(best)
		for at > 0 && best[at-1].cost > cost {
			at--
		}
		if at < mostWeighed {
			best = slices.Insert(best[:min(len(best), mostWeighed-1)], at, priced{o, cost})
		}
	}
	out := append(make([]int, 0, mostWeighed), chosen)
	for _, a := range best {
		if a.option != chosen && len(out) < mostWeighed && a.cost <= best[0].cost+worthWeighing {
			out = append(out, a.option)
		}
	}
	return out
}

// after is the words that follow slot i on the chosen path, as many as the
// model looks back.
func (d *decoder) after(slots []slot, chosen []int, i int) []lm.ID {
	end := i + int(slots[i].options[chosen[i]].span)
	ids := append([]lm.ID(nil), slots[i].options[chosen[i]].ending(slots, i)...)
	for j := end + 1; j < len(slots) && len(ids) < 3; j++ {
		if chosen[j] < 0 {
			continue
		}
		o := &slots[j].options[chosen[j]]
		ids = append(append(ids, slots[j].pre...), o.ids[:o.n]...)
		ids = append(ids, o.ending(slots, j)...)
	}
	return ids[:min(len(ids), 3)]
}

// states are the model's states before every slot of the chosen path.
func (d *decoder) states(slots []slot, chosen []int) []lm.State {
	out := make([]lm.State, len(slots))
	p := path{state: d.r.lm.Start()}
	for i := range slots {
		out[i] = p.state
		if chosen[i] < 0 {
			continue
		}
		o := &slots[i].options[chosen[i]]
		p = d.follow(p, slots[i].pre)
		p = d.follow(p, o.ids[:o.n])
		p = d.follow(p, o.ending(slots, i))
	}
	return out
}

// judge sets the confidence and the candidates of words, and returns how sure
// the decoder itself goes by.
func (d *decoder) judge(words []*Word, slots []slot, chosen []int) []float64 {
	sure := make([]float64, len(words))
	states := d.states(slots, chosen)
	for i := range slots {
		if chosen[i] < 0 {
			continue
		}
		n := slots[i].word
		ws := d.weigh(slots, chosen, states, i)
		if p := sureOf(ws, chosen[i]); len(ws) > 0 && (sure[n] == 0 || p < sure[n]) {
			sure[n] = p
			if d.how != unmark && len(slots[i].options) > 1 {
				tell(ws, told[d.how])
			}
			words[n].Sure = sureOf(ws, chosen[i])
			words[n].Candidates = candidates(words[n], slots[i], chosen[i], ws)
		}
	}
	return sure
}

func sureOf(ws []weighed, option int) float64 {
	for _, w := range ws {
		if w.option == option {
			return w.p
		}
	}
	return 0
}

// tell makes probabilities what is told of them.
func tell(ws []weighed, power float64) {
	sum := 0.0
	for i := range ws {
		ws[i].p = math.Pow(ws[i].p, power)
		sum += ws[i].p
	}
	for i := range ws {
		ws[i].p *= known / sum
	}
}

// candidates writes the options out as readings of the whole word.
func candidates(w *Word, s slot, chosen int, ws []weighed) []Candidate {
	var out []Candidate
	for _, x := range ws {
		if x.p < 0.005 {
			break
		}
		text := strings.Replace(w.Text, s.options[chosen].text, s.options[x.option].text, 1)
		out = append(out, Candidate{text, x.p})
	}
	return out
}

// learnFrom is the confidence from which on a word teaches the channel.
const (
	learnFrom = 0.9
	settled   = 0.95 // and from which on it need not be looked up again
)

// settle notes what a core was read as, and whether that is sure and the same
// everywhere.
func (o *ocrReader) settle(k seen, text string, sure float64) {
	if before, ok := o.picked[k]; sure < settled || ok && before != text {
		o.open[k] = true
	}
	o.picked[k] = text
}

// runTogether takes out what stands between words that were glued.
var runTogether = strings.NewReplacer(", ", "", " ", "")

// learn collects the words that the decoder is sure of with what they were
// read as. Lost marks teach no channel.
func (d *decoder) learn(sure []float64, slots []slot, chosen []int) {
	if d.how == unmark {
		return
	}
	for i, s := range slots {
		if chosen[i] < 0 || s.piece.Kind != lm.Word {
			continue
		}
		o, sure := s.options[chosen[i]], sure[s.word]
		if o.ids[0] <= lm.UnknownTitle {
			sure = 0
		}
		d.ocr.settle(s.seen, o.text, sure)
		if sure >= learnFrom && o.span == 0 {
			d.ocr.learnt = append(d.ocr.learnt, noise.Pair{Gold: runTogether.Replace(o.text), Raw: s.piece.Core})
		}
	}
}
