package index

import (
	"path/filepath"
	"slices"
	"testing"
)

// TestBuildMerges builds an index in a hundred batches and adds to it: few
// segments are left, nothing but them is on disk, and no entry is lost.
func TestBuildMerges(t *testing.T) {
	s, err := OpenStore(t.TempDir(), Options{BatchEntries: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	w, err := s.Rebuild(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	const documents = 99
	for n := range documents {
		if err := w.Put(t.Context(), docID(n), twoEntries(n)); err != nil {
			t.Fatal(err)
		}
		if n < documents-2 {
			continue
		}
		if err := w.Commit(t.Context()); err != nil { // the build, then one more
			t.Fatal(err)
		}
		dir := filepath.Join(s.dir, w.live)
		want, err := segmentFiles(dir, uint64(2*n+2))
		if err != nil {
			t.Fatal(err)
		}
		if slices.Sort(want); len(want) > 10 {
			t.Errorf("%d segments", len(want))
		}
		files, _ := filepath.Glob(filepath.Join(dir, "*.zap"))
		for i := range files {
			files[i] = filepath.Base(files[i])
		}
		if slices.Sort(files); !slices.Equal(files, want) {
			t.Errorf("files %q, segments %q", files, want)
		}
	}
	if n := wholeOnly(t, s); n != documents {
		t.Errorf("%d documents of %d", n, documents)
	}
}
