package archive

import (
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"vanthu/ingest"
)

// All lists the originals in the order of their IDs. What cannot be read, and
// files that are no originals, come as errors in their place; the listing goes
// on after them. Unfinished copies are left out.
func (s *Store) All() iter.Seq2[ingest.ID, error] {
	return func(yield func(ingest.ID, error) bool) {
		for path, err := range s.files() {
			id := filepath.Base(path)
			switch {
			case err != nil:
				err = fmt.Errorf("list originals: %w", err)
			case strings.HasPrefix(id, tempPrefix):
				continue
			case !valid(id) || filepath.Base(filepath.Dir(path)) != id[:2]:
				err = fmt.Errorf("list originals: %s is not an original", path)
			}
			if err != nil {
				id = ""
			}
			if !yield(ingest.ID(id), err) {
				return
			}
		}
	}
}

// Sweep deletes the copies that a killed process left unfinished and returns
// how many there were. Nobody may be putting files meanwhile.
func (s *Store) Sweep() (int, error) {
	n := 0
	for path, err := range s.files() {
		if err != nil {
			return n, fmt.Errorf("sweep archive: %w", err)
		}
		if !strings.HasPrefix(filepath.Base(path), tempPrefix) {
			continue
		}
		if err := os.Remove(path); err != nil {
			return n, fmt.Errorf("sweep archive: %w", err)
		}
		n++
	}
	return n, nil
}

// files walks everything in the archive that is not a folder, sorted.
func (s *Store) files() iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() {
				return nil
			}
			if !yield(path, err) {
				return fs.SkipAll
			}
			return nil
		})
	}
}
