package main

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"

	"vanthu/cmd/vanthu-samples/internal/fax"
	"vanthu/cmd/vanthu-samples/internal/paper"
	"vanthu/cmd/vanthu-samples/internal/pdffile"
	"vanthu/cmd/vanthu-samples/internal/scan"
	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// workshop has what every maker needs.
type workshop struct {
	documents string
	fonts     *typeset.Fonts
	painter   *scan.Painter
}

func newWorkshop(documents, fontDir string) (*workshop, error) {
	fonts, err := typeset.LoadFonts(fontDir)
	if err != nil {
		return nil, err
	}
	return &workshop{documents, fonts, scan.NewPainter(fonts)}, nil
}

// job is one sample being made.
type job struct {
	*workshop
	sample
	doc   *paper.Document
	pages []typeset.Page
}

func (w *workshop) build(s sample) ([]byte, error) {
	j := &job{workshop: w, sample: s}
	if s.document != "" {
		source, err := os.ReadFile(filepath.Join(w.documents, s.document+".txt"))
		if err != nil {
			return nil, err
		}
		if j.doc, err = paper.Parse(s.document, string(source)); err != nil {
			return nil, err
		}
		j.pages = typeset.Layout(j.doc, w.fonts, typeset.Options{Size: s.size, Ragged: s.ragged})
	}
	return s.make(j)
}

// paint gives the pictures of all pages. Every page has its own dust; the
// arrival stamp is on the first one only.
func (j *job) paint() ([]*image.RGBA, error) {
	var out []*image.RGBA
	for i, p := range j.pages {
		o := j.damage
		name := fnv.New64a()
		fmt.Fprint(name, j.file, i)
		o.Seed = name.Sum64()
		if i > 0 {
			o.Arrival = ""
		}
		picture, err := j.painter.Page(p, o)
		if err != nil {
			return nil, err
		}
		out = append(out, picture)
	}
	return out, nil
}

// single paints a document that must have one page only.
func (j *job) single() (*image.RGBA, error) {
	if len(j.pages) != 1 {
		return nil, fmt.Errorf("document has %d pages, want 1", len(j.pages))
	}
	pictures, err := j.paint()
	if err != nil {
		return nil, err
	}
	return pictures[0], nil
}

// bitmaps are the pages as a fax machine sees them.
func (j *job) bitmaps() ([]fax.Bitmap, error) {
	pictures, err := j.paint()
	var out []fax.Bitmap
	for _, p := range pictures {
		out = append(out, fax.Threshold(scan.Gray(p), 140))
	}
	return out, err
}

// pictures are PDF pages that hold a grey JPEG each.
func (j *job) pictures() ([]pdffile.Picture, error) {
	painted, err := j.paint()
	if err != nil {
		return nil, err
	}
	var out []pdffile.Picture
	for i, p := range painted {
		data, err := encodeJPEG(scan.Gray(p))
		if err != nil {
			return nil, err
		}
		out = append(out, pdffile.GreyJPEG(j.pages[i], p.Rect.Dx(), p.Rect.Dy(), data))
	}
	return out, nil
}

func encodeJPEG(p image.Image) ([]byte, error) {
	var b bytes.Buffer
	err := jpeg.Encode(&b, p, &jpeg.Options{Quality: 42})
	return b.Bytes(), err
}

func encodePNG(p image.Image) ([]byte, error) {
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, p)
	return b.Bytes(), err
}
