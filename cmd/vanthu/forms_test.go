package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestHalfFile: a disk that fills up while a file is written leaves what was
// there before, or nothing, and no temporary file; the hint says what to do.
func TestHalfFile(t *testing.T) {
	a := newApp(nil, nil, io.Discard, new(bytes.Buffer), nil)
	for _, before := range []string{"", "the copy of last week"} {
		dir := t.TempDir()
		path := filepath.Join(dir, "out.pdf")
		if before != "" {
			if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		err := a.toFile(path, func(w io.Writer) error {
			io.WriteString(w, "half a file")
			return &os.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}
		})
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(a.hint(err), "free some space") {
			t.Errorf("error %v, hint %q", err, a.hint(err))
		}
		if after, _ := os.ReadFile(path); string(after) != before {
			t.Errorf("%q became %q", before, after)
		}
		if left, _ := os.ReadDir(dir); len(left) > 1 || before == "" && len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

func TestForms(t *testing.T) {
	for name, want := range map[string]string{"a.txt": ".txt", "A.PDF": ".pdf", "x/y.alto.xml": ".alto.xml", "b.hocr": ".hocr", "c.xml": "", "pdf": ""} {
		f, err := formOf(name)
		if f.ending != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v; want %q", name, f.ending, err, want)
		}
	}
	for name, want := range map[string]string{"alto": ".alto.xml", "pdf": ".pdf", "xml": "", "csv": ""} {
		if f, _ := formCalled(name); f.ending != want {
			t.Errorf("export as %s: %q, want %q", name, f.ending, want)
		}
	}
}
