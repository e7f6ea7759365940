package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"vanthu/ingest"
)

// disk is what a Put does to the archive's file system, so that tests can let
// any one step fail.
type disk struct {
	create func(dir, pattern string) (file, error)
	rename func(from, to string) error
	sync   func(dir string) error
}

// file is the part of *os.File that a copy needs.
type file interface {
	io.WriteCloser
	Name() string
	Sync() error
	Chmod(os.FileMode) error
}

func realDisk() disk {
	return disk{
		create: func(dir, pattern string) (file, error) { return os.CreateTemp(dir, pattern) },
		rename: os.Rename,
		sync:   syncDir,
	}
}

// syncDir makes the names in a folder last through a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// copyIn reads src a second time, into the archive.
func (s *Store) copyIn(ctx context.Context, src *os.File, id ingest.ID, size int64) (fresh bool, err error) {
	if _, err := src.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	dir := filepath.Dir(s.place(id))
	if err := s.makeDir(dir); err != nil {
		return false, err
	}
	tmp, err := s.disk.create(dir, tempPrefix+"*")
	if err != nil {
		return false, err
	}
	defer os.Remove(tmp.Name()) // fails, as it should, once it was renamed
	if err := errors.Join(fill(ctx, tmp, src, id), tmp.Close()); err != nil {
		return false, err
	}
	return s.name(tmp.Name(), id, size)
}

// makeDir makes one of the 256 folders and its name last.
func (s *Store) makeDir(dir string) error {
	switch err := os.Mkdir(dir, 0o755); {
	case errors.Is(err, os.ErrExist):
		return nil
	case err != nil:
		return err
	}
	return s.disk.sync(s.dir)
}

// fill copies src to tmp, checks that it is still what was asked for, and
// makes the bytes last.
func fill(ctx context.Context, tmp file, src *os.File, want ingest.ID) error {
	got, _, err := hash(ctx, tmp, src)
	if err != nil {
		return err
	}
	if got != want {
		return ErrChanged
	}
	if err := tmp.Chmod(0o444); err != nil {
		return err
	}
	return tmp.Sync()
}

// name gives a finished copy its name. A copy that lost its race against
// another of the same bytes is not fresh. When the folder cannot be flushed
// the name is taken back: what Put did not promise must not be found later.
func (s *Store) name(tmp string, id ingest.ID, size int64) (fresh bool, err error) {
	s.settle.Lock()
	defer s.settle.Unlock()
	if s.stands(id, size) {
		return false, nil
	}
	info, err := os.Stat(tmp)
	if err != nil {
		return false, err
	}
	if info.Size() != size {
		return false, fmt.Errorf("copy is %d bytes long, want %d", info.Size(), size)
	}
	place := s.place(id)
	if err := s.disk.rename(tmp, place); err != nil {
		return false, err
	}
	if err := s.disk.sync(filepath.Dir(place)); err != nil {
		return false, errors.Join(err, os.Remove(place))
	}
	return true, nil
}
