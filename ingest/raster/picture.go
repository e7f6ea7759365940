package raster

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // a decoder for image.Decode
	"image/jpeg"
	"image/png"
	"io"
	"os"

	"golang.org/x/image/bmp"

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

// Supported reports whether files of a kind (a MIME type of package kind) can
// be opened.
func Supported(k string) bool {
	switch k {
	case kind.PDF, kind.JPEG, kind.PNG, kind.TIFF, kind.JP2, kind.BMP, kind.GIF:
		return true
	}
	return false
}

// picture is one page of a picture file, by its header.
type picture struct{ width, height int }

// A picture's page is believed to be between these sizes; beyond them its
// header lies about the resolution (a scan saved "at 72 dpi", a photograph).
const (
	shortestSide = 4.0  // inches: A6
	longestSide  = 17.5 // inches: A3 and a margin
	a4Width      = 8.27 // inches
)

// dpi is the picture's resolution, given the one its header states: the stated
// one if the page comes out between A6 and A3, else the one that makes the
// short side as wide as A4.
func (p picture) dpi(stated float64) float64 {
	short, long := float64(min(p.width, p.height)), float64(max(p.width, p.height))
	if stated > 0 && short/stated >= shortestSide && long/stated <= longestSide {
		return stated
	}
	return max(short/a4Width, MinDPI)
}

// statedDPI is the resolution that MuPDF found in the header, from the size of
// page it made of it (turned by an EXIF orientation, maybe: so by long sides).
func (p picture) statedDPI(bound image.Rectangle) float64 {
	return float64(max(p.width, p.height)) * 72 / float64(max(bound.Dx(), bound.Dy()))
}

// beyondGo reports whether a picture may be good although Go's decoders, which
// know less than MuPDF's, refuse it.
func beyondGo(err error) bool {
	var jpegFeature jpeg.UnsupportedError
	var pngFeature png.UnsupportedError
	return errors.Is(err, image.ErrFormat) || errors.Is(err, bmp.ErrUnsupported) ||
		errors.As(err, &jpegFeature) || errors.As(err, &pngFeature)
}

// readHeader finds the pixel sizes of every page without decoding any, and
// refuses those beyond MaxSourcePixels. Headers of a form that Go does not know
// give no pages: MuPDF shall judge.
func readHeader(file, k string) ([]picture, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("open picture: %w", err)
	}
	defer f.Close()
	var pics []picture
	switch k {
	case kind.TIFF:
		pics = tiffHeader(f)
	case kind.JP2:
		pics = jp2Header(f)
	default:
		c, _, err := image.DecodeConfig(f)
		if err == nil {
			pics = []picture{{c.Width, c.Height}}
		} else if !beyondGo(err) {
			return nil, fmt.Errorf("read picture header: %w (%v)", ingest.ErrDamaged, err)
		}
	}
	for i, p := range pics {
		if p.width < 1 || p.height < 1 {
			return nil, fmt.Errorf("picture %d of %d × %d pixels: %w", i+1, p.width, p.height, ingest.ErrDamaged)
		}
		if p.width > MaxSourcePixels/p.height {
			return nil, fmt.Errorf("picture %d of %d × %d pixels: %w", i+1, p.width, p.height, ingest.ErrTooLarge)
		}
	}
	return pics, nil
}

// jp2Header reads the image header box (ISO 15444-1, I.5.3.1), or the size
// marker of a bare code stream.
func jp2Header(r io.Reader) []picture {
	head, _ := io.ReadAll(io.LimitReader(r, 4096))
	be := binary.BigEndian
	if bytes.HasPrefix(head, []byte{0xff, 0x4f, 0xff, 0x51}) && len(head) >= 16 {
		return []picture{{int(be.Uint32(head[8:])), int(be.Uint32(head[12:]))}}
	}
	i := bytes.Index(head, []byte("ihdr"))
	if i < 0 || len(head) < i+12 {
		return nil
	}
	return []picture{{int(be.Uint32(head[i+8:])), int(be.Uint32(head[i+4:]))}}
}

// tiffHeader walks the chain of image file directories (TIFF 6.0, section 2)
// for ImageWidth (256) and ImageLength (257).
func tiffHeader(r io.ReaderAt) []picture {
	var head [8]byte
	if _, err := r.ReadAt(head[:], 0); err != nil {
		return nil
	}
	var order binary.ByteOrder = binary.LittleEndian
	if head[0] == 'M' {
		order = binary.BigEndian
	}
	var pics []picture
	for at := order.Uint32(head[4:]); at != 0 && len(pics) < MaxPages; {
		p, next, ok := tiffDirectory(r, order, int64(at))
		if !ok {
			break
		}
		pics, at = append(pics, p), next
	}
	return pics
}

func tiffDirectory(r io.ReaderAt, order binary.ByteOrder, at int64) (p picture, next uint32, ok bool) {
	var count [2]byte
	if _, err := r.ReadAt(count[:], at); err != nil {
		return p, 0, false
	}
	body := make([]byte, 12*int(order.Uint16(count[:]))+4)
	if _, err := r.ReadAt(body, at+2); err != nil {
		return p, 0, false
	}
	entries := body[:len(body)-4]
	for ; len(entries) > 0; entries = entries[12:] {
		value := int(order.Uint32(entries[8:]))
		if order.Uint16(entries[2:]) == 3 { // SHORT
			value = int(order.Uint16(entries[8:]))
		}
		switch order.Uint16(entries) {
		case 256:
			p.width = value
		case 257:
			p.height = value
		}
	}
	return p, order.Uint32(body[len(body)-4:]), true
}

// Verify decodes a picture file that came out all white or all black with a
// second decoder: MuPDF draws a corrupt one so and says nothing. It returns
// ErrDamaged if that decoder fails. PDFs and kinds that Go cannot decode pass.
func (d *Document) Verify() error {
	if d.IsPDF() || len(d.pictures) != 1 {
		return nil
	}
	f, err := os.Open(d.file)
	if err != nil {
		return fmt.Errorf("open picture: %w", err)
	}
	defer f.Close()
	if _, _, err := image.Decode(f); err != nil && !beyondGo(err) {
		return fmt.Errorf("decode picture: %w (%v)", ingest.ErrDamaged, err)
	}
	return nil
}
