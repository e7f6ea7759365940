package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleve "github.com/blevesearch/bleve_index_api"
	"github.com/gofrs/flock"
	"github.com/google/renameio/v2"
	"golang.org/x/sync/errgroup"
)

const (
	lockFile  = "LOCK"
	newSuffix = ".new" // of a generation that is being written
	oldSuffix = ".old" // of one that is being removed
)

// usualBatch is Options.BatchEntries where nothing else is asked for.
const usualBatch = 500

func (o Options) withDefaults() Options {
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.BatchEntries == 0 {
		o.BatchEntries = usualBatch
	}
	return o
}

// Writer changes an index. What it was given is seen by readers after Commit;
// after Close without Commit nothing has happened. One goroutine at a time.
type Writer struct {
	store *Store
	lock  *flock.Flock
	live  string // the generation that readers see, "" before the first

	scorch *scorch.Scorch // nil until the first change after a Commit
	queue  *bleve.AnalysisQueue
	dir    string // of the generation being written
	batch  *bleve.Batch
	put    map[string]bool // documents in the batch and in those being written
	fresh  bool            // begin with an empty generation

	writing *errgroup.Group // batches
}

// Update begins to add to the live generation, or to a first empty one.
func (s *Store) Update(ctx context.Context) (*Writer, error) { return s.write(ctx, false) }

// Rebuild begins a generation from nothing. The live one is read until Commit.
func (s *Store) Rebuild(ctx context.Context) (*Writer, error) { return s.write(ctx, true) }

func (s *Store) write(ctx context.Context, fresh bool) (*Writer, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(s.dir, lockFile))
	ok, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock index: %w", err)
	}
	if !ok {
		return nil, fmt.Errorf("lock index %s: %w", s.dir, ErrBusy)
	}
	w := &Writer{store: s, lock: lock, fresh: fresh}
	if w.live, err = s.current(); errors.Is(err, ErrMissing) {
		w.fresh, err = true, nil
	}
	if err == nil && !w.fresh {
		_, err = readManifest(filepath.Join(s.dir, w.live))
	}
	if err == nil || fresh {
		err = s.sweep(w.live)
	}
	if err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	return w, nil
}

// Put makes entries all that the index has of a document. Every entry's ID
// must be id, and its Key id or id#….
func (w *Writer) Put(ctx context.Context, id string, entries []Entry) error {
	records := make([]*record, len(entries))
	for i, e := range entries {
		if e.ID != id || (e.Key != id && !strings.HasPrefix(e.Key, id+"#")) {
			return fmt.Errorf("index %s: entry %q does not belong to it", id, e.Key)
		}
		r, err := newRecord(e)
		if err != nil {
			return fmt.Errorf("index %s: %w", id, err)
		}
		records[i] = r
	}
	if err := w.Delete(ctx, id); err != nil {
		return err
	}
	for _, r := range records {
		w.batch.Update(r)
	}
	if len(w.batch.IndexOps) >= w.store.options.BatchEntries {
		w.flush()
	}
	return nil
}

// Delete takes a document and its parts out of the index.
func (w *Writer) Delete(ctx context.Context, id string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := w.begin(); err != nil {
		return err
	}
	if w.put[id] {
		if err := w.settle(); err != nil {
			return err
		}
	}
	keys, err := w.keys(id)
	if err != nil {
		return fmt.Errorf("delete %s from index: %w", id, err)
	}
	for _, key := range keys {
		w.batch.Delete(key)
	}
	w.put[id] = true
	return nil
}

// keys are those the index has of a document: id and what begins with id#. To
// walk the dictionary of keys costs more than to see that the document is new.
func (w *Writer) keys(id string) ([]string, error) {
	reader, err := w.scorch.Reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	known, err := (&Generation{reader: reader}).postings(fieldID, id)
	if err != nil || known.count == 0 {
		return nil, err
	}
	dict, err := reader.FieldDictRange("_id", []byte(id), []byte(id+"#\xff"))
	if err != nil {
		return nil, err
	}
	defer dict.Close()
	var keys []string
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return keys, err
		}
		if e.Term == id || strings.HasPrefix(e.Term, id+"#") {
			keys = append(keys, e.Term)
		}
	}
}

// flush begins to write the batch into a segment of the new generation. Bleve
// builds a segment on one core, so several are built side by side.
func (w *Writer) flush() {
	scorch, batch := w.scorch, w.batch
	w.batch = bleve.NewBatch()
	w.writing.Go(func() error { return scorch.Batch(batch) })
}

// settle writes the batch and waits until all are. If one could not be written it
// says so from then on: what misses a batch must not be published.
func (w *Writer) settle() error {
	w.flush()
	if err := w.writing.Wait(); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	w.writing = w.writers()
	clear(w.put)
	return nil
}

func (w *Writer) writers() *errgroup.Group {
	g := new(errgroup.Group)
	g.SetLimit(w.store.options.Workers)
	return g
}

// Commit publishes what was put and deleted. The writer can be used on.
func (w *Writer) Commit(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := w.begin(); err != nil {
		return err
	}
	if err := w.finish(ctx); err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(w.dir), newSuffix)
	if err := os.Rename(w.dir, filepath.Join(w.store.dir, name)); err != nil {
		return fmt.Errorf("publish index: %w", err)
	}
	if err := renameio.WriteFile(filepath.Join(w.store.dir, currentFile), []byte(name+"\n"), 0o644, renameio.WithTempDir(w.store.dir)); err != nil {
		return fmt.Errorf("publish index: %w", err)
	}
	if err := syncDir(w.store.dir); err != nil {
		return fmt.Errorf("publish index: %w", err)
	}
	replaced := w.live
	w.live, w.dir, w.fresh = name, "", false
	return w.store.sweep(name, replaced)
}

// finish brings the new generation into its final form and closes it.
func (w *Writer) finish(ctx context.Context) error {
	err := w.settle()
	if err == nil {
		err = w.merge(ctx)
	}
	var m manifest
	if err == nil {
		m, err = w.describe()
	}
	if err = errors.Join(err, w.closeScorch()); err == nil {
		err = removeMerged(w.dir, m.Entries)
	}
	if err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return writeManifest(w.dir, m)
}

func (w *Writer) describe() (manifest, error) {
	reader, err := w.scorch.Reader()
	if err != nil {
		return manifest{}, err
	}
	n, err := reader.DocCount()
	return manifest{Schema: schema, Entries: n}, errors.Join(err, reader.Close())
}

// Close gives up what was not committed and lets others write.
func (w *Writer) Close() error {
	err := w.closeScorch()
	if w.dir != "" {
		err = errors.Join(err, os.RemoveAll(w.dir))
	}
	return errors.Join(err, w.lock.Unlock())
}

func (w *Writer) closeScorch() error {
	if w.scorch == nil {
		return nil
	}
	_ = w.writing.Wait() // without Commit nothing of it counts
	err := w.scorch.Close()
	w.queue.Close()
	w.scorch = nil
	return err
}

// begin makes the folder of the next generation and opens it.
func (w *Writer) begin() error {
	if w.scorch != nil {
		return nil
	}
	w.dir = filepath.Join(w.store.dir, nextGeneration(w.live)+newSuffix)
	var err error
	if w.fresh {
		err = Create(w.dir)
	} else {
		err = linkGeneration(filepath.Join(w.store.dir, w.live), w.dir)
	}
	if err != nil {
		return err
	}
	w.queue = bleve.NewAnalysisQueue(w.store.options.Workers)
	w.batch, w.put, w.writing = bleve.NewBatch(), map[string]bool{}, w.writers()
	if w.scorch, err = openScorch(w.dir, w.queue, map[string]any{"scorchMergePlanOptions": mergePlanConfig(w.plan())}); err != nil {
		return err
	}
	return w.checkStart()
}

// checkStart makes sure that the new generation begins with all of the live
// one: what Bleve cannot read it silently leaves out.
func (w *Writer) checkStart() error {
	want, err := readManifest(w.dir)
	if err != nil {
		return err
	}
	have, err := w.describe()
	if err == nil && have != want {
		err = fmt.Errorf("update index: %d entries of %d: %w", have.Entries, want.Entries, ErrDamaged)
	}
	return err
}
