package reader

import (
	"image"
	"slices"
	"strings"

	"vanthu/ingest"
	"vanthu/ingest/raster"
)

// Red stamps of a first page.
//
// Through the red glass by which a page is turned to grey (raster.Grey) the
// stamps of an office are gone: CÔNG VĂN ĐẾN with its Số and Ngày, HỎA TỐC, MẬT.
// So on a page in colour red ink is looked at by itself. What is wider than high
// and no larger than a stamp, in the upper part of the page, is read alone:
//
//	┌───────────────┐    red ink only     CÔNG VĂN ĐẾN
//	│ CÔNG VĂN ĐẾN  │   ─────────────►    Số:
//	│ Số:   0417    │                     Ngày:
//	│ Ngày: 6/12/19 │    blue, by package blank: 0417, 2019-12-06
//	└───────────────┘
//
// The lines go to Page.Stamps and not among the page's own, with which they share
// rows. Round seals are as high as wide, half seals on the edge higher, and neither
// is read. Of the 51 scans at hand three have red that may be a stamp, and of one
// HỎA TỐC comes back, which no other look had seen. A first page in colour costs
// 40 ms more, for a picture of 50 dots an inch, one with red a fifth of a second.

const (
	// redDPI is the resolution at which red ink is looked for.
	redDPI = 50
	// stampDepth is the part of the page, from the top, where stamps stand.
	stampDepth = 0.6
	// A stamp is stampNarrow to stampWide wide, stampLow to stampHigh high, in
	// points with a cell around it, and wider than high by stampShape.
	stampNarrow, stampWide = 40.0, 260.0
	stampLow, stampHigh    = 15.0, 140.0
	stampShape             = 1.25
	// mostStamps places are read.
	mostStamps = 4
)

// readStamps reads the red stamps of a first page that was read from its picture
// and gives the picture of its red ink; nil where there is no stamp. The page
// stands without them, too.
func (s *sheet) readStamps(r reading) *image.Gray {
	if s.index > 0 || r.pic == nil || r.source != ingest.SourceOCR {
		return nil
	}
	low, err := s.doc.RenderInks(s.index, redDPI)
	if err != nil {
		s.note("%v", err)
		return nil
	}
	if low == nil || len(stampPlaces(r.asRead(low.Red), redDPI)) == 0 {
		return nil
	}
	inks, err := s.doc.RenderInks(s.index, float64(r.dpi))
	if err != nil || inks == nil {
		return nil
	}
	red := r.asRead(inks.Red)
	if s.page.Stamps, err = s.stampLines(red, float64(r.dpi)); err != nil {
		s.note("%v", err)
	}
	if len(s.page.Stamps) == 0 {
		return nil
	}
	return red
}

// asRead is a picture turned as the page was.
func (r reading) asRead(pic *image.Gray) *image.Gray {
	if r.turn == 0 {
		return pic
	}
	return raster.Turn(pic, r.turn)
}

// stampLines are the lines that can be read in the stamps of a picture of red
// ink.
func (s *sheet) stampLines(red *image.Gray, dpi float64) (lines []ingest.Line, err error) {
	engine, err := s.language(s.request.Lang)
	if err != nil {
		return nil, err
	}
	for _, place := range stampPlaces(red, dpi) {
		seen, err := readPart(engine, red, place, dpi)
		if err != nil {
			return lines, err
		}
		if len(words(seen)) > 0 { // Số: and Ngày: are small and seldom sure
			lines = append(lines, seen...)
		}
	}
	if len(lines) > 0 {
		s.note("red stamp: %s", strings.ReplaceAll(text(lines), "\n", " / "))
	}
	return lines, nil
}

// stampPlaces are where stamps may be on a picture of red ink.
func stampPlaces(red *image.Gray, dpi float64) []ingest.Box {
	height := points(red.Rect.Dy(), dpi)
	places := slices.DeleteFunc(newGround(red, dpi).places(), func(b ingest.Box) bool {
		return b.Width() < stampNarrow || b.Width() > stampWide || b.Height() < stampLow || b.Height() > stampHigh ||
			b.Width() < stampShape*b.Height() || b.Y1 > stampDepth*height
	})
	for i := range places {
		places[i] = inset(places[i], -cell/2)
	}
	return places[:min(len(places), mostStamps)]
}
