package net

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestForward is computed by hand: a window of 2×2 with step 2 over 4×4, two
// channels, the first the sum of the window, the second its top left twice
// less one.
func TestForward(t *testing.T) {
	l := NewLayer(1, 2, 4, 2, 2)
	copy(l.Weights, []float32{1, 2, 1, 0, 1, 0, 1, 0})
	copy(l.Bias, []float32{0, -1})
	in := []float32{
		1, 2, 0, 1,
		3, 4, 0, 0,
		0, 0, 5, 0,
		0, 1, 0, 6,
	}
	out := make([]float32, l.Values())
	l.Forward(in, out)
	if want := []float32{10, 1, 1, -1, 1, -1, 11, 9}; !slices.Equal(out, want) {
		t.Errorf("Forward = %v, want %v", out, want)
	}
}

// TestMix: a quarter of the way between two networks, which stay as they are.
func TestMix(t *testing.T) {
	a, b := New(3), New(3)
	a.Layers[0].Weights[7], b.Layers[0].Weights[7] = 1, 3
	a.Layers[1].Bias[2], b.Layers[1].Bias[2] = 4, 0
	m := Mix(a, b, 0.25)
	if m.Layers[0].Weights[7] != 1.5 || m.Layers[1].Bias[2] != 3 || a.Layers[0].Weights[7] != 1 || !m.fits() {
		t.Errorf("weight %v, bias %v; first network's weight %v", m.Layers[0].Weights[7], m.Layers[1].Bias[2], a.Layers[0].Weights[7])
	}
}

func TestScoresAreProbabilities(t *testing.T) {
	n := New(7)
	n.Start(rand.New(rand.NewPCG(1, 2)))
	sum := 0.0
	for _, s := range NewRun(n).Scores(noise(rand.New(rand.NewPCG(3, 4)))) {
		sum += math.Exp(float64(s))
	}
	if math.Abs(sum-1) > 1e-5 {
		t.Errorf("probabilities sum to %v", sum)
	}
}

func noise(rnd *rand.Rand) []float32 {
	p := make([]float32, Side*Side*Channels)
	for i := range p {
		p[i] = rnd.Float32()
	}
	return p
}

// TestGradient compares slopes with what the loss does when a weight moves. A
// single weight may move a value across 0, where the slope jumps: the squares
// of a layer's errors are summed.
func TestGradient(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	n, g := New(4), New(4)
	n.Start(rnd)
	run, picture := NewRun(n), noise(rnd)
	run.Turn()
	run.Learn(picture, 2, g)
	loss := func() float64 { return -float64(run.Scores(picture)[2]) }
	for i := range n.Layers {
		l, slopes := &n.Layers[i], &g.Layers[i]
		for name, w := range map[string][2][]float32{"weights": {l.Weights, slopes.Weights}, "bias": {l.Bias, slopes.Bias}} {
			var wrong, all float64
			for range 24 {
				j := rnd.IntN(len(w[0]))
				const step = 1e-3
				was := w[0][j]
				w[0][j] = was + step
				more := loss()
				w[0][j] = was - step
				slope := (more - loss()) / (2 * step)
				w[0][j] = was
				wrong += math.Pow(float64(w[1][j])-slope, 2)
				all += slope * slope
			}
			if wrong > 0.005*all {
				t.Errorf("layer %d, %s: %.1f %% of the squared slopes are wrong", i, name, 100*wrong/all)
			}
		}
	}
}

// TestLearning fits four pictures of noise, each a class.
func TestLearning(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	n := New(4)
	n.Start(rnd)
	run := NewRun(n)
	pictures := [][]float32{noise(rnd), noise(rnd), noise(rnd), noise(rnd)}
	var first, last float64
	for round := range 30 {
		g := New(4)
		last = 0
		run.Turn()
		for class, p := range pictures {
			last += run.Learn(p, class, g)
		}
		if round == 0 {
			first = last
		}
		for i := range n.Layers {
			addScaled(n.Layers[i].Weights, g.Layers[i].Weights, -0.002)
		}
	}
	if last > first/10 {
		t.Errorf("loss fell from %.3f to %.3f only", first, last)
	}
}

func TestFile(t *testing.T) {
	n := New(5)
	n.Start(rand.New(rand.NewPCG(9, 10)))
	file := n.Encode()
	back, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n.Layers {
		scales := n.Layers[i].scales()
		for j, w := range n.Layers[i].Weights {
			if d := math.Abs(float64(w - back.Layers[i].Weights[j])); d > 0.51*float64(scales[j%n.Layers[i].Out]) {
				t.Fatalf("layer %d weight %d moved by %g", i, j, d)
			}
		}
	}
	if !slices.Equal(back.Encode(), file) {
		t.Error("a decoded network encodes to another file")
	}
	for _, bad := range [][]byte{nil, []byte("VTN"), []byte("VTN1\x00"), file[:len(file)/2], append([]byte("XXXX"), file[4:]...)} {
		if _, err := Decode(bad); err == nil {
			t.Errorf("Decode of %d bad bytes succeeded", len(bad))
		}
	}
	if _, err := Decode([]byte("no network")); !errors.Is(err, ErrFile) {
		t.Errorf("Decode = %v, want ErrFile", err)
	}
}

func BenchmarkScores(b *testing.B) {
	n := New(17)
	rnd := rand.New(rand.NewPCG(1, 2))
	n.Start(rnd)
	run, p := NewRun(n), noise(rnd)
	for i := range p {
		if i%4 != 0 {
			p[i] = 0
		}
	}
	for b.Loop() {
		run.Scores(p)
	}
}
