package reader_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"vanthu/ingest"
	"vanthu/ingest/worker"
)

// TestScans reads the first three pages of every shared scan and reports speed,
// memory and sources. With VANTHU_TEST_OUT=dir it reads all and writes their text there, for
// ../shared/tools/score_text.py; with VANTHU_TEST_ONLY=part it reads only the
// files whose name holds part.
func TestScans(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	dir := shared(t, "scans/pdf")
	pool := newPool(t, worker.Options{Workers: 2})
	out := os.Getenv("VANTHU_TEST_OUT")
	began, pages := time.Now(), 0
	sources := map[ingest.Source]int{}
	var mu sync.Mutex
	var group sync.WaitGroup
	read := func(file, name string, n int) {
		page, err := pool.Read(t.Context(), worker.Request{File: file, Kind: "application/pdf", Page: n})
		mu.Lock()
		defer mu.Unlock()
		pages++
		sources[page.Source]++
		if err != nil {
			t.Errorf("%s page %d: %v", name, n, err)
		}
		t.Logf("%-60.60s p%-2d %-10s %3d lines %2d annotated: %s", name, n, page.Source, len(page.Lines), len(page.Annotations), page.Why)
		if out != "" {
			write(t, out, name, page)
		}
	}
	for _, file := range pdfs(t, dir) {
		name, _ := filepath.Rel(dir, file)
		if !strings.Contains(name, os.Getenv("VANTHU_TEST_ONLY")) {
			continue
		}
		info, err := pool.Probe(t.Context(), file, "application/pdf")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		most := 3
		if out != "" {
			most = info.Pages
		}
		for n := range min(info.Pages, most) {
			group.Go(func() { read(file, name, n+1) })
		}
		group.Wait()
	}
	took := time.Since(began)
	t.Logf("%d pages %v in %.0f s: %.1f pages/min; peak memory of a child %d MB", pages, sources, took.Seconds(), float64(pages)/took.Minutes(), pool.PeakMemory()>>20)
}

func pdfs(t *testing.T, dir string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".pdf" {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// write names the page as ../shared/scans/gold_pages does.
func write(t *testing.T, dir, name string, page ingest.Page) {
	t.Helper()
	base := strings.ReplaceAll(strings.TrimSuffix(name, ".pdf"), string(filepath.Separator), "__")
	file := filepath.Join(dir, base+"__p"+strconv.Itoa(page.Number)+".txt")
	if err := os.WriteFile(file, []byte(page.Text()+"\n"), 0o644); err != nil {
		t.Error(err)
	}
}
