package jobs

import (
	"context"
	"errors"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
)

// book counts what the pool did with one document.
type book struct {
	mu    sync.Mutex
	pages []int
	done  int
}

func (b *book) work(pages int) Document {
	return Document{
		Pages: pages,
		Page: func(_ context.Context, n int) error {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.pages = append(b.pages, n)
			return nil
		},
		Done: func(context.Context) error {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.done += 1 + 100*(pages-len(b.pages)) // wrong when a page is missing
			return nil
		},
	}
}

func TestEveryPageOnceThenDone(t *testing.T) {
	books := []*book{{}, {}, {}, {}}
	sizes := []int{3, 0, 1, 40}
	err := Run(t.Context(), 4, func(yield func(Document) bool) {
		for i, b := range books {
			if !yield(b.work(sizes[i])) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range books {
		slices.Sort(b.pages)
		if b.done != 1 || len(b.pages) != sizes[i] || len(slices.Compact(b.pages)) != sizes[i] {
			t.Errorf("document %d of %d pages: done %d, pages %v", i, sizes[i], b.done, b.pages)
		}
	}
}

func TestNoMoreThanWorkersAtOnce(t *testing.T) {
	const workers = 3
	var now, most atomic.Int64
	gate := make(chan struct{}, workers)
	d := Document{Pages: 50, Done: func(context.Context) error { return nil }}
	d.Page = func(context.Context, int) error {
		n := now.Add(1)
		defer now.Add(-1)
		for {
			m := most.Load()
			if n <= m || most.CompareAndSwap(m, n) {
				break
			}
		}
		gate <- struct{}{} // never full unless too many are here
		<-gate
		return nil
	}
	if err := Run(t.Context(), workers, only(d)); err != nil {
		t.Fatal(err)
	}
	if most.Load() > workers {
		t.Errorf("%d pages at once, want at most %d", most.Load(), workers)
	}
}

func TestAnErrorEndsTheRun(t *testing.T) {
	full := errors.New("disk full")
	done := false
	d := Document{Pages: 1000, Done: func(context.Context) error { done = true; return nil }}
	var pages atomic.Int64
	d.Page = func(_ context.Context, n int) error {
		pages.Add(1)
		if n == 3 {
			return full
		}
		return nil
	}
	if err := Run(t.Context(), 2, only(d)); !errors.Is(err, full) {
		t.Errorf("want %v, have %v", full, err)
	}
	if done || pages.Load() == 1000 {
		t.Errorf("the run went on after an error: done %v, %d pages", done, pages.Load())
	}
}

func TestCancelStopsBetweenPages(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	d := Document{Pages: 1000, Done: func(context.Context) error { t.Error("an unfinished document was called done"); return nil }}
	d.Page = func(_ context.Context, n int) error {
		if n == 2 {
			cancel()
		}
		return nil
	}
	if err := Run(ctx, 1, only(d)); !errors.Is(err, context.Canceled) {
		t.Errorf("want context.Canceled, have %v", err)
	}
}

func only(d Document) iter.Seq[Document] {
	return func(yield func(Document) bool) { yield(d) }
}
