package reader_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vanthu/ingest"
	"vanthu/ingest/worker"
)

// known are the errors a bad file may end in.
var known = []error{
	ingest.ErrUnsupported, ingest.ErrEmpty, ingest.ErrEncrypted, ingest.ErrDamaged,
	ingest.ErrTooLarge, ingest.ErrTimeout, ingest.ErrCrashed,
}

// kinds by extension: here a file's name does not lie.
var kinds = map[string]string{
	".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	".tif": "image/tiff", ".tiff": "image/tiff", ".jp2": "image/jp2", ".gif": "image/gif",
	".bin": "application/octet-stream", ".zip": "application/zip",
}

// TestBadFiles puts every broken, hostile or odd file through real children:
// each ends as a page or as an error that we know, with a reason of one line.
func TestBadFiles(t *testing.T) {
	dir := shared(t, "badfiles")
	const memory = 1536 << 20
	pool := newPool(t, worker.Options{Workers: 2, Memory: memory, PageTime: 60 * time.Second})
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		kind := kinds[filepath.Ext(f.Name())]
		if kind == "" {
			continue // text goes another way
		}
		t.Run(f.Name(), func(t *testing.T) {
			t.Parallel()
			began := time.Now()
			result, err := readFirst(t.Context(), pool, filepath.Join(dir, f.Name()), kind)
			t.Logf("%-32s %5.1fs %s", f.Name(), time.Since(began).Seconds(), result)
			if err != nil && !isKnown(err) {
				t.Errorf("error is none of ingest's: %v", err)
			}
			if strings.Contains(result, "\n") {
				t.Errorf("reason has more than one line: %q", result)
			}
		})
	}
	t.Cleanup(func() {
		t.Logf("peak memory of a child: %d MB", pool.PeakMemory()>>20)
		if pool.PeakMemory() > memory {
			t.Errorf("a child took %d MB, limit %d MB", pool.PeakMemory()>>20, memory>>20)
		}
	})
}

func readFirst(ctx context.Context, pool *worker.Pool, file, kind string) (string, error) {
	info, err := pool.Probe(ctx, file, kind)
	if err != nil {
		return err.Error(), err
	}
	result := fmt.Sprintf("%d pages:", info.Pages)
	for n := 1; n <= min(info.Pages, 4); n++ {
		page, err := pool.Read(ctx, worker.Request{File: file, Kind: kind, Page: n})
		if err != nil {
			return result + " " + err.Error(), err
		}
		result += fmt.Sprintf(" [%s %.0fx%.0f %ddpi %d lines, %d annotated, %s]", page.Source, page.Width, page.Height, page.DPI, len(page.Lines), len(page.Annotations), page.Why)
		if page.Source != ingest.SourceBlank && len(page.Lines) == 0 && page.Why == "" {
			return result, errors.New("an empty page without a reason")
		}
	}
	return result, nil
}

func isKnown(err error) bool {
	for _, k := range known {
		if errors.Is(err, k) {
			return true
		}
	}
	return false
}
