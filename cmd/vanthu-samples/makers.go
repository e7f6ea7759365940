package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"vanthu/cmd/vanthu-samples/internal/fax"
	"vanthu/cmd/vanthu-samples/internal/pdffile"
	"vanthu/cmd/vanthu-samples/internal/scan"
	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// scannedPDF has pictures and no text.
func scannedPDF(j *job) ([]byte, error) {
	pictures, err := j.pictures()
	return pdffile.Scanned(pictures), err
}

func faxPDF(j *job) ([]byte, error) {
	bitmaps, err := j.bitmaps()
	var pages []pdffile.Picture
	for i, b := range bitmaps {
		pages = append(pages, pdffile.Fax(j.pages[i], b))
	}
	return pdffile.Scanned(pages), err
}

func faxTIFF(j *job) ([]byte, error) {
	pages, err := j.bitmaps()
	return fax.TIFF(pages, j.damage.DPI), err
}

// photo is a document of one page, in colour.
func photo(j *job) ([]byte, error) {
	picture, err := j.single()
	if err != nil {
		return nil, err
	}
	return encodeJPEG(picture)
}

// screenshot is a document of one page, in 16 greys.
func screenshot(j *job) ([]byte, error) {
	picture, err := j.single()
	if err != nil {
		return nil, err
	}
	var greys color.Palette
	for i := range 16 {
		greys = append(greys, color.Gray{uint8(i * 17)})
	}
	grey := scan.Gray(picture)
	few := image.NewPaletted(grey.Rect, greys)
	for i, v := range grey.Pix {
		few.Pix[i] = uint8((int(v) + 8) / 17)
	}
	return encodePNG(few)
}

// bornDigital is what an office program exports; serial and day are typed.
func bornDigital(j *job) ([]byte, error) {
	return pdffile.Write(j.typed(false), j.fonts, j.password)
}

// typed are the pages as text, the handwritten figures left out if blank.
func (j *job) typed(blank bool) []pdffile.Sheet {
	var out []pdffile.Sheet
	for _, p := range j.pages {
		if blank {
			p.Words = slices.DeleteFunc(slices.Clone(p.Words), func(w typeset.Word) bool { return w.Hand })
		}
		out = append(out, pdffile.Sheet{Page: p})
	}
	return out
}

// stampedPDF leaves serial and day open and lays them on as annotations.
func stampedPDF(j *job) ([]byte, error) {
	pdf, err := pdffile.Write(j.typed(true), j.fonts, "")
	if err != nil {
		return nil, err
	}
	var marks []pdffile.Mark
	for _, w := range j.pages[0].Words {
		if w.Hand {
			marks = append(marks, pdffile.Mark{X: w.X, Y: w.Y, Width: w.Width, Size: w.Size, Text: w.Text})
		}
	}
	return pdffile.Stamp(pdf, j.pages[0].Height, marks)
}

// mixedPDF has text on its first page and a picture on its second and last.
func mixedPDF(j *job) ([]byte, error) {
	pictures, err := j.pictures()
	if err != nil {
		return nil, err
	}
	if len(pictures) != 2 {
		return nil, fmt.Errorf("document has %d pages, want 2", len(pictures))
	}
	sheets := j.typed(false)
	sheets[1].JPEG = pictures[1].Data
	return pdffile.Write(sheets, j.fonts, "")
}

// englishPDF is a scan with the text layer of an English OCR. The words stand
// in documents/NAME.eng.tsv as `tesseract -l eng` read them once from this
// very picture (see testdata/README.md), so that the file does not change with
// the version of Tesseract.
func englishPDF(j *job) ([]byte, error) {
	pages, err := j.pictures()
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(j.documents, j.document+".eng.tsv"))
	if err != nil {
		return nil, err
	}
	lines := strings.FieldsFunc(string(data), func(r rune) bool { return r == '\n' })
	for i, line := range lines {
		if err := addOCRWord(pages, line, float64(j.damage.DPI)); err != nil {
			return nil, fmt.Errorf("%s.eng.tsv:%d: %w", j.document, i+1, err)
		}
	}
	return pdffile.Scanned(pages), nil
}

// addOCRWord reads "page left top width height word", in pixels.
func addOCRWord(pages []pdffile.Picture, line string, dpi float64) error {
	f := strings.Split(line, "\t")
	if len(f) != 6 {
		return fmt.Errorf("%d columns, want 6", len(f))
	}
	var n [5]float64
	for i := range n {
		v, err := strconv.ParseFloat(f[i], 64)
		if err != nil {
			return err
		}
		n[i] = v * 72 / dpi
	}
	page, err := strconv.Atoi(f[0])
	if err != nil || page < 1 || page > len(pages) {
		return fmt.Errorf("no page %s", f[0])
	}
	p := &pages[page-1]
	p.Hidden = append(p.Hidden, typeset.Word{Text: f[5], X: n[1], Y: n[2] + n[4], Size: max(n[4], 6)})
	return nil
}

// Files that nobody can read.

func empty(*job) ([]byte, error) { return nil, nil }

func truncated(j *job) ([]byte, error) {
	pdf, err := scannedPDF(j)
	return pdf[:len(pdf)/3], err
}

// garbage begins like a PDF and goes on as noise.
func garbage(*job) ([]byte, error) {
	noise := []byte("%PDF-1.5\n")
	for x := uint32(2166136261); len(noise) < 3000; {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		noise = append(noise, byte(x))
	}
	return noise, nil
}

// plainNoise looks like nothing at all.
func plainNoise(j *job) ([]byte, error) {
	pdf, err := garbage(j)
	return bytes.TrimPrefix(pdf, []byte("%PDF-1.5\n")), err
}
