package pipeline

import (
	"context"
	"errors"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/jobs"
	"vanthu/ingest"
	"vanthu/ingest/archive"
	"vanthu/ingest/kind"
)

// compose makes the record of a document, from the stage where work begins.
func (p *Pipeline) compose(ctx context.Context, w *work) (Record, error) {
	corrections, err := p.catalogue.Corrections(ctx, w.file.ID)
	if err != nil {
		return Record{}, err
	}
	if w.from == StageExtract {
		r, err := p.folder.LoadRecord(w.file.ID)
		if err == nil {
			r.Versions = p.versions
			p.stages.extract(&r, corrections)
		}
		return r, err
	}
	read, err := p.reading(w)
	if err != nil {
		return Record{}, err
	}
	r, err := p.stages.record(ctx, read.Document, read.Failure, corrections)
	r.Retry = read.Retry
	return r, err
}

// One takes a single file through the stages, without an archive. The error
// says why nothing could be read.
func (s Stages) One(ctx context.Context, file string, workers int, progress Progress) (Record, error) {
	k, err := kind.Of(file)
	if err != nil {
		return Record{}, err
	}
	d := ingest.Document{File: file, Kind: k}
	if d.ID, err = archive.Identify(ctx, file); err != nil {
		return Record{}, err
	}
	if k == kind.Text {
		d.Pages, err = readText(file)
	} else {
		d.Pages, err = s.readPages(ctx, d, workers, progress)
	}
	if err != nil {
		return Record{}, err
	}
	r, err := s.record(ctx, d, "", nil)
	if err == nil && r.State == catalogue.Failed {
		err = errors.New(r.Reason)
	}
	return r, err
}

func (s Stages) readPages(ctx context.Context, d ingest.Document, workers int, progress Progress) ([]ingest.Page, error) {
	info, err := s.Reader.Probe(ctx, d.File, d.Kind)
	if err != nil {
		return nil, err
	}
	b := &book{progress: progress}
	b.planned(info.Pages)
	pages := make([]ingest.Page, info.Pages)
	job := jobs.Document{Pages: info.Pages, Done: func(context.Context) error { return nil }}
	job.Page = func(ctx context.Context, number int) error {
		defer b.step(d.File)
		page, _, err := s.readPage(ctx, d.File, d.Kind, number)
		pages[number-1] = page
		return err
	}
	return pages, jobs.Run(ctx, workers, func(yield func(jobs.Document) bool) { yield(job) })
}
