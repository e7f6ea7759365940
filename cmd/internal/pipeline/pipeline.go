// Package pipeline takes files through all four stages into the archive and
// its index. It is the only package that imports every stage.
//
//	intake   find files, tell their kinds, keep the originals, decide what is
//	         still to do
//	read     pages by way of the reader, each kept as soon as it is read
//	compose  arrange, restore, extract: the record
//	publish  record → catalogue → index
//
// What is to do is computed, never remembered: an original without a record,
// or with a record made by older versions of the stages, is work. Every step
// writes its result whole or not at all and in the order above, so kill -9 at
// any instant loses at most the pages under way, and the same command again
// ends in the same state.
//
// A file that cannot be read is an outcome, not an error; errors are what ends
// the run: a full disk, a lost catalogue, Ctrl-C.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"vanthu/cmd/internal/catalogue"
	"vanthu/index"
	"vanthu/ingest/archive"
)

// Pipeline is an archive open for writing. Its methods are not safe for
// concurrent use; inside, pages are read by many workers.
type Pipeline struct {
	folder    Folder
	stages    Stages
	workers   int
	versions  Versions
	lock      *flock.Flock
	originals *archive.Store
	catalogue *catalogue.Catalogue
	index     *index.Store
	indexing  sync.Mutex // held while the index is fed
	indexed   time.Time  // when that was last begun
	// indexEvery is how long a finished document may stay unsearchable during
	// a run. A commit costs about as much as reading half a page.
	indexEvery time.Duration
}

// Open opens the archive in folder for writing, making it if it is not there,
// and clears up after a run that was killed.
func Open(ctx context.Context, folder Folder, workers int, stages Stages) (_ *Pipeline, err error) {
	if err := os.MkdirAll(string(folder), 0o755); err != nil {
		return nil, fmt.Errorf("open archive: %w", err)
	}
	p := &Pipeline{folder: folder, stages: stages, workers: workers, versions: stages.versions(), indexEvery: 20 * time.Second}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.Close())
		}
	}()
	if p.lock, err = lock(folder); err != nil {
		return nil, err
	}
	if p.originals, err = archive.Open(folder.originals()); err != nil {
		return nil, err
	}
	if _, err = p.originals.Sweep(); err != nil {
		return nil, err
	}
	if p.catalogue, err = catalogue.Open(ctx, folder.catalogue()); err != nil {
		return nil, err
	}
	if err := p.learn(ctx); err != nil {
		return nil, err
	}
	return p, p.openIndex(ctx)
}

// Close lets go of everything.
func (p *Pipeline) Close() error {
	var errs []error
	if p.index != nil {
		errs = append(errs, p.index.Close())
	}
	if p.catalogue != nil {
		errs = append(errs, p.catalogue.Close())
	}
	if p.lock != nil {
		errs = append(errs, p.lock.Close())
	}
	return errors.Join(errs...)
}
