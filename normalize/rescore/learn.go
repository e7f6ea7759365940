package rescore

import (
	"math"
	"slices"
)

// weight is what one view of a form says for one reading.
type weight struct {
	key uint64
	w   float32
}

// emitted is where the weight of a key is learned.
type emitted struct{ key, cell uint64 }

// A learner learns the weights of the forms of one shard: first all of them in
// a hashed table, then, once more through the text, those that matter.
type learner struct {
	t        *Trainer
	readings [][]reading
	shard    uint64
	cells    []cell
	chosen   []uint64 // bits of the cells that matter; nil in the first round
	given    []uint64 // of them that stand in out
	out      []emitted
	tokens   []Token
	loss     [2]float64
}

// cell is a weight with the sum of its squared gradients (AdaGrad). The cells
// of one view are neighbours: its readings differ in the last four bits.
type cell struct{ w, squares float32 }

func newLearner(t *Trainer, readings [][]reading, shard int) *learner {
	return &learner{t: t, readings: readings, shard: uint64(shard), cells: make([]cell, 1<<t.options.Bits)}
}

// learn returns the most important weights.
func (l *learner) learn(most int) []weight {
	l.loss[0] = l.round()
	l.choose(most)
	l.loss[1] = l.round()
	out := make([]weight, len(l.out))
	for i, e := range l.out {
		out[i] = weight{e.key, l.cells[e.cell].w}
	}
	return out
}

// emit notes the keys of weights that matter when they come by for the first
// time. Of views that share a cell the first gets it.
func (l *learner) emit(v [Views]uint64, readings []reading) {
	for _, h := range v {
		for r := range readings {
			at := l.at(h, r)
			if mask := uint64(1) << (at & 63); l.open(at) && l.given[at>>6]&mask == 0 {
				l.given[at>>6] |= mask
				l.out = append(l.out, emitted{keyOf(h, readings[r].hash), at})
			}
		}
	}
}

// round goes once through the text.
func (l *learner) round() float64 {
	loss, n := 0.0, 0
	for _, from := range l.t.starts {
		to := from + slices.Index(l.t.stream[from:], paragraphEnd)
		stream := l.t.stream[from:to]
		l.tokens = l.tokens[:0]
		for _, x := range stream {
			form := l.t.words[x>>tokenBits].form
			l.tokens = append(l.tokens, Token{l.t.keys[form], Gap(x >> 1 & 7), x&1 != 0})
		}
		for i, x := range stream {
			w := &l.t.words[x>>tokenBits]
			if w.rank != noRank && len(l.readings[w.form]) > 1 && join(l.tokens[i].Form, 0)%shards == l.shard {
				loss += l.word(i, l.readings[w.form], int(w.rank))
				n++
			}
		}
	}
	return loss / float64(max(n, 1))
}

const (
	rate     = 0.2
	damping  = 0.3
	goodAt   = 0.002 // error below which nothing is learned
	leastOff = 0.001 // and of a single reading
)

// word learns from word i, of which the reading gold is right, and returns
// its loss before.
func (l *learner) word(i int, readings []reading, gold int) float64 {
	v := views(l.tokens, i)
	var p [mostReadings]float32
	l.predict(v, readings, p[:len(readings)])
	loss := -math.Log(max(float64(p[gold]), 1e-9))
	if l.chosen != nil {
		l.emit(v, readings)
	}
	if p[gold] -= 1; p[gold] > -goodAt {
		return loss
	}
	for _, h := range v {
		for r := range readings {
			if g := p[r]; g > leastOff || g < -leastOff {
				if at := l.at(h, r); l.open(at) {
					c := &l.cells[at]
					c.squares += g * g
					c.w -= rate * g / (float32(math.Sqrt(float64(c.squares))) + damping)
				}
			}
		}
	}
	return loss
}

// predict sets the probabilities of the readings.
func (l *learner) predict(v [Views]uint64, readings []reading, p []float32) {
	for r := range readings {
		p[r] = readings[r].prior
	}
	for _, h := range v {
		for r := range readings {
			if at := l.at(h, r); l.open(at) {
				p[r] += l.cells[at].w
			}
		}
	}
	best, sum := slices.Max(p), float32(0)
	for r := range p {
		p[r] = float32(math.Exp(float64(p[r] - best)))
		sum += p[r]
	}
	for r := range p {
		p[r] /= sum
	}
}

// at is the cell of a reading in a view.
func (l *learner) at(view uint64, reading int) uint64 {
	return (view ^ uint64(reading)) & uint64(len(l.cells)-1)
}

// open reports whether a cell takes part.
func (l *learner) open(at uint64) bool {
	return l.chosen == nil || l.chosen[at>>6]>>(at&63)&1 != 0
}

// choose marks the cells that matter most: without a weight w the loss would
// grow by about w²/2 · Σ p(1−p), and the squared gradients sum up to that.
func (l *learner) choose(most int) {
	matters := make([]float32, 0, len(l.cells))
	for _, c := range l.cells {
		if c.w != 0 {
			matters = append(matters, c.w*c.w*c.squares)
		}
	}
	slices.Sort(matters)
	least := float32(0)
	if most < len(matters) {
		least = matters[len(matters)-most]
	}
	l.chosen = make([]uint64, len(l.cells)/64+1)
	l.given = make([]uint64, len(l.cells)/64+1)
	for i, c := range l.cells {
		if c.w != 0 && c.w*c.w*c.squares >= least {
			l.chosen[i>>6] |= 1 << (i & 63)
		}
	}
}
