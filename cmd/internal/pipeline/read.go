package pipeline

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

// begin finds out what there is to read: it lets go of readings that are to
// be made anew, falls back to an earlier stage where a later one's input is
// missing, and counts the pages.
func (p *Pipeline) begin(ctx context.Context, w *work) error {
	if err := p.folder.sweep(w.file.ID); err != nil {
		return err
	}
	if w.afresh {
		if err := p.setAside(w); err != nil {
			return err
		}
	}
	if w.from == StageExtract {
		if _, err := p.folder.LoadRecord(w.file.ID); err != nil {
			w.from = StageNormalize
		}
	}
	if _, ok := p.folder.loadReading(w.file.ID, p.versions.Read); ok || w.from == StageExtract {
		return p.folder.dropPages(w.file.ID)
	}
	w.from = StageOCR
	if err := p.folder.setAside(w.file.ID); err != nil {
		return err
	}
	if w.kind == kind.Text {
		return nil
	}
	return p.probe(ctx, w)
}

// setAside keeps what was read before for comparison, and of its pages those
// that need not be read anew.
func (p *Pipeline) setAside(w *work) error {
	err := errors.Join(p.folder.dropPages(w.file.ID), p.folder.setAside(w.file.ID))
	if err != nil || w.below == 0 {
		return err
	}
	before, _ := load(p.folder.before(w.file.ID))
	for _, page := range before.Document.Pages {
		if page.Err != "" || confidence(page) < w.below {
			continue
		}
		err := p.folder.savePage(w.file.ID, reading{
			Version:  p.versions.Read,
			Document: ingest.Document{ID: w.file.ID, Pages: []ingest.Page{page}},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// confidence is how sure a page was read, by its letters; 1 where nothing had
// to be recognised.
func confidence(p ingest.Page) float64 {
	if p.Source != ingest.SourceOCR {
		return 1
	}
	sum, letters := 0.0, 0
	for _, l := range p.Lines {
		for _, w := range l.Words {
			n := utf8.RuneCountInString(w.Raw)
			sum += w.Conf * float64(n)
			letters += n
		}
	}
	if letters == 0 {
		return 0
	}
	return sum / float64(letters)
}

func (p *Pipeline) probe(ctx context.Context, w *work) error {
	path, err := p.originals.Path(w.file.ID)
	if err != nil {
		return err
	}
	info, err := p.stages.Reader.Probe(ctx, path, w.kind)
	w.pages, w.failure = info.Pages, err
	return ctx.Err()
}

// readPage reads one page and keeps it, unless it was read before the last
// run ended.
func (p *Pipeline) readPage(ctx context.Context, w *work, number int) error {
	if _, ok := p.folder.loadPage(w.file.ID, number, p.versions.Read); ok {
		return nil
	}
	path, err := p.originals.Path(w.file.ID)
	if err != nil {
		return err
	}
	page, retry, err := p.stages.readPage(ctx, path, w.kind, number)
	if err != nil {
		return err
	}
	return p.folder.savePage(w.file.ID, reading{
		Version:  p.versions.Read,
		Retry:    retry,
		Document: ingest.Document{ID: w.file.ID, Pages: []ingest.Page{page}},
	})
}

// reading is the document as it was read: from ocr.json.gz, or put together
// from what was read just now.
func (p *Pipeline) reading(w *work) (reading, error) {
	if r, ok := p.folder.loadReading(w.file.ID, p.versions.Read); ok {
		return r, nil
	}
	r := reading{Version: p.versions.Read, Document: ingest.Document{ID: w.file.ID, File: w.document(), Kind: w.kind}}
	if w.kind == kind.Text {
		path, err := p.originals.Path(w.file.ID)
		if err != nil {
			return r, err
		}
		r.Document.Pages, w.failure = readText(path)
	}
	if w.failure != nil {
		r.Failure, r.Retry = w.failure.Error(), errors.Is(w.failure, ingest.ErrTimeout)
	}
	for number := 1; number <= w.pages; number++ {
		page, ok := p.folder.loadPage(w.file.ID, number, p.versions.Read)
		if !ok {
			return r, fmt.Errorf("read page %d of %s: it was read a moment ago and is gone", number, w.file.ID.Short())
		}
		r.Document.Pages = append(r.Document.Pages, page.Document.Pages...)
		r.Retry = r.Retry || page.Retry
	}
	return r, p.folder.saveReading(w.file.ID, r)
}
