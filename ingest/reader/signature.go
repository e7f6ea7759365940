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
	// listLeading is the white between two recipients at most, in points.
	listLeading = 12
	// sureWord and wordLetters make a line of the second look one of words and
	// not of strokes of a seal.
	sureWord    = 0.8
	wordLetters = 2
)

// lookAtSignature reads the signature block again where there are recipients,
// and what lies under its seal.
func (s *sheet) lookAtSignature(r *reading, engine *ocr.Engine, pic *image.Gray, dpi float64) error {
	area, ok := signatureArea(ingest.Page{
		Number: s.request.Page, Width: points(pic.Rect.Dx(), dpi), Height: points(pic.Rect.Dy(), dpi), Lines: r.lines,
	})
	if !ok {
		return nil
	}
	seen, err := readPart(engine, pic, area, dpi)
	if err != nil {
		return err
	}
	found := slices.DeleteFunc(words(seen), func(f ingest.Line) bool { return goesOn(r.lines, f, area.X0) })
	s.note("second look at the signature: %d lines", len(found))
	r.lines = merge(r.lines, found, area)
	return s.lookUnderSeal(r, area, engine, pic, dpi)
}

// goesOn reports whether a line is the end of one that begins left of an area:
// running text, of which a second look sees half.
func goesOn(lines []ingest.Line, f ingest.Line, left float64) bool {
	return slices.ContainsFunc(lines, func(l ingest.Line) bool {
		return slices.ContainsFunc(l.Words, func(w ingest.Word) bool {
			return w.Box.X0 < left && w.Box.X1 > left && onLine(f, left, (w.Box.Y0+w.Box.Y1)/2)
		})
	})
}

// signatureArea is where the signature block must be: right of the recipients.
func signatureArea(p ingest.Page) (ingest.Box, bool) {
	var list ingest.Box
	headed := false
	for _, l := range layout.Arrange(p).Lines {
		if l.Zone == ingest.ZoneRecipients {
			headed = headed || list.IsZero() && letterCount(l.Words[0].Raw) > 0
			list = list.Union(l.Box)
		}
	}
	if list.IsZero() {
		return list, false
	}
	if !headed {
		list = upToHeading(list, p.Lines, p.Width)
	}
	left := min(max(list.X1+4, signatureLeft*p.Width), 0.6*p.Width)
	return ingest.Box{X0: left, Y0: max(0, list.Y0-signatureAbove), X1: p.Width, Y1: min(p.Height, list.Y0+signatureBelow)}, true
}

// upToHeading adds to a list that begins with a dash the lines that stand close
// above it on the left half: where Nơi nhận itself was misread, layout finds the
// list's end only.
func upToHeading(list ingest.Box, lines []ingest.Line, width float64) ingest.Box {
	for grown := true; grown; {
		grown = false
		for _, l := range lines {
			if l.Box.X1 < width/2 && l.Box.Y0 < list.Y0 && l.Box.Y1 > list.Y0-listLeading && l.Box.X0 > list.X0-listLeading && l.Box.X0 < list.X0+listLeading {
				list, grown = list.Union(l.Box), true
			}
		}
	}
	return list
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
