package lm

import (
	"math"
	"testing"
)

// The rivals of a word are itself and the words that look like it: after every
// beginning their probabilities are what the model gives them one by one.
func TestRivals(t *testing.T) {
	tr := NewTrainer(TrainOptions{MinCount: 1})
	for _, p := range append(text, "Kè hoạch công tác tre em", "kế hoạch của tinh, kẻ hoạch định") {
		tr.Add(p, 1)
	}
	words, ids := tr.vocabulary()
	s := smooth(count(tr.stream, ids), words)
	sums, look := s.rivals(), s.looks()
	s.normalise()
	several := 0
	for i, k := range s.grams[1].keys {
		context, want := ID(k>>16), 0.0
		if context == Start {
			continue // has no back-off weight
		}
		for w := range words {
			if look[w] == look[k&maxID] {
				want += s.after(context, ID(w))
				several++
			}
		}
		if got := float64(sums[1][i]); math.Abs(got-want) > 1e-3*want {
			t.Errorf("after %s, like %s: %.5f, one by one %.5f", words[context], words[k&maxID], got, want)
		}
	}
	if several <= len(s.grams[1].keys) {
		t.Error("no word had a rival")
	}
}

// after is the probability of a word after another.
func (s *smoothed) after(context, w ID) float64 {
	for i, k := range s.grams[1].keys {
		if k == uint64(context)<<16|uint64(w) {
			return float64(s.grams[1].p[i])
		}
	}
	return math.Exp(float64(s.grams[0].back[context])) * float64(s.grams[0].p[w])
}
