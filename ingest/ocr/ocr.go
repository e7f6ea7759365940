// Package ocr recognises the letters of a grey picture with Tesseract: words
// with boxes and confidences, in lines, in Tesseract's order.
//
//	engine, err := ocr.New("vie")
//	defer engine.Close()
//	lines, err := engine.Read(picture, 300)   // boxes in points
//
// A picture comes in, lines go out; the zone and the paragraph of a line are
// for layout to find. It never changes the picture, never chooses its
// resolution and never corrects a word.
//
// Three functions that Tesseract calls are answered by this package, for two fifths
// of its time: its network (network.go), the packing of lines (unpacked.go) and the
// search for rules (opened.go). What it reads stays the same.
//
// This is the only package that imports gosseract (Tesseract, cgo). Tesseract
// may abort, hang, and leaks memory over a thousand pages: use it in a child
// process that is replaced now and then (package worker). One goroutine at a
// time for each Engine, and Engines are made one after the other, for the
// first use of each swaps the process's standard error for a moment. Set
// OMP_THREAD_LIMIT=1 in the environment: pages run in parallel, one page does
// not gain from threads.
package ocr

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"os"
	"strconv"
	"strings"

	"github.com/otiai10/gosseract/v2"
	"golang.org/x/image/tiff"

	"vanthu/ingest"
)

// Variables that gosseract has no name for.
const (
	pageSegMode = gosseract.SettableVariable("tessedit_pageseg_mode")
	sourceDPI   = gosseract.SettableVariable("user_defined_dpi")
	// proportional says that no line is looked at for letters of one width, as a
	// typewriter's: 5 % of a page's time, and only the older recogniser, which
	// vie.traineddata does without, knows what to do with them.
	proportional = gosseract.SettableVariable("textord_all_prop")
	// paragraphs are layout's to find: 1.7 %.
	paragraphs = gosseract.SettableVariable("paragraph_text_based")
)

// wholePage is automatic page segmentation without orientation. gosseract's
// default is 6, one block of text: on gold pages CER 2.6 % against 0.9 %.
// SetPageSegMode before the first recognition is lost; a variable is not.
const wholePage = "3"

// oneBlock is one block of lines, whatever stands between and around them.
const oneBlock = "6"

// Engine is Tesseract with one language loaded. One goroutine at a time.
type Engine struct {
	client *gosseract.Client
	lang   string
}

// New loads a language ("vie", or several as "vie+eng"). If its data is not
// installed the error is ErrMissingLanguage and names the package to install.
func New(lang string) (*Engine, error) {
	forgetNetworks()
	e := &Engine{client: gosseract.NewClient(), lang: lang}
	err := errors.Join(
		e.client.SetLanguage(strings.Split(lang, "+")...),
		e.client.SetVariable(pageSegMode, wholePage),
		e.client.SetVariable(proportional, "1"),
		e.client.SetVariable(paragraphs, "0"),
		e.client.SetVariable(gosseract.DEBUG_FILE, os.DevNull),
	)
	if err == nil {
		err = e.load()
	}
	if err != nil {
		e.Close()
		return nil, err
	}
	return e, nil
}

// load makes Tesseract read the language data now. gosseract does it at the
// first recognition, so it gets an empty picture to recognise.
func (e *Engine) load() error {
	if err := e.forget(); err != nil {
		return fmt.Errorf("load language %q: %w (install %s): %v", e.lang, ingest.ErrMissingLanguage, packages(e.lang), err)
	}
	return nil
}

// forget lets go of the last picture, of which Tesseract and gosseract keep three
// copies, 26 MB for A4 at 300 dpi, until they are given another: so they are
// given a small empty one.
func (e *Engine) forget() error {
	blank := image.NewGray(image.Rect(0, 0, 32, 32))
	for i := range blank.Pix {
		blank.Pix[i] = 255
	}
	_, err := e.recognise(blank, 300)
	return err
}

// packages are the Debian packages of a language: tesseract-ocr-chi-sim for
// chi_sim.
func packages(lang string) string {
	names := strings.Split(lang, "+")
	for i, n := range names {
		names[i] = "tesseract-ocr-" + strings.ReplaceAll(n, "_", "-")
	}
	return strings.Join(names, " ")
}

// Close frees Tesseract's memory.
func (e *Engine) Close() error { return e.client.Close() }

// Read recognises the page once. An empty page gives no lines and no error.
func (e *Engine) Read(pic *image.Gray, dpi float64) ([]ingest.Line, error) {
	if b := pic.Bounds(); b.Empty() || len(pic.Pix) < (b.Dy()-1)*pic.Stride+b.Dx() || dpi <= 0 {
		return nil, fmt.Errorf("read picture of %d × %d pixels at %.0f dpi: %w", b.Dx(), b.Dy(), dpi, ingest.ErrDamaged)
	}
	boxes, err := e.recognise(pic, dpi)
	err = errors.Join(err, e.forget())
	if err != nil {
		return nil, fmt.Errorf("recognise page: %w", err)
	}
	return group(boxes, 72/dpi), nil
}

// ReadBlock recognises a picture of nothing but lines below each other. It finds
// lines that Read takes for part of a drawing, a seal over a signature block
// say, and reads the drawing as junk.
func (e *Engine) ReadBlock(pic *image.Gray, dpi float64) (lines []ingest.Line, err error) {
	if err := e.client.SetVariable(pageSegMode, oneBlock); err != nil {
		return nil, fmt.Errorf("read as one block: %w", err)
	}
	defer func() {
		err = errors.Join(err, e.client.SetVariable(pageSegMode, wholePage))
	}()
	return e.Read(pic, dpi)
}

func (e *Engine) recognise(pic *image.Gray, dpi float64) ([]gosseract.BoundingBox, error) {
	if err := e.client.SetVariable(sourceDPI, strconv.Itoa(int(dpi+0.5))); err != nil {
		return nil, fmt.Errorf("set resolution: %w", err)
	}
	data, err := uncompressed(pic)
	if err == nil {
		err = e.client.SetImageFromBytes(data)
	}
	if err != nil {
		return nil, fmt.Errorf("set picture: %w", err)
	}
	return e.client.GetBoundingBoxesVerbose()
}

// uncompressed is the picture as TIFF with its bytes as they are: Tesseract's
// library takes 4 ms to read that at 300 dpi, where PGM takes it 100. Packing a
// noisy page as PNG would take longer than reading it does.
func uncompressed(pic *image.Gray) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(pic.Rect.Dx()*pic.Rect.Dy() + 512)
	err := tiff.Encode(&b, whole(pic), nil)
	return b.Bytes(), err
}

// whole is a part of a picture as a picture of its own: tiff reads beyond the
// last row of a part.
func whole(pic *image.Gray) *image.Gray {
	if pic.Stride == pic.Rect.Dx() {
		return pic
	}
	own := image.NewGray(image.Rect(0, 0, pic.Rect.Dx(), pic.Rect.Dy()))
	for y := range own.Rect.Dy() {
		copy(own.Pix[y*own.Stride:], pic.Pix[y*pic.Stride:][:own.Stride])
	}
	return own
}

// group puts words that share block, paragraph and line into lines; scale
// turns pixels into points.
func group(boxes []gosseract.BoundingBox, scale float64) []ingest.Line {
	var lines []ingest.Line
	var last [3]int
	for _, b := range boxes {
		text := strings.TrimSpace(b.Word)
		if text == "" {
			continue
		}
		if at := [3]int{b.BlockNum, b.ParNum, b.LineNum}; at != last || len(lines) == 0 {
			lines, last = append(lines, ingest.Line{}), at
		}
		line := &lines[len(lines)-1]
		box := ingest.Box{
			X0: float64(b.Box.Min.X) * scale, Y0: float64(b.Box.Min.Y) * scale,
			X1: float64(b.Box.Max.X) * scale, Y1: float64(b.Box.Max.Y) * scale,
		}
		line.Words = append(line.Words, ingest.Word{Raw: text, Text: text, Box: box, Conf: b.Confidence / 100})
		line.Box = line.Box.Union(box)
	}
	return lines
}
