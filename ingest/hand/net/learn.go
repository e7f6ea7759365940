package net

import (
	"math"
	"math/rand/v2"
)

// Learn scores a picture and adds to the gradient how the loss, the negative
// logarithm of the right class's probability, changes with each weight. It
// returns the loss. The gradient has the form of the network. Turn must be
// called before the first Learn, and again when weights were changed.
func (r *Run) Learn(picture []float32, class int, gradient *Network) float64 {
	scores := r.Scores(picture)
	last := len(r.net.Layers)
	for i, s := range scores {
		r.slopes[last][i] = float32(math.Exp(float64(s)))
	}
	r.slopes[last][class]--
	for i := last - 1; i >= 0; i-- {
		g := &gradient.Layers[i]
		g.addSlopes(r.values[i], r.slopes[i+1])
		if i > 0 {
			g.carry(r.values[i], r.slopes[i+1], r.slopes[i], r.turned[i])
		}
	}
	return -float64(scores[class])
}

// Turn makes ready to learn with the weights as they are.
func (r *Run) Turn() {
	if r.slopes == nil {
		for _, v := range r.values {
			r.slopes = append(r.slopes, make([]float32, len(v)))
		}
		for i := range r.net.Layers {
			r.turned = append(r.turned, make([]float32, len(r.net.Layers[i].Weights)))
		}
	}
	for i := range r.net.Layers {
		r.net.Layers[i].turn(r.turned[i])
	}
}

// turn puts the weights in the order [row of window][Out][column][In].
func (l *Layer) turn(turned []float32) {
	span := l.Size * l.In
	for row := range l.Size {
		for k := range span {
			for o := range l.Out {
				turned[(row*l.Out+o)*span+k] = l.Weights[(row*span+k)*l.Out+o]
			}
		}
	}
}

// addSlopes adds to a layer of the gradient: the slope of a weight is the sum of
// what went in at it times the slopes of what came out.
func (l *Layer) addSlopes(in, above []float32) {
	for o := 0; o < len(above); o += l.Out {
		addScaled(l.Bias, above[o:o+l.Out], 1)
	}
	span := l.Size * l.In
	l.windows(func(o, i, w int) {
		for _, v := range in[i : i+span] {
			if v != 0 {
				addScaled(l.Weights[w:w+l.Out], above[o:o+l.Out], v)
			}
			w += l.Out
		}
	})
}

// carry finds the slopes of a layer's input from those of its output. What was
// cut to 0 has none.
func (l *Layer) carry(in, above, below, turned []float32) {
	clear(below)
	span := l.Size * l.In
	l.windows(func(o, i, w int) {
		addRows(below[i:i+span], above[o:o+l.Out], turned[w:])
	})
	for i, v := range in {
		if v == 0 {
			below[i] = 0
		}
	}
}

// Start draws weights to begin learning with: normal, with the variance
// 2 ÷ values in the window that keeps values of one size from layer to layer
// (He and others, 2015).
func (n *Network) Start(rnd *rand.Rand) {
	for i := range n.Layers {
		l := &n.Layers[i]
		spread := math.Sqrt(2 / float64(l.Size*l.Size*l.In))
		for j := range l.Weights {
			l.Weights[j] = float32(rnd.NormFloat64() * spread)
		}
	}
}
