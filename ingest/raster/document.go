package raster

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"os"

	"github.com/gen2brain/go-fitz"

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

// Limits of a page. They keep one page under about 600 MB, for go-fitz holds a
// rendered page three times (MuPDF's pixels, a copy, an image): 13 bytes for
// each pixel with our grey.
const (
	// MaxPixels is the largest picture rendered: 40 million, A4 at 600 dpi or
	// A2 at 300. A larger page is rendered at fewer dots per inch.
	MaxPixels = 40_000_000
	// MinDPI is the least at which print of 13 pt still reads; a page that
	// would need less to stay under MaxPixels is too large (beyond 2 × 2.2 m).
	MinDPI = 72
	// MaxSourcePixels is the largest picture file opened: A3 at 800 dpi. MuPDF
	// decodes the whole of it whatever the dpi asked for.
	MaxSourcePixels = 125_000_000
	// MaxPages of one file; a larger count is a lie of the file.
	MaxPages = 100_000
)

// storeBytes is what MuPDF may keep of decoded pictures and fonts for each
// open document. Its default of 256 MB pays off in a viewer; here every page
// is drawn once or twice.
const storeBytes = 8 << 20

// Document is an open file. One goroutine at a time, in the whole process.
type Document struct {
	file     string
	kind     string // of package kind
	doc      *fitz.Document
	pages    int
	pictures []picture // of a picture file: what its header says, page by page
	flat     flattened
	grey     int // the page, from 1, that was drawn last and holds no colour; 0: it does
}

// Open opens a file of the given kind (see Supported). The error is or wraps
// ErrUnsupported, ErrEmpty, ErrEncrypted, ErrTooLarge or ErrDamaged.
func Open(file, k string) (*Document, error) {
	if !Supported(k) {
		return nil, fmt.Errorf("open %s: %w", k, ingest.ErrUnsupported)
	}
	info, err := os.Stat(file)
	if err != nil {
		return nil, fmt.Errorf("open file: %w", err)
	}
	if info.Size() == 0 {
		return nil, fmt.Errorf("open file: %w", ingest.ErrEmpty)
	}
	d := &Document{file: file, kind: k}
	if !d.IsPDF() {
		if d.pictures, err = readHeader(file, k); err != nil {
			return nil, err
		}
	}
	returnLargeBlocks()
	fitz.MaxStore = storeBytes
	if d.doc, err = fitz.New(file); err != nil {
		return nil, fmt.Errorf("open %s: %w", k, openError(err))
	}
	d.pages = d.doc.NumPage()
	if d.pages < 1 || d.pages > MaxPages {
		d.Close()
		return nil, fmt.Errorf("count pages: %d pages: %w", d.pages, ingest.ErrDamaged)
	}
	return d, nil
}

func openError(err error) error {
	if errors.Is(err, fitz.ErrNeedsPassword) {
		return ingest.ErrEncrypted
	}
	return fmt.Errorf("%w (%v)", ingest.ErrDamaged, err)
}

// Close frees the document and its temporary copy.
func (d *Document) Close() error {
	d.flat.close()
	return d.doc.Close()
}

// Pages is the number of pages, at least 1.
func (d *Document) Pages() int { return d.pages }

// IsPDF reports whether the document is a PDF rather than a picture.
func (d *Document) IsPDF() bool { return d.kind == kind.PDF }

// Measures of a page.
type Measures struct {
	Width, Height float64 // points
	// DPI is the resolution of the scan or picture that fills the page; 0
	// where none does.
	DPI float64
	// Note says why DPI could not be found out, nil if it could.
	Note error
}

// Measure looks at a page without drawing it, and refuses one that holds a
// picture too large to decode. The size of a picture file's page follows from
// its pixels and its resolution (see picture.dpi).
func (d *Document) Measure(ctx context.Context, page int) (Measures, error) {
	bound, err := d.bound(page)
	if err != nil {
		return Measures{}, err
	}
	scale := d.pointScale(page, bound)
	m := Measures{Width: float64(bound.Dx()) * scale, Height: float64(bound.Dy()) * scale}
	if page < len(d.pictures) {
		p := d.pictures[page]
		m.DPI = p.dpi(p.statedDPI(bound))
	}
	if !d.IsPDF() {
		return m, nil
	}
	var pics []placed
	pics, m.Note = placedOn(ctx, d.file, page)
	m.DPI = scanDPI(pics, m.Width, m.Height)
	return m, tooLarge(page, pics)
}

func (d *Document) bound(page int) (image.Rectangle, error) {
	bound, err := d.doc.Bound(page)
	if err != nil {
		return bound, fmt.Errorf("measure page %d: %w (%v)", page+1, ingest.ErrDamaged, err)
	}
	// go-fitz copies pixels by the far corner: another origin would read
	// beyond the picture.
	if bound.Min != (image.Point{}) || bound.Dx() < 1 || bound.Dy() < 1 {
		return bound, fmt.Errorf("measure page %d: page box %v: %w", page+1, bound, ingest.ErrDamaged)
	}
	return bound, nil
}

// pointScale is our points in one MuPDF point: 1 for a PDF; for a picture
// MuPDF believes the resolution in the header (96 dpi if there is none), we
// only where it is likely.
func (d *Document) pointScale(page int, bound image.Rectangle) float64 {
	if page >= len(d.pictures) {
		return 1
	}
	p := d.pictures[page]
	stated := p.statedDPI(bound)
	return stated / p.dpi(stated)
}

// Render draws a page at dpi dots per inch, or at fewer where MaxPixels asks
// for it, and says which dpi it was. Annotations are not drawn; specks of a
// black-and-white scan are left out.
func (d *Document) Render(page int, dpi float64) (*image.Gray, float64, error) {
	dpi, scale, err := d.drawable(page, dpi)
	if err != nil {
		return nil, 0, err
	}
	rgba, err := inColour(d.doc, page, dpi*scale)
	if err != nil {
		return nil, 0, err
	}
	d.grey = 0
	if isGrey(rgba) {
		d.grey = page + 1
	}
	pic := Grey(rgba)
	returnPictures()
	Despeckle(pic, dpi)
	return pic, dpi, nil
}

// inColour is a page as MuPDF draws it, on memory that earlier pictures gave
// back.
func inColour(doc *fitz.Document, page int, dpi float64) (*image.RGBA, error) {
	returnPictures()
	rgba, err := doc.ImageDPI(page, dpi)
	if err != nil {
		return nil, fmt.Errorf("render page %d: %w (%v)", page+1, ingest.ErrDamaged, err)
	}
	return rgba, nil
}

// drawable bounds the dpi at which a page is drawn by MaxPixels. What MuPDF is
// asked for is dpi times scale.
func (d *Document) drawable(page int, dpi float64) (bounded, scale float64, err error) {
	bound, err := d.bound(page)
	if err != nil {
		return 0, 0, err
	}
	scale = d.pointScale(page, bound)
	inches := scale * scale * float64(bound.Dx()) / 72 * float64(bound.Dy()) / 72
	most := math.Floor(math.Sqrt(MaxPixels / inches))
	if most < MinDPI {
		return 0, 0, fmt.Errorf("render page %d of %d × %d points: %w", page+1, bound.Dx(), bound.Dy(), ingest.ErrTooLarge)
	}
	return min(dpi, most), scale, nil
}
