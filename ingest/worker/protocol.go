package worker

import (
	"context"
	"errors"

	"vanthu/ingest"
)

// Request asks for one page. The options are those of the page reader; their
// zero values are its defaults.
type Request struct {
	File string `json:"file"`
	Kind string `json:"kind"` // MIME type, decided by content
	Page int    `json:"page"` // from 1
	// Lang is Tesseract's language; "" is "vie".
	Lang string `json:"lang,omitempty"`
	// DPI to draw pages at for OCR; 0 is the resolution of the scan, within
	// 200 and 300, and 300 for what is no scan.
	DPI int `json:"dpi,omitempty"`
	// OCR reads the picture even where there is a good text layer.
	OCR bool `json:"ocr,omitempty"`
	// Turn is how far Draw turns the page clockwise: 0, 90, 180 or 270 degrees.
	Turn int `json:"turn,omitempty"`
}

// Info is what a Probe finds.
type Info struct {
	Pages int `json:"pages"`
}

// Reader does the work in the child. It is called by one goroutine.
type Reader interface {
	Probe(ctx context.Context, file, kind string) (Info, error)
	Read(ctx context.Context, r Request) (ingest.Page, error)
}

// Drawer is a Reader that draws pages for people to look at, too.
type Drawer interface {
	// Draw gives a page as a JPEG at r.DPI dots per inch.
	Draw(ctx context.Context, r Request) ([]byte, error)
}

// The operations.
const (
	opProbe = "probe"
	opRead  = "read"
	opDraw  = "draw"
)

type question struct {
	Op string `json:"op"`
	Request
}

type answer struct {
	Info    *Info        `json:"info,omitempty"`
	Page    *ingest.Page `json:"page,omitempty"`
	Picture []byte       `json:"picture,omitempty"`
	Error   *failure     `json:"error,omitempty"`
}

// failure is an error on the wire: the sentinel it wraps, by name, and its
// text.
type failure struct {
	Name string `json:"name,omitempty"`
	Text string `json:"text"`
}

var sentinels = []struct {
	name string
	err  error
}{
	{"unsupported", ingest.ErrUnsupported},
	{"empty", ingest.ErrEmpty},
	{"encrypted", ingest.ErrEncrypted},
	{"damaged", ingest.ErrDamaged},
	{"too-large", ingest.ErrTooLarge},
	{"timeout", ingest.ErrTimeout},
	{"crashed", ingest.ErrCrashed},
	{"missing-language", ingest.ErrMissingLanguage},
}

func newFailure(err error) *failure {
	f := &failure{Text: err.Error()}
	for _, s := range sentinels {
		if errors.Is(err, s.err) {
			f.Name = s.name
			break
		}
	}
	return f
}

// Error is the text that the child gave.
func (f *failure) Error() string { return f.Text }

// Unwrap is the sentinel that the child's error wrapped.
func (f *failure) Unwrap() error {
	for _, s := range sentinels {
		if s.name == f.Name {
			return s.err
		}
	}
	return nil
}
