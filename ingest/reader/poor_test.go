package reader_test

import (
	"image"
	"math/rand/v2"
	"strings"
	"testing"

	"vanthu/ingest/raster"
	"vanthu/ingest/worker"
)

// TestPoorPages: what scanners and people do to a page is mended before it is
// read, and the page says so.
func TestPoorPages(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pool := newPool(t, worker.Options{Workers: 2})
	for _, c := range []struct {
		why   string
		spoil func(x, y int, v uint8) uint8
	}{
		{"uneven light levelled", func(x, y int, v uint8) uint8 { return uint8(int(v) * (6000 - x - y) / 6000) }},
		{"grain softened", func(_, _ int, v uint8) uint8 { return uint8(min(max(float64(v)+70*r.NormFloat64(), 0), 255)) }},
		{"read again with thicker strokes", func(_, _ int, v uint8) uint8 { return 255 * min(v/45, 1) }},
		{"scanner lines painted over", func(x, _ int, v uint8) uint8 {
			if x%300 < 2 {
				return 30
			}
			return v
		}},
	} {
		page := read(t, pool, save(t, spoiled(samplePage(t), c.spoil)), 1)
		if share := shareFound(t, page.Text(), "le-loi-thu-vien"); share < 0.8 || !strings.Contains(page.Why, c.why) {
			t.Errorf("%s: %.2f of the words are right (%s)", c.why, share, page.Why)
		}
	}
}

func spoiled(pic *image.Gray, spoil func(x, y int, v uint8) uint8) *image.Gray {
	for i, v := range pic.Pix {
		pic.Pix[i] = spoil(i%pic.Stride, i/pic.Stride, v)
	}
	return pic
}

// TestSkewedPages: a page askew is read, and the boxes of its words are those
// of the page as it lies: the first line stands higher at its one end.
func TestSkewedPages(t *testing.T) {
	pool := newPool(t, worker.Options{Workers: 2})
	for _, degrees := range []float64{-4, 10} {
		page := read(t, pool, save(t, raster.Straighten(samplePage(t), -degrees)), 1)
		if share := shareFound(t, page.Text(), "le-loi-thu-vien"); share < 0.9 {
			t.Errorf("%v° askew: %.2f of the words are right (%s)", degrees, share, page.Why)
		}
		if page.Skew < degrees-0.7 || page.Skew > degrees+0.7 {
			t.Errorf("%v° askew: found %v", degrees, page.Skew)
		}
		longest := page.Lines[0].Words
		for _, l := range page.Lines {
			if len(l.Words) > len(longest) {
				longest = l.Words
			}
		}
		if sinks := longest[len(longest)-1].Box.Y0 > longest[0].Box.Y0; sinks != (degrees > 0) {
			t.Errorf("%v° askew: words stand from %v to %v", degrees, longest[0].Box, longest[len(longest)-1].Box)
		}
	}
}
