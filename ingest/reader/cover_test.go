package reader

import (
	"image"
	"image/draw"
	"math"
	"testing"

	"vanthu/ingest"
)

func TestCover(t *testing.T) {
	bar := func(y int) image.Rectangle { return image.Rect(60, y, 300, y+10) }
	line := func(r image.Rectangle) ingest.Line {
		box := ingest.Box{X0: float64(r.Min.X), Y0: float64(r.Min.Y), X1: float64(r.Max.X), Y1: float64(r.Max.Y)}
		return ingest.Line{Words: []ingest.Word{{Raw: "từ", Box: box}}, Box: box}
	}
	for _, c := range []struct {
		why   string
		ink   []image.Rectangle
		lines []ingest.Line
		want  float64
	}{
		{"an empty page", nil, []ingest.Line{line(bar(100))}, 1},
		{"every line has its words", []image.Rectangle{bar(100), bar(200)}, []ingest.Line{line(bar(100)), line(bar(200))}, 1},
		{"a stamp's text on a full page", []image.Rectangle{bar(100), bar(200), bar(300), bar(400)}, []ingest.Line{line(bar(100))}, 0.25},
		{"words beside the ink", []image.Rectangle{bar(100)}, []ingest.Line{line(bar(500))}, 0},
		{"boxes off by a few points", []image.Rectangle{bar(100)}, []ingest.Line{line(bar(104))}, 1},
		{"boxes beyond the page", []image.Rectangle{bar(100)}, []ingest.Line{line(image.Rect(-900, -900, 9000, 9000))}, 1},
	} {
		page := image.NewGray(image.Rect(0, 0, 595, 842))
		draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src)
		for _, r := range c.ink {
			draw.Draw(page, r, image.Black, image.Point{}, draw.Src)
		}
		if have := cover(page, 72, c.lines); math.Abs(have-c.want) > 0.05 {
			t.Errorf("%s: %.2f, want %.2f", c.why, have, c.want)
		}
	}
}
