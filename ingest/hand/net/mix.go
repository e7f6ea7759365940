package net

import "slices"

// Mix is a network whose weights lie between those of two, share of the way from the
// first to the second. Of networks that learned on from the same weights it is often
// better than either, and costs no more than one (Wortsman and others, 2022); of
// others it is none. Both must have the same layers.
func Mix(a, b *Network, share float32) *Network {
	mixed := &Network{}
	for i, l := range a.Layers {
		m := NewLayer(l.In, l.Out, l.Wide, l.Size, l.Step)
		between(m.Weights, l.Weights, b.Layers[i].Weights, share)
		between(m.Bias, l.Bias, b.Layers[i].Bias, share)
		mixed.Layers = append(mixed.Layers, m)
	}
	return mixed
}

// Like reports whether two networks have the same layers.
func (n *Network) Like(other *Network) bool {
	return slices.EqualFunc(n.Layers, other.Layers, func(a, b Layer) bool {
		return a.In == b.In && a.Out == b.Out && a.Wide == b.Wide && a.Size == b.Size && a.Step == b.Step
	})
}

func between(to, a, b []float32, share float32) {
	for i := range to {
		to[i] = a[i] + share*(b[i]-a[i])
	}
}
