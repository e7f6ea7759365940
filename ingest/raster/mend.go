// What is mended on a picture before it is read.
//
// Three faults cost whole lines, and the confidence of what is left does not
// tell of it; but all three can be seen in the picture itself, in a few
// hundredths of a second, so a page is read once, in the form that reads best:
//
//	grain          noise of a cheap or a sensitive scanner, pepper of a fax:
//	               pixels darker or lighter than all four neighbours. Clean
//	               scans have under 0.1 % of them, grainy ones 1 to 15 %. Two
//	               light blurs.
//	uneven light   a telephone's shadow, a book's fold: the paper itself is
//	               lighter here and darker there. Each place is divided by its
//	               paper.
//	scanner lines  dirt on the glass of a feeder: thin lines from top to bottom
//	               of the sheet. Each is painted over with what stands beside
//	               it, so that strokes that cross it stay joined.
//
// CER of an inner page and of a letterhead, read as they are and mended, nothing
// restored (clean they have 0.2 and 1.1 %):
//
//	grain, deviation 70     4.9 → 0.6 %     74 → 4.1 %
//	pepper on 2 %           8.6 → 0.7 %     20 → 4.1 %
//	shadow down to 25 %      19 → 0.2 %          1.3 %
//	six scanner lines        12 → 0.8 %          2.0 %
//
// Of grain one blur is as good as two where there is little of it (the letterhead
// 3.3 and 4.1 %) and worse where there is much (salt and pepper 7.8 and 5.1 %); a
// median of 3 × 3 is no better (4.4 %) and dearer.
package raster

import (
	"fmt"
	"image"
	"slices"
)

const (
	// loneStep is how much darker or lighter than its neighbours grain is.
	loneStep = 32
	// grainy is the share of such pixels from which a picture is softened.
	grainy = 0.01
	// paperCells is how many cells an inch has in which the paper is looked for.
	paperCells = 2
	// uneven is how much the paper of two places may differ.
	uneven = 60
	// lineShare is the share of the page's height that a scanner line takes,
	// lineWidth its width in inches at most.
	lineShare = 0.85
	lineWidth = 0.025
)

// Mend gives a picture that reads better, and what was done to it; the picture
// itself and nothing where nothing was to be done.
func Mend(pic *image.Gray, dpi float64) (mended *image.Gray, done []string) {
	mended = pic
	if share := grain(mended); share > grainy {
		mended = Blur(Blur(mended))
		done = append(done, fmt.Sprintf("grain softened (%.0f%% of pixels)", 100*share))
	}
	if light := lightOf(mended, dpi); light.isUneven() {
		mended = light.level(mended)
		done = append(done, "uneven light levelled")
	}
	if columns := scannerLines(mended, dpi); len(columns) > 0 {
		mended = paintOver(mended, columns)
		done = append(done, fmt.Sprintf("%d scanner lines painted over", len(columns)))
	}
	return mended, done
}

// grain is the share of pixels that differ from all four neighbours in the
// same direction, on every fourth row.
func grain(pic *image.Gray) float64 {
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	lone, seen := 0, 0
	for y := 1; y < h-1; y += 4 {
		up, at, down := pic.Pix[(y-1)*pic.Stride:][:w], pic.Pix[y*pic.Stride:][:w], pic.Pix[(y+1)*pic.Stride:][:w]
		for x := 1; x < w-1; x++ {
			low := min(up[x], down[x], at[x-1], at[x+1])
			high := max(up[x], down[x], at[x-1], at[x+1])
			if int(at[x]) < int(low)-loneStep || int(at[x]) > int(high)+loneStep {
				lone++
			}
		}
		seen += w
	}
	return float64(lone) / float64(max(seen, 1))
}

// light is the paper of each cell of a picture, row by row.
type light struct {
	size, columns, rows int
	paper               []uint8
}

// lightOf finds the paper: in each cell the value that nine tenths of the
// pixels do not pass.
func lightOf(pic *image.Gray, dpi float64) light {
	size := max(8, int(dpi/paperCells))
	l := light{size: size, columns: (pic.Rect.Dx() + size - 1) / size, rows: (pic.Rect.Dy() + size - 1) / size}
	for row := range l.rows {
		for column := range l.columns {
			cell := image.Rect(column*size, row*size, (column+1)*size, (row+1)*size).Intersect(pic.Rect)
			l.paper = append(l.paper, brightest(pic, cell))
		}
	}
	return l
}

// brightest is the ninth decile of a cell, on every second row and column.
func brightest(pic *image.Gray, cell image.Rectangle) uint8 {
	var count [256]int
	seen := 0
	for y := cell.Min.Y; y < cell.Max.Y; y += 2 {
		row := pic.Pix[y*pic.Stride:][cell.Min.X:cell.Max.X]
		for x := 0; x < len(row); x += 2 {
			count[row[x]]++
			seen++
		}
	}
	value := 255
	for above := count[255]; value > 0 && 10*above < seen; above += count[value] {
		value--
	}
	return uint8(value)
}

// isUneven compares the lightest and the darkest tenth of the cells; black
// cells are no paper.
func (l light) isUneven() bool {
	papers := slices.DeleteFunc(slices.Clone(l.paper), func(p uint8) bool { return p < uneven })
	slices.Sort(papers)
	n := len(papers)
	return n >= 20 && int(papers[n-1-n/10])-int(papers[n/10]) > uneven
}

// level divides each pixel by the paper around it, mixed from the four nearest
// cells.
func (l light) level(pic *image.Gray) *image.Gray {
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		row := out.Pix[y*out.Stride:][:w]
		for x, v := range pic.Pix[y*pic.Stride:][:w] {
			row[x] = uint8(min(255, 255*int(v)/max(l.at(x, y), 1)))
		}
	}
	return out
}

func (l light) at(x, y int) int {
	left, right, dx := l.neighbours(x, l.columns)
	top, bottom, dy := l.neighbours(y, l.rows)
	paper := func(column, row int) int { return int(l.paper[row*l.columns+column]) }
	upper := paper(left, top)*(l.size-dx) + paper(right, top)*dx
	lower := paper(left, bottom)*(l.size-dx) + paper(right, bottom)*dx
	return (upper*(l.size-dy) + lower*dy) / (l.size * l.size)
}

// neighbours are the cells whose middles lie before and after a place, and how
// far after the first it lies.
func (l light) neighbours(at, cells int) (before, after, from int) {
	at += l.size / 2
	before = at/l.size - 1
	return max(before, 0), min(before+1, cells-1), at % l.size
}

// scannerLines are the places, from left to right, of lines from top to bottom.
func scannerLines(pic *image.Gray, dpi float64) (columns []run) {
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	dark := uint8(max(FindInk(pic).paper-inkStep, 1))
	count := make([]int, w)
	for y := range h {
		for x, v := range pic.Pix[y*pic.Stride:][:w] {
			if v < dark {
				count[x]++
			}
		}
	}
	for x := 1; x < w-1; x++ {
		from := x
		for x < w-1 && float64(count[x]) > lineShare*float64(h) {
			x++
		}
		if width := x - from; width > 0 && float64(width) <= max(2, lineWidth*dpi) && 2*count[from-1] < h && 2*count[x] < h {
			columns = append(columns, run{from: from, to: x})
		}
	}
	return columns
}

// paintOver paints columns with the mean of what stands on both sides of them,
// two pixels away: the line's own edge is grey.
func paintOver(pic *image.Gray, columns []run) *image.Gray {
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		row := out.Pix[y*out.Stride:][:w]
		copy(row, pic.Pix[y*pic.Stride:])
		for _, c := range columns {
			from, to := max(c.from-1, 0), min(c.to+1, w)
			beside := (int(row[max(from-1, 0)]) + int(row[min(to, w-1)])) / 2
			for x := from; x < to; x++ {
				row[x] = uint8(beside)
			}
		}
	}
	return out
}
