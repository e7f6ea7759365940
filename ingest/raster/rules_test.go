package raster

import (
	"image"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"vanthu/ingest"
)

// paper is a white page with a stroke drawn by plot.
func paper(w, h int, plot func(set func(x, y int))) *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, w, h))
	for i := range pic.Pix {
		pic.Pix[i] = 255
	}
	plot(func(x, y int) { pic.Pix[y*pic.Stride+x] = 20 })
	return pic
}

func TestRules(t *testing.T) {
	const dpi = 144 // two pixels a point
	pic := paper(1000, 800, func(set func(x, y int)) {
		for x := 100; x < 900; x++ { // slants by 1°, nibbled at
			if x%200 > 4 {
				set(x, 200+x/57)
				set(x, 201+x/57)
			}
		}
		for y := 210; y < 600; y++ { // down, a pixel wide
			set(300+y/60, y)
		}
		for x := 400; x < 440; x++ { // a dash
			set(x, 500)
		}
		for y := 700; y < 780; y++ { // a black border
			for x := range 1000 {
				set(x, y)
			}
		}
	})
	rules := Rules(pic, dpi)
	want := []ingest.Box{{X0: 50, Y0: 101, X1: 450, Y1: 109}, {X0: 151, Y0: 105, X1: 155, Y1: 300}}
	if len(rules) != len(want) {
		t.Fatalf("rules %v", rules)
	}
	for i, r := range rules {
		if math.Abs(r.X0-want[i].X0)+math.Abs(r.Y0-want[i].Y0)+math.Abs(r.X1-want[i].X1)+math.Abs(r.Y1-want[i].Y1) > 8 {
			t.Errorf("rule %v, want %v", r, want[i])
		}
	}
}

func TestPageWithoutRules(t *testing.T) {
	if rules := Rules(paper(300, 400, func(func(x, y int)) {}), 100); len(rules) != 0 {
		t.Errorf("an empty page has rules %v", rules)
	}
	if rules := Rules(image.NewGray(image.Rect(0, 0, 1, 1)), 300); len(rules) != 0 {
		t.Errorf("a pixel has rules %v", rules)
	}
}

// TestAppendRuns sets the runs found by looking at every fifth pixel beside those
// found by looking at all.
func TestAppendRuns(t *testing.T) {
	const least = 5
	random := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		row := make([]bool, random.IntN(60))
		for i := range row {
			row[i] = random.IntN(6) > 0
		}
		var want []run
		for from, to := 0, 0; from < len(row); from = to + 1 {
			for to = from; to < len(row) && row[to]; to++ {
			}
			if to-from >= least {
				want = append(want, run{from, to, 7})
			}
		}
		if have := appendRuns(nil, 7, len(row), least, func(i int) bool { return row[i] }); !slices.Equal(have, want) {
			t.Fatalf("runs of %v\n-want %v\n+have %v", row, want, have)
		}
	}
}
