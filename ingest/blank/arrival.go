package blank

import (
	"cmp"
	"fmt"
	"image"
	"slices"
	"strings"
	"time"
	"unicode"

	"vanthu/ingest"
	"vanthu/ingest/hand"
	"vanthu/ingest/pieces"
)

// The stamp of incoming mail has two blanks, one below the other, and the word
// that tells what it is beside or above them:
//
//	      │ Số:   ⟨2770⟩
//	 ĐẾN  │ Ngày: ⟨04/4/18⟩
//	      │ Chuyển: ………
//
// It is found where OCR read these three words, among the page's own, as it does
// of stamps on black-and-white scans, or among those of its red stamps. A stamp
// lies over the page, so what is written ends where the page's own print begins.

const (
	// wayToArrival is how far ĐẾN may stand from Ngày, in points.
	wayToArrival = 90
	// arrivalGap is the room for what is written, in sizes of the type.
	arrivalGap = 8.5
)

// findArrival gives the blanks of the stamp among lines of the page or of its red
// stamps.
func findArrival(lines, red []ingest.Line) []Blank {
	own := wordsOf(lines)
	found := arrivalIn(wordsOf(red))
	if found == nil {
		found = arrivalIn(own)
	}
	for i := range found {
		found[i].upTo(own)
	}
	return found
}

func wordsOf(lines []ingest.Line) (words []ingest.Word) {
	for _, l := range lines {
		words = append(words, l.Words...)
	}
	return words
}

// upTo ends a blank where a word of letters begins in it, on its line.
func (b *Blank) upTo(words []ingest.Word) {
	for _, w := range words {
		within := w.Box.X0 > b.X0+b.Size && w.Box.X0 < b.X1 && w.Box.Y0 < b.Base && w.Box.Y1 > b.Base-coreTop*b.Size
		if within && strings.IndexFunc(w.Raw, unicode.IsLetter) >= 0 && w.Conf >= sureWord {
			b.X1 = w.Box.X0
		}
	}
}

// sureWord is the confidence of a word that a hand is not read as.
const sureWord = 0.7

// arrivalIn gives the blanks of the stamp that words make.
func arrivalIn(words []ingest.Word) []Blank {
	for _, day := range words {
		if !isWord(day, "ngay") {
			continue
		}
		number, ok := numberAbove(words, day)
		if !ok || !slices.ContainsFunc(words, func(w ingest.Word) bool { return isArrival(w, day) }) {
			continue
		}
		size := day.Box.Width() / (width("Ngày") - sideBearing)
		gap := func(field ingest.Field, w ingest.Word, base float64) Blank {
			x0 := max(w.Box.X1, w.Box.X0+width("Số:")*size)
			return Blank{Field: field, X0: x0, X1: x0 + arrivalGap*size, Base: base, Size: size}
		}
		return []Blank{gap(ingest.FieldArrivalNumber, number, number.Box.Y1), gap(ingest.FieldArrivalDate, day, day.Box.Y1-descent*size)}
	}
	return nil
}

// isWord reports whether a word is this one, folded, colon and dots aside.
func isWord(w ingest.Word, want string) bool {
	return string(fold(strings.Trim(w.Raw, " .:;,…"))) == want
}

// callsNumber reports whether a word is Số, however its second letter was read:
// stamps are small and worn.
func callsNumber(w ingest.Word) bool {
	f := fold(strings.Trim(w.Raw, " .:;,…"))
	return len(f) == 2 && f[0] == 's'
}

// isArrival reports whether a word is the ĐẾN of the stamp that has the given
// Ngày.
func isArrival(w, day ingest.Word) bool {
	if !isWord(w, "den") || w.Raw != strings.ToUpper(w.Raw) {
		return false
	}
	b := ingest.Box{X0: day.Box.X0 - wayToArrival, Y0: day.Box.Y0 - wayToArrival/2, X1: day.Box.X1 + wayToArrival, Y1: day.Box.Y1 + wayToArrival/4}
	x, y := (w.Box.X0+w.Box.X1)/2, (w.Box.Y0+w.Box.Y1)/2
	return x > b.X0 && x < b.X1 && y > b.Y0 && y < b.Y1
}

// numberAbove is the Số right above Ngày.
func numberAbove(words []ingest.Word, day ingest.Word) (ingest.Word, bool) {
	high := day.Box.Height()
	for _, w := range words {
		down := day.Box.Y1 - w.Box.Y1
		if callsNumber(w) && down > 0.6*high && down < 3*high && w.Box.X0 > day.Box.X0-high && w.Box.X0 < day.Box.X0+high {
			return w, true
		}
	}
	return ingest.Word{}, false
}

// readDate reads `04/4/18`: the ink left of, between and right of two strokes.
// The readings are ISO dates.
func (c Cut) readDate(digits *hand.Reader) []ingest.HandReading {
	all := []ingest.HandReading{}
	strokes := c.strokes()
	if len(strokes) != 2 {
		return all
	}
	end := c.Picture.Rect.Dx()
	days := digits.Read(c.part(0, strokes[0].Min.X), hand.Day)
	months := digits.Read(c.part(strokes[0].Max.X, strokes[1].Min.X), hand.Month)
	years := digits.Read(c.part(strokes[1].Max.X, end), hand.Digits)
	for _, d := range days {
		for _, m := range months {
			for _, y := range years {
				if iso, ok := isoDate(y.Text, m.Text, d.Text); ok {
					all = append(all, ingest.HandReading{Text: iso, P: d.P * m.P * y.P})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b ingest.HandReading) int { return cmp.Compare(b.P, a.P) })
	return all[:min(mostReadings, len(all))]
}

// isoDate is a date of the calendar with a year of two or four digits.
func isoDate(year, month, day string) (string, bool) {
	if len(year) == 2 {
		year = "20" + year
	}
	iso := fmt.Sprintf("%s-%02s-%02s", year, month, day)
	at, err := time.Parse(time.DateOnly, iso)
	return iso, err == nil && at.Year() >= 1945 && at.Year() < 2100
}

// strokes are the boxes of the slanted lines in the picture that are as high as
// its digits, from left to right.
func (c Cut) strokes() (boxes []image.Rectangle) {
	m := pieces.Of(c.Picture, c.Picture.Rect)
	all := m.Pieces()
	high := 0
	for _, p := range all {
		high = max(high, p.Box.Dy())
	}
	for _, p := range all {
		if 4*p.Box.Dy() > 3*high && slants(p) && p.Box.Min.X > 0 {
			boxes = append(boxes, p.Box)
		}
	}
	slices.SortFunc(boxes, func(a, b image.Rectangle) int { return a.Min.X - b.Min.X })
	return boxes
}

// part is the picture between two columns.
func (c Cut) part(x0, x1 int) *image.Gray {
	return c.Picture.SubImage(image.Rect(x0, 0, max(x0, x1), c.Picture.Rect.Dy())).(*image.Gray)
}
