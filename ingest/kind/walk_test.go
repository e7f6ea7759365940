package kind

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree makes files below a new folder; names ending in "/" are folders.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			os.MkdirAll(path, 0o755)
		} else if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// listing is what Walk says of paths, below root: "a.pdf" or "a.pdf: reason".
func listing(t *testing.T, root string, paths ...string) (lines []string) {
	t.Helper()
	for path, err := range Walk(t.Context(), paths) {
		line := strings.TrimPrefix(path, root+"/")
		if err != nil {
			line += ": " + err.Error()
		}
		lines = append(lines, line)
	}
	return lines
}

func TestWalkNamesEverythingInOrder(t *testing.T) {
	root := tree(t, "b/2.pdf", "b/10.pdf", "a.pdf", "c/", ".DS_Store", "b/Thumbs.db", "b/~$kế hoạch.docx", ".git/config")
	os.Symlink("a.pdf", filepath.Join(root, "d.pdf"))
	os.Symlink("..", filepath.Join(root, "c", "round"))
	os.Symlink("gone", filepath.Join(root, "e"))
	if err := syscall.Mkfifo(filepath.Join(root, "pipe"), 0o600); err != nil {
		t.Skip("no FIFO here:", err)
	}
	const link = "symbolic link inside a folder (name it on the command line to follow it)"
	want := []string{
		".DS_Store: skipped: hidden file or folder",
		".git: skipped: hidden file or folder",
		"a.pdf",
		"b/10.pdf",
		"b/2.pdf",
		"b/Thumbs.db: skipped: kept by the system, not a document",
		"b/~$kế hoạch.docx: skipped: lock file of an open office document",
		"c/round: skipped: " + link,
		"d.pdf: skipped: " + link,
		"e: skipped: symbolic link that leads nowhere",
		"pipe: skipped: not a regular file but a named pipe",
	}
	if diff := cmp.Diff(want, listing(t, root, root)); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

func TestWalkFollowsWhatItWasGiven(t *testing.T) {
	root := tree(t, "kho/1.pdf", ".ẩn.pdf")
	os.Symlink("kho", filepath.Join(root, "link"))
	os.Symlink("loop", filepath.Join(root, "loop"))
	at := func(name string) string { return filepath.Join(root, name) }
	have := listing(t, root, at("link"), at(".ẩn.pdf"), at("kho/1.pdf"))
	if diff := cmp.Diff([]string{"link/1.pdf", ".ẩn.pdf", "kho/1.pdf"}, have); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	for _, bad := range []string{"loop", "missing.pdf"} {
		if have := listing(t, root, at(bad)); len(have) != 1 || !strings.HasPrefix(have[0], bad+": find file: ") {
			t.Errorf("%s: %v", bad, have)
		}
	}
}

func TestWalkReportsUnreadableFolder(t *testing.T) {
	root := tree(t, "a/1.pdf", "b/2.pdf")
	shut := filepath.Join(root, "a")
	os.Chmod(shut, 0)
	defer os.Chmod(shut, 0o755)
	if _, err := os.ReadDir(shut); err == nil {
		t.Skip("this user may read everything")
	}
	have := listing(t, root, root)
	if len(have) != 2 || !strings.HasPrefix(have[0], "a: read folder: ") || have[1] != "b/2.pdf" {
		t.Errorf("have %v", have)
	}
}

func TestWalkStops(t *testing.T) {
	root := tree(t, "1.pdf", "2.pdf", "3.pdf")
	n := 0
	for range Walk(t.Context(), []string{root, root}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d entries after break", n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for _, err := range Walk(ctx, []string{root, root}) {
		cancel()
		n, last = n+1, err
	}
	if n != 3 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d entries, last error %v", n, last)
	}
}
