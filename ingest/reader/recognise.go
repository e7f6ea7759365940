package reader

import (
	"image"
	"unicode/utf8"

	"vanthu/ingest"
	"vanthu/ingest/ocr"
	"vanthu/ingest/raster"
)

const (
	// blankInk: the share of inked pixels below which a page is empty. Ten
	// printed letters on A4 make 0.00005, dust about as much: below this
	// OCR is not asked, above it OCR decides.
	blankInk = 0.00002
	// fewInk: a page with less ink, where OCR finds no letters twice, is empty
	// but for a seal that shows through or specks. A page of print has 3 to 8 %.
	fewInk = 0.01
	// leastDPI and mostDPI bound the resolution a scan is read at, see
	// resolution.
	leastDPI = 200
	mostDPI  = 300
)

// resolution is the dpi to draw at: the one asked for, else the scan's own, for
// every resampling blurs letters. Measured on the 11 gold pages (100 to 300
// dpi): CER 4.68 % at their own resolution, 5.10 % with all at 200, 5.04 % with
// all at 300. Small print needs 200: a page of 100 dpi has CER 0.75 % at 150,
// 0.85 % at 200, 1.10 % at 300. Above 300 nothing is gained. A page that is no
// scan is drawn at 300.
func (s *sheet) resolution() float64 {
	switch {
	case s.request.DPI > 0:
		return float64(s.request.DPI)
	case s.measures.DPI == 0:
		return mostDPI
	}
	return min(max(s.measures.DPI, leastDPI), mostDPI)
}

// recognise reads the page's picture.
func (s *sheet) recognise() (reading, error) {
	pic, dpi, err := s.doc.Render(s.index, s.resolution())
	if err != nil {
		return reading{}, err
	}
	r := reading{source: ingest.SourceOCR, dpi: int(dpi + 0.5), pic: pic}
	if ink := raster.FindInk(pic).Share(pic, pic.Rect); ink < blankInk {
		r.source = ingest.SourceBlank
		s.note("%.3f%% of the page is ink", 100*ink)
		return r, s.doc.Verify()
	}
	engine, err := s.language(s.request.Lang)
	if err != nil {
		return r, err
	}
	pic = s.prepare(&r)
	if r, err = s.look(r, engine, pic, dpi); err != nil || r.source == ingest.SourceBlank {
		return r, err
	}
	if r.turn != 0 {
		pic = raster.Turn(pic, r.turn)
	}
	r.lines = withoutMarks(r.lines)
	r.rules = raster.Rules(pic, dpi)
	if r.lines, err = s.lookAgain(r.lines, engine, pic, dpi); err != nil {
		return r, err
	}
	if err := s.readCells(&r, engine, pic, dpi); err != nil {
		return r, err
	}
	if err := s.lookAtNumber(&r, engine, pic, dpi); err != nil {
		return r, err
	}
	if err := s.lookAtSignature(&r, engine, pic, dpi); err != nil {
		return r, err
	}
	if err := s.lookForMissed(&r, engine, pic, dpi); err != nil {
		return r, err
	}
	s.layBack(&r, pic, dpi)
	return r, nil
}

// look reads the whole page, and once more where it comes out empty or does
// not stand upright.
func (s *sheet) look(r reading, engine *ocr.Engine, pic *image.Gray, dpi float64) (reading, error) {
	var err error
	if r.lines, err = engine.Read(pic, dpi); err != nil {
		return r, err
	}
	if len(r.lines) > 0 {
		return s.upright(r, engine, pic, dpi)
	}
	if r.lines, err = engine.Read(raster.Blur(pic), dpi); err != nil {
		return r, err
	}
	s.note("OCR found nothing at first, %d lines after a light blur", len(r.lines))
	if ink := raster.FindInk(pic).Share(pic, pic.Rect); len(r.lines) == 0 && ink < fewInk {
		r.source = ingest.SourceBlank
		s.note("%.1f%% of the page is ink", 100*ink)
	}
	return r, nil
}

// upright turns the page where its letters do not stand upright.
//
// Tesseract finds lines that run up or down the page and reads those that run
// up as well as any, those that run down not; and it reads upside-down lines as
// nonsense. Confidence tells: weighted by letters it was 0.63 to 0.96 on upright
// scans (0.63 a table of hand-filled figures) and 0.25 to 0.43 on the same pages
// upside down. So a page whose words are taller than wide and were read well is
// turned without reading it again, one whose were not is read the other way, one
// of little confidence is tried upside down. The reading with most letters that
// are sure stays: what was made of the columns of charts outweighs the words
// above them in confidence, and is sure of nothing.
func (s *sheet) upright(r reading, engine *ocr.Engine, pic *image.Gray, dpi float64) (reading, error) {
	first := judge(r.lines)
	var err error
	switch {
	case first.letters < fewLetters:
	case first.sideways && first.confidence >= upsideDown:
		r.turn, r.lines = 270, turnLines(r.lines, 270, points(pic.Rect.Dx(), dpi), points(pic.Rect.Dy(), dpi))
	case first.sideways:
		first.sure = -1 // it has to be turned one way or the other
		r, err = s.tryTurns(r, first, engine, pic, dpi, 90, 270)
	case first.confidence < upsideDown:
		r, err = s.tryTurns(r, first, engine, pic, dpi, 180)
	}
	if r.turn != 0 {
		s.note("turned by %d°", r.turn)
	}
	return r, err
}

// tryTurns reads the page turned, until one reading is beyond doubt; the best
// stays.
func (s *sheet) tryTurns(r reading, best verdict, engine *ocr.Engine, pic *image.Gray, dpi float64, turns ...int) (reading, error) {
	for _, turn := range turns {
		lines, err := engine.Read(raster.Turn(pic, turn), dpi)
		if err != nil {
			return r, err
		}
		if v := judge(lines); v.sure > best.sure && !v.sideways {
			best, r.lines, r.turn = v, lines, turn
		}
		if best.confidence >= upsideDown {
			break
		}
	}
	return r, nil
}

const (
	// fewLetters say nothing about how a page stands.
	fewLetters = 40
	// upsideDown: a lower confidence is suspicious.
	upsideDown = 0.5
	// sureLetters are those of a word read with this confidence.
	sureLetters = 0.85
)

// verdict tells how letters stand on a picture.
type verdict struct {
	letters    int
	sure       int     // letters of words that are sure
	confidence float64 // of words, weighted by letters
	sideways   bool    // most words are taller than wide
}

func judge(lines []ingest.Line) (v verdict) {
	tall := 0
	for _, l := range lines {
		for _, w := range l.Words {
			n := utf8.RuneCountInString(w.Raw)
			v.letters += n
			v.confidence += float64(n) * w.Conf
			if w.Conf >= sureLetters {
				v.sure += n
			}
			if n > 2 && w.Box.Height() > w.Box.Width() {
				tall += n
			}
		}
	}
	if v.letters > 0 {
		v.confidence /= float64(v.letters)
	}
	v.sideways = 2*tall > v.letters
	return v
}

// turnLines turns boxes with their page, whose size before the turn is given.
func turnLines(lines []ingest.Line, turn int, width, height float64) []ingest.Line {
	box := func(b ingest.Box) ingest.Box {
		switch turn {
		case 90:
			return ingest.Box{X0: height - b.Y1, Y0: b.X0, X1: height - b.Y0, Y1: b.X1}
		case 180:
			return ingest.Box{X0: width - b.X1, Y0: height - b.Y1, X1: width - b.X0, Y1: height - b.Y0}
		}
		return ingest.Box{X0: b.Y0, Y0: width - b.X1, X1: b.Y1, Y1: width - b.X0}
	}
	for i := range lines {
		lines[i].Box = box(lines[i].Box)
		for j := range lines[i].Words {
			lines[i].Words[j].Box = box(lines[i].Words[j].Box)
		}
	}
	return lines
}
