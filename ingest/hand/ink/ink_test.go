package ink

import (
	"image"
	"math"
	"testing"

	"vanthu/ingest/hand/net"
)

// paper is a white picture.
func paper(w, h int) *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, w, h))
	for i := range pic.Pix {
		pic.Pix[i] = 235
	}
	return pic
}

// line draws a stroke of a thickness.
func line(pic *image.Gray, x0, y0, x1, y1, thick float64) {
	for i := range pic.Pix {
		x, y := float64(i%pic.Stride), float64(i/pic.Stride)
		t := ((x-x0)*(x1-x0) + (y-y0)*(y1-y0)) / ((x1-x0)*(x1-x0) + (y1-y0)*(y1-y0))
		t = min(max(t, 0), 1)
		if math.Hypot(x-x0-t*(x1-x0), y-y0-t*(y1-y0)) <= thick/2 {
			pic.Pix[i] = 40
		}
	}
}

// ring draws a 0.
func ring(pic *image.Gray, x, y, rx, ry, thick float64) {
	for a := 0.0; a < 2*math.Pi; a += 0.05 {
		line(pic, x+rx*math.Cos(a), y+ry*math.Sin(a), x+rx*math.Cos(a+.05), y+ry*math.Sin(a+.05), thick)
	}
}

func TestFind(t *testing.T) {
	tests := []struct {
		name   string
		draw   func(pic *image.Gray)
		pieces int
	}{
		{"nothing", func(*image.Gray) {}, 0},
		{"two bars", func(p *image.Gray) { line(p, 60, 15, 60, 60, 5); line(p, 90, 15, 90, 60, 5) }, 2},
		{"specks go", func(p *image.Gray) { line(p, 60, 15, 60, 60, 5); line(p, 90, 40, 92, 40, 4) }, 1},
		{"dotted lines go", func(p *image.Gray) {
			line(p, 60, 15, 60, 58, 5)
			for x := 5.0; x < 200; x += 8 {
				line(p, x, 66, x+1, 66, 2)
			}
		}, 1},
		{"rules go, also from under a stroke", func(p *image.Gray) { line(p, 60, 10, 60, 75, 5); line(p, 0, 50, 199, 50, 2) }, 1},
		{"the line above goes", func(p *image.Gray) { line(p, 60, 30, 60, 70, 5); line(p, 100, 0, 120, 8, 5) }, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			pic := paper(200, 80)
			test.draw(pic)
			if s := Find(pic); len(s.Pieces) != test.pieces {
				t.Errorf("%d pieces, want %d", len(s.Pieces), test.pieces)
			}
		})
	}
}

// TestFaint finds pencil beside print.
func TestFaint(t *testing.T) {
	pic := paper(160, 80)
	line(pic, 40, 15, 40, 60, 5)
	for i, g := range pic.Pix {
		if g < 200 {
			pic.Pix[i] = 175
		}
	}
	line(pic, 110, 15, 110, 60, 5)
	if s := Find(pic); len(s.Pieces) != 2 {
		t.Errorf("%d pieces, want pencil and print", len(s.Pieces))
	}
}

// TestTouching wants a group for each of two rings that run into each other.
func TestTouching(t *testing.T) {
	pic := paper(160, 80)
	ring(pic, 50, 40, 14, 22, 5)
	ring(pic, 79, 40, 14, 22, 5)
	s := Find(pic)
	for _, want := range []image.Rectangle{image.Rect(33, 15, 67, 66), image.Rect(62, 15, 96, 66)} {
		found := false
		for _, g := range s.Groups() {
			d := g.Box.Sub(want.Min)
			found = found || max(d.Min.X, -d.Min.X) <= 5 && max(g.Box.Max.X-want.Max.X, want.Max.X-g.Box.Max.X) <= 5
		}
		if !found {
			t.Errorf("no group like %v among %d pieces", want, len(s.Pieces))
		}
	}
}

func TestSlant(t *testing.T) {
	for _, want := range []float64{0, 0.3, 0.5} {
		pic := paper(240, 80)
		for x := 40.0; x < 180; x += 40 {
			line(pic, x+50*want, 15, x, 65, 5)
		}
		if s := Find(pic); math.Abs(s.Slant-want) > 0.11 {
			t.Errorf("slant %.1f, want %.1f", s.Slant, want)
		}
	}
}

// TestPicture checks size and place of a group in the network's picture.
func TestPicture(t *testing.T) {
	var bar []image.Point
	for y := range 50 {
		for x := range 10 {
			bar = append(bar, image.Pt(100+x, 20+y))
		}
	}
	s := Single(bar, 50)
	picture := s.Picture(s.Groups()[0])
	for channel, want := range []struct{ sum, high float64 }{{20 * 4, 20}, {12 * 2.4, 12}, {0, 0}} {
		sum, x, y, top, bottom := 0.0, 0.0, 0.0, net.Side, -1
		for i := channel; i < len(picture); i += net.Channels {
			at, v := i/net.Channels, float64(picture[i])
			sum += v
			x += v * (float64(at%net.Side) + .5)
			y += v * (float64(at/net.Side) + .5)
			if v > 0.01 {
				top, bottom = min(top, at/net.Side), max(bottom, at/net.Side)
			}
		}
		if math.Abs(sum-want.sum) > 0.5 {
			t.Errorf("channel %d: ink %.1f, want %.1f", channel, sum, want.sum)
		}
		if sum > 0 && (math.Abs(x/sum-net.Side/2.0) > 0.1 || math.Abs(y/sum-net.Side/2.0) > 0.1) {
			t.Errorf("channel %d: centre %.1f, %.1f", channel, x/sum, y/sum)
		}
		if sum > 0 && math.Abs(float64(bottom-top+1)-want.high) > 1.1 {
			t.Errorf("channel %d: rows %d to %d, want %.0f", channel, top, bottom, want.high)
		}
	}
}
