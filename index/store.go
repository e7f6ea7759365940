package index

// How an index is written while it is read.
//
//	index/
//	  CURRENT        the name of the live generation: "000000000007"
//	  000000000007/  segments (*.zap), root.bolt, manifest.json
//	  000000000008.new/   being written; not yet anybody's business
//	  LOCK           held by the one writer
//
// Bleve's store keeps an exclusive lock on root.bolt for as long as it is open
// for writing: measured with v2.6.1, a reader in another process gets "timeout"
// after bolt_timeout and without one waits for ever, and a reader that is in
// keeps the writer out likewise. So nothing is ever read and written at once. A
// published generation does not change any more. To add to it, its segments
// are hard-linked into a new folder (they are write-once files; root.bolt, 64
// KB or so, is copied), that folder is opened for writing, and when the batch
// is in, it is closed, renamed and named in CURRENT. A rebuild is the same with
// an empty folder. Readers look at CURRENT before each search, a 20-byte read,
// and go on to the new generation when there is one; the old one is closed
// after its last search and its folder removed by a later writer once nobody
// holds its root.bolt. A server looks beside its searches instead (follow.go).
//
// What follows: searches never wait and never fail because somebody writes;
// kill -9 at any instant leaves the live generation as it was, and the folder
// *.new, removed by the next writer; disk is spent once for shared segments.
//
// Not done: linking while Bleve stays open for writing. It would save the
// reopening at each Commit, but its merger removes files meanwhile.

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

const currentFile = "CURRENT"

// Options of a Store.
type Options struct {
	// Workers analyse entries while writing; 0 means one per CPU.
	Workers int
	// BatchEntries make a segment; Workers segments are built at a time. 0
	// means 500. More takes more memory and is not faster: a process that
	// indexes 100,000 entries had 280 MB at most with 500, 495 MB with 1,000.
	BatchEntries int
}

// Store is a folder of generations. It is safe for concurrent use.
type Store struct {
	dir     string
	options Options

	mu       sync.Mutex
	live     *shared
	followed bool // Follow sees to it that live is the newest
}

// shared is a generation that several searches read.
type shared struct {
	*Generation
	name  string
	users int  // searches running
	stale bool // replaced: the last user closes it
}

// OpenStore gives access to the index in dir, which may not exist yet. It
// opens nothing; an index that is missing or unreadable shows in Search.
func OpenStore(dir string, o Options) (*Store, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	return &Store{dir: dir, options: o.withDefaults()}, nil
}

// Close lets go of the open generation. Searches still running end well.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.retire()
}

// Search finds documents in the live generation.
func (s *Store) Search(ctx context.Context, q Query) (Result, error) {
	return read(s, func(g *Generation) (Result, error) { return g.Search(ctx, q) })
}

// Matching lists the IDs of all documents that match, in order.
func (s *Store) Matching(ctx context.Context, q Query) ([]string, error) {
	return read(s, func(g *Generation) ([]string, error) { return g.Matching(ctx, q) })
}

// Similar finds documents like the one of this ID, most alike first.
func (s *Store) Similar(ctx context.Context, id string, limit int) (Result, error) {
	return read(s, func(g *Generation) (Result, error) { return g.Similar(ctx, id, limit) })
}

// Cites lists what one document cites, in order of the numbers.
func (s *Store) Cites(ctx context.Context, id string) ([]Cited, error) {
	return read(s, func(g *Generation) ([]Cited, error) { return g.Cites(ctx, id) })
}

// CitedBy finds the documents that cite the one of this ID.
func (s *Store) CitedBy(ctx context.Context, id string, q Query) (Result, error) {
	return read(s, func(g *Generation) (Result, error) { return g.CitedBy(ctx, id, q) })
}

// Missing lists what documents cite and the archive has not, most cited first.
func (s *Store) Missing(ctx context.Context, limit int) ([]Cited, error) {
	return read(s, func(g *Generation) ([]Cited, error) { return g.Missing(ctx, limit) })
}

// Coverage counts the documents that match by province, those of none too.
func (s *Store) Coverage(ctx context.Context, q Query) ([]ProvinceCount, error) {
	return read(s, func(g *Generation) ([]ProvinceCount, error) { return g.Coverage(ctx, q) })
}

// read asks the live generation.
func read[T any](s *Store, ask func(*Generation) (T, error)) (T, error) {
	g, err := s.acquire()
	if err != nil {
		var none T
		return none, err
	}
	defer s.release(g)
	return ask(g.Generation)
}

// acquire is the live generation, opened anew if it changed.
func (s *Store) acquire() (*shared, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.followed && s.live != nil {
		s.live.users++
		return s.live, nil
	}
	for attempt := 0; ; attempt++ {
		name, err := s.current()
		if err != nil {
			return nil, err
		}
		if s.live == nil || s.live.name != name {
			err = s.reopen(name)
		}
		if err == nil {
			s.live.users++
			return s.live, nil
		}
		// Two writers may have finished between reading CURRENT and
		// opening: then CURRENT names another by now.
		if now, _ := s.current(); now == name || attempt == 3 {
			return nil, err
		}
	}
}

func (s *Store) reopen(name string) error {
	g, err := Open(filepath.Join(s.dir, name))
	if err != nil {
		return err
	}
	if err := s.retire(); err != nil {
		return errors.Join(fmt.Errorf("close index: %w", err), g.Close())
	}
	s.live = &shared{Generation: g, name: name}
	return nil
}

func (s *Store) release(g *shared) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g.users--
	if g.stale && g.users == 0 {
		_ = g.Close() // read-only: nothing can be lost
	}
}

// retire closes the live generation, now or after its last search.
func (s *Store) retire() error {
	g := s.live
	s.live = nil
	if g == nil {
		return nil
	}
	g.stale = true
	if g.users > 0 {
		return nil
	}
	return g.Close()
}

// current is the name of the live generation.
func (s *Store) current() (string, error) {
	data, err := os.ReadFile(filepath.Join(s.dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("open index %s: %w", s.dir, ErrMissing)
	}
	if err != nil {
		return "", fmt.Errorf("open index: %w", err)
	}
	name := strings.TrimSpace(string(data))
	if !isGeneration(name) {
		return "", fmt.Errorf("open index %s: CURRENT says %q: %w", s.dir, name, ErrDamaged)
	}
	return name, nil
}

const generationDigits = 12

func isGeneration(name string) bool { return len(name) == generationDigits && isDigits(name) }
