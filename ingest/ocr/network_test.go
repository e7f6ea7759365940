package ocr

import (
	"math"
	"strings"
	"testing"
)

// trials is how many lines are read by both, to compare (forward.cc).
const trials = 2

// TestNetwork reads a page by Tesseract's network and by ours.
func TestNetwork(t *testing.T) {
	if !strings.HasPrefix(Version(), "5.") {
		t.Skip("Tesseract is not of version 5")
	}
	e, pic := engine(t), samplePage(t)
	answerNetworks(false)
	defer answerNetworks(true)
	theirs, err := e.Read(pic, 150)
	if err != nil {
		t.Fatal(err)
	}
	before := linesAnswered()
	answerNetworks(true)
	ours, err := e.Read(pic, 150)
	if err != nil {
		t.Fatal(err)
	}
	if n := linesAnswered() - before; n < len(theirs)-trials {
		t.Errorf("our network was asked %d times for %d lines", n, len(theirs))
	}
	if len(ours) != len(theirs) {
		t.Fatalf("%d lines, want %d", len(ours), len(theirs))
	}
	for i, want := range theirs {
		if ours[i].Raw() != want.Raw() {
			t.Errorf("line %d\n-want %s\n+have %s", i+1, want.Raw(), ours[i].Raw())
			continue
		}
		for j, w := range want.Words {
			if have := ours[i].Words[j]; have.Box != w.Box || math.Abs(have.Conf-w.Conf) > 0.02 {
				t.Errorf("line %d, word %q: at %v with %.3f, want %v with %.3f", i+1, w.Raw, have.Box, have.Conf, w.Box, w.Conf)
			}
		}
	}
}
