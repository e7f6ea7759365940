package pdfa

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"golang.org/x/image/tiff"

	"vanthu/ingest"
)

// Tags and values of TIFF 6.0 that matter here.
const (
	tagWidth, tagHeight, tagCompression, tagPhotometric, tagFillOrder = 256, 257, 259, 262, 266
	tagStrips, tagRowsPerStrip, tagStripLengths                       = 273, 278, 279
	compressionG4                                                     = 4
	photometricWhite                                                  = 0 // 0 is white
)

// maxStrips is how many strips of a page go in one by one: each is a picture.
const maxStrips = 256

// tiffPage is a directory of a TIFF file.
type tiffPage struct {
	data  []byte
	order binary.ByteOrder
	at    int
	tags  map[uint16][]int
}

// drawTIFF makes the pictures of a page. Strips packed as faxes are (G4) go in
// as they are; other pages are unpacked.
func (b *book) drawTIFF(data []byte, index int) ([]drawing, error) {
	p, err := tiffPageOf(data, index)
	if err != nil {
		return nil, err
	}
	if strips := p.strips(); p.tag(tagCompression, 1) == compressionG4 && p.tag(tagFillOrder, 1) == 1 && strips != nil {
		return b.drawStrips(p, strips), nil
	}
	m, err := tiff.Decode(bytes.NewReader(p.alone()))
	if err != nil {
		return nil, fmt.Errorf("%w (%v)", ingest.ErrUnsupported, err)
	}
	return []drawing{{b.addImage(m), 0, 1}}, nil
}

// drawStrips makes a picture of each strip.
func (b *book) drawStrips(p tiffPage, strips [][]byte) (all []drawing) {
	width, height := p.tag(tagWidth, 0), p.tag(tagHeight, 0)
	rows := min(p.tag(tagRowsPerStrip, height), height)
	for i, strip := range strips {
		from, to := i*rows, min((i+1)*rows, height)
		if from >= to {
			break
		}
		object := b.addStream(dict{
			"/Type": "/XObject", "/Subtype": "/Image", "/Width": width, "/Height": to - from,
			"/BitsPerComponent": 1, "/ColorSpace": "/DeviceGray", "/Filter": "/CCITTFaxDecode",
			"/DecodeParms": dict{"/K": -1, "/Columns": width, "/Rows": to - from, "/BlackIs1": p.tag(tagPhotometric, 0) != photometricWhite},
		}, strip)
		all = append(all, drawing{object, float64(from) / float64(height), float64(to) / float64(height)})
	}
	return all
}

// tiffPageOf walks the chain of directories to a page.
func tiffPageOf(data []byte, index int) (tiffPage, error) {
	p := tiffPage{data: data, order: binary.LittleEndian}
	if len(data) < 8 {
		return p, ingest.ErrDamaged
	}
	if data[0] == 'M' {
		p.order = binary.BigEndian
	}
	p.at = int(p.order.Uint32(data[4:]))
	for ; ; index-- {
		next, err := p.readDirectory()
		if err != nil || index == 0 {
			return p, err
		}
		p.at = next
	}
}

// readDirectory reads the directory at p.at and says where the next one is.
func (p *tiffPage) readDirectory() (next int, err error) {
	if p.at < 8 || p.at+2 > len(p.data) {
		return 0, fmt.Errorf("directory beyond the file: %w", ingest.ErrDamaged)
	}
	entries := int(p.order.Uint16(p.data[p.at:]))
	end := p.at + 2 + 12*entries
	if end+4 > len(p.data) {
		return 0, fmt.Errorf("directory beyond the file: %w", ingest.ErrDamaged)
	}
	p.tags = map[uint16][]int{}
	for e := p.data[p.at+2 : end]; len(e) > 0; e = e[12:] {
		p.tags[p.order.Uint16(e)] = p.values(e)
	}
	return int(p.order.Uint32(p.data[end:])), nil
}

// values of a directory's entry, of the types SHORT and LONG.
func (p *tiffPage) values(entry []byte) (all []int) {
	size := map[uint16]int{3: 2, 4: 4}[p.order.Uint16(entry[2:])]
	n := int(p.order.Uint32(entry[4:]))
	if size == 0 || n > len(p.data) {
		return nil
	}
	at := entry[8:12]
	if size*n > 4 {
		from := int(p.order.Uint32(at))
		if from+size*n > len(p.data) {
			return nil
		}
		at = p.data[from : from+size*n]
	}
	for i := range n {
		if size == 2 {
			all = append(all, int(p.order.Uint16(at[2*i:])))
		} else {
			all = append(all, int(p.order.Uint32(at[4*i:])))
		}
	}
	return all
}

func (p *tiffPage) tag(name uint16, otherwise int) int {
	if v := p.tags[name]; len(v) > 0 {
		return v[0]
	}
	return otherwise
}

// strips are the packed data of the page; nil if it is not in a few strips
// that lie within the file.
func (p *tiffPage) strips() (all [][]byte) {
	at, lengths := p.tags[tagStrips], p.tags[tagStripLengths]
	if len(at) == 0 || len(at) != len(lengths) || len(at) > maxStrips {
		return nil
	}
	for i := range at {
		if at[i] < 0 || lengths[i] < 0 || at[i]+lengths[i] > len(p.data) {
			return nil
		}
		all = append(all, p.data[at[i]:at[i]+lengths[i]])
	}
	return all
}

// alone is the file with this page as its first, for a decoder that knows no
// other.
func (p *tiffPage) alone() []byte {
	out := bytes.Clone(p.data)
	p.order.PutUint32(out[4:], uint32(p.at))
	return out
}
