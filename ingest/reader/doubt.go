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
// Of every line the reading that weighs more stays.
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
)

// lookAgain reads doubtful lines again with thicker strokes.
func (s *sheet) lookAgain(lines []ingest.Line, engine *ocr.Engine, pic *image.Gray, dpi float64) ([]ingest.Line, error) {
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
	letters, doubt := 0, 0
	for _, w := range l.Words {
		n := letterCount(w.Raw)
		letters += n
		if w.Conf < doubtfulWord {
			doubt += n
		}
	}
	return doubt >= fewDoubtful && float64(doubt) >= doubtfulShare*float64(letters)
}
