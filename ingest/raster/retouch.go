package raster

import "image"

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

// Turn turns a picture clockwise by 90, 180 or 270 degrees.
func Turn(pic *image.Gray, degrees int) *image.Gray {
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	size, place := turning(w, h, degrees)
	dst := image.NewGray(size)
	for y := range h {
		for x, v := range pic.Pix[y*pic.Stride:][:w] {
			column, row := place(x, y)
			dst.Pix[row*dst.Stride+column] = v
		}
	}
	return dst
}

// turning is the size of a picture of w × h turned clockwise by 90, 180 or 270
// degrees, and where its pixels come to lie.
func turning(w, h, degrees int) (size image.Rectangle, place func(x, y int) (int, int)) {
	switch degrees {
	case 180:
		return image.Rect(0, 0, w, h), func(x, y int) (int, int) { return w - 1 - x, h - 1 - y }
	case 270:
		return image.Rect(0, 0, h, w), func(x, y int) (int, int) { return y, w - 1 - x }
	}
	return image.Rect(0, 0, h, w), func(x, y int) (int, int) { return h - 1 - y, x }
}

// Thicken draws strokes one pixel thicker on every side: every pixel becomes
// the darkest of itself and its four neighbours.
func Thicken(pic *image.Gray) *image.Gray {
	b := pic.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	at := func(x, y int) uint8 {
		x, y = min(max(x, 0), b.Dx()-1), min(max(y, 0), b.Dy()-1)
		return pic.Pix[y*pic.Stride+x]
	}
	for y := range b.Dy() {
		for x := range b.Dx() {
			out.Pix[y*out.Stride+x] = min(at(x, y), at(x-1, y), at(x+1, y), at(x, y-1), at(x, y+1))
		}
	}
	return out
}
