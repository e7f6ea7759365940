// Skew: a page that lies askew in its picture.
//
// Tesseract straightens lines that slant a little, up to 1 or 2°. Beyond that
// it loses them, and of those it finds it is sure, so that nothing in what it
// returns tells of the loss. So the picture is asked, before it is read: the
// lower edges of ink (black with white below) are dropped on a ruler that
// stands square to the lines if it is held at the right angle, for then they
// fall together on the base lines. What is measured is the sum of squares of
// what fell on each notch:
//
//	page of 30 lines, 4° askew     at 0° each notch gets 60 edges of 60 000:  3.6 million
//	                               at 4° base lines get 800, the rest 20:     20 million
//
// Held at every degree from -20 to 20, then by tenths around the best: 15 to 60
// ms a page. A page without lines (a seal, a photograph, a page lying on its
// side) has no such peak and stays as it is. The outermost twentieth is left
// out: the edge of a black border lies square to the glass, not to the page.
package raster

import (
	"image"
	"math"
)

const (
	mostSkew = 20.0
	// skewPeak is how much better than upright the best angle must be.
	skewPeak = 1.2
	// fewestEdges are two lines of print; a seal that shows through has 60 to
	// 300, a page of print thousands.
	fewestEdges = 500
	// columnsPerInch of the columns in which edges are looked for.
	columnsPerInch = 60
	// notchesPerInch of the ruler.
	notchesPerInch = 100
)

// edge is the lower edge of ink, seen from the middle of the page.
type edge struct{ x, y float64 }

// Skew is how far the lines of a page sink to the right, in degrees: negative
// where they rise. 0 where no lines tell.
func Skew(pic *image.Gray, dpi float64) float64 {
	edges := lowerEdges(pic, max(1, int(dpi/columnsPerInch)))
	if len(edges) < fewestEdges {
		return 0
	}
	upright := sharpness(edges, pic, 0, dpi)
	best, top := 0.0, upright
	look := func(from, to, step float64) {
		for a := from; a <= to; a += step {
			if s := sharpness(edges, pic, a, dpi); s > top {
				best, top = a, s
			}
		}
	}
	look(-mostSkew, mostSkew, 1)
	look(best-0.9, best+0.95, 0.1)
	if top < skewPeak*upright {
		return 0
	}
	return best
}

func lowerEdges(pic *image.Gray, step int) (edges []edge) {
	dark := uint8(max(FindInk(pic).paper-ruleStep, 1))
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	for y := h / 20; y < h-h/20-1; y++ {
		row, below := pic.Pix[y*pic.Stride:][:w], pic.Pix[(y+1)*pic.Stride:][:w]
		for x := w / 20; x < w-w/20; x += step {
			if row[x] < dark && below[x] >= dark {
				edges = append(edges, edge{float64(x - w/2), float64(y - h/2)})
			}
		}
	}
	return edges
}

// sharpness is the sum of squares of the ruler's notches, held at an angle.
func sharpness(edges []edge, pic *image.Gray, degrees, dpi float64) float64 {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	sin, cos = sin*notchesPerInch/dpi, cos*notchesPerInch/dpi
	half := int(math.Hypot(float64(pic.Rect.Dx()), float64(pic.Rect.Dy()))/2*notchesPerInch/dpi) + 2
	notches := make([]int, 2*half)
	for _, e := range edges {
		notches[int(e.y*cos-e.x*sin+float64(half))]++
	}
	sum := 0.0
	for _, n := range notches {
		sum += float64(n) * float64(n)
	}
	return sum
}

// Straighten turns a picture back that lies turned clockwise by so many
// degrees. The picture grows so that no corner is lost; its middle stays the
// middle.
func Straighten(pic *image.Gray, degrees float64) *image.Gray {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	w, h := float64(pic.Rect.Dx()), float64(pic.Rect.Dy())
	out := image.NewGray(image.Rect(0, 0, int(w*cos+h*math.Abs(sin)), int(h*cos+w*math.Abs(sin))))
	paper := uint8(FindInk(pic).paper)
	for y := range out.Rect.Dy() {
		dy := float64(y) - float64(out.Rect.Dy())/2
		row := out.Pix[y*out.Stride:][:out.Rect.Dx()]
		for x := range row {
			dx := float64(x) - float64(out.Rect.Dx())/2
			row[x] = between(pic, dx*cos-dy*sin+w/2, dx*sin+dy*cos+h/2, paper)
		}
	}
	return out
}

// between mixes the four pixels around a point; beyond the picture is paper.
func between(pic *image.Gray, x, y float64, paper uint8) uint8 {
	left, top := int(x), int(y)
	if x < 0 || y < 0 || left+1 >= pic.Rect.Dx() || top+1 >= pic.Rect.Dy() {
		return paper
	}
	right, down := int(256*(x-float64(left))), int(256*(y-float64(top)))
	p := pic.Pix[top*pic.Stride+left:]
	q := p[pic.Stride:]
	upper := int(p[0])*(256-right) + int(p[1])*right
	lower := int(q[0])*(256-right) + int(q[1])*right
	return uint8((upper*(256-down) + lower*down) >> 16)
}
