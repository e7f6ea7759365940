// Package net is a small neural network for pictures of one character: what it
// computes, how it learns, how its weights are kept in a file.
//
// A picture of Side by Side points comes in, one score for each class goes out;
// what the channels of the picture and the classes mean is the caller's. A Network only reads its weights when
// it scores: goroutines may share one, each with its own Run.
//
//	n, err := net.Decode(file)
//	run := net.NewRun(n)
//	scores := run.Scores(picture) // logarithms of probabilities, one a class
//
// # The network
//
// There is one kind of layer, the convolution without padding; where its window
// is as wide as what it looks at, it is the full connection of the books.
//
//	29×29×3 ──5×5 step 2──► 13×13×16 ──5×5 step 2──► 5×5×48 ──5×5──► 160 ──► classes
//
// Between layers negative values become 0. Steps of two take the place of
// pooling (Simard and others, 2003, who had 99.6 % of MNIST right with it). The
// first layer costs 202 800 multiplications, the second 480 000, the third 192 000,
// but most of what goes into the first is 0, paper, and skipped, and half of what
// goes into the others, cut off by the layer before.
//
// A layer is kept as rows of weights, one row for each value of its window,
// with one weight for each channel that it makes: what a value of the input adds
// to all channels of the output is `row · value`, the inner loop (kernel.go).
//
// Not done: batch normalisation and dropout, which gained less than 0.1 % at
// this size, pooling, and deeper networks, which need more than a processor to
// train on.
package net

import "math"

// Side is the width and height of a picture, Channels how many values each of
// its points has.
const (
	Side     = 29
	Channels = 3
)

// Layer is a convolution: a square window of Size goes over a square of Wide by
// Wide with Step, and Out channels are made of the In channels under it.
// Values lie by row, column, channel.
type Layer struct {
	In, Out          int
	Wide, Size, Step int
	Weights          []float32 // [row of window][column][In][Out]
	Bias             []float32 // [Out]
}

// NewLayer returns a layer whose weights are all 0.
func NewLayer(in, out, wide, size, step int) Layer {
	return Layer{In: in, Out: out, Wide: wide, Size: size, Step: step,
		Weights: make([]float32, size*size*in*out), Bias: make([]float32, out)}
}

// Across is the width of what the layer makes.
func (l *Layer) Across() int { return (l.Wide-l.Size)/l.Step + 1 }

// Values is how many values the layer makes.
func (l *Layer) Values() int { return l.Across() * l.Across() * l.Out }

// windows calls f for each place of the window with the offset of its value in
// the output, and for each row of the window the offset of its first value in
// the input and the first of its weights.
func (l *Layer) windows(f func(out, in, weight int)) {
	n := l.Across()
	for y := range n {
		for x := range n {
			for row := range l.Size {
				f((y*n+x)*l.Out, ((y*l.Step+row)*l.Wide+x*l.Step)*l.In, row*l.Size*l.In*l.Out)
			}
		}
	}
}

// Forward computes the layer's values.
func (l *Layer) Forward(in, out []float32) {
	for i := 0; i < len(out); i += l.Out {
		copy(out[i:], l.Bias)
	}
	span := l.Size * l.In
	l.windows(func(o, i, w int) {
		addRows(out[o:o+l.Out], in[i:i+span], l.Weights[w:])
	})
}

// Network is a row of layers.
type Network struct{ Layers []Layer }

// New returns the network of this package for a number of classes, its weights 0.
func New(classes int) *Network {
	return &Network{Layers: []Layer{
		NewLayer(Channels, 16, Side, 5, 2),
		NewLayer(16, 48, 13, 5, 2),
		NewLayer(48, 160, 5, 5, 1),
		NewLayer(160, classes, 1, 1, 1),
	}}
}

// Classes is how many scores the network gives.
func (n *Network) Classes() int { return n.Layers[len(n.Layers)-1].Out }

// Run is a workplace for one goroutine: the values of all layers.
type Run struct {
	net    *Network
	values [][]float32 // of the picture, then of each layer
	slopes [][]float32 // how the loss changes with the values; for Learn only
	turned [][]float32 // weights by channel of the output; for Learn only
}

// NewRun returns a workplace for a network.
func NewRun(n *Network) *Run {
	r := &Run{net: n, values: [][]float32{make([]float32, Side*Side*Channels)}}
	for i := range n.Layers {
		r.values = append(r.values, make([]float32, n.Layers[i].Values()))
	}
	return r
}

// Scores returns the logarithm of the probability of each class. The next call
// overwrites it.
func (r *Run) Scores(picture []float32) []float32 {
	copy(r.values[0], picture)
	for i := range r.net.Layers {
		r.net.Layers[i].Forward(r.values[i], r.values[i+1])
		if i+1 < len(r.net.Layers) {
			cutNegative(r.values[i+1])
		}
	}
	scores := r.values[len(r.values)-1]
	toLogarithms(scores)
	return scores
}

func cutNegative(values []float32) {
	for i, v := range values {
		values[i] = max(v, 0)
	}
}

// toLogarithms turns scores into logarithms of probabilities that sum to 1.
func toLogarithms(scores []float32) {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(float64(s - top))
	}
	all := top + float32(math.Log(sum))
	for i := range scores {
		scores[i] -= all
	}
}
