package ocr

import (
	"errors"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/otiai10/gosseract/v2"

	"vanthu/ingest"
)

// engine loads Vietnamese, or skips the test where it is not installed.
func engine(t *testing.T) *Engine {
	t.Helper()
	e, err := New("vie")
	if errors.Is(err, ingest.ErrMissingLanguage) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}

// samplePage is an invented document, A4 at 150 dpi.
func samplePage(t *testing.T) *image.Gray {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "samples", "scans", "le-loi-thu-vien.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	pic, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	grey := image.NewGray(pic.Bounds())
	draw.Draw(grey, grey.Rect, pic, pic.Bounds().Min, draw.Src)
	return grey
}

func TestRead(t *testing.T) {
	e := engine(t)
	lines, err := e.Read(samplePage(t), 150)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	page := ingest.Box{X1: 596, Y1: 843}
	for _, l := range lines {
		text.WriteString(l.Raw() + "\n")
		for _, w := range l.Words {
			if w.Box.Union(page) != page || w.Box.Height() > 40 {
				t.Errorf("%q stands at %v, outside A4 or too high for a letter", w.Raw, w.Box)
			}
			if w.Conf < 0 || w.Conf > 1 || w.Text != w.Raw || l.Box.Union(w.Box) != l.Box {
				t.Errorf("word %+v in line %v", w, l.Box)
			}
		}
	}
	for _, want := range []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q was not read in\n%s", want, text.String())
		}
	}
}

func TestReadEmptyPage(t *testing.T) {
	e := engine(t)
	blank := image.NewGray(image.Rect(0, 0, 800, 1000))
	for i := range blank.Pix {
		blank.Pix[i] = 255
	}
	if lines, err := e.Read(blank, 100); err != nil || len(lines) != 0 {
		t.Errorf("an empty page: %v, %v", lines, err)
	}
	if lines, err := e.Read(samplePage(t), 150); err != nil || len(lines) < 10 {
		t.Errorf("the page after it: %d lines, %v", len(lines), err)
	}
}

func TestReadBadPicture(t *testing.T) {
	e := engine(t)
	whole := image.NewGray(image.Rect(0, 0, 100, 100))
	for _, c := range []struct {
		why string
		pic *image.Gray
		dpi float64
	}{
		{"no pixels", image.NewGray(image.Rectangle{}), 300},
		{"too few bytes", &image.Gray{Pix: whole.Pix[:500], Stride: 100, Rect: whole.Rect}, 300},
		{"no resolution", whole, 0},
	} {
		if lines, err := e.Read(c.pic, c.dpi); !errors.Is(err, ingest.ErrDamaged) {
			t.Errorf("%s: %v, %v; want ErrDamaged", c.why, lines, err)
		}
	}
}

func TestMissingLanguage(t *testing.T) {
	_, err := New("xx_yy")
	if !errors.Is(err, ingest.ErrMissingLanguage) || !strings.Contains(err.Error(), "tesseract-ocr-xx-yy") {
		t.Errorf("%v, want ErrMissingLanguage that names the package", err)
	}
}

func TestGroup(t *testing.T) {
	word := func(text string, x, block, par, line int) gosseract.BoundingBox {
		return gosseract.BoundingBox{Word: text, Box: image.Rect(x, 10, x+50, 30), Confidence: 90, BlockNum: block, ParNum: par, LineNum: line}
	}
	lines := group([]gosseract.BoundingBox{
		word("SỞ", 0, 1, 1, 1), word("Y", 60, 1, 1, 1), word(" ", 120, 1, 1, 1),
		word("Số:", 0, 1, 1, 2), word("Độc", 300, 2, 1, 1), word("lập", 360, 2, 2, 1),
	}, 0.5)
	var have []string
	for _, l := range lines {
		have = append(have, l.Raw())
	}
	if strings.Join(have, "|") != "SỞ Y|Số:|Độc|lập" {
		t.Errorf("lines %q", have)
	}
	if want := (ingest.Box{X0: 0, Y0: 5, X1: 55, Y1: 15}); lines[0].Box != want {
		t.Errorf("box %v, want %v", lines[0].Box, want)
	}
}
