package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"

	"vanthu/cmd/internal/catalogue"
	"vanthu/index"
	"vanthu/ingest"
	"vanthu/ingest/archive"
	"vanthu/ingest/layout"
)

// ErrNoArchive: there is no archive in this folder. A retry is useless until
// something was added.
var ErrNoArchive = errors.New("there is no archive")

// View is an archive open for reading. It works beside a process that writes,
// and is safe for concurrent use.
type View struct {
	folder    Folder
	originals *archive.Store
	catalogue *catalogue.Catalogue
	index     *index.Store
}

// OpenView opens the archive in folder for reading.
func OpenView(folder Folder) (_ *View, err error) {
	if _, err := os.Stat(folder.catalogue()); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open %s: %w", folder, ErrNoArchive)
	}
	v := &View{folder: folder}
	defer func() {
		if err != nil {
			err = errors.Join(err, v.Close())
		}
	}()
	if v.originals, err = archive.Open(folder.originals()); err != nil {
		return nil, err
	}
	if v.catalogue, err = catalogue.OpenReadOnly(folder.catalogue()); err != nil {
		return nil, err
	}
	v.index, err = index.OpenStore(folder.index(), index.Options{})
	return v, err
}

// Close lets go of everything.
func (v *View) Close() error {
	var errs []error
	if v.index != nil {
		errs = append(errs, v.index.Close())
	}
	if v.catalogue != nil {
		errs = append(errs, v.catalogue.Close())
	}
	return errors.Join(errs...)
}

// Deadlines lists what is due.
func (v *View) Deadlines(ctx context.Context, f catalogue.DeadlineFilter) ([]catalogue.Deadline, error) {
	return v.catalogue.Deadlines(ctx, f)
}

// Find returns the record of the document with this ID, the beginning of it,
// or this number in any form, with what the archive's other documents tell of it.
func (v *View) Find(ctx context.Context, idOrNumber string) (Record, error) {
	card, err := v.named(ctx, idOrNumber)
	if err != nil {
		return Record{}, err
	}
	r, err := v.folder.LoadRecord(card.ID)
	if err != nil {
		return r, err
	}
	others, err := v.siblings(ctx)
	if err != nil {
		return r, err
	}
	return others.settle(r), nil
}

// Before is the document as it was read before it was last read anew, its
// lines in reading order. The error wraps fs.ErrNotExist if it never was.
func (v *View) Before(id ingest.ID) (ingest.Document, error) {
	r, err := load(v.folder.before(id))
	if err != nil {
		return r.Document, fmt.Errorf("read what %s said before: %w", id.Short(), err)
	}
	for i, p := range r.Document.Pages {
		r.Document.Pages[i] = layout.Arrange(p)
	}
	return r.Document, nil
}

// Original is where the original lies. It is read-only and stays so.
func (v *View) Original(id ingest.ID) (string, error) { return v.originals.Path(id) }

// Records goes through all records in the order of their IDs, each with what
// the others tell of it.
func (v *View) Records(ctx context.Context) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		cards, err := v.catalogue.Documents(ctx)
		if err != nil {
			yield(Record{}, err)
			return
		}
		others, err := v.siblings(ctx)
		if err != nil {
			yield(Record{}, err)
			return
		}
		for _, c := range cards {
			r, err := v.folder.LoadRecord(c.ID)
			if err == nil {
				r = others.settle(r)
			}
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			if !yield(r, err) {
				return
			}
		}
	}
}
