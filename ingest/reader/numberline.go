package reader

import (
	"image"
	"regexp"
	"slices"
	"strings"

	"vanthu/ingest"
	"vanthu/ingest/layout"
	"vanthu/ingest/ocr"
)

// A second look at the line of the number.
//
// A serial written large by hand makes Tesseract take "Số: 574/UBND-KTTH" for a
// drawing and leave it out, or leave it out but for "Số:". The line stands as high
// as place and date do on the right, so where a letterhead has the date and no
// number, that strip is read alone. Of our 51 scans two have come back without
// their symbol; of both it is read so, and with it the file's name gives the
// serial.

const (
	// besideDate is how much higher or lower than the date the number's line may
	// reach, in points: a hand is taller than print.
	besideDate = 7
	// beforeDate is the white between the number's column and the date's.
	beforeDate = 4
	// letterheadDepth is how far down a letterhead reaches at most.
	letterheadDepth = 260
)

// symbol is what tells a line with a number: a stroke before capitals.
var symbol = regexp.MustCompile(`/\s?\p{Lu}[\p{Lu}\p{Ll}]|\d\s?[-/]\s?\p{Lu}{2}`)

// lookAtNumber reads the number's line of a first page where it is missing.
func (s *sheet) lookAtNumber(r *reading, engine *ocr.Engine, pic *image.Gray, dpi float64) error {
	if s.index > 0 {
		return nil
	}
	page := ingest.Page{Number: 1, Width: points(pic.Rect.Dx(), dpi), Height: points(pic.Rect.Dy(), dpi), Lines: r.lines}
	area, ok := numberArea(layout.Arrange(page).Lines)
	if !ok {
		return nil
	}
	seen, err := readPart(engine, pic, area, dpi)
	if err != nil {
		return err
	}
	found := slices.DeleteFunc(seen, func(l ingest.Line) bool { return !symbol.MatchString(l.Raw()) })
	s.note("second look at the number: %d lines", len(found))
	for _, l := range found {
		r.lines = replace(r.lines, l, area)
	}
	return nil
}

// numberArea is where the number must stand: left of the date, if the letterhead
// has a date and no number.
func numberArea(lines []ingest.Line) (ingest.Box, bool) {
	var date, left ingest.Box
	for _, l := range lines {
		switch {
		case l.Box.Y0 > letterheadDepth:
		case l.Zone == ingest.ZoneHeadLeft && symbol.MatchString(l.Raw()):
			return date, false
		case l.Zone == ingest.ZoneHeadLeft:
			left = left.Union(l.Box)
		case l.Zone == ingest.ZoneHeadRight && isDate(l):
			date = l.Box
		}
	}
	area := ingest.Box{X0: left.X0 - beforeDate, Y0: date.Y0 - besideDate, X1: date.X0 - beforeDate, Y1: date.Y1 + besideDate}
	return area, !date.IsZero() && !left.IsZero() && area.Width() > 0
}

// isDate reports whether a line is "…, ngày … tháng … năm …", blank or not.
func isDate(l ingest.Line) bool {
	f := strings.ToLower(l.Raw())
	return strings.Contains(f, "tháng") && strings.Contains(f, "năm")
}
