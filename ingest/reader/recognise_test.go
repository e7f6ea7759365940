package reader

import (
	"testing"

	"vanthu/ingest"
)

func TestTurnLines(t *testing.T) {
	// A word at the top left of a page of 600 × 800.
	at := func() []ingest.Line {
		box := ingest.Box{X0: 10, Y0: 20, X1: 110, Y1: 40}
		return []ingest.Line{{Words: []ingest.Word{{Raw: "Số:", Box: box}}, Box: box}}
	}
	for _, c := range []struct {
		turn int
		want ingest.Box
	}{
		{90, ingest.Box{X0: 760, Y0: 10, X1: 780, Y1: 110}},
		{180, ingest.Box{X0: 490, Y0: 760, X1: 590, Y1: 780}},
		{270, ingest.Box{X0: 20, Y0: 490, X1: 40, Y1: 590}},
	} {
		have := turnLines(at(), c.turn, 600, 800)[0]
		if have.Box != c.want || have.Words[0].Box != c.want {
			t.Errorf("by %d: %v, want %v", c.turn, have.Box, c.want)
		}
	}
}

func TestJudge(t *testing.T) {
	word := func(raw string, conf, width, height float64) ingest.Word {
		return ingest.Word{Raw: raw, Conf: conf, Box: ingest.Box{X1: width, Y1: height}}
	}
	for _, c := range []struct {
		why   string
		words []ingest.Word
		want  verdict
	}{
		{"nothing", nil, verdict{}},
		{"long words weigh more", []ingest.Word{word("nghiệp", 0.9, 40, 10), word("ở", 0.2, 6, 10)}, verdict{letters: 7, sure: 6, confidence: 0.8}},
		{"a column of figures is not sideways", []ingest.Word{word("1", 1, 5, 10), word("2", 1, 5, 10), word("kế", 1, 10, 11)}, verdict{letters: 4, sure: 4, confidence: 1}},
		{"sideways", []ingest.Word{word("hoạch", 0.5, 10, 30), word("năm", 0.5, 10, 20)}, verdict{letters: 8, confidence: 0.5, sideways: true}},
	} {
		have := judge([]ingest.Line{{Words: c.words}})
		if diff := have.confidence - c.want.confidence; have.letters != c.want.letters || have.sure != c.want.sure || diff < -1e-9 || diff > 1e-9 || have.sideways != c.want.sideways {
			t.Errorf("%s: %+v, want %+v", c.why, have, c.want)
		}
	}
}
