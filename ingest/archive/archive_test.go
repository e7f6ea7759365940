package archive

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"vanthu/ingest"
)

// planID is what sha256sum prints for plan.
const (
	plan   = "Kế hoạch số 12/KH-UBND\n"
	planID = ingest.ID("8c9b063faafb4f21e8973261df171b6943da325ce419a6f8f8631b37da6307d8")
)

func open(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "originals"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func source(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kế hoạch.pdf")
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
	return path
}

func put(t *testing.T, s *Store, path string) (ingest.ID, bool) {
	t.Helper()
	id, _, fresh, err := s.Put(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return id, fresh
}

// left lists every file under the archive, unfinished ones too.
func left(t *testing.T, s *Store) (names []string) {
	t.Helper()
	for path, err := range s.files() {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.Base(path))
	}
	return names
}

func TestPutKeepsBytesUnderTheirHash(t *testing.T) {
	s := open(t)
	path := source(t, plan)
	id, size, fresh, err := s.Put(t.Context(), path)
	if err != nil || id != planID || size != int64(len(plan)) || !fresh {
		t.Fatalf("Put = %s, %d, %v, %v", id, size, fresh, err)
	}
	kept, err := s.Path(id)
	if err != nil {
		t.Fatal(err)
	}
	if want := filepath.Join(s.dir, "8c", string(planID)); kept != want {
		t.Errorf("kept at %s, want %s", kept, want)
	}
	if got, _ := os.ReadFile(kept); string(got) != plan {
		t.Errorf("kept %q", got)
	}
	if info, _ := os.Stat(kept); info.Mode().Perm() != 0o444 {
		t.Errorf("mode %v, want read-only", info.Mode())
	}
	if err := s.Verify(t.Context(), id); err != nil {
		t.Error(err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("source mode became %v", info.Mode())
	}
}

func TestSameBytesUnderAnotherNameAreNotFresh(t *testing.T) {
	s := open(t)
	put(t, s, source(t, plan))
	if id, fresh := put(t, s, source(t, plan)); fresh || id != planID {
		t.Errorf("second Put = %s, fresh %v", id, fresh)
	}
}

func TestOnlyOneOfManyPutsIsFresh(t *testing.T) {
	s, path := open(t), source(t, strings.Repeat(plan, 1000))
	var wg sync.WaitGroup
	var mu sync.Mutex
	n := 0
	for range 16 {
		wg.Go(func() {
			_, _, fresh, err := s.Put(context.Background(), path)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			if fresh {
				n++
			}
		})
	}
	wg.Wait()
	if n != 1 || len(left(t, s)) != 1 {
		t.Errorf("%d fresh, files %v", n, left(t, s))
	}
}

// faulty lets one step of writing a file fail.
type faulty struct {
	file
	write func(file, []byte) (int, error)
	sync  error
	close error
}

func (f faulty) Write(p []byte) (int, error) {
	if f.write != nil {
		return f.write(f.file, p)
	}
	return f.file.Write(p)
}
func (f faulty) Sync() error  { return errors.Join(f.sync, f.file.Sync()) }
func (f faulty) Close() error { return errors.Join(f.close, f.file.Close()) }

func TestAFaultLeavesNothing(t *testing.T) {
	full := func(f file, p []byte) (int, error) { n, _ := f.Write(p[:len(p)/2]); return n, syscall.ENOSPC }
	short := func(f file, p []byte) (int, error) { return f.Write(p[:len(p)/2]) }
	lying := func(f file, p []byte) (int, error) { f.Write(p[:len(p)/2]); return len(p), nil }
	broken := errors.New("disk on fire")
	wrap := func(f faulty) func(*disk) {
		return func(d *disk) {
			create := d.create
			d.create = func(dir, pattern string) (file, error) {
				inner, err := create(dir, pattern)
				f.file = inner
				return f, err
			}
		}
	}
	for name, tc := range map[string]struct {
		spoil func(*disk)
		want  string
	}{
		"no space":       {wrap(faulty{write: full}), "no space left"},
		"short write":    {wrap(faulty{write: short}), "short write"},
		"lost bytes":     {wrap(faulty{write: lying}), "bytes long"},
		"file not flush": {wrap(faulty{sync: broken}), "disk on fire"},
		"close fails":    {wrap(faulty{close: broken}), "disk on fire"},
		"no temp file":   {func(d *disk) { d.create = func(string, string) (file, error) { return nil, broken } }, "disk on fire"},
		"rename fails":   {func(d *disk) { d.rename = func(string, string) error { return broken } }, "disk on fire"},
		"folder unflush": {func(d *disk) { d.sync = func(string) error { return broken } }, "disk on fire"},
		"name not flush": {func(d *disk) {
			d.sync = func(dir string) error {
				if filepath.Base(dir) == "8c" {
					return broken
				}
				return nil
			}
		}, "disk on fire"},
	} {
		t.Run(name, func(t *testing.T) {
			s, path := open(t), source(t, plan)
			tc.spoil(&s.disk)
			id, _, fresh, err := s.Put(t.Context(), path)
			if err == nil || !strings.Contains(err.Error(), tc.want) || id != "" || fresh {
				t.Fatalf("Put = %q, %v, %v; want error %q", id, fresh, err, tc.want)
			}
			if l := left(t, s); len(l) != 0 {
				t.Errorf("left behind: %v", l)
			}
			if got, _ := os.ReadFile(path); string(got) != plan {
				t.Errorf("source became %q", got)
			}
			s.disk = realDisk()
			if _, fresh := put(t, s, path); !fresh {
				t.Error("Put after the fault is not fresh")
			}
		})
	}
}

func TestCancelledPutLeavesNothing(t *testing.T) {
	s := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	create := s.disk.create
	s.disk.create = func(dir, pattern string) (file, error) { cancel(); return create(dir, pattern) }
	_, _, _, err := s.Put(ctx, source(t, plan))
	if !errors.Is(err, context.Canceled) || len(left(t, s)) != 0 {
		t.Errorf("err %v, left %v", err, left(t, s))
	}
}

func TestSourceThatChangesIsNotKept(t *testing.T) {
	s, path := open(t), source(t, plan)
	create := s.disk.create
	s.disk.create = func(dir, pattern string) (file, error) {
		os.WriteFile(path, []byte(plan+"trang 2\n"), 0o640)
		return create(dir, pattern)
	}
	_, _, _, err := s.Put(t.Context(), path)
	if !errors.Is(err, ErrChanged) || len(left(t, s)) != 0 {
		t.Errorf("err %v, left %v", err, left(t, s))
	}
}

func TestPutRefusesWhatIsNoFile(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skip("no FIFO here:", err)
	}
	for _, path := range []string{fifo, t.TempDir()} {
		if _, _, _, err := open(t).Put(t.Context(), path); !errors.Is(err, ingest.ErrUnsupported) {
			t.Errorf("Put(%s): %v", path, err)
		}
	}
}

func TestVerifyFindsRotAndPutHealsCuts(t *testing.T) {
	s, path := open(t), source(t, plan)
	id, _ := put(t, s, path)
	kept, _ := s.Path(id)
	spoil := func(b []byte) {
		os.Chmod(kept, 0o644)
		if err := os.WriteFile(kept, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	spoil(bytes.ToUpper([]byte(plan)))
	if err := s.Verify(t.Context(), id); !errors.Is(err, ingest.ErrDamaged) {
		t.Errorf("Verify of changed bytes: %v", err)
	}
	spoil([]byte(plan[:5]))
	put(t, s, path)
	if err := s.Verify(t.Context(), id); err != nil {
		t.Errorf("Verify after healing: %v", err)
	}
}

func TestPathAcceptsOnlyIDs(t *testing.T) {
	s := open(t)
	for _, id := range []ingest.ID{"", "a", "../../etc/passwd", planID, planID + "0", ingest.ID(strings.ToUpper(string(planID)))} {
		if _, err := s.Path(id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Path(%q): %v", id, err)
		}
	}
}

func TestAllAndSweep(t *testing.T) {
	s := open(t)
	a, _ := put(t, s, source(t, plan))
	b, _ := put(t, s, source(t, "Quyết định"))
	half := filepath.Join(s.dir, "8c", tempPrefix+"123")
	odd := filepath.Join(s.dir, "8c", "ghi chú.txt")
	for _, f := range []string{half, odd} {
		if err := os.WriteFile(f, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	seen, odds := map[ingest.ID]bool{}, 0
	for id, err := range s.All() {
		if err != nil {
			odds++
			continue
		}
		seen[id] = true
	}
	if len(seen) != 2 || !seen[a] || !seen[b] || odds != 1 {
		t.Errorf("All: %v and %d odd files, want %s and %s and 1", seen, odds, a, b)
	}
	if n, err := s.Sweep(); n != 1 || err != nil {
		t.Errorf("Sweep = %d, %v", n, err)
	}
	if _, err := os.Stat(odd); err != nil {
		t.Error("Sweep took a file that is not a temporary copy")
	}
}
