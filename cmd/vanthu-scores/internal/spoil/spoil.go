// Package spoil makes poor scans out of good ones: the ways in which scanners,
// fax machines and people spoil a page, drawn so that the text of the good page
// stays the gold of the poor one.
//
//	for _, k := range spoil.Kinds() {
//		pic := k.Spoil(page) // an image.Gray, or image.RGBA where colour matters
//	}
//
// A grey page of 200 dpi comes in and stays as it is; a new picture goes out,
// the same one every time, at k.DPI. Nothing is read here. Everything in it may
// be called from several goroutines.
package spoil

import (
	"image"
	"math/rand/v2"
)

// DPI is the resolution of the pages that come in.
const DPI = 200

// Kind is one way to spoil a page.
type Kind struct {
	Name  string
	DPI   int // of what comes out
	Spoil func(*image.Gray) image.Image
}

// Kinds are all of them.
func Kinds() []Kind {
	return []Kind{
		{"100 dpi", 100, func(p *image.Gray) image.Image { return scale(p, 0.5) }},
		{"fax 100 dpi", 100, func(p *image.Gray) image.Image { return threshold(scale(p, 0.5), 150) }},
		{"threshold too dark", DPI, func(p *image.Gray) image.Image { return threshold(pepper(soften(p), 0.004, 60), 225) }},
		{"threshold too light", DPI, func(p *image.Gray) image.Image { return threshold(soften(p), 75) }},
		{"heavy noise", DPI, func(p *image.Gray) image.Image { return noise(p, 70) }},
		{"pepper", DPI, func(p *image.Gray) image.Image { return pepper(threshold(p, 128), 0.02, 0) }},
		{"salt and pepper", DPI, func(p *image.Gray) image.Image { return salt(pepper(threshold(p, 128), 0.05, 0), 0.05) }},
		{"faint grey", DPI, func(p *image.Gray) image.Image { return noise(contrast(p, 190, 0.16), 7) }},
		{"shadow", DPI, func(p *image.Gray) image.Image { return noise(shade(p), 6) }},
		{"JPEG 150 dpi", 150, func(p *image.Gray) image.Image { return compress(scale(p, 0.75), 6) }},
		{"blurred", DPI, func(p *image.Gray) image.Image { return soften(soften(soften(soften(p)))) }},
		{"skew 3°", DPI, func(p *image.Gray) image.Image { return rotate(p, 3) }},
		{"skew 8°", DPI, func(p *image.Gray) image.Image { return rotate(p, -8) }},
		{"skew 15°", DPI, func(p *image.Gray) image.Image { return rotate(p, 15) }},
		{"black borders", DPI, func(p *image.Gray) image.Image { return border(rotate(p, 1.5)) }},
		{"scanner lines", DPI, func(p *image.Gray) image.Image { return lines(p) }},
		{"red seals", DPI, func(p *image.Gray) image.Image { return seals(p) }},
		{"upside down", DPI, func(p *image.Gray) image.Image { return turn(turn(p)) }},
		{"lying, head left", DPI, func(p *image.Gray) image.Image { return turn(turn(turn(p))) }},
		{"lying, head right", DPI, func(p *image.Gray) image.Image { return turn(p) }},
	}
}

// source gives the same numbers every time, others for another use.
func source(use uint64) *rand.Rand { return rand.New(rand.NewPCG(30, use)) }

// each makes a picture of the same size, pixel by pixel.
func each(p *image.Gray, value func(x, y int, v float64) float64) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, p.Rect.Dx(), p.Rect.Dy()))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			v := value(x, y, float64(p.Pix[y*p.Stride+x]))
			out.Pix[y*out.Stride+x] = uint8(min(max(v, 0), 255))
		}
	}
	return out
}
