package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"vanthu/cmd/internal/catalogue"
	"vanthu/ingest"
	"vanthu/ingest/archive"
	"vanthu/ingest/kind"
)

// work is one document on its way through the stages.
type work struct {
	name string // as the person named it
	file catalogue.File
	kind string
	card catalogue.Document // as it was before this run; zero for a new one
	from Stage
	// afresh: what was read before is to be read again.
	afresh bool
	// below keeps the pages that were read with this confidence or more.
	below float64
	// pages to read one by one; 0 when there is nothing to read that way.
	pages int
	// failure is why nothing could be read; the record will say so.
	failure error
	// booked: the file has its outcome.
	booked bool
}

func (w *work) known() bool { return w.card.ID != "" }

// document is the name under which the document goes: the file's, without its
// folder.
func (w *work) document() string { return filepath.Base(w.file.Path) }

// steps of progress that this work takes: its pages, or one.
func (w *work) steps() int { return max(w.pages, 1) }

// intake looks at every file once, keeps its original and returns the work
// that is left. Files whose fate is clear at once are booked here.
func (p *Pipeline) intake(ctx context.Context, o AddOptions, b *book) ([]*work, error) {
	var todo []*work
	seen := map[ingest.ID]bool{}
	for w, err := range p.incoming(ctx, o) {
		if ctx.Err() != nil {
			return todo, ctx.Err()
		}
		b.found()
		if err == nil && seen[w.file.ID] {
			err = ErrSameBytes
		}
		if err == nil {
			seen[w.file.ID] = true
			err = p.plan(ctx, w, o)
		}
		if err != nil || w.from == StageNone {
			if err := p.settle(ctx, w, err, b); err != nil {
				return todo, err
			}
			continue
		}
		todo = append(todo, w)
		w.file.Status = catalogue.Waiting
		if err := p.catalogue.PutFile(ctx, w.file); err != nil {
			return todo, err
		}
	}
	return todo, nil
}

// incoming lists the files below the paths, their originals kept; or, without
// paths, the originals themselves. The archive's own folder is not looked
// into: it may well lie beside the scans.
func (p *Pipeline) incoming(ctx context.Context, o AddOptions) iter.Seq2[*work, error] {
	return func(yield func(*work, error) bool) {
		if len(o.Paths) == 0 {
			p.kept(ctx, yield)
			return
		}
		own := absolute(string(p.folder)) + string(filepath.Separator)
		for name, err := range kind.Walk(ctx, o.Paths) {
			w := &work{name: name, file: catalogue.File{Path: absolute(name)}}
			if strings.HasPrefix(w.file.Path, own) {
				continue
			}
			if err == nil {
				err = p.receive(ctx, w, o.Settle)
			}
			if !yield(w, err) {
				return
			}
		}
	}
}

// kept lists the originals, each under the first name it came by.
func (p *Pipeline) kept(ctx context.Context, yield func(*work, error) bool) {
	for id, err := range p.originals.All() {
		w := &work{name: id.Short(), file: catalogue.File{ID: id}}
		if err == nil {
			err = p.recall(ctx, w)
		}
		if !yield(w, err) {
			return
		}
	}
}

// recall finds out under which name and as what an original was kept.
func (p *Pipeline) recall(ctx context.Context, w *work) error {
	path, err := p.originals.Path(w.file.ID)
	if err != nil {
		return err
	}
	if w.kind, err = kind.Of(path); err != nil {
		return err
	}
	paths, err := p.catalogue.Paths(ctx, w.file.ID)
	if err != nil || len(paths) == 0 {
		return err
	}
	w.name = paths[0]
	w.file, _, err = p.catalogue.File(ctx, paths[0])
	return err
}

// receive tells the kind of a file and keeps its original.
func (p *Pipeline) receive(ctx context.Context, w *work, settle time.Duration) error {
	info, err := os.Stat(w.name)
	if err != nil {
		return fmt.Errorf("look at file: %w", err)
	}
	w.file.Size, w.file.Changed = info.Size(), changed(info)
	if age := time.Since(w.file.Changed); age < settle {
		return fmt.Errorf("%w: it changed %v ago", ErrGrowing, age.Round(time.Second))
	}
	if w.kind, err = kind.Of(w.name); err != nil {
		return err
	}
	old, ok, err := p.catalogue.File(ctx, w.file.Path)
	if err != nil {
		return &runError{err}
	}
	if ok && old.ID != "" && old.Size == w.file.Size && old.Changed.Equal(w.file.Changed) {
		w.file.ID = old.ID // nobody touched it since: no need to read it again
		return nil
	}
	w.file.ID, _, _, err = p.originals.Put(ctx, w.name)
	return err
}

// changed is when a file's bytes or its name last changed: the later of
// modification and status change, since copying tools set the former back.
func changed(info os.FileInfo) time.Time {
	t := info.ModTime()
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		if c := time.Unix(st.Ctim.Unix()); c.After(t) {
			return c
		}
	}
	return t
}

// absolute is the path under which a file is remembered.
func absolute(name string) string {
	if path, err := filepath.Abs(name); err == nil {
		return path
	}
	return name
}

// ErrGrowing: somebody may still be writing the file. The next run takes it.
var ErrGrowing = errors.New("file may still be written to")

// ErrSameBytes: another file of this run has the same content.
var ErrSameBytes = errors.New("same bytes as a file before it")

// settle books a file that needs no work, or none that can be done. It
// returns an error only when the whole run cannot go on.
func (p *Pipeline) settle(ctx context.Context, w *work, cause error, b *book) error {
	switch {
	case endsRun(cause):
		b.ended(Outcome{File: w.name, Status: catalogue.NotRead, Reason: cause.Error()})
		return cause
	case cause == nil && w.card.State == catalogue.Failed:
		return p.enter(ctx, w, catalogue.NotRead, w.card.Reason, b)
	case cause == nil:
		return p.enter(ctx, w, catalogue.Duplicate, w.card.Reason, b)
	case errors.Is(cause, ErrSameBytes):
		return p.enter(ctx, w, catalogue.Duplicate, cause.Error(), b)
	case errors.Is(cause, ingest.ErrUnsupported), errors.Is(cause, ingest.ErrEmpty), errors.Is(cause, kind.ErrSkipped),
		errors.Is(cause, ErrGrowing), errors.Is(cause, archive.ErrChanged):
		return p.enter(ctx, w, catalogue.Skipped, cause.Error(), b)
	}
	return p.enter(ctx, w, catalogue.NotRead, cause.Error(), b)
}

// enter notes a file's outcome in the ledger and in the catalogue.
func (p *Pipeline) enter(ctx context.Context, w *work, status catalogue.Status, reason string, b *book) error {
	w.file.Status, w.file.Reason = status, reason
	b.ended(Outcome{File: w.name, ID: w.file.ID, Status: status, Reason: reason})
	return p.catalogue.PutFile(context.WithoutCancel(ctx), w.file)
}

// runError ends the run: going on would lose or spoil something.
type runError struct{ error }

func (e *runError) Unwrap() error { return e.error }

// endsRun reports whether no file can be worked on after err.
func endsRun(err error) bool {
	var run *runError
	return errors.As(err, &run) || errors.Is(err, context.Canceled) ||
		errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EROFS)
}
