// Specks: dust of the glass, noise of a threshold set too dark. Tesseract reads
// one beside the text as a full stop, a dash or an apostrophe ("các dự án -"),
// and one between two lines as part of a letter.
//
// A speck is as small as the dot of nặng or smaller, and marks are all that
// tells má from mạ, so size alone decides nothing. What tells is company: a
// mark stands beside its letter. The measure is the stroke, w, the median
// length of black runs: 3 to 5 pixels for print of 13 pt at 200 dpi. A dot is
// 1.2 w wide and stands at most 2 w from its letter, a full stop too.
//
//	as large as a dot     goes if nothing else is inked within 5 w around it:
//	                      not a full stop, nor one dot of "Họ tên: ………"
//	a quarter of a dot    goes if nothing else is inked within 1.5 w: no mark is
//	                      that small, unless the scanner ate it, and then its
//	                      other crumbs are near
//
// Worked: w = 4. A speck of 3 × 3 pixels in the margin, 30 pixels from the
// line's end, has no ink in 20 pixels around it: gone. The dot of ạ, 5 × 5, has
// the letter 4 pixels above it: stays. A crumb of 2 × 2 pixels midway between
// two lines, 8 pixels from either: gone.
//
// Distances are in strokes of usual print where the page's own are thinner: a
// scanner that ate half of each letter left the marks where they were.
//
// Only black-and-white scans are cleaned: in grey ones noise is pale, and
// Tesseract's threshold drops it; tried on them too, one page lost three lines
// beside a seal. Measured on the gold pages (CER raw, before → after): a speckled
// copy with heavy strokes 6.0 → 3.9 %, one of 11 specks 1.1 → 0.3 %, one with
// letters eaten away 9.7 → 9.8 %, the others unchanged; our speckled TIFF
// 3.0 → 2.3 %. 20 to 110 ms a page.
package raster

import "image"

const (
	middle = 128 // darker is ink
	// mostGrey is the share of pixels neither black nor white in a
	// black-and-white scan: 0 at its own size, 0.01 to 0.05 where it was
	// resampled, by the edges of letters. Grey scans have 0.2 to 1.
	mostGrey = 0.08
	// strokesPerInch: the stroke of print of 13 pt is a sixtieth of an inch.
	strokesPerInch = 60
)

// Despeckle whitens the specks of a black-and-white scan, in place, and returns
// how many there were. Other pictures stay as they are.
func Despeckle(pic *image.Gray, dpi float64) int {
	stroke, ok := strokes(pic)
	if !ok {
		return 0
	}
	usual := max(stroke, int(dpi/strokesPerInch+0.5))
	specks := 0
	for y := range pic.Rect.Dy() {
		row := pic.Pix[y*pic.Stride:][:pic.Rect.Dx()]
		for x, v := range row {
			if v >= middle || x > 0 && row[x-1] < middle || !top(pic, x, y) {
				continue
			}
			if b, small := blotAt(pic, x, y, 2*stroke); small && b.alone(pic, stroke, usual) {
				whiten(pic, b.box)
				specks++
			}
		}
	}
	return specks
}

// strokes finds the median length of black runs; not ok is a picture that is
// empty or not black and white.
func strokes(pic *image.Gray) (median int, ok bool) {
	var lengths [64]int
	runs, grey := 0, 0
	for y := range pic.Rect.Dy() {
		run := 0
		for _, v := range pic.Pix[y*pic.Stride:][:pic.Rect.Dx()] {
			if v > 0 && v < 255 {
				grey++
			}
			if v < middle {
				run++
			} else if run > 0 {
				lengths[min(run, len(lengths)-1)]++
				run, runs = 0, runs+1
			}
		}
	}
	for seen := 0; 2*seen < runs; median++ {
		seen += lengths[median]
	}
	return median - 1, runs > 0 && float64(grey) <= mostGrey*float64(pic.Rect.Dx()*pic.Rect.Dy())
}

// top reports whether no ink touches the pixel from the row above.
func top(pic *image.Gray, x, y int) bool {
	if y == 0 {
		return true
	}
	for _, v := range pic.Pix[(y-1)*pic.Stride:][max(x-1, 0):min(x+2, pic.Rect.Dx())] {
		if v < middle {
			return false
		}
	}
	return true
}

// blot is a connected piece of ink.
type blot struct {
	box  image.Rectangle
	area int
}

// blotAt follows the ink from a pixel, corners touching, and gives up when it is
// more than limit pixels wide or high: no farther than a window around the pixel.
func blotAt(pic *image.Gray, x, y, limit int) (b blot, small bool) {
	window := image.Rect(x-limit, y-limit, x+limit+1, y+limit+1).Intersect(pic.Rect)
	seen := make([]bool, window.Dx()*window.Dy())
	var todo []image.Point
	find := func(x, y int) {
		i := (y-window.Min.Y)*window.Dx() + x - window.Min.X
		if pic.Pix[y*pic.Stride+x] < middle && !seen[i] {
			seen[i] = true
			todo = append(todo, image.Pt(x, y))
		}
	}
	find(x, y)
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		b.area++
		b.box = b.box.Union(image.Rectangle{at, at.Add(image.Pt(1, 1))})
		if b.box.Dx() > limit || b.box.Dy() > limit {
			return b, false
		}
		around := image.Rect(at.X-1, at.Y-1, at.X+2, at.Y+2).Intersect(window)
		for y := around.Min.Y; y < around.Max.Y; y++ {
			for x := around.Min.X; x < around.Max.X; x++ {
				find(x, y)
			}
		}
	}
	return b, true
}

// alone reports whether nothing else is inked so near that the blot could be
// part of it. Distances are in usual strokes: where the scanner ate half of each
// letter, marks stand as far away as before.
func (b blot) alone(pic *image.Gray, stroke, usual int) bool {
	reach := 5 * usual
	if 4*b.area <= stroke*stroke {
		reach = usual * 3 / 2
	}
	ink := 0
	around := b.box.Inset(-reach).Intersect(pic.Rect)
	for y := around.Min.Y; y < around.Max.Y; y++ {
		for _, v := range pic.Pix[y*pic.Stride:][around.Min.X:around.Max.X] {
			if v < middle {
				ink++
			}
		}
	}
	return ink == b.area
}

// whiten clears a box and the grey edge around it.
func whiten(pic *image.Gray, box image.Rectangle) {
	box = box.Inset(-1).Intersect(pic.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := pic.Pix[y*pic.Stride:][box.Min.X:box.Max.X]
		for x := range row {
			row[x] = 255
		}
	}
}
