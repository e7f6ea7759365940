package extract

import (
	"cmp"
	"maps"
	"slices"
)

// Beliefs. What a hand wrote is not known, only believed: the digit reader gives
// readings with probabilities, and every other source makes some of them
// likelier. A belief holds the values that are thought of at all; what it does
// not hold has the rest of the probability, spread over all other values.

// belief is how probable values are; they need not sum to 1.
type belief map[string]float64

// weigh multiplies the probability of every value by a likelihood.
func (b belief) weigh(likely func(value string) float64) {
	for v := range b {
		b[v] *= likely(v)
	}
}

// ranked are the values, the most probable first, and equals by name.
func (b belief) ranked() []string {
	return slices.SortedFunc(maps.Keys(b), func(v, w string) int {
		return cmp.Or(cmp.Compare(b[w], b[v]), cmp.Compare(v, w))
	})
}

// notable are the ranked values that are not beneath notice beside the best.
func (b belief) notable() []string {
	all := b.ranked()
	for i, v := range all {
		if b[v] < 0.002*b[all[0]] {
			return all[:i]
		}
	}
	return all
}

// best is the most probable value and its share of all, with what other values
// may have.
func (b belief) best(rest float64) (value string, share float64) {
	all := rest
	for _, v := range b.ranked() {
		all += b[v]
	}
	if len(b) == 0 || all == 0 {
		return "", 0
	}
	value = b.ranked()[0]
	return value, b[value] / all
}
