// Ruling lines: what parts the cells of a table.
//
// A ruling line is long and thin and hardly ever one straight run of pixels: it
// slants with the page and the scanner nibbles at it. So every pixel counts as
// ink that has ink beside it across the line, runs of a fifth of an inch are
// collected, and runs that continue each other are one line: a line of 3 pixels
// that sinks by 1° makes runs of 280 pixels at 300 dpi, each one row below the
// one before. No stroke of a letter is a quarter inch long; the bar of a long
// dash is, and underlines are, so a table is only what lines in both directions
// make (layout). Thick runs are black borders and photographs.
package raster

import (
	"image"
	"slices"

	"vanthu/ingest"
)

const (
	// leastRun is the shortest run of ink, in inches, that can be of a rule;
	// leastRule the shortest rule.
	leastRun  = 0.18
	leastRule = 0.35
	// ruleGap is the white, in inches, that a rule may have.
	ruleGap = 0.08
	// ruleStep is how much darker than the paper a rule is: thin ones come out
	// of a grey scan at half their black, and what shines through from the back
	// is 30 to 50 darker.
	ruleStep = 80
	// thickRule is how thick a rule may be, in inches, and slant how much more
	// for every inch of its length.
	thickRule = 0.05
	slant     = 0.03
)

// run is ink along a line: from and to along it, at across it.
type run struct{ from, to, at int }

// Rules finds the ruling lines of a picture, as thin boxes in points.
func Rules(pic *image.Gray, dpi float64) []ingest.Box {
	scale := 72 / dpi
	dark := uint8(max(FindInk(pic).paper-ruleStep, 0))
	least := max(int(leastRun*dpi), 1)
	var rules []ingest.Box
	for _, r := range link(acrossRuns(pic, dark, least), dpi) {
		rules = append(rules, ingest.Box{X0: float64(r.from) * scale, X1: float64(r.to) * scale, Y0: float64(r.at) * scale, Y1: float64(r.last+1) * scale})
	}
	for _, r := range link(downRuns(pic, dark, least), dpi) {
		rules = append(rules, ingest.Box{Y0: float64(r.from) * scale, Y1: float64(r.to) * scale, X0: float64(r.at) * scale, X1: float64(r.last+1) * scale})
	}
	return rules
}

// acrossRuns are the runs along rows that are long enough, row by row.
func acrossRuns(pic *image.Gray, dark uint8, least int) (runs []run) {
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	for y := 1; y < h-1; y++ {
		up, at, down := pic.Pix[(y-1)*pic.Stride:][:w], pic.Pix[y*pic.Stride:][:w], pic.Pix[(y+1)*pic.Stride:][:w]
		runs = appendRuns(runs, y, w, least, func(x int) bool { return min(up[x], at[x], down[x]) < dark })
	}
	return runs
}

// downRuns are the runs along columns that are long enough, column by column.
func downRuns(pic *image.Gray, dark uint8, least int) (runs []run) {
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	for x := 1; x < w-1; x++ {
		runs = appendRuns(runs, x, h, least, func(y int) bool {
			beside := pic.Pix[y*pic.Stride+x-1:][:3]
			return min(beside[0], beside[1], beside[2]) < dark
		})
	}
	return runs
}

// appendRuns adds the runs of a row or column. Of the pixels only every least-th is
// looked at, and those around it where it is ink: no long run passes between.
func appendRuns(runs []run, at, length, least int, ink func(int) bool) []run {
	for i := least - 1; i < length; i += least {
		if !ink(i) {
			continue
		}
		from, to := i, i+1
		for from > 0 && ink(from-1) {
			from--
		}
		for to < length && ink(to) {
			to++
		}
		if to-from >= least {
			runs = append(runs, run{from, to, at})
		}
		i = to
	}
	return runs
}

// rule is runs that continue each other.
type rule struct {
	run
	last int // of the runs' at
}

// link puts runs, sorted by where they are, together to rules and keeps those
// that are long and thin.
func link(runs []run, dpi float64) (rules []rule) {
	gap := int(ruleGap * dpi)
	var open []rule
	for _, r := range runs {
		open = slices.DeleteFunc(open, func(o rule) bool {
			ended := r.at-o.last > 2
			if ended && o.isThin(dpi) {
				rules = append(rules, o)
			}
			return ended
		})
		i := slices.IndexFunc(open, func(o rule) bool { return r.from <= o.to+gap && r.to >= o.from-gap })
		if i < 0 {
			open = append(open, rule{r, r.at})
			continue
		}
		o := &open[i]
		o.from, o.to, o.last = min(o.from, r.from), max(o.to, r.to), r.at
	}
	for _, o := range open {
		if o.isThin(dpi) {
			rules = append(rules, o)
		}
	}
	return rules
}

func (r rule) isThin(dpi float64) bool {
	long, thick := float64(r.to-r.from), float64(r.last-r.at+1)
	return long >= leastRule*dpi && thick <= thickRule*dpi+slant*long
}
