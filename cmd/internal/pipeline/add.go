package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/jobs"
)

// ErrUnfinished: the run ended before this file was done. Adding it again
// goes on where it stopped.
var ErrUnfinished = errors.New("not finished")

// AddOptions say what to take into the archive. The zero value goes on with
// what earlier runs left.
type AddOptions struct {
	// Paths of files and folders; none: the originals that are there already.
	Paths []string
	// Redo makes known documents anew from a stage on; StageNone leaves alone
	// what is up to date.
	Redo Stage
	// Below, from 0 to 1, narrows Redo of StageOCR to pages that were read with
	// less confidence; 0: all pages.
	Below float64
	// Settle skips files that changed less than this ago: somebody may still
	// be writing them.
	Settle time.Duration
}

// Add takes files into the archive. The ledger is complete whatever the error:
// work that was cut off counts as failed.
func (p *Pipeline) Add(ctx context.Context, o AddOptions, progress Progress) (Ledger, error) {
	b := &book{progress: progress}
	todo, err := p.intake(ctx, o, b)
	if err == nil {
		err = p.count(ctx, todo, b)
	}
	if err == nil {
		err = p.process(ctx, todo, b)
	}
	if err == nil {
		err = p.catchUp(ctx)
	}
	for _, w := range todo {
		if !w.booked {
			b.ended(Outcome{File: w.name, ID: w.file.ID, Status: catalogue.NotRead, Reason: ErrUnfinished.Error()})
		}
	}
	return b.ledger, err
}

// count opens every document that has pages to be read and adds them up, so
// that the time left can be told from the first page on.
func (p *Pipeline) count(ctx context.Context, todo []*work, b *book) error {
	err := jobs.Run(ctx, p.workers, func(yield func(jobs.Document) bool) {
		for _, w := range todo {
			begin := jobs.Document{Done: func(ctx context.Context) error { return p.begin(ctx, w) }}
			if !yield(begin) {
				return
			}
		}
	})
	steps := 0
	for _, w := range todo {
		steps += w.steps()
	}
	b.planned(steps)
	return err
}

// process reads, composes and publishes.
func (p *Pipeline) process(ctx context.Context, todo []*work, b *book) error {
	return jobs.Run(ctx, p.workers, func(yield func(jobs.Document) bool) {
		for _, w := range todo {
			if !yield(p.job(w, b)) {
				return
			}
		}
	})
}

func (p *Pipeline) job(w *work, b *book) jobs.Document {
	return jobs.Document{
		Pages: w.pages,
		Page: func(ctx context.Context, number int) error {
			defer b.step(w.name)
			return p.readPage(ctx, w, number)
		},
		Done: func(ctx context.Context) error {
			if w.pages == 0 {
				defer b.step(w.name)
			}
			return p.finish(ctx, w, b)
		},
	}
}

// finish makes the record of a document whose pages are read, makes it known,
// and books the file.
func (p *Pipeline) finish(ctx context.Context, w *work, b *book) error {
	r, err := p.compose(ctx, w)
	if err != nil {
		return err
	}
	if err := p.publish(ctx, w.file.ID, r); err != nil {
		return err
	}
	w.booked = true
	switch {
	case r.State == catalogue.Failed:
		return p.enter(ctx, w, catalogue.NotRead, r.Reason, b)
	case w.known():
		return p.enter(ctx, w, catalogue.Duplicate, fmt.Sprintf("made anew from %s on", w.from), b)
	}
	return p.enter(ctx, w, catalogue.Added, r.Reason, b)
}
