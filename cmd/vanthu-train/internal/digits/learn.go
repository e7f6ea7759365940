package digits

import (
	"context"
	"math"
	"math/rand/v2"
	"sync"

	"vanthu/ingest/hand"
	"vanthu/ingest/hand/net"
)

// adam is the optimiser of Kingma and Ba (2015): each weight goes down its slope
// at a pace of its own.
type adam struct {
	step         int
	mean, square *net.Network
}

const (
	batchSize = 64
	workers   = 2 // goroutines; the weights depend on how many
	fastest   = 1.5e-3
)

// Progress is how far the training is.
type Progress struct {
	Seen    int     // examples
	Loss    float64 // of late, negative logarithm
	Weights []byte  // as a file
}

// Train trains a network on so many examples; the pace falls to nothing along a
// cosine. Every now and then, and at the end, it reports.
func Train(ctx context.Context, dir Sets, count int, report func(Progress) error) error {
	rnd := rand.New(rand.NewPCG(1930, 2))
	school, err := newSchool(dir, rnd)
	if err != nil {
		return err
	}
	n := net.New(hand.Classes)
	n.Start(rnd)
	opt := adam{mean: net.New(hand.Classes), square: net.New(hand.Classes)}
	var pupils []*pupil
	for i := range workers {
		s := school.with(rand.New(rand.NewPCG(1930, uint64(3+i))))
		pupils = append(pupils, &pupil{run: net.NewRun(n), gradient: net.New(hand.Classes), examples: examples{school: s}})
	}
	for seen := 0; seen < count && ctx.Err() == nil; {
		loss := together(pupils)
		opt.apply(n, pupils, fastest*(1+math.Cos(math.Pi*float64(seen)/float64(count)))/2)
		seen += batchSize
		if seen%(500*batchSize) == 0 || seen >= count {
			if err := report(Progress{seen, loss, n.Encode()}); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// pupil learns its part of each batch.
type pupil struct {
	run      *net.Run
	gradient *net.Network
	examples examples
	loss     float64 // of late
}

// together learns a batch and returns the loss.
func together(pupils []*pupil) (loss float64) {
	var wait sync.WaitGroup
	for _, p := range pupils {
		wait.Go(func() { p.learn(batchSize / len(pupils)) })
	}
	wait.Wait()
	for _, p := range pupils {
		loss += p.loss / float64(len(pupils))
	}
	return loss
}

func (p *pupil) learn(count int) {
	p.run.Turn()
	for range count {
		x := p.examples.next()
		p.loss += (p.run.Learn(x.picture, x.class, p.gradient) - p.loss) / 5000
	}
}

// apply moves the weights down the sum of the gradients and clears them.
func (a *adam) apply(n *net.Network, pupils []*pupil, pace float64) {
	a.step++
	pace *= math.Sqrt(1-math.Pow(0.999, float64(a.step))) / (1 - math.Pow(0.9, float64(a.step)))
	for i := range n.Layers {
		var weights, bias [][]float32
		for _, p := range pupils {
			weights, bias = append(weights, p.gradient.Layers[i].Weights), append(bias, p.gradient.Layers[i].Bias)
		}
		move(n.Layers[i].Weights, weights, a.mean.Layers[i].Weights, a.square.Layers[i].Weights, float32(pace))
		move(n.Layers[i].Bias, bias, a.mean.Layers[i].Bias, a.square.Layers[i].Bias, float32(pace))
	}
}

func move(weights []float32, slopes [][]float32, mean, square []float32, pace float32) {
	for i := range weights {
		var s float32
		for _, of := range slopes {
			s += of[i] / batchSize
			of[i] = 0
		}
		mean[i] += 0.1 * (s - mean[i])
		square[i] += 0.001 * (s*s - square[i])
		weights[i] -= pace * mean[i] / (float32(math.Sqrt(float64(square[i]))) + 1e-7)
	}
}
