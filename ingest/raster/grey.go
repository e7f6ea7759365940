package raster

import "image"

// Grey turns a drawn page (opaque, on white) into 8-bit grey by the luminance
// weights of Rec. 601.
func Grey(src *image.RGBA) *image.Gray {
	b := src.Bounds()
	dst := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		from := src.Pix[y*src.Stride:][:4*b.Dx()]
		to := dst.Pix[y*dst.Stride:][:b.Dx()]
		for x := range to {
			p := from[4*x:][:3]
			to[x] = uint8((299*uint32(p[0]) + 587*uint32(p[1]) + 114*uint32(p[2]) + 500) / 1000)
		}
	}
	return dst
}

// dark is the grey below which a pixel counts as ink: print on white paper
// stays under 128 even where a scanner is set light; yellowed paper and the
// shade of a fold stay above.
const dark = 128

// Ink is the share of dark pixels, 0 to 1. A page of text has 0.02 to 0.1, an
// empty scanned page with dust below 0.0005.
func Ink(pic *image.Gray) float64 {
	b := pic.Bounds()
	if b.Empty() {
		return 0
	}
	n := 0
	for y := range b.Dy() {
		for _, v := range pic.Pix[y*pic.Stride:][:b.Dx()] {
			if v < dark {
				n++
			}
		}
	}
	return float64(n) / float64(b.Dx()*b.Dy())
}

// Blur softens a picture by the 3 × 3 kernel 1 2 1 / 2 4 2 / 1 2 1. Tesseract
// takes a page of speckle for a picture and finds no text; softened, the specks
// fall under its threshold. The outermost pixels stay as they are.
func Blur(pic *image.Gray) *image.Gray {
	b := pic.Bounds()
	dst := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		copy(dst.Pix[y*dst.Stride:], pic.Pix[y*pic.Stride:][:b.Dx()])
	}
	for y := 1; y < b.Dy()-1; y++ {
		up, at, down := pic.Pix[(y-1)*pic.Stride:], pic.Pix[y*pic.Stride:], pic.Pix[(y+1)*pic.Stride:]
		for x := 1; x < b.Dx()-1; x++ {
			sum := across(up, x) + 2*across(at, x) + across(down, x)
			dst.Pix[y*dst.Stride+x] = uint8((sum + 8) / 16)
		}
	}
	return dst
}

func across(row []uint8, x int) uint32 {
	return uint32(row[x-1]) + 2*uint32(row[x]) + uint32(row[x+1])
}
