// A third look at the signature block.
//
// What the second look cannot read is what the seal lies over, what is stamped
// in red (the picture that is read is the page's red channel, in which red is
// paper) and what is stamped askew: names, and the titles of those who sign for
// another. Package sealed finds such lines among the ink and gives each straight
// and alone; here they are read. Of our 51 signers' names 34 were right without it
// and 42 are with it, of their positions 44 and 49. What it finds on a plan
// stamped in red:
//
//	second look   —
//	third look    Lê(97) Hoàng(96) Anh(97)
//
// On a scan in grey the seal is as grey as its red was dark, and half as dark as
// print: what is paler than print is taken out first (tĐiều Minh Sang of one of
// our samples becomes Điểu Minh Sang). In black and white nothing helps but the
// shape of the seal, and names that its letters cross stay unread: raising,
// thinning and trimming the pictures gave other misreadings, no better ones.
//
// Only lines that look like a name or a title are kept, words with capitals: a
// seal is full of letters. Not done: names in script type, in which some
// offices have their stamps cut; Tesseract reads no word of them.
package reader

import (
	"image"
	"strings"
	"unicode"

	"vanthu/ingest"
	"vanthu/ingest/ocr"
	"vanthu/ingest/raster"
	"vanthu/ingest/sealed"
)

// readAlready is the confidence, by letters, from which a line is not looked at
// again; sureCapital that of a word of a name, fairTitle that of a line in
// capitals, for titles are few enough to be known by half their letters; paleInk
// how far from print to white an ink is too pale to be print.
const (
	readAlready = 0.9
	sureCapital = 0.7
	fairTitle   = 0.5
	paleInk     = 0.5
)

// lookUnderSeal reads the lines of the signature block that seal and stamps have
// hidden.
func (s *sheet) lookUnderSeal(r *reading, area ingest.Box, engine *ocr.Engine, pic *image.Gray, dpi float64) error {
	if isSigned(r.lines, area) {
		return nil
	}
	views, err := s.inks(r, pic, dpi)
	if err != nil {
		return err
	}
	var found []ingest.Line
	for _, view := range views {
		for _, l := range sealed.Lines(view, dpi, area) {
			if isRead(r.lines, l.Letters.Box(), area) {
				continue
			}
			line, err := readSealed(l, engine, dpi)
			if err != nil {
				return err
			}
			if len(line.Words) > 0 {
				found = append(found, line)
			}
		}
	}
	if len(found) > 0 {
		s.note("third look at the signature: %d lines", len(found))
	}
	r.lines = merge(r.lines, found, area)
	return nil
}

// isSigned reports whether a title and a name have been read well in the area.
func isSigned(lines []ingest.Line, area ingest.Box) bool {
	title, name := false, false
	for _, l := range lines {
		if l.Box.X0 < area.X0-edge || l.Box.Y0 < area.Y0 || l.Box.Y1 > area.Y1 || judge([]ingest.Line{l}).confidence < readAlready {
			continue
		}
		switch l = capitalised(l); {
		case len(l.Words) < 2:
		case strings.ToUpper(l.Raw()) == l.Raw():
			title = true
		default:
			name = true
		}
	}
	return title && name
}

// inks are the pictures in which lines are looked for: what is printed and what
// is stamped in red, lying as the picture that is read; of a page without red
// what is darkest on it.
func (s *sheet) inks(r *reading, pic *image.Gray, dpi float64) ([]*image.Gray, error) {
	inks, err := s.doc.RenderInks(s.index, dpi)
	if inks == nil || err != nil {
		return []*image.Gray{darkest(pic)}, err
	}
	views := []*image.Gray{inks.Black, inks.Red}
	for i := range views {
		if r.skew != 0 {
			views[i] = raster.Straighten(views[i], r.skew)
		}
		if r.turn != 0 {
			views[i] = raster.Turn(views[i], r.turn)
		}
	}
	return views, nil
}

// darkest is a picture without what is paler than print: on a scan in grey a red
// seal is a grey one, as pale as 120 where print is 20. A picture on which nothing
// is pale but the edges of strokes stays as it is.
func darkest(pic *image.Gray) *image.Gray {
	print := printGrey(pic)
	limit := print + (255-print)*paleInk
	if !hasPaleInk(pic, uint8((print+limit)/2)) {
		return pic
	}
	out := image.NewGray(pic.Rect)
	for i, v := range pic.Pix {
		out.Pix[i] = uint8(min(255, 255*float64(v)/limit))
	}
	return out
}

// paper is the grey from which a pixel is paper; leastPale the share of a page
// that is pale ink, with as much as half a seal on it.
const (
	paper     = 208
	leastPale = 0.0002
)

// hasPaleInk reports whether a picture has ink between a grey and paper with
// more of it all around.
func hasPaleInk(pic *image.Gray, dark uint8) bool {
	pale := func(i int) bool { return pic.Pix[i] > dark && pic.Pix[i] < paper }
	n, w := 0, pic.Stride
	for i := w + 1; i < len(pic.Pix)-w-1; i++ {
		if pale(i) && pale(i-1) && pale(i+1) && pale(i-w) && pale(i+w) && pale(i-w-1) && pale(i-w+1) && pale(i+w-1) && pale(i+w+1) {
			n++
		}
	}
	return float64(n) > leastPale*float64(len(pic.Pix))
}

// printGrey is the grey of print: that of the darkest 500th of a page, which a page
// of few lines has too.
func printGrey(pic *image.Gray) float64 {
	var count [256]int
	for _, v := range pic.Pix {
		count[v]++
	}
	grey, left := 0, len(pic.Pix)/500
	for ; grey < 255 && left > count[grey]; grey++ {
		left -= count[grey]
	}
	return float64(grey)
}

// isRead reports whether most of a place has been read well.
func isRead(lines []ingest.Line, place, area ingest.Box) bool {
	var seen []ingest.Word
	width := 0.0
	for _, l := range lines {
		for _, w := range within(l, ingest.Line{Words: []ingest.Word{{Box: place}}}, area) {
			if mid := (w.Box.X0 + w.Box.X1) / 2; mid > place.X0 && mid < place.X1 {
				seen, width = append(seen, w), width+w.Box.Width()
			}
		}
	}
	return 2*width > place.Width() && judge([]ingest.Line{{Words: seen}}).confidence >= readAlready
}

// readSealed reads a line by its letters and as a strip; what weighs more
// stands. Of a torn line only the strip counts, with a word where it is torn:
// what is left of Ngô Huỳnh Thiên Kim without it is another name.
func readSealed(l sealed.Line, engine *ocr.Engine, dpi float64) (best ingest.Line, err error) {
	ways := []sealed.Picture{l.Letters, l.Strip}
	if l.Torn {
		ways = ways[1:]
	}
	for _, p := range ways {
		seen, err := engine.ReadBlock(p.Gray, dpi)
		if err != nil {
			return best, err
		}
		for _, line := range p.OnPage(seen) {
			line = capitalised(line)
			if l.Torn && line.Box.X0 > l.Letters.Box().X0-edge {
				continue
			}
			if weight(line.Words) > weight(best.Words) {
				best = line
			}
		}
	}
	return best, nil
}

// capitalised is a line without the strokes at its ends, if what is left are two
// words or more with capitals, or in capitals, else nothing. A word that was hardly read stays:
// `Xã(5) Hoàng(97) Anh(97)` is not the name Hoàng Anh.
func capitalised(l ingest.Line) (name ingest.Line) {
	capitals := 0
	for _, w := range l.Words {
		n := letterCount(w.Raw)
		if n == 0 || n == 1 && !isMiddle(w, len(name.Words)) {
			continue
		}
		name.Words = append(name.Words, w)
		name.Box = name.Box.Union(w.Box)
		if w.Conf >= sureCapital && beginsUpper(w.Raw) {
			capitals++
		}
	}
	if len(name.Words) > 1 && strings.ToUpper(name.Raw()) == name.Raw() && judge([]ingest.Line{name}).confidence >= fairTitle {
		return name
	}
	if capitals < 2 || 2*capitals < len(name.Words) {
		return ingest.Line{}
	}
	return name
}

// isMiddle reports whether a word of one letter is part of a name, as in Giàng A
// Páo: a capital read well, and not the first.
func isMiddle(w ingest.Word, before int) bool {
	return before > 0 && w.Conf >= sureWord && beginsUpper(w.Raw)
}

// beginsUpper reports whether a word begins with a capital, quotation marks and
// the like aside.
func beginsUpper(w string) bool {
	for _, c := range w {
		if unicode.IsLetter(c) {
			return unicode.IsUpper(c)
		}
	}
	return false
}
