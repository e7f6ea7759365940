package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// The test binary is also the other process: with this variable set it works
// on the index in the folder it names instead of running tests.
const (
	writerVariable = "VANTHU_INDEX_TEST_WRITER"
	readerVariable = "VANTHU_INDEX_TEST_READER"
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(writerVariable) != "":
		fail(writeForEver(os.Getenv(writerVariable)))
	case os.Getenv(readerVariable) != "":
		fail(readOnce(os.Getenv(readerVariable)))
	}
	os.Exit(m.Run())
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// writeForEver puts documents of two entries and commits after every third,
// printing how many are committed.
func writeForEver(dir string) error {
	s, err := OpenStore(dir, Options{BatchEntries: 4})
	if err != nil {
		return err
	}
	w, err := s.Update(context.Background())
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		if err := w.Put(context.Background(), docID(n), twoEntries(n)); err != nil {
			return err
		}
		if n%3 == 2 {
			if err := w.Commit(context.Background()); err != nil {
				return err
			}
			fmt.Println(n + 1)
		}
	}
}

func docID(n int) string { return fmt.Sprintf("doc%05d", n) }

func twoEntries(n int) []Entry {
	id := docID(n)
	return []Entry{
		{Key: id, ID: id, Kind: KindDocument, Text: fmt.Sprintf("Kế hoạch chung, bản %d", n)},
		{Key: id + "#section/0", ID: id, Kind: KindSection, Text: "Kế hoạch riêng"},
	}
}

// readOnce searches once and prints the total.
func readOnce(dir string) error {
	s, err := OpenStore(dir, Options{})
	if err != nil {
		return err
	}
	r, err := s.Search(context.Background(), Query{Text: "ke hoach"})
	fmt.Println(r.Total)
	return errors.Join(err, s.Close())
}

// wholeOnly fails unless the index holds whole documents in whole commits.
func wholeOnly(t *testing.T, s *Store) int {
	t.Helper()
	docs, err := s.Documents()
	if err != nil {
		t.Fatal(err)
	}
	for id, n := range docs {
		if n != 2 {
			t.Fatalf("%s has %d entries of 2", id, n)
		}
	}
	if len(docs)%3 != 0 {
		t.Fatalf("%d documents: part of a commit", len(docs))
	}
	return len(docs)
}

// startWriter returns after the writer's first commit.
func startWriter(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), writerVariable+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err == nil {
		_, err = out.Read(make([]byte, 1))
	}
	if err != nil {
		t.Fatal(err)
	}
	return cmd
}

// A writer killed at any instant leaves an index that opens, holds whole
// commits, and can be written on.
func TestKilledWriter(t *testing.T) {
	dir := t.TempDir()
	kept := 0
	for round := range 8 {
		cmd := startWriter(t, dir)
		time.Sleep(time.Duration(rand.IntN(300)) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // killed, as was meant
		s, err := OpenStore(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n := wholeOnly(t, s); n < kept {
			t.Fatalf("round %d: %d documents, had %d", round, n, kept)
		} else {
			kept = n
		}
		s.Close()
	}
	if kept == 0 {
		t.Fatal("no commit survived")
	}
	s, err := OpenStore(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	w, err := s.Rebuild(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		if err := w.Put(t.Context(), docID(n), twoEntries(n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
	if n := wholeOnly(t, s); n != 3 {
		t.Errorf("rebuilt with %d documents", n)
	}
}

// While one process writes, another reads at every moment.
func TestReadFromSecondProcess(t *testing.T) {
	dir := t.TempDir()
	s := &Store{dir: dir, options: Options{}.withDefaults()}
	w, err := s.Update(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
	cmd := startWriter(t, dir)
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	for range 6 {
		reader := exec.Command(os.Args[0])
		reader.Env = append(os.Environ(), readerVariable+"="+dir)
		if out, err := reader.CombinedOutput(); err != nil {
			t.Fatalf("reader: %v\n%s", err, out)
		}
	}
	if _, err := s.Update(t.Context()); !errors.Is(err, ErrBusy) {
		t.Errorf("second writer: want ErrBusy, have %v", err)
	}
}

// Searches go on while generations are added to, rebuilt and swept.
func TestSwapDuringSearches(t *testing.T) {
	s := build(t, plans...)
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				r, err := s.Search(context.Background(), Query{Text: "ke hoach", Facets: true})
				if err != nil || r.Total < len(plans) {
					t.Errorf("search: %d found, %v", r.Total, err)
					return
				}
			}
		})
	}
	for n := range 6 {
		begin := s.Update
		if n%2 == 1 {
			begin = s.Rebuild
		}
		w, err := begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range plans {
			if err := w.Put(t.Context(), d.ID, entriesOf(d)); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Put(t.Context(), docID(n), twoEntries(n)); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	readers.Wait()
}

// A swept generation is gone once nobody reads it.
func TestSweep(t *testing.T) {
	s := build(t, plans...)
	reader, err := OpenStore(s.dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := reader.Search(t.Context(), Query{}); err != nil {
		t.Fatal(err)
	}
	commit := func() {
		t.Helper()
		w, err := s.Rebuild(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
			t.Fatal(err)
		}
	}
	generations := func() string {
		t.Helper()
		names, err := filepath.Glob(filepath.Join(s.dir, "0*"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range names {
			names[i] = filepath.Base(names[i])[generationDigits-1:]
		}
		return fmt.Sprint(names)
	}
	commit()
	commit()
	if got := generations(); got != "[1 2 3]" {
		t.Errorf("while 1 is read: %s", got)
	}
	reader.Close()
	commit()
	if got := generations(); got != "[3 4]" {
		t.Errorf("after: %s", got)
	}
}

func TestSchemaAndDamage(t *testing.T) {
	s := build(t, plans...)
	name, err := s.current()
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	dir := filepath.Join(s.dir, name)
	if err := writeManifest(dir, manifest{Schema: schema - 1, Entries: 7}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Search(t.Context(), Query{Text: "a"}); !errors.Is(err, ErrSchema) {
		t.Errorf("want ErrSchema, have %v", err)
	}
	if _, err := s.Update(t.Context()); !errors.Is(err, ErrSchema) {
		t.Errorf("update: want ErrSchema, have %v", err)
	}
	if err := writeManifest(dir, manifest{Schema: schema, Entries: 7}); err != nil {
		t.Fatal(err)
	}
	segments, err := filepath.Glob(filepath.Join(dir, "*.zap"))
	if err != nil || len(segments) == 0 {
		t.Fatal(segments, err)
	}
	for _, f := range segments {
		if err := os.Truncate(f, 10); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Search(t.Context(), Query{Text: "a"}); !errors.Is(err, ErrDamaged) {
		t.Errorf("want ErrDamaged, have %v", err)
	}
	w, err := s.Update(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Delete(t.Context(), "hue"); !errors.Is(err, ErrDamaged) {
		t.Errorf("write on it: want ErrDamaged, have %v", err)
	}
	w.Close()
	if w, err = s.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
	if r, err := s.Search(t.Context(), Query{}); err != nil || r.Total != 0 {
		t.Errorf("rebuilt: %d, %v", r.Total, err)
	}
}

func TestCheck(t *testing.T) {
	s := build(t, plans...)
	want := map[string]int{"binhphuoc": 2, "tayninh": 2, "kiengiang": 3, "hue": 1, "lost": 1}
	got, err := s.Check(t.Context(), want)
	if err != nil {
		t.Fatal(err)
	}
	if have, want := fmt.Sprint(got), "[{dongnai 0 1} {kiengiang 3 1} {lost 1 0}]"; have != want {
		t.Errorf("want %s, have %s", want, have)
	}
}

// A store that is followed goes on to what was written, and no search fails
// meanwhile.
func TestFollow(t *testing.T) {
	s := build(t, plans[0])
	ctx, cancel := context.WithCancel(t.Context())
	var following sync.WaitGroup
	following.Go(func() { s.Follow(ctx, 5*time.Millisecond) })
	find := func() int {
		r, err := s.Search(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		return r.Total
	}
	for n, p := range plans[1:] {
		w, err := s.Update(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Put(t.Context(), p.ID, entriesOf(p)); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(20 * time.Second); find() < n+2; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("document %d is not found", n+2)
			}
		}
	}
	cancel()
	following.Wait()
	if find() != len(plans) {
		t.Errorf("%d documents when no longer followed", find())
	}
}
