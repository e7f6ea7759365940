package pdfa

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif" // a decoder for image.Decode
	"image/jpeg"
	"os"
	"path/filepath"

	_ "golang.org/x/image/bmp" // a decoder for image.Decode

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

func isPicture(k string) bool {
	switch k {
	case kind.JPEG, kind.PNG, kind.TIFF, kind.JP2, kind.BMP, kind.GIF:
		return true
	}
	return false
}

// drawing is a picture of a page: its object and the part of the page that it
// fills, from the top down, 0 to 1.
type drawing struct {
	object   string
	from, to float64
}

// bookOfPictures makes a PDF of a picture file: a page for each picture, as
// large as it was read. JPEG, JPEG 2000, most PNG and the fax strips of TIFF go
// in as they are; the rest is unpacked and deflated, without loss.
func bookOfPictures(file string, d ingest.Document) (*book, error) {
	b := newBook()
	root, tree := b.add(nil), b.add(nil)
	b.trailer = dict{"/Root": root, "/Size": 1} // qpdf counts, but only where there is a Size
	b.changes["trailer"] = dict{"value": b.trailer}
	b.set(root, dict{"/Type": "/Catalog", "/Pages": tree})
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	for i, p := range d.Pages {
		drawings, err := b.drawPicture(file, d.Kind, data, i)
		if err != nil {
			return nil, fmt.Errorf("picture %d: %w", i+1, err)
		}
		b.pages = append(b.pages, b.addPage(tree, p, drawings))
	}
	b.set(tree, dict{"/Type": "/Pages", "/Kids": b.pages, "/Count": number(float64(len(b.pages)))})
	return b, nil
}

// addPage makes a page of pictures. Its size is that of the page as it lay in
// the scanner.
func (b *book) addPage(tree string, p ingest.Page, drawings []drawing) string {
	width, height := p.Width, p.Height
	if p.Turn%180 != 0 {
		width, height = height, width
	}
	var contents bytes.Buffer
	pictures := dict{}
	for i, d := range drawings {
		name := fmt.Sprintf("/P%d", i)
		pictures[name] = d.object
		fmt.Fprintf(&contents, "q %.3f 0 0 %.3f 0 %.3f cm %s Do Q\n", width, height*(d.to-d.from), height*(1-d.to), name)
	}
	return b.add(dict{
		"/Type": "/Page", "/Parent": tree, "/MediaBox": []any{number(0), number(0), number(width), number(height)},
		"/Resources": dict{"/XObject": pictures}, "/Contents": b.addPacked(dict{}, contents.Bytes()),
	})
}

func (b *book) drawPicture(file, k string, data []byte, index int) ([]drawing, error) {
	if k == kind.TIFF {
		return b.drawTIFF(data, index)
	}
	var object string
	var err error
	switch k {
	case kind.JPEG:
		object, err = b.addJPEG(file)
	case kind.JP2:
		object, err = b.addFile(file, dict{"/Filter": "/JPXDecode"})
	case kind.PNG:
		object, err = b.addPNG(data)
	default:
		object, err = b.addDecoded(data)
	}
	return []drawing{{object, 0, 1}}, err
}

// addFile makes a picture of a whole file, which qpdf reads.
func (b *book) addFile(file string, d dict) (string, error) {
	path, err := filepath.Abs(file)
	d["/Type"], d["/Subtype"] = "/XObject", "/Image"
	ref := b.add(d)
	b.streams[ref] = true
	b.changes["obj:"+ref] = dict{"stream": dict{"dict": d, "datafile": path}}
	return ref, err
}

func (b *book) addJPEG(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	c, err := jpeg.DecodeConfig(f)
	if err != nil {
		return "", fmt.Errorf("%w (%v)", ingest.ErrDamaged, err)
	}
	d := dict{"/Filter": "/DCTDecode", "/Width": c.Width, "/Height": c.Height, "/BitsPerComponent": 8, "/ColorSpace": "/DeviceRGB"}
	switch c.ColorModel {
	case colourGrey:
		d["/ColorSpace"] = "/DeviceGray"
	case colourCMYK:
		d["/ColorSpace"], d["/Decode"] = "/DeviceCMYK", []int{1, 0, 1, 0, 1, 0, 1, 0}
	}
	return b.addFile(file, d)
}

// addDecoded unpacks a picture that PDF cannot hold as it is.
func (b *book) addDecoded(data []byte) (string, error) {
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("%w (%v)", ingest.ErrDamaged, err)
	}
	return b.addImage(m), nil
}
