// A second look at the signature block.
//
// A document ends with Nơi nhận at the left and the signature block at the
// right, a third of it under the seal. Tesseract's page segmentation takes seal
// and signature for a drawing and leaves out the lines they touch: of our
// fourteen scans with a seal, eight came back without the signer's position or
// name. Read as one block of lines, the same part of the picture gives
//
//	first look          second look
//	TM. ỦY BAN NHÂN DÂN TM. ỦY BAN NHÂN DÂN
//	                    KT. CHỦ TỊCH
//	                    PHỒ CHỦ TỊCH
//	                    | ⁄t
//	                    ống Thị Mai Khuê
//
// Where both saw a line, the more confident reading stays; what only the second
// saw is kept if it looks like words. Of the 51 signers' names 30 are right then
// instead of 23, of their positions 42 instead of 35. It costs an eighth of a
// page, on the one page of a document that has recipients.
package reader

import (
	"image"
	"slices"
	"unicode"
	"unicode/utf8"

	"vanthu/ingest"
	"vanthu/ingest/layout"
	"vanthu/ingest/ocr"
)

const (
	// Room for the signature block around the first line of Nơi nhận, points:
	// capacity lines may begin above it, the name stands 5 to 7 cm below.
	signatureAbove = 40
	signatureBelow = 230
	// signatureLeft is the share of the page's width where the block begins at
	// the earliest.
	signatureLeft = 0.42
	// sureWord and wordLetters make a line of the second look one of words and
	// not of strokes of a seal.
	sureWord    = 0.8
	wordLetters = 2
)

// lookAtSignature reads the signature block again where there are recipients.
func (s *sheet) lookAtSignature(lines []ingest.Line, engine *ocr.Engine, pic *image.Gray, dpi float64) ([]ingest.Line, error) {
	area, ok := signatureArea(s.page.Width, s.page.Height, lines)
	if !ok {
		return lines, nil
	}
	scale := dpi / 72
	cut := image.Rect(int(area.X0*scale), int(area.Y0*scale), int(area.X1*scale), int(area.Y1*scale)).Intersect(pic.Rect)
	if cut.Dx() < 32 || cut.Dy() < 32 {
		return lines, nil
	}
	seen, err := engine.ReadBlock(pic.SubImage(cut).(*image.Gray), dpi)
	if err != nil {
		return lines, err
	}
	found := words(shift(seen, float64(cut.Min.X)/scale, float64(cut.Min.Y)/scale))
	s.note("second look at the signature: %d lines", len(found))
	return merge(lines, found, area), nil
}

// signatureArea is where the signature block must be: right of the recipients.
func signatureArea(width, height float64, lines []ingest.Line) (ingest.Box, bool) {
	var list ingest.Box
	for _, l := range layout.Arrange(ingest.Page{Number: 1, Width: width, Height: height, Lines: lines}).Lines {
		if l.Zone == ingest.ZoneRecipients {
			list = list.Union(l.Box)
		}
	}
	if list.IsZero() {
		return list, false
	}
	left := min(max(list.X1+4, signatureLeft*width), 0.6*width)
	return ingest.Box{X0: left, Y0: max(0, list.Y0-signatureAbove), X1: width, Y1: min(height, list.Y0+signatureBelow)}, true
}

func shift(lines []ingest.Line, dx, dy float64) []ingest.Line {
	move := func(b ingest.Box) ingest.Box {
		return ingest.Box{X0: b.X0 + dx, Y0: b.Y0 + dy, X1: b.X1 + dx, Y1: b.Y1 + dy}
	}
	for i := range lines {
		lines[i].Box = move(lines[i].Box)
		for j := range lines[i].Words {
			lines[i].Words[j].Box = move(lines[i].Words[j].Box)
		}
	}
	return lines
}

// words keeps the lines that say something, without the strokes in them.
func words(lines []ingest.Line) (kept []ingest.Line) {
	for _, l := range lines {
		var clean ingest.Line
		sure := false
		for _, w := range l.Words {
			n := letterCount(w.Raw)
			if n == 0 {
				continue
			}
			sure = sure || n >= wordLetters && w.Conf >= sureWord
			clean.Words = append(clean.Words, w)
			clean.Box = clean.Box.Union(w.Box)
		}
		if sure {
			kept = append(kept, clean)
		}
	}
	return kept
}

func letterCount(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// merge puts found lines among the lines of the page: in place of what the
// first look made of the same line, if they are more confident, else beside.
func merge(lines, found []ingest.Line, area ingest.Box) []ingest.Line {
	for _, f := range found {
		rivals := 0.0
		for _, l := range lines {
			rivals += weight(within(l, f, area))
		}
		if weight(f.Words) <= rivals {
			continue
		}
		var rest []ingest.Line
		for _, l := range lines {
			if l = without(l, within(l, f, area)); len(l.Words) > 0 {
				rest = append(rest, l)
			}
		}
		lines = append(rest, f)
	}
	return lines
}

// within are the words of a line that stand in the area and on the line f.
func within(l, f ingest.Line, area ingest.Box) (same []ingest.Word) {
	for _, w := range l.Words {
		x, y := (w.Box.X0+w.Box.X1)/2, (w.Box.Y0+w.Box.Y1)/2
		if x > area.X0 && x < area.X1 && y > f.Box.Y0 && y < f.Box.Y1 {
			same = append(same, w)
		}
	}
	return same
}

func without(l ingest.Line, gone []ingest.Word) ingest.Line {
	if len(gone) == 0 {
		return l
	}
	var rest ingest.Line
	for _, w := range l.Words {
		if !slices.Contains(gone, w) {
			rest.Words = append(rest.Words, w)
			rest.Box = rest.Box.Union(w.Box)
		}
	}
	return rest
}

// weight is what words are worth: letters by confidence.
func weight(words []ingest.Word) (sum float64) {
	for _, w := range words {
		sum += w.Conf * float64(utf8.RuneCountInString(w.Raw))
	}
	return sum
}
