package pdfa

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/image/tiff"

	"vanthu/ingest"
)

// Tags and values of TIFF 6.0 that matter here.
const (
	tagWidth, tagHeight, tagCompression, tagPhotometric, tagFillOrder = 256, 257, 259, 262, 266
	tagStrips, tagRowsPerStrip, tagStripLengths, tagSamples           = 273, 278, 279, 277
	tagTables                                                         = 347 // of JPEG (Technical Note 2)
	tagOrientation                                                    = 274
	compressionG4, compressionJPEG                                    = 4, 7
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

// drawTIFF makes the pictures of a page. Strips packed as faxes are (G4) or by
// JPEG go in as they are; other pages are unpacked.
func (b *book) drawTIFF(data []byte, index int) ([]drawing, error) {
	p, err := tiffPageOf(data, index)
	if err != nil {
		return nil, err
	}
	strips, compression := p.strips(), p.tag(tagCompression, 1)
	if strips != nil && (compression == compressionG4 && p.tag(tagFillOrder, 1) == 1 || compression == compressionJPEG) {
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
		d := dict{"/Type": "/XObject", "/Subtype": "/Image", "/Width": width, "/Height": to - from}
		if p.tag(tagCompression, 0) == compressionG4 {
			maps.Copy(d, p.faxEntries(width, to-from))
		} else {
			maps.Copy(d, p.jpegEntries())
			strip = p.withTables(strip)
		}
		object := b.addStream(d, strip)
		all = append(all, drawing{object, float64(from) / float64(height), float64(to) / float64(height)})
	}
	return all
}

func (p *tiffPage) faxEntries(width, height int) dict {
	black := p.tag(tagPhotometric, 0) != photometricWhite
	return dict{
		"/BitsPerComponent": 1, "/ColorSpace": "/DeviceGray", "/Filter": "/CCITTFaxDecode",
		"/DecodeParms": dict{"/K": -1, "/Columns": width, "/Rows": height, "/BlackIs1": black},
	}
}

func (p *tiffPage) jpegEntries() dict {
	space := map[int]string{1: "/DeviceGray", 4: "/DeviceCMYK"}[p.tag(tagSamples, 1)]
	if space == "" {
		space = "/DeviceRGB"
	}
	return dict{"/BitsPerComponent": 8, "/ColorSpace": space, "/Filter": "/DCTDecode"}
}

// withTables makes a JPEG file of a strip: the tables that all strips share
// come in after the mark of its start.
func (p *tiffPage) withTables(strip []byte) []byte {
	tables := p.bytes(tagTables)
	if len(tables) < 4 || len(strip) < 2 {
		return strip
	}
	return slices.Concat(strip[:2], tables[2:len(tables)-2], strip[2:])
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

// values of a directory's entry, of the types SHORT, LONG and UNDEFINED.
func (p *tiffPage) values(entry []byte) (all []int) {
	size := map[uint16]int{3: 2, 4: 4, 7: 1}[p.order.Uint16(entry[2:])]
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
		switch size {
		case 1:
			all = append(all, int(at[i]))
		case 2:
			all = append(all, int(p.order.Uint16(at[2*i:])))
		case 4:
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

func (p *tiffPage) bytes(name uint16) (all []byte) {
	for _, v := range p.tags[name] {
		all = append(all, byte(v))
	}
	return all
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
