package index

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
)

func nextGeneration(name string) string {
	n, _ := strconv.ParseUint(name, 10, 64) // "" is 0
	return fmt.Sprintf("%0*d", generationDigits, n+1)
}

// linkGeneration makes a writable twin of a published generation: segments are
// shared, the rest is copied.
func linkGeneration(from, to string) error {
	files, err := os.ReadDir(from)
	if err == nil {
		err = os.Mkdir(to, 0o755)
	}
	for _, f := range files {
		if err != nil {
			break
		}
		source, target := filepath.Join(from, f.Name()), filepath.Join(to, f.Name())
		if filepath.Ext(f.Name()) == ".zap" && os.Link(source, target) == nil {
			continue
		}
		err = copyFile(source, target) // also where links are not possible
	}
	if err != nil {
		return fmt.Errorf("begin index generation: %w", err)
	}
	return nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// sweep removes what a killed writer left, and the generations that nobody has
// open, but for those to keep: the live one, and the one it just replaced,
// which a reader may be about to open.
func (s *Store) sweep(keep ...string) error {
	names, err := os.ReadDir(s.dir)
	if err != nil {
		return fmt.Errorf("sweep index: %w", err)
	}
	for _, n := range names {
		name, path := n.Name(), filepath.Join(s.dir, n.Name())
		switch {
		case strings.HasSuffix(name, newSuffix), strings.HasSuffix(name, oldSuffix), strings.HasPrefix(name, "."+currentFile):
			err = errors.Join(err, os.RemoveAll(path))
		case isGeneration(name) && !slices.Contains(keep, name) && unread(path):
			err = errors.Join(err, os.Rename(path, path+oldSuffix), os.RemoveAll(path+oldSuffix))
		}
	}
	if err != nil {
		return fmt.Errorf("sweep index: %w", err)
	}
	return nil
}

// unread reports whether no process has a generation open: readers share the
// lock of its root.bolt.
func unread(dir string) bool {
	lock := flock.New(filepath.Join(dir, "root.bolt"), flock.SetFlag(os.O_RDWR))
	ok, err := lock.TryLock()
	if err != nil {
		return errors.Is(err, os.ErrNotExist)
	}
	return ok && lock.Unlock() == nil
}

// syncDir makes renames in a folder last through a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
