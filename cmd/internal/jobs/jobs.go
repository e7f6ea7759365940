// Package jobs decides who works on what. The unit of work is a page: a
// document of 500 pages keeps every core busy, and what is lost to a crash is
// one page, not the document.
//
// There is one engine, a pool in this process. Pages go out in the order of
// the documents, so early documents finish early; a slow page holds up its
// own document only.
package jobs

import (
	"context"
	"iter"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// Document is work for the pool. Page is called once for each page from 1 to
// Pages, from several goroutines at once; Done once after the last of them
// returned. An error from either ends the whole run, so a page that cannot be
// read is not an error here: Page notes it and returns nil.
type Document struct {
	Pages int
	Page  func(ctx context.Context, number int) error
	Done  func(ctx context.Context) error
}

// Run works through the documents, up to workers pages at a time, and returns
// the first error. When ctx ends, pages under way are finished or given up by
// their own Page, no more are begun, and the error is ctx's.
func Run(ctx context.Context, workers int, documents iter.Seq[Document]) error {
	group, running := errgroup.WithContext(ctx)
	group.SetLimit(workers)
	for d := range documents {
		if running.Err() != nil {
			break
		}
		start(running, group, d)
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

// start hands out the pages of one document; it blocks while all workers are
// busy. The worker that finishes the last page also finishes the document.
func start(ctx context.Context, group *errgroup.Group, d Document) {
	if d.Pages == 0 {
		group.Go(func() error { return d.Done(ctx) })
		return
	}
	var left atomic.Int64
	left.Store(int64(d.Pages))
	for number := 1; number <= d.Pages && ctx.Err() == nil; number++ {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := d.Page(ctx, number); err != nil {
				return err
			}
			if left.Add(-1) > 0 {
				return nil
			}
			return d.Done(ctx)
		})
	}
}
