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
	"vanthu/ingest/kind"
	"vanthu/ingest/worker"
)

// known are the errors a bad file may end in.
var known = []error{
	ingest.ErrUnsupported, ingest.ErrEmpty, ingest.ErrEncrypted, ingest.ErrDamaged,
	ingest.ErrTooLarge, ingest.ErrTimeout, ingest.ErrCrashed,
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
		k, err := kind.Of(filepath.Join(dir, f.Name()))
		if err != nil || k == kind.Text {
			continue // never reaches a reader
		}
		t.Run(f.Name(), func(t *testing.T) {
			t.Parallel()
			began := time.Now()
			result, err := readFirst(t.Context(), pool, filepath.Join(dir, f.Name()), k)
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

// TestHostileFiles: what no scanner makes. MuPDF aborts the process on some.
func TestHostileFiles(t *testing.T) {
	const catalogue = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
	const trailer = "trailer <</Root 1 0 R>>\n"
	pages := func(count, media string) string {
		return "2 0 obj <</Type/Pages/Kids[3 0 R]/Count " + count + ">> endobj\n" +
			"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox" + media + ">> endobj\n"
	}
	pool := newPool(t, worker.Options{Workers: 1, PageTime: time.Minute})
	for _, c := range []struct {
		why, body string
		want      error // nil: a page or any error that we know
	}{
		{"less than no pages", pages("-1", "[0 0 595 842]"), nil},
		{"more pages than memory", pages("2147483647", "[0 0 595 842]"), nil},
		{"a page of 350 km", pages("1", "[0 0 1000000000 1000000000]"), ingest.ErrTooLarge},
		{"a page without size", pages("1", "[0 0 0 0]"), nil},
		{"pages within themselves", "2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>> endobj\n", ingest.ErrDamaged},
	} {
		file := filepath.Join(t.TempDir(), "hostile.pdf")
		if err := os.WriteFile(file, []byte(catalogue+c.body+trailer), 0o600); err != nil {
			t.Fatal(err)
		}
		result, err := readFirst(t.Context(), pool, file, kind.PDF)
		if err != nil && !isKnown(err) || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %s, want %v", c.why, result, c.want)
		}
	}
}

func readFirst(ctx context.Context, pool *worker.Pool, file, k string) (string, error) {
	info, err := pool.Probe(ctx, file, k)
	if err != nil {
		return err.Error(), err
	}
	result := fmt.Sprintf("%d pages:", info.Pages)
	for n := 1; n <= min(info.Pages, 4); n++ {
		page, err := pool.Read(ctx, worker.Request{File: file, Kind: k, Page: n})
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
