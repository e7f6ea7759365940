package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"

	"vanthu/cmd/internal/catalogue"
	"vanthu/extract"
	"vanthu/ingest"
	"vanthu/ingest/layout"
	"vanthu/ingest/textpage"
	"vanthu/ingest/worker"
	"vanthu/normalize"
	"vanthu/normalize/charset"
)

// Stages are the rooms a document goes through.
type Stages struct {
	// Reader reads pages of everything but plain text: a worker.Pool in the
	// product, something quicker in tests.
	Reader worker.Reader
	// Engine names what the reader reads with ("tesseract 5.3.0"); part of the
	// version of every reading.
	Engine    string
	LangOCR   string
	DPI       int // 0: each scan's own
	Restorer  *normalize.Restorer
	Extractor *extract.Extractor
}

// Versions of what stands in this repository, raised by whoever changes what
// a stage makes of the same input; records made by another are made anew.
const (
	readVersion      = 10
	normalizeVersion = 10
	extractVersion   = 10
)

func (s Stages) versions() Versions {
	dpi := "own dpi"
	if s.DPI > 0 {
		dpi = fmt.Sprintf("%d dpi", s.DPI)
	}
	return Versions{
		Read:      fmt.Sprintf("%d, %s, %s, %s", readVersion, s.Engine, s.LangOCR, dpi),
		Normalize: fmt.Sprintf("%d, %s", normalizeVersion, s.Restorer.Version()),
		Extract:   fmt.Sprint(extractVersion),
	}
}

// readPage reads one page. One that cannot be read says why in its Err, and
// retry tells whether another time may do better; the error is for what no
// page can do without.
func (s Stages) readPage(ctx context.Context, file, kind string, number int) (page ingest.Page, retry bool, err error) {
	page, err = s.Reader.Read(ctx, worker.Request{File: file, Kind: kind, Page: number, Lang: s.LangOCR, DPI: s.DPI})
	page.Number = number
	switch {
	case ctx.Err() != nil:
		return page, false, ctx.Err()
	case errors.Is(err, ingest.ErrMissingLanguage):
		return page, false, err
	case err != nil:
		page.Err = err.Error()
	}
	return page, errors.Is(err, ingest.ErrTimeout), nil
}

// maxText is the longest text file read, 20 MB or 3 million words: pages hold
// some fifty bytes for each byte of text.
const maxText = 20 << 20

// readText reads a plain text file in whatever encoding it is.
func readText(path string) ([]ingest.Page, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxText {
		return nil, fmt.Errorf("read text of %d MB: %w", info.Size()>>20, ingest.ErrTooLarge)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text, encoding, err := charset.DecodeBytes(data)
	if err != nil {
		return nil, err
	}
	var pages []ingest.Page
	for p := range textpage.Pages(text) {
		p.Why = string(encoding)
		pages = append(pages, p)
	}
	return pages, nil
}

// record makes the record of a document as it was read, with what people
// corrected; failure is why nothing could be read, or empty.
func (s Stages) record(ctx context.Context, d ingest.Document, failure string, corrections []catalogue.Correction) (Record, error) {
	r := Record{Versions: s.versions(), State: catalogue.Done, Reason: failure}
	lost := unreadPages(d.Pages)
	switch {
	case failure != "":
		r.State = catalogue.Failed
	case len(lost) > 0 && len(lost) == len(d.Pages):
		r.State, r.Reason = catalogue.Failed, lost[0]
	case len(lost) > 0:
		r.Reason = fmt.Sprintf("%d of %d pages: %s", len(lost), len(d.Pages), lost[0])
	}
	if err := s.normalize(ctx, d.Pages); err != nil {
		return r, fmt.Errorf("normalize %s: %w", d.File, err)
	}
	r.Document = d
	s.extract(&r, corrections)
	return r, ctx.Err()
}

// extract makes the fields of a record whose text is restored. Corrections go
// over the text first and over the fields last; one that does not fit any more,
// since the document was read anew, is left to a person.
func (s Stages) extract(r *Record, corrections []catalogue.Correction) {
	var lost []string
	put := func(words bool) {
		for _, c := range corrections {
			if words != (c.Field == catalogue.Words) {
				continue
			}
			if err := apply(r, c); err != nil {
				lost = append(lost, fmt.Sprintf("%s: %v", c.Field, err))
			}
		}
	}
	put(true)
	r.Fields = s.Extractor.Extract(r.Document)
	put(false)
	r.Fields.Review = append(r.Fields.Review, lost...)
}

// unreadPages gives the reasons of the pages that could not be read.
func unreadPages(pages []ingest.Page) (reasons []string) {
	for _, p := range pages {
		if p.Err != "" {
			reasons = append(reasons, p.Err)
		}
	}
	return reasons
}

// normalize converts old encodings, puts pages into reading order and restores
// damaged words.
func (s Stages) normalize(ctx context.Context, pages []ingest.Page) error {
	convert(pages)
	for i := range pages {
		pages[i] = layout.Arrange(pages[i])
	}
	return s.restore(ctx, pages)
}

// convert changes words of an old encoding into Unicode. What a font did on
// one page tells of the others; what OCR read is Unicode already.
func convert(pages []ingest.Page) {
	var lines []ingest.Line
	for _, p := range pages {
		if p.Source != ingest.SourceOCR {
			lines = append(lines, p.Lines...)
		}
		lines = append(lines, p.Annotations...)
	}
	words := make([][]string, len(lines))
	for i, l := range lines {
		for _, w := range l.Words {
			words[i] = append(words[i], w.Raw)
		}
	}
	for i, line := range charset.Words(words) {
		for k, r := range line {
			w := &lines[i].Words[k]
			if w.Text = r.Text; r.Text != w.Raw {
				w.Change = normalize.ChangeCharset
			}
		}
	}
}

// restore repairs words. All pages of one kind go in at once: a scanner makes
// the same mistakes on every page.
func (s Stages) restore(ctx context.Context, pages []ingest.Page) error {
	var scanned, typed []ingest.Line
	for _, p := range pages {
		if p.Source == ingest.SourceOCR {
			scanned = append(scanned, p.Lines...)
		} else {
			typed = append(typed, p.Lines...)
		}
	}
	return errors.Join(s.restoreLines(ctx, scanned, normalize.VietnameseOCR), s.restoreLines(ctx, typed, normalize.Unknown))
}

// restoreLines repairs the words of lines in place. An empty line tells the
// restorer where a paragraph ends.
func (s Stages) restoreLines(ctx context.Context, lines []ingest.Line, from normalize.Damage) error {
	var text [][]normalize.Word
	for i, l := range lines {
		if i > 0 && l.Para != lines[i-1].Para {
			text = append(text, nil)
		}
		text = append(text, toRestore(l))
	}
	if err := s.Restorer.Lines(ctx, text, from); err != nil {
		return err
	}
	i := 0
	for _, restored := range text {
		if restored != nil {
			takeBack(lines[i], restored)
			i++
		}
	}
	return nil
}

func toRestore(l ingest.Line) []normalize.Word {
	words := make([]normalize.Word, len(l.Words))
	for i, w := range l.Words {
		words[i] = normalize.Word{Raw: w.Text, Text: w.Text, Read: w.Conf}
	}
	return words
}

// takeBack writes what restoration made of a line's words. A word that was
// converted from an old encoding keeps that as its change.
func takeBack(l ingest.Line, restored []normalize.Word) {
	for i, r := range restored {
		w := &l.Words[i]
		w.Text, w.Sure, w.Doubtful = r.Text, r.Sure, r.Doubtful
		if r.Change != "" {
			w.Change = r.Change
		}
	}
}
