// From colour to grey.
//
// The grey of a page is its RED channel, not its luminance. Seals and stamps
// are red, print is black, pens are blue: through a red glass the seal that
// covers a third of the signature and the half seal on the edge all but vanish
// (200, 30, 30 → 200, by luminance 81) while black and blue stay dark.
// Measured on the 11 gold pages with Tesseract 5.3: CER 4.68 → 4.58 %, the page
// with a seal over the national title 5.22 → 4.18 %, one with half a seal on
// the edge 0.64 → 0.32 %, pages in black unchanged, none lost more than 0.1 %.
// The price: a red stamp is not on this picture; it is read from the red ink alone
// (RenderInks). A page whose ink is mostly red is taken by luminance.
package raster

import "image"

// Grey turns a drawn page (opaque, on white) into 8-bit grey.
func Grey(src *image.RGBA) *image.Gray {
	b, byLuminance := src.Bounds(), mostlyRed(src)
	dst := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		from := src.Pix[y*src.Stride:][:4*b.Dx()]
		to := dst.Pix[y*dst.Stride:][:b.Dx()]
		for x := range to {
			if byLuminance {
				to[x] = luminance(from[4*x:][:3])
			} else {
				to[x] = from[4*x]
			}
		}
	}
	return dst
}

// luminance by the weights of Rec. 601.
func luminance(p []uint8) uint8 {
	return uint8((299*uint32(p[0]) + 587*uint32(p[1]) + 114*uint32(p[2]) + 500) / 1000)
}

// mostlyRed looks at every fourth row whether half of what is dark by luminance
// is light in red.
func mostlyRed(src *image.RGBA) bool {
	const dark = 128
	b := src.Bounds()
	ink, red := 0, 0
	for y := 0; y < b.Dy(); y += 4 {
		row := src.Pix[y*src.Stride:][:4*b.Dx()]
		for ; len(row) > 0; row = row[4:] {
			if luminance(row) < dark {
				ink++
				if row[0] >= dark {
					red++
				}
			}
		}
	}
	return 2*red > ink
}

// inkStep is how much ink differs from the paper. Faint print of a worn
// cartridge is 60 to 80 darker, the shade of a fold and JPEG's noise less than
// 40.
const inkStep = 48

// Ink tells what is ink on a picture: what differs from the paper, which is the
// median of all pixels. It follows the paper because scans differ: yellow
// paper at 200 is no ink, faint print at 180 on white is, and so is white print
// on black.
type Ink struct{ paper int }

// FindInk looks at the whole picture. Neighbours, most of them of one grey, are
// counted apart: a processor waits for its last count of the same grey.
func FindInk(pic *image.Gray) Ink {
	var counts [4][256]int
	b := pic.Bounds()
	for y := range b.Dy() {
		for x, v := range pic.Pix[y*pic.Stride:][:b.Dx()] {
			counts[x%4][v]++
		}
	}
	count := counts[0]
	for _, more := range counts[1:] {
		for v, n := range more {
			count[v] += n
		}
	}
	paper := 0
	for half := b.Dx() * b.Dy() / 2; paper < 255 && half >= count[paper]; paper++ {
		half -= count[paper]
	}
	return Ink{paper}
}

// Share is the part of an area's pixels that are ink, 0 to 1. A page of text
// has 0.03 to 0.15; a picture of one colour has 0.
func (k Ink) Share(pic *image.Gray, area image.Rectangle) float64 {
	area = area.Intersect(pic.Bounds())
	if area.Empty() {
		return 0
	}
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for _, v := range pic.Pix[y*pic.Stride:][area.Min.X:area.Max.X] {
			if int(v) < k.paper-inkStep || int(v) > k.paper+inkStep {
				n++
			}
		}
	}
	return float64(n) / float64(area.Dx()*area.Dy())
}
