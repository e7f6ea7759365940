// Annotations: what stands on a page but not in its contents.
//
// A digitally signed document carries the signer's stamp ("Ký bởi: …"), and
// often its số and ngày, as annotations: small drawings laid over the page.
// go-fitz draws page contents only. That suits OCR well, for a stamp over the
// head of a page spoils the words below; but the annotations' own text must
// not be lost. So:
//
//	picture for OCR   contents only, from the original file
//	words             poppler, which reads contents and annotations alike
//	which is which    the page is drawn twice, with and without annotations
//	                  (the second from a copy flattened by qpdf): a word in a
//	                  place that changed, and whose letters are not in the
//	                  contents' text, belongs to an annotation
//
// Where qpdf is missing or fails, the letters alone decide.
package raster

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/gen2brain/go-fitz"

	"vanthu/ingest"
)

// Flatten makes a temporary copy of a PDF whose annotations and form fields
// are drawn into the page contents. A file without any is returned itself. If
// qpdf is missing or fails, the original is returned together with the error.
// Call cleanup when done; it is never nil.
func Flatten(ctx context.Context, file string) (path string, cleanup func(), err error) {
	keep := func() {}
	has, err := mayHaveAnnotations(file)
	if err != nil || !has {
		return file, keep, err
	}
	dir, err := os.MkdirTemp("", "vanthu-flat-")
	if err != nil {
		return file, keep, fmt.Errorf("flatten annotations: %w", err)
	}
	cleanup = func() { os.RemoveAll(dir) }
	path = filepath.Join(dir, "flat.pdf")
	_, err = output(ctx, "qpdf", "--warning-exit-0", "--generate-appearances", "--flatten-annotations=all", "--", file, path)
	if err != nil {
		cleanup()
		return file, keep, fmt.Errorf("flatten annotations: %w", err)
	}
	return path, cleanup, nil
}

// mayHaveAnnotations looks for the names that go with annotations, or for
// object streams, which may hide them.
func mayHaveAnnotations(file string) (bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return false, fmt.Errorf("look for annotations: %w", err)
	}
	defer f.Close()
	names := [][]byte{[]byte("/Annots"), []byte("/AcroForm"), []byte("/ObjStm")}
	const overlap = 16 // longer than each name
	buf := make([]byte, 1<<20)
	for n := 0; ; {
		m, err := io.ReadFull(f, buf[n:])
		for _, name := range names {
			if bytes.Contains(buf[:n+m], name) {
				return true, nil
			}
		}
		if err != nil {
			return false, nil
		}
		n = copy(buf, buf[n+m-overlap:n+m])
	}
}

// flattened is the copy of a document with its annotations drawn, made when
// first asked for.
type flattened struct {
	tried   bool
	doc     *fitz.Document // nil: there is none
	cleanup func()
	note    error // why there is none
}

func (f *flattened) open(ctx context.Context, file string) {
	f.tried = true
	path, cleanup, err := Flatten(ctx, file)
	if f.cleanup = cleanup; err != nil || path == file {
		f.note = err
		return
	}
	if f.doc, err = fitz.New(path); err != nil {
		f.doc, f.note = nil, fmt.Errorf("open flattened copy: %w", err)
	}
}

func (f *flattened) close() {
	if f.doc != nil {
		f.doc.Close()
	}
	if f.cleanup != nil {
		f.cleanup()
	}
}

// Split parts the words of a page's text layer into those of the page itself
// and those of annotations. The note says why the flattened copy was not used,
// if it was wanted and could not be.
func (d *Document) Split(ctx context.Context, page int, lines []ingest.Line) (own, annotations []ingest.Line, note error) {
	if len(lines) == 0 || !d.IsPDF() {
		return lines, nil, nil
	}
	contents, err := d.doc.Text(page)
	if err != nil {
		return lines, nil, fmt.Errorf("read contents of page %d: %w", page+1, err)
	}
	known := letters(contents)
	if everyLineIn(known, lines) {
		return lines, nil, nil
	}
	if !d.flat.tried {
		d.flat.open(ctx, d.file)
	}
	changed := d.change(page)
	for _, l := range lines {
		mine, theirs := part(l, known, changed)
		own, annotations = appendLine(own, mine), appendLine(annotations, theirs)
	}
	return own, annotations, d.flat.note
}

// part splits a line. It holds words of an annotation if one of its words
// stands in a changed place and is not known; then its other words in changed
// places are the annotation's too, for short ones ("ban", "tỉnh") stand
// somewhere in any text.
func part(l ingest.Line, known string, changed func(ingest.Box) bool) (own, annotation ingest.Line) {
	foreign := !strings.Contains(known, letters(l.Raw())) && slices.ContainsFunc(l.Words, func(w ingest.Word) bool {
		return !strings.Contains(known, letters(w.Raw)) && changed(w.Box)
	})
	if !foreign {
		return l, ingest.Line{}
	}
	for _, w := range l.Words {
		if changed(w.Box) {
			appendWord(&annotation, w)
		} else {
			appendWord(&own, w)
		}
	}
	return own, annotation
}

// changeDPI is enough to see a stamp's letters of 4 pt as grey smears; a pixel
// is a point.
const changeDPI = 72

// change draws the page without and with annotations and returns a test
// whether the two differ within a box; always true where there is nothing to
// compare.
func (d *Document) change(page int) func(ingest.Box) bool {
	always := func(ingest.Box) bool { return true }
	if d.flat.doc == nil {
		return always
	}
	bound, err := d.bound(page)
	if err != nil || bound.Dx() > MaxPixels/bound.Dy() {
		return always
	}
	before, err := d.doc.ImageDPI(page, changeDPI)
	if err != nil {
		return always
	}
	after, err := d.flat.doc.ImageDPI(page, changeDPI)
	if err != nil || before.Bounds() != after.Bounds() {
		return always
	}
	return func(b ingest.Box) bool {
		area := image.Rect(int(b.X0), int(b.Y0), int(b.X1)+1, int(b.Y1)+1).Intersect(before.Bounds())
		return differ(before, after, area)
	}
}

func differ(a, b *image.RGBA, area image.Rectangle) bool {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		from, to := a.PixOffset(area.Min.X, y), a.PixOffset(area.Max.X, y)
		if !bytes.Equal(a.Pix[from:to], b.Pix[from:to]) {
			return true
		}
	}
	return false
}

func everyLineIn(known string, lines []ingest.Line) bool {
	for _, l := range lines {
		if !strings.Contains(known, letters(l.Raw())) {
			return false
		}
	}
	return true
}

// letters leaves out white space: MuPDF and poppler part words differently.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func appendWord(l *ingest.Line, w ingest.Word) {
	l.Words = append(l.Words, w)
	l.Box = l.Box.Union(w.Box)
}

func appendLine(lines []ingest.Line, l ingest.Line) []ingest.Line {
	if len(l.Words) == 0 {
		return lines
	}
	return append(lines, l)
}
