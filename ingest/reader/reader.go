package reader

import (
	"context"
	"fmt"

	"vanthu/ingest"
	"vanthu/ingest/hand"
	"vanthu/ingest/ocr"
	"vanthu/ingest/raster"
	"vanthu/ingest/worker"
)

// Options of a Reader.
type Options struct {
	// Reads tells how much a text reads like Vietnamese, 0 to 1: that is
	// charset.Vietnamese, which this room may not import. Nil believes every
	// text layer that covers its page.
	Reads func(text string) float64
	// Open is how many documents are kept open; 0 is 3. Pages of a document
	// tend to come one after the other, and of a few documents at a time.
	Open int
}

// defaultLang is the language of a worker.Request that names none.
const defaultLang = "vie"

// Reader reads pages. One goroutine at a time; it holds open files and a
// loaded language until Close.
type Reader struct {
	reads  func(string) float64
	shelf  shelf
	engine *ocr.Engine  // nil until a picture must be read
	lang   string       // of engine
	hands  *hand.Reader // nil until a letterhead is read
}

var _ worker.Reader = (*Reader)(nil)

// New makes a Reader; nothing is loaded yet.
func New(o Options) *Reader {
	r := &Reader{reads: o.Reads, shelf: shelf{limit: o.Open}}
	if r.reads == nil {
		r.reads = func(string) float64 { return 1 }
	}
	if r.shelf.limit <= 0 {
		r.shelf.limit = 3
	}
	return r
}

// Close closes documents and frees Tesseract.
func (r *Reader) Close() error {
	r.shelf.close()
	if r.engine != nil {
		return r.engine.Close()
	}
	return nil
}

// Probe opens a file and counts its pages.
func (r *Reader) Probe(_ context.Context, file, kind string) (worker.Info, error) {
	doc, err := r.shelf.open(file, kind)
	if err != nil {
		return worker.Info{}, err
	}
	return worker.Info{Pages: doc.Pages()}, nil
}

// Read reads one page.
func (r *Reader) Read(ctx context.Context, q worker.Request) (ingest.Page, error) {
	doc, err := r.shelf.open(q.File, q.Kind)
	if err != nil {
		return ingest.Page{}, err
	}
	if q.Page < 1 || q.Page > doc.Pages() {
		return ingest.Page{}, fmt.Errorf("page %d of %d: %w", q.Page, doc.Pages(), ingest.ErrDamaged)
	}
	if q.Lang == "" {
		q.Lang = defaultLang
	}
	s := &sheet{Reader: r, ctx: ctx, doc: doc, request: q, index: q.Page - 1}
	return s.read()
}

// language gives the engine of a language, loading it if need be.
func (r *Reader) language(lang string) (*ocr.Engine, error) {
	if r.engine != nil && r.lang == lang {
		return r.engine, nil
	}
	if r.engine != nil {
		r.engine.Close()
		r.engine = nil
	}
	engine, err := ocr.New(lang)
	if err != nil {
		return nil, err
	}
	r.engine, r.lang = engine, lang
	return engine, nil
}

// shelf keeps the documents used last open, the most recent at the end.
type shelf struct {
	limit int
	docs  []opened
}

type opened struct {
	file, kind string
	doc        *raster.Document
}

func (s *shelf) open(file, kind string) (*raster.Document, error) {
	for i, o := range s.docs {
		if o.file == file && o.kind == kind {
			s.docs = append(append(s.docs[:i], s.docs[i+1:]...), o)
			return o.doc, nil
		}
	}
	doc, err := raster.Open(file, kind)
	if err != nil {
		return nil, err
	}
	if len(s.docs) == s.limit {
		s.docs[0].doc.Close()
		s.docs = append(s.docs[:0], s.docs[1:]...)
	}
	s.docs = append(s.docs, opened{file, kind, doc})
	return doc, nil
}

func (s *shelf) close() {
	for _, o := range s.docs {
		o.doc.Close()
	}
	s.docs = nil
}
