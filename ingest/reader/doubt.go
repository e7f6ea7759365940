// A second look at doubtful lines.
//
// A worn toner drum or a tired photocopier leaves places of a page where
// strokes are broken; the rest of the page is good, so its mean confidence
// says nothing. Lines in which many letters are doubtful are read again, alone
// and with their strokes one pixel thicker on every side, which closes the gaps
// (pAs_11_syt_gavi, a fax of 2017):
//
//	first look   Do đây là dọợt giám sát suối cùng cứu Qư án, ĐỀU Cúc x©Ðñ V¿ Sàn W2 ĐHỂO
//	second look  Do đây là đợt giám sát cuối cùng của Đự án nên cúi ccñ Vị Sản thực hiển
//
// Of every line the reading that weighs more stays. Weight, letters by their
// confidence, is a fair judge: wherever it rose here, errors fell.
//
// A page that is doubtful all over is read again as a whole, for there the
// first look has not even found the lines. CER before and after: the fax above
// 6.7 → 4.4 %, a page thresholded too light 9.1 → 7.6 %, one of 100 dpi of which
// the threshold left crumbs 65 → 54 %. It costs a second page and is done on one
// of the eleven gold pages. Tried on such pages and given up: a light blur (9.2 →
// 9.4 %), 300 dpi instead of 200 (10.5 %), one block of lines instead of Tesseract's
// own segmentation (9.1 %). On pages thresholded or shaded otherwise local
// thresholds (Sauvola), tried before raster.Mend was there, gave no more than
// levelling does (shadow 0.24 and 0.24 %) and spoil faint print (0.4 → 96 %).
package reader

import (
	"image"
	"slices"

	"vanthu/ingest"
	"vanthu/ingest/ocr"
	"vanthu/ingest/raster"
)

const (
	// doubtfulWord is the confidence below which a word is doubtful; a line of
	// which doubtfulShare of the letters, at least fewDoubtful, are in doubtful
	// words is read again.
	doubtfulWord  = 0.7
	doubtfulShare = 0.2
	fewDoubtful   = 8
	// narrow is the share of the page's width below which a line is no line
	// of text: stamps and seals are full of doubt.
	narrow = 0.3
	// doubtfulPage is the confidence, by letters, below which the whole page
	// is read again.
	doubtfulPage = 0.87
)

// lookAgain reads doubtful lines again with thicker strokes; of a page that is
// doubtful all over, the whole.
func (s *sheet) lookAgain(lines []ingest.Line, engine *ocr.Engine, pic *image.Gray, dpi float64) ([]ingest.Line, error) {
	if v := judge(lines); v.letters > 0 && v.confidence < doubtfulPage {
		return s.lookAtWhole(lines, engine, pic, dpi)
	}
	places := doubtful(lines, points(pic.Rect.Dx(), dpi))
	for _, area := range places {
		part, at := cut(pic, area, dpi)
		if part == nil {
			continue
		}
		seen, err := engine.ReadBlock(raster.Thicken(part), dpi)
		if err != nil {
			return lines, err
		}
		lines = merge(lines, known(lines, whole(shift(seen, at), at), area), area)
	}
	if len(places) > 0 {
		s.note("second look at %d doubtful places", len(places))
	}
	return lines, nil
}

// lookAtWhole reads the page again with thicker strokes. The reading that
// weighs more is the page's; of each of its lines the heavier one stays.
func (s *sheet) lookAtWhole(lines []ingest.Line, engine *ocr.Engine, pic *image.Gray, dpi float64) ([]ingest.Line, error) {
	seen, err := engine.Read(raster.Thicken(pic), dpi)
	if err != nil {
		return lines, err
	}
	before, after := pageWeight(lines), pageWeight(seen)
	s.note("confidence %.2f: read again with thicker strokes, weight %.0f → %.0f", judge(lines).confidence, before, after)
	if after > before {
		lines, seen = seen, lines
	}
	page := ingest.Box{X1: points(pic.Rect.Dx(), dpi), Y1: points(pic.Rect.Dy(), dpi)}
	return merge(lines, known(lines, seen, page), page), nil
}

func pageWeight(lines []ingest.Line) (sum float64) {
	for _, l := range lines {
		sum += weight(l.Words)
	}
	return sum
}

// known are the found lines of which the first look saw something too.
func known(lines, found []ingest.Line, area ingest.Box) []ingest.Line {
	return slices.DeleteFunc(found, func(f ingest.Line) bool {
		return !slices.ContainsFunc(lines, func(l ingest.Line) bool { return len(within(l, f, area)) > 0 })
	})
}

// doubtful are the places of doubtful lines, neighbours together.
func doubtful(lines []ingest.Line, width float64) (places []ingest.Box) {
	for _, l := range lines {
		if !isDoubtful(l) || l.Box.Width() < narrow*width {
			continue
		}
		h := l.Box.Height()
		place := ingest.Box{X0: max(0, l.Box.X0-h), Y0: max(0, l.Box.Y0-h/4), X1: min(width, l.Box.X1+h), Y1: l.Box.Y1 + h/4}
		if n := len(places); n > 0 && place.Y0 < places[n-1].Y1 && place.Y1 > places[n-1].Y0 {
			places[n-1] = places[n-1].Union(place)
			continue
		}
		places = append(places, place)
	}
	return places
}

func isDoubtful(l ingest.Line) bool {
	letters, doubt := doubtOf(l.Words)
	return doubt >= fewDoubtful && float64(doubt) >= doubtfulShare*float64(letters)
}

// doubtOf counts the letters of words, and those in doubt.
func doubtOf(words []ingest.Word) (letters, doubt int) {
	for _, w := range words {
		n := letterCount(w.Raw)
		letters += n
		if isDoubt(w) {
			doubt += n
		}
	}
	return letters, doubt
}
