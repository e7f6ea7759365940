package reader_test

import (
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/kind"
	"vanthu/ingest/raster"
	"vanthu/ingest/worker"
)

var samples = filepath.Join("..", "..", "testdata", "samples")

// TestSamples reads invented documents in every form through real children.
func TestSamples(t *testing.T) {
	pool := newPool(t, worker.Options{Workers: 2})
	for _, c := range []struct {
		file     string
		page     int
		source   ingest.Source
		dpi      int
		document string  // whose text it holds
		found    float64 // the least share of the page's words that stand in it
	}{
		{"156-KH-UBND_signed.pdf", 1, ingest.SourceTextLayer, 0, "can-tho-chuyen-doi-so", 0.99},
		{"46-KH-UBND-rach-gia.pdf", 1, ingest.SourceTextLayer, 0, "rach-gia-tre-em", 0.99},
		{"46-KH-UBND-rach-gia.pdf", 2, ingest.SourceOCR, 200, "rach-gia-tre-em", 0.85},
		{"09-KH-UBND-tan-hung.pdf", 1, ingest.SourceOCR, 200, "tan-hung-cai-cach", 0.9},
		{"847-KH-UBND-tay-ninh.pdf", 1, ingest.SourceOCR, 300, "tay-ninh-duoi-nuoc", 0.9},
		{"402-BC-UBND.tif", 2, ingest.SourceOCR, 200, "nha-be-bao-cao", 0.7},
		{"cong-van-den-0512.jpg", 1, ingest.SourceOCR, 200, "lao-cai-chong-ret", 0.85},
		{"le-loi-thu-vien.png", 1, ingest.SourceOCR, 200, "le-loi-thu-vien", 0.9},
	} {
		t.Run(c.file, func(t *testing.T) {
			page := read(t, pool, filepath.Join(samples, "scans", c.file), c.page)
			if page.Source != c.source || page.DPI != c.dpi {
				t.Errorf("page %d: %s at %d dpi (%s), want %s at %d", c.page, page.Source, page.DPI, page.Why, c.source, c.dpi)
			}
			if share := shareFound(t, page.Text(), c.document); share < c.found {
				t.Errorf("page %d: %.2f of the words stand in %s, want %.2f\n%s", c.page, share, c.document, c.found, page.Text())
			}
		})
	}
}

// TestSignatureAnnotation: số and ngày stand in annotations only, are found
// there, and are not among the page's own lines.
func TestSignatureAnnotation(t *testing.T) {
	pool := newPool(t, worker.Options{Workers: 1})
	page := read(t, pool, filepath.Join(samples, "scans", "KH-SYT_ky-so.pdf"), 1)
	var apart ingest.Page
	apart.Lines = page.Annotations
	if !strings.Contains(apart.Text(), "2115") || strings.Contains(page.Text(), "2115") {
		t.Errorf("annotations %q, page\n%s", apart.Text(), page.Text())
	}
}

// TestTurnedPages: a sheet that lay wrong in the scanner is read upright.
func TestTurnedPages(t *testing.T) {
	upright := samplePage(t)
	pool := newPool(t, worker.Options{Workers: 2})
	for _, degrees := range []int{90, 180, 270} {
		page := read(t, pool, save(t, raster.Turn(upright, degrees)), 1)
		if page.Turn != 360-degrees || page.Width > page.Height {
			t.Errorf("turned by %d: turned back by %d to %.0f × %.0f points", degrees, page.Turn, page.Width, page.Height)
		}
		if share := shareFound(t, page.Text(), "le-loi-thu-vien"); share < 0.9 {
			t.Errorf("turned by %d: %.2f of the words are right", degrees, share)
		}
	}
}

// samplePage is the scan of le-loi-thu-vien in grey.
func samplePage(t *testing.T) *image.Gray {
	t.Helper()
	f, err := os.Open(filepath.Join(samples, "scans", "le-loi-thu-vien.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	decoded, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	page := image.NewGray(decoded.Bounds())
	draw.Draw(page, page.Rect, decoded, decoded.Bounds().Min, draw.Src)
	return page
}

func save(t *testing.T, pic image.Image) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, pic); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.png")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestPageThatIsNotThere(t *testing.T) {
	pool := newPool(t, worker.Options{Workers: 1})
	file := filepath.Join(samples, "scans", "le-loi-thu-vien.png")
	for _, n := range []int{0, 2} {
		if _, err := pool.Read(t.Context(), worker.Request{File: file, Kind: kind.PNG, Page: n}); !errors.Is(err, ingest.ErrDamaged) {
			t.Errorf("page %d: %v, want ErrDamaged", n, err)
		}
	}
}

func TestMissingLanguage(t *testing.T) {
	pool := newPool(t, worker.Options{Workers: 1})
	file := filepath.Join(samples, "scans", "le-loi-thu-vien.png")
	_, err := pool.Read(t.Context(), worker.Request{File: file, Kind: kind.PNG, Page: 1, Lang: "xxx"})
	if !errors.Is(err, ingest.ErrMissingLanguage) {
		t.Errorf("%v, want ErrMissingLanguage", err)
	}
}

// read reads a page, or skips the test where Tesseract lacks Vietnamese.
func read(t *testing.T, pool *worker.Pool, file string, n int) ingest.Page {
	t.Helper()
	k, err := kind.Of(file)
	if err != nil {
		t.Fatal(err)
	}
	page, err := pool.Read(t.Context(), worker.Request{File: file, Kind: k, Page: n})
	if errors.Is(err, ingest.ErrMissingLanguage) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// shareFound is the share of a text's words that stand in a document's source.
func shareFound(t *testing.T, text, document string) float64 {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(samples, "documents", document+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, w := range strings.FieldsFunc(string(source), isMarkup) {
		known[w] = true
	}
	words := strings.Fields(text)
	n := 0
	for _, w := range words {
		if known[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(words)))
}

// isMarkup parts words of a sample's source at white space and at its marks.
func isMarkup(r rune) bool { return strings.ContainsRune(" \n\t*_⟨⟩|", r) }
