// How a page is read.
//
// "The PDF has text" does not mean that its text can be used. Of the scanned
// documents we measured with, half carry a text layer that holds only the
// stamp of a digital signature (60 to 150 letters on a full page), and some
// carry what an English OCR made of Vietnamese ("Can cer Quyet dinh" for "Căn
// cứ Quyết định"). So each page decides for itself:
//
//  1. words of the text layer, without those of annotations
//  2. do their boxes cover what is inked on the page? (cover.go)
//  3. do they read like Vietnamese?
//
// Both yes: the text layer stands. Cover but no sense: the page is also
// recognised and the text that reads better is kept (a born-digital page in
// English is recognised in vain, a second or two). No cover: OCR; the few
// words of the text layer are on the picture too.
//
// A worked case, page 1 of a signed plan: the layer has 108 letters, "Ký bởi:
// Ủy ban nhân dân …", all of them in an annotation → no words of its own →
// OCR, and the 108 letters go to Page.Annotations.
package reader

import (
	"context"
	"fmt"
	"image"
	"strings"

	"vanthu/ingest"
	"vanthu/ingest/raster"
	"vanthu/ingest/worker"
)

const (
	// enoughCover: the share of inked cells that a usable text layer covers.
	// Rules, seals and a coat of arms stay uncovered on good pages.
	enoughCover = 0.6
	// readsWell: a text that reads like this or better needs no second
	// opinion.
	readsWell = 0.6
	// rulesDPI is the resolution at which ruling lines are looked for where no
	// picture was read: a rule of half a point is a pixel wide.
	rulesDPI = 144
)

// sheet is one page being read.
type sheet struct {
	*Reader
	ctx      context.Context
	doc      *raster.Document
	request  worker.Request
	index    int // from 0
	measures raster.Measures
	page     ingest.Page
	why      []string
}

func (s *sheet) read() (ingest.Page, error) {
	var err error
	if s.measures, err = s.doc.Measure(s.ctx, s.index); err != nil {
		return ingest.Page{}, err
	}
	if s.measures.Note != nil {
		s.note("%v", s.measures.Note)
	}
	s.page = ingest.Page{Number: s.request.Page, Width: s.measures.Width, Height: s.measures.Height}
	layer := s.textLayer()
	cover := 0.0
	if len(layer) > 0 && !s.request.OCR {
		if cover, err = s.cover(layer); err != nil {
			return ingest.Page{}, err
		}
	}
	kept, err := s.choose(layer, cover)
	if err != nil {
		return ingest.Page{}, err
	}
	s.keep(kept)
	s.readSignatures()
	red := s.readStamps(kept)
	s.readHands(kept, red)
	s.page.Why = strings.Join(s.why, "; ")
	return s.page, nil
}

func (s *sheet) note(format string, args ...any) { s.why = append(s.why, fmt.Sprintf(format, args...)) }

// textLayer gives the page's own words and puts those of annotations aside. A
// text layer that cannot be read is no reason to give up: the picture remains.
func (s *sheet) textLayer() []ingest.Line {
	lines, err := s.doc.Words(s.ctx, s.index)
	if err != nil {
		s.note("%v", err)
		return nil
	}
	own, annotations, note := s.doc.Split(s.ctx, s.index, lines)
	if note != nil {
		s.note("%v", note)
	}
	s.page.Annotations = annotations
	return own
}

func (s *sheet) cover(layer []ingest.Line) (float64, error) {
	pic, dpi, err := s.doc.Render(s.index, coverDPI)
	if err != nil {
		return 0, err
	}
	return cover(pic, dpi, layer), nil
}

// choose reads the page in the way that its text layer deserves.
func (s *sheet) choose(layer []ingest.Line, cover float64) (reading, error) {
	if cover < enoughCover {
		if len(layer) > 0 && !s.request.OCR {
			s.note("text layer covers %.0f%% of the page", 100*cover)
		}
		return s.recognise()
	}
	score := s.reads(text(layer))
	if score >= readsWell {
		s.note("text layer covers %.0f%% and reads %.2f", 100*cover, score)
		return s.written(layer)
	}
	seen, err := s.recognise()
	if err != nil {
		return reading{}, err
	}
	second := s.reads(text(seen.lines))
	s.note("text layer reads %.2f, OCR %.2f", score, second)
	if second > score {
		return seen, nil
	}
	return s.written(layer)
}

// written is the page as its text layer has it.
func (s *sheet) written(layer []ingest.Line) (reading, error) {
	pic, dpi, err := s.doc.Render(s.index, rulesDPI)
	if err != nil {
		return reading{}, err
	}
	return reading{source: ingest.SourceTextLayer, lines: layer, rules: raster.Rules(pic, dpi)}, nil
}

// reading is one way to read the page.
type reading struct {
	source ingest.Source
	dpi    int
	turn   int     // degrees clockwise
	skew   float64 // degrees clockwise that it was straightened by, see prepare
	lines  []ingest.Line
	rules  []ingest.Box
	pic    *image.Gray // that was read, before it was turned; nil for a text layer
}

func (s *sheet) keep(r reading) {
	s.page.Source, s.page.DPI, s.page.Turn, s.page.Skew = r.source, r.dpi, r.turn, r.skew
	s.page.Lines, s.page.Rules = r.lines, r.rules
	if r.turn != 0 {
		s.page.Annotations = turnLines(s.page.Annotations, r.turn, s.page.Width, s.page.Height)
	}
	if r.turn%180 != 0 {
		s.page.Width, s.page.Height = s.page.Height, s.page.Width
	}
}

func text(lines []ingest.Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Raw())
		b.WriteByte('\n')
	}
	return b.String()
}
