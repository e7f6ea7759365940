package raster

import (
	"errors"
	"math"
	"os/exec"
	"path/filepath"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

func TestOpenErrors(t *testing.T) {
	noPages := assemble([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"})
	for _, c := range []struct {
		why, kind string
		data      []byte
		want      error
	}{
		{"no bytes", kind.PDF, nil, ingest.ErrEmpty},
		{"not a PDF", kind.PDF, []byte("%PDF-1.4\nand nothing more"), ingest.ErrDamaged},
		{"no pages", kind.PDF, noPages, ingest.ErrDamaged},
		{"not a picture", kind.PNG, []byte("\x89PNG\r\n\x1a\nand nothing more"), ingest.ErrDamaged},
		{"not ours", "application/zip", []byte("PK"), ingest.ErrUnsupported},
	} {
		doc, err := Open(save(t, "file", c.data), c.kind)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.why, err, c.want)
		}
		if doc != nil {
			doc.Close()
		}
	}
}

func TestOpenEncrypted(t *testing.T) {
	need(t, "qpdf")
	plain := sheet{200, 200, print(20, 100, 12, "locked"), ""}.write(t)
	for _, c := range []struct {
		why, user string
		want      error
	}{
		{"a password to open", "secret", ingest.ErrEncrypted},
		{"a password to change only", "", nil},
	} {
		locked := filepath.Join(t.TempDir(), "locked.pdf")
		if out, err := exec.Command("qpdf", "--encrypt", c.user, "owner", "256", "--", plain, locked).CombinedOutput(); err != nil {
			t.Fatalf("qpdf: %v: %s", err, out)
		}
		doc, err := Open(locked, kind.PDF)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.why, err, c.want)
		}
		if err == nil {
			doc.Close()
		}
	}
}

func TestRender(t *testing.T) {
	for _, c := range []struct {
		why           string
		width, height float64
		dpi           float64 // 0: too large
	}{
		{"A4", 595, 842, 300},
		{"a map of 1 × 1 m", 2835, 2835, 160},
		{"a banner of 10 × 10 m", 28346, 28346, 0},
		{"a hair", 1, 14400, 300},
	} {
		doc := sheet{c.width, c.height, print(10, 10, 12, "x"), ""}.open(t)
		pic, dpi, err := doc.Render(0, 300)
		switch {
		case c.dpi == 0:
			if !errors.Is(err, ingest.ErrTooLarge) {
				t.Errorf("%s: %v, want ErrTooLarge", c.why, err)
			}
		case err != nil || dpi != c.dpi:
			t.Errorf("%s: %g dpi, %v; want %g dpi", c.why, dpi, err, c.dpi)
		case math.Abs(float64(pic.Bounds().Dx())-c.width*dpi/72) > 1:
			t.Errorf("%s: %d pixels wide", c.why, pic.Bounds().Dx())
		}
	}
}

func TestRenderLeavesAnnotationsOut(t *testing.T) {
	s := sheet{300, 800, print(20, 400, 12, "contents"), print(2, 4, 12, "stamp")}
	pic, dpi, err := s.open(t).Render(0, 72)
	if err != nil || dpi != 72 {
		t.Fatalf("render: %g dpi, %v", dpi, err)
	}
	ink := FindInk(pic)
	if top := pic.Bounds(); ink.Share(pic, top) == 0 {
		t.Error("the page came out empty")
	}
	top := pic.Bounds()
	top.Max.Y = 60
	if ink.Share(pic, top) != 0 {
		t.Error("the stamp was drawn")
	}
}

func TestMeasure(t *testing.T) {
	doc := sheet{595, 842, print(10, 10, 12, "x"), ""}.open(t)
	m, err := doc.Measure(t.Context(), 0)
	if err != nil || m.Width != 595 || m.Height != 842 || m.DPI != 0 {
		t.Errorf("measures %+v, %v; want 595 × 842 points, no scan", m, err)
	}
	if _, err := doc.Measure(t.Context(), 1); !errors.Is(err, ingest.ErrDamaged) {
		t.Errorf("a page that is not there: %v, want ErrDamaged", err)
	}
}
