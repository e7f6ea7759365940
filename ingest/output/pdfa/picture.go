package pdfa

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // a decoder for image.Decode
	"image/jpeg"
	"os"

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
	if len(d.Pages) == 0 {
		return nil, fmt.Errorf("no pictures: %w", ingest.ErrEmpty)
	}
	b := newBook()
	root, tree := b.add(nil), b.add(nil)
	b.trailer = dict{"/Root": root}
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
		b.pages = append(b.pages, b.addPage(tree, p, orientation(d.Kind, data, i), drawings))
	}
	b.set(tree, dict{"/Type": "/Pages", "/Kids": b.pages, "/Count": number(float64(len(b.pages)))})
	return b, nil
}

// addPage makes a page of pictures. Its size is that of the page as it lay in
// the scanner.
func (b *book) addPage(tree string, p ingest.Page, oriented int, drawings []drawing) string {
	width, height := p.Width, p.Height
	if p.Turn%180 != 0 {
		width, height = height, width
	}
	var contents bytes.Buffer
	pictures := dict{}
	for i, d := range drawings {
		name := fmt.Sprintf("/P%d", i)
		pictures[name] = d.object
		contents.WriteString("q ")
		for _, v := range unfold(oriented) {
			contents.Write(append(appendNumber(nil, v[0]*width+v[1]*height), ' '))
		}
		fmt.Fprintf(&contents, "cm 1 0 0 %.5f 0 %.5f cm %s Do Q\n", d.to-d.from, 1-d.to, name)
	}
	return b.add(dict{
		"/Type": "/Page", "/Parent": tree, "/MediaBox": []any{number(0), number(0), number(width), number(height)},
		"/Resources": dict{"/XObject": pictures}, "/Contents": b.addPacked(dict{}, contents.Bytes()),
	})
}

// unfold is the matrix that draws a picture of an EXIF orientation upright: for
// each of its six numbers how often it has the page's width and height. A
// camera held upright makes 6: the first row is the right side.
func unfold(oriented int) [6][2]float64 {
	none, right, left, up, down := [2]float64{}, [2]float64{1, 0}, [2]float64{-1, 0}, [2]float64{0, 1}, [2]float64{0, -1}
	switch oriented {
	case 2:
		return [6][2]float64{left, none, none, up, right, none}
	case 3:
		return [6][2]float64{left, none, none, down, right, up}
	case 4:
		return [6][2]float64{right, none, none, down, none, up}
	case 5:
		return [6][2]float64{none, down, left, none, right, up}
	case 6:
		return [6][2]float64{none, down, right, none, none, up}
	case 7:
		return [6][2]float64{none, up, right, none, none, none}
	case 8:
		return [6][2]float64{none, up, left, none, right, none}
	}
	return [6][2]float64{right, none, none, up, none, none}
}

// orientation is what a picture's header says of how it is to be held; 1 is
// as it is.
func orientation(k string, data []byte, index int) int {
	if k == kind.JPEG {
		data, index = exif(data), 0
	} else if k != kind.TIFF {
		return 1
	}
	p, err := tiffPageOf(data, index)
	if err != nil {
		return 1
	}
	return p.tag(tagOrientation, 1)
}

// exif finds the EXIF data of a JPEG file, which has the form of a TIFF file.
func exif(data []byte) []byte {
	const name = "Exif\x00\x00"
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) || data[at+1] == 0xda { // the picture begins
			break
		}
		if body := data[at+4 : max(end, at+4)]; data[at+1] == 0xe1 && bytes.HasPrefix(body, []byte(name)) {
			return body[len(name):]
		}
		at = end
	}
	return nil
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
		object, err = b.addJPX(file, data)
	case kind.PNG:
		object, err = b.addPNG(data)
	default:
		object, err = b.addDecoded(data)
	}
	return []drawing{{object, 0, 1}}, err
}

// addFile makes a picture of a whole file, which qpdf reads.
func (b *book) addFile(file string, d dict) string {
	d["/Type"], d["/Subtype"] = "/XObject", "/Image"
	ref := b.add(d)
	b.streams[ref] = true
	b.changes["obj:"+ref] = dict{"stream": dict{"dict": d, "datafile": file}}
	return ref
}

// addJPX makes a picture of a JPEG 2000 file; colours and depth stand in it.
func (b *book) addJPX(file string, data []byte) (string, error) {
	at := bytes.Index(data, []byte("ihdr")) // the box of the header (ISO 15444-1, I.5.3.1)
	if at < 0 || at+12 > len(data) {
		return "", fmt.Errorf("a bare code stream: %w", ingest.ErrUnsupported)
	}
	height, width := binary.BigEndian.Uint32(data[at+4:]), binary.BigEndian.Uint32(data[at+8:])
	return b.addFile(file, dict{"/Filter": "/JPXDecode", "/Width": width, "/Height": height}), nil
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
	case color.GrayModel:
		d["/ColorSpace"] = "/DeviceGray"
	case color.CMYKModel:
		d["/ColorSpace"], d["/Decode"] = "/DeviceCMYK", []int{1, 0, 1, 0, 1, 0, 1, 0}
	}
	return b.addFile(file, d), nil
}

// addDecoded unpacks a picture that PDF cannot hold as it is.
func (b *book) addDecoded(data []byte) (string, error) {
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("%w (%v)", ingest.ErrDamaged, err)
	}
	return b.addImage(m), nil
}
