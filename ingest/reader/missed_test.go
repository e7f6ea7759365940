package reader

import (
	"image"
	"math"
	"testing"

	"vanthu/ingest"
)

// inkIn is a picture of 72 dpi with ink in some areas.
func inkIn(areas ...image.Rectangle) *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, 600, 400))
	for i := range pic.Pix {
		pic.Pix[i] = 250
	}
	for _, a := range areas {
		for y := a.Min.Y; y < a.Max.Y; y++ {
			for x := a.Min.X; x < a.Max.X; x += 2 {
				pic.Pix[y*pic.Stride+x] = 10
			}
		}
	}
	return pic
}

func TestMissed(t *testing.T) {
	read, unread := image.Rect(60, 60, 400, 72), image.Rect(60, 120, 300, 132)
	seal, rule := image.Rect(400, 200, 480, 280), image.Rect(60, 300, 560, 302)
	lines := []ingest.Line{{Words: []ingest.Word{{Raw: "Kính gửi các sở", Box: ingest.Box{X0: 60, Y0: 60, X1: 400, Y1: 72}}}}}
	rules := []ingest.Box{{X0: 60, Y0: 300, X1: 560, Y1: 302}}
	number := image.Rect(296, 18, 304, 28)
	places, numbers := missed(inkIn(read, unread, seal, rule, number), 72, lines, rules)
	if len(places) != 1 || len(numbers) != 1 {
		t.Fatalf("places %v, of numbers %v", places, numbers)
	}
	want := ingest.Box{X0: 60, Y0: 120, X1: 300, Y1: 132}
	if p := places[0]; math.Abs(p.X0-want.X0)+math.Abs(p.Y0-want.Y0)+math.Abs(p.X1-want.X1)+math.Abs(p.Y1-want.Y1) > 4*cell {
		t.Errorf("place %v, want %v", p, want)
	}
}

func TestIsMissed(t *testing.T) {
	sure, doubtful := row(60, 100, 0.95, "quyết định kèm theo"), row(60, 100, 0.5, "quyết định kèm theo")
	for _, c := range []struct {
		why   string
		line  ingest.Line
		known []ingest.Line
		want  bool
	}{
		{"nothing stands there yet", sure, nil, true},
		{"it was read", sure, []ingest.Line{row(60, 100, 0.4, "quyêt đinh")}, false},
		{"another line was read", sure, []ingest.Line{row(60, 140, 0.9, "quyết định")}, true},
		{"in doubt", doubtful, nil, false},
		{"too little", row(60, 100, 0.95, "Số 5"), nil, false},
	} {
		if have := isMissed(c.line, c.known); have != c.want {
			t.Errorf("%s: %v", c.why, have)
		}
	}
}

func TestTrimmed(t *testing.T) {
	l := row(60, 100, 0.95, "~ % quyết định . ;")
	for _, i := range []int{0, 1, 4, 5} {
		l.Words[i].Conf = 0.3
	}
	if have := trimmed(l, isDoubt); have.Text() != "quyết định" || have.Box.X0 != l.Words[2].Box.X0 {
		t.Errorf("%q in %v", have.Text(), have.Box)
	}
	if have := trimmed(row(60, 100, 0.1, "~ %"), isDoubt); len(have.Words) != 0 {
		t.Errorf("%q", have.Text())
	}
}

func TestIsPageNumber(t *testing.T) {
	for text, want := range map[string]bool{"2": true, "- 12 -": true, "–3–": true, "l": false, "2 3": false, "": false, "12 trang": false} {
		if have := isPageNumber(row(300, 30, 0.9, text)); have != want {
			t.Errorf("%q: %v", text, have)
		}
	}
}
