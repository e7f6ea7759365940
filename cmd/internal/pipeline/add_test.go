package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vanthu/cmd/internal/catalogue"
	"vanthu/index"
	"vanthu/ingest"
)

func TestEveryFileIsAccountedFor(t *testing.T) {
	folder, in := Folder(t.TempDir()), inbox(t)
	l, outcomes, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Ledger{Seen: 15, Added: 10, Duplicate: 1, Failed: 2, Skipped: 2}, l); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	want := map[string]string{
		"rỗng.pdf":       "skipped: file is empty",
		"nén.zip":        "skipped: not a supported kind of file: application/zip",
		"hỏng.pdf":       "failed: count pages: file is damaged",
		"tất cả.pdf":     "failed: read page 1: file is damaged",
		"một phần.pdf":   "added: 1 of 2 pages: read page 2: file is damaged",
		"xã/3.pdf":       "added: ",
		"xã/bản sao.pdf": "duplicate: same bytes as a file before it",
	}
	for _, o := range outcomes {
		name, _ := filepath.Rel(in, o.File)
		if w, ok := want[name]; ok && string(o.Status)+": "+o.Reason != w {
			t.Errorf("%s\n-want %s\n+have %s: %s", name, w, o.Status, o.Reason)
		}
	}
}

func TestASecondRunAddsNothing(t *testing.T) {
	folder, in := Folder(t.TempDir()), inbox(t)
	first, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}})
	if err != nil {
		t.Fatal(err)
	}
	before := state(t, folder, in)
	r := &fakeReader{}
	second, _, err := add(t, folder, stages(t, r), AddOptions{Paths: []string{in}})
	if err != nil {
		t.Fatal(err)
	}
	want := Ledger{Seen: first.Seen, Duplicate: first.Added + first.Duplicate, Failed: first.Failed, Skipped: first.Skipped}
	if diff := cmp.Diff(want, second); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	if len(r.read) != 0 {
		t.Errorf("%d pages were read again", len(r.read))
	}
	if diff := cmp.Diff(before, state(t, folder, in)); diff != "" {
		t.Errorf("the second run changed something\n%s", diff)
	}
}

func TestAMovedFileIsADuplicate(t *testing.T) {
	folder, in := Folder(t.TempDir()), write(t, map[string]string{"a.pdf": fakeHeader + plan(1, "Tân An")})
	s := stages(t, &fakeReader{})
	if _, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(in, "a.pdf"), filepath.Join(in, "b.pdf")); err != nil {
		t.Fatal(err)
	}
	if l, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil || l.Duplicate != 1 {
		t.Errorf("%+v, %v", l, err)
	}
}

func TestAFileThatChangedIsNew(t *testing.T) {
	folder, in := Folder(t.TempDir()), write(t, map[string]string{"a.pdf": fakeHeader + plan(1, "Tân An")})
	s := stages(t, &fakeReader{})
	path := filepath.Join(in, "a.pdf")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	// Same name, same length, same modification time: only the bytes differ.
	if err := os.WriteFile(path, []byte(fakeHeader+plan(2, "Tân An")), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if l, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil || l.Added != 1 {
		t.Errorf("%+v, %v", l, err)
	}
}

func TestTheArchiveIsNotAddedToItself(t *testing.T) {
	in := write(t, map[string]string{"a.pdf": fakeHeader + plan(1, "Tân An")})
	folder := Folder(filepath.Join(in, "vanthu-data"))
	for _, want := range []Ledger{{Seen: 1, Added: 1}, {Seen: 1, Duplicate: 1}} {
		l, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}})
		if err != nil || l != want {
			t.Errorf("-want %+v\n+have %+v, %v", want, l, err)
		}
	}
}

func TestGrowingFilesAreLeft(t *testing.T) {
	folder, in := Folder(t.TempDir()), inbox(t)
	l, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}, Settle: time.Hour})
	if err != nil || l.Skipped != l.Seen || l.Seen == 0 {
		t.Errorf("files written a moment ago were taken: %+v, %v", l, err)
	}
}

func TestTimeoutsAreTriedAgain(t *testing.T) {
	folder, in := Folder(t.TempDir()), write(t, map[string]string{"a.pdf": fakeHeader + "TREO", "b.pdf": fakeHeader + "HỎNG"})
	for range 2 {
		r := &fakeReader{}
		l, _, err := add(t, folder, stages(t, r), AddOptions{Paths: []string{in}})
		if err != nil || l.Failed != 2 {
			t.Errorf("%+v, %v", l, err)
		}
		if r.read["TREO"] != 1 {
			t.Error("a page that ran out of time was not tried again")
		}
		in = filepath.Join(in, ".") // the same folder
	}
}

func TestRedo(t *testing.T) {
	folder, in := Folder(t.TempDir()), inbox(t)
	if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	before := state(t, folder, in)
	for _, stage := range []Stage{StageExtract, StageNormalize, StageOCR} {
		r := &fakeReader{}
		l, _, err := add(t, folder, stages(t, r), AddOptions{Redo: stage})
		if err != nil || l.Added != 0 || l.Failed != 2 {
			t.Errorf("redo %s: %+v, %v", stage, l, err)
		}
		if readAgain := len(r.read) > 0; readAgain != (stage == StageOCR) {
			t.Errorf("redo %s: pages read again: %v", stage, readAgain)
		}
		if diff := cmp.Diff(before, state(t, folder, in)); diff != "" {
			t.Errorf("redo %s changed something\n%s", stage, diff)
		}
	}
}

func TestRedoOfPoorPages(t *testing.T) {
	folder := Folder(t.TempDir())
	in := write(t, map[string]string{
		"rõ.pdf": fakeHeader + plan(1, "Tân An"),
		"mờ.pdf": fakeHeader + plan(2, "Tân Bình") + "\fTRANG MỜ",
	})
	if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	before := state(t, folder, in)
	for below, want := range map[float64]int{0.4: 0, 0.6: 1, 0.95: 3} {
		r := &fakeReader{}
		if _, _, err := add(t, folder, stages(t, r), AddOptions{Redo: StageOCR, Below: below}); err != nil || len(r.read) != want {
			t.Errorf("below %v: %d pages read again, want %d; %v", below, len(r.read), want, err)
		}
		if diff := cmp.Diff(before, state(t, folder, in)); diff != "" {
			t.Errorf("below %v changed something\n%s", below, diff)
		}
	}
}

func TestWhatWasReadBeforeIsKept(t *testing.T) {
	folder := Folder(t.TempDir())
	in := write(t, map[string]string{"a.pdf": fakeHeader + plan(1, "Tân An")})
	s := stages(t, &fakeReader{})
	if _, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	v, err := OpenView(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var id ingest.ID
	for r, err := range v.Records(t.Context()) {
		if id = r.Document.ID; err != nil {
			t.Fatal(err)
		}
	}
	if _, err := v.Before(id); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("read once: %v, want fs.ErrNotExist", err)
	}
	s.Engine = "fake 2" // another version, so it is read anew
	if _, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	old, err := v.Before(id)
	if err != nil || len(old.Pages) != 1 || !strings.Contains(old.Pages[0].Raw(), "Tân An") {
		t.Errorf("before: %+v, %v", old, err)
	}
}

func TestOtherVersionsMakeRecordsStale(t *testing.T) {
	folder, in := Folder(t.TempDir()), inbox(t)
	r := &fakeReader{}
	s := stages(t, r)
	if _, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	pages := len(r.read)
	s.Engine = "fake 2"
	if _, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	for page, n := range r.read {
		if n < 2 {
			t.Errorf("with another engine this page was not read again: %.40q", page)
		}
	}
	if len(r.read) != pages {
		t.Errorf("%d pages, then %d", pages, len(r.read))
	}
}

func TestOneWriter(t *testing.T) {
	folder := Folder(t.TempDir())
	s := stages(t, &fakeReader{})
	p, err := Open(t.Context(), folder, 1, s)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	_, err = Open(t.Context(), folder, 1, s)
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "process ") {
		t.Errorf("want ErrLocked with who holds it, have %v", err)
	}
	v, err := OpenView(folder)
	if err != nil {
		t.Fatalf("a reader cannot work beside a writer: %v", err)
	}
	defer v.Close()
	if _, err := v.Search(t.Context(), index.Query{Text: "cây"}); err != nil {
		t.Error(err)
	}
}

func TestCancelKeepsTheLedgerWhole(t *testing.T) {
	folder, in := Folder(t.TempDir()), inbox(t)
	s := stages(t, &fakeReader{pause: 5 * time.Millisecond})
	p, err := Open(t.Context(), folder, 2, s)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := 0
	l, err := p.Add(ctx, AddOptions{Paths: []string{in}}, Progress{
		Step:  func(string) { cancel() },
		Ended: func(Outcome) { ended++ },
	})
	p.Close()
	if !errors.Is(err, context.Canceled) {
		t.Errorf("want context.Canceled, have %v", err)
	}
	if l.Seen != 15 || ended != 15 || l.Seen != l.Added+l.Duplicate+l.Failed+l.Skipped {
		t.Errorf("the ledger does not add up: %+v, %d outcomes", l, ended)
	}
	if l, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil || l.Failed != 2 {
		t.Errorf("the next run did not go on: %+v, %v", l, err)
	}
}

// A full disk ends the run with an error that says so; nothing is lost.
func TestDiskFull(t *testing.T) {
	folder, in := Folder(t.TempDir()), inbox(t)
	s := stages(t, &fakeReader{})
	whole := writeWhole
	defer func() { writeWhole = whole }()
	writes := 0
	writeWhole = func(path string, data []byte, mode os.FileMode) error {
		if writes++; writes > 7 {
			return &os.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}
		}
		return whole(path, data, mode)
	}
	l, _, err := add(t, folder, s, AddOptions{Paths: []string{in}})
	if !errors.Is(err, syscall.ENOSPC) || l.Seen != 15 {
		t.Errorf("%+v, %v", l, err)
	}
	writeWhole = whole
	if _, _, err := add(t, folder, s, AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	clean := Folder(t.TempDir())
	if _, _, err := add(t, clean, s, AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(state(t, clean, in), state(t, folder, in)); diff != "" {
		t.Errorf("-without the full disk +with\n%s", diff)
	}
}

func TestPartOfADocumentIsKept(t *testing.T) {
	folder, in := Folder(t.TempDir()), inbox(t)
	if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	r := find(t, folder, "90/KH-UBND")
	if r.State != catalogue.Done || len(r.Document.Pages) != 2 || r.Document.Pages[1].Err == "" {
		t.Errorf("state %s, pages %d", r.State, len(r.Document.Pages))
	}
}
