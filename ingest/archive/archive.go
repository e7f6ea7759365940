// Package archive keeps originals: the files people hand in, byte for byte,
// named by what is in them.
//
// In comes the path of a file; out comes the [ingest.ID] under which its bytes
// stay for ever. The original of ID ab12… lies in
//
//	originals/ab/ab12…   (64 hex digits, no extension, read-only)
//
// so that sha256sum checks the archive without us: it must print each file's
// own name. There is no extension because the same bytes come under many
// names, and names lie about kinds (ask package kind).
//
// A file is read twice. The first reading gives its ID; when that is known
// already nothing is written, so a second run over a folder only reads. The
// second reading copies into a temporary file beside the final place and
// hashes again. Only when both readings agree is the copy flushed, made
// read-only, renamed and its folder flushed: after a power cut a file is there
// whole or not at all. When they do not agree, somebody is still writing the
// file; Put says [ErrChanged] and leaves nothing behind.
//
// The package never changes, renames or locks a source file, never deletes an
// original, and knows nothing of what is in it. One process writes an archive
// at a time (the caller holds the lock); within it a Store may be used by many
// goroutines at once. Readers need no lock.
//
// It is written on package os alone: github.com/google/renameio wants the
// final name before the first byte is written, does not flush the folder, and
// offers no place to let a disk fail in a test.
//
//	store, err := archive.Open("vanthu-data/originals")
//	id, size, fresh, err := store.Put(ctx, "/mnt/scanner/KH 68.pdf")
package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"vanthu/ingest"
)

// ErrChanged says that a source file changed while it was being copied. Trying
// again when its writer is done helps.
var ErrChanged = errors.New("file changed while it was being copied")

// tempPrefix begins the names of copies that are not finished.
const tempPrefix = ".incoming-"

// Store is an open archive. Safe for concurrent use.
type Store struct {
	dir    string
	disk   disk
	settle sync.Mutex // held while a copy gets its name
}

// Open opens the archive in dir, making the folder if need be. It deletes
// nothing; call [Store.Sweep] when no other process writes.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("open archive: %w", err)
	}
	return &Store{dir: dir, disk: realDisk()}, nil
}

// Put keeps the bytes of the regular file at path and returns their ID and
// size. Fresh is false when the archive had them already. On any error,
// cancellation included, the archive is as it was.
func (s *Store) Put(ctx context.Context, path string) (id ingest.ID, size int64, fresh bool, err error) {
	src, err := openRegular(path)
	if err != nil {
		return "", 0, false, fmt.Errorf("archive %s: %w", path, err)
	}
	defer src.Close()
	id, size, err = hash(ctx, io.Discard, src)
	if err == nil && !s.has(id, size) {
		fresh, err = s.copyIn(ctx, src, id, size)
	}
	if err != nil {
		return "", 0, false, fmt.Errorf("archive %s: %w", path, err)
	}
	return id, size, fresh, nil
}

// Identify is the ID of a file's bytes, without keeping them.
func Identify(ctx context.Context, path string) (ingest.ID, error) {
	src, err := openRegular(path)
	if err != nil {
		return "", fmt.Errorf("identify %s: %w", path, err)
	}
	defer src.Close()
	id, _, err := hash(ctx, io.Discard, src)
	if err != nil {
		return "", fmt.Errorf("identify %s: %w", path, err)
	}
	return id, nil
}

// openRegular looks before it opens, because opening a FIFO waits for ever.
func openRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: not a regular file (%s)", ingest.ErrUnsupported, info.Mode().Type())
	}
	return os.Open(path)
}

// has reports whether the original is there for good.
func (s *Store) has(id ingest.ID, size int64) bool {
	s.settle.Lock()
	defer s.settle.Unlock()
	return s.stands(id, size)
}

// stands reports whether the original is there at its full length. One that
// was cut short by a failing disk is not, so putting the file again heals it.
func (s *Store) stands(id ingest.ID, size int64) bool {
	info, err := os.Stat(s.place(id))
	return err == nil && info.Size() == size
}

// Path is where the original lies, for programs that want a file name. The
// error wraps [fs.ErrNotExist] when the archive has no such original.
func (s *Store) Path(id ingest.ID) (string, error) {
	if !valid(string(id)) {
		return "", fmt.Errorf("original %q: not an ID: %w", id, fs.ErrNotExist)
	}
	path := s.place(id)
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("original %s: %w", id.Short(), err)
	}
	return path, nil
}

// Open opens the original for reading.
func (s *Store) Open(id ingest.ID) (*os.File, error) {
	path, err := s.Path(id)
	if err != nil {
		return nil, err
	}
	return os.Open(path)
}

// Verify reads the original and compares its bytes with its name. The error
// wraps [ingest.ErrDamaged] when they differ.
func (s *Store) Verify(ctx context.Context, id ingest.ID) error {
	f, err := s.Open(id)
	if err != nil {
		return err
	}
	defer f.Close()
	got, _, err := hash(ctx, io.Discard, f)
	if err != nil {
		return fmt.Errorf("verify original %s: %w", id.Short(), err)
	}
	if got != id {
		return fmt.Errorf("verify original %s: %w: its bytes hash to %s", id.Short(), ingest.ErrDamaged, got.Short())
	}
	return nil
}

func (s *Store) place(id ingest.ID) string {
	return filepath.Join(s.dir, string(id[:2]), string(id))
}

// valid reports whether name is 64 lower-case hex digits. IDs come from URLs
// and command lines; nothing else may become part of a path.
func valid(name string) bool {
	return len(name) == hex.EncodedLen(sha256.Size) && strings.Trim(name, "0123456789abcdef") == ""
}

// hash copies r to w and returns the SHA-256 and length of what went by.
func hash(ctx context.Context, w io.Writer, r io.Reader) (ingest.ID, int64, error) {
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(w, sum), reader{ctx, r})
	return ingest.ID(hex.EncodeToString(sum.Sum(nil))), n, err
}

// reader stops at the next block once its context is done.
type reader struct {
	ctx context.Context
	io.Reader
}

func (r reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}
