package pdfa

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"

	"vanthu/ingest"
)

// addImage makes a picture of pixels: of one bit each where all are black or
// white, of grey where none has a colour. What is transparent lies on white.
func (b *book) addImage(m image.Image) string {
	r := m.Bounds()
	d := dict{"/Type": "/XObject", "/Subtype": "/Image", "/Width": r.Dx(), "/Height": r.Dy(), "/BitsPerComponent": 8, "/ColorSpace": "/DeviceRGB"}
	pixels := flatPixels(m)
	grey, bilevel := true, true
	for i := 0; i < len(pixels) && grey; i += 3 {
		v := pixels[i]
		grey = v == pixels[i+1] && v == pixels[i+2]
		bilevel = bilevel && (v == 0 || v == 255)
	}
	switch {
	case grey && bilevel:
		d["/ColorSpace"], d["/BitsPerComponent"] = "/DeviceGray", 1
		pixels = packBits(pixels, r.Dx())
	case grey:
		d["/ColorSpace"] = "/DeviceGray"
		for i := range len(pixels) / 3 {
			pixels[i] = pixels[3*i]
		}
		pixels = pixels[:len(pixels)/3]
	}
	return b.addPacked(d, pixels)
}

// flatPixels are red, green and blue, row by row, on white.
func flatPixels(m image.Image) []byte {
	r := m.Bounds()
	out := make([]byte, 0, 3*r.Dx()*r.Dy())
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			red, green, blue, alpha := m.At(x, y).RGBA()
			white := 0xffff - alpha
			out = append(out, byte((red+white)>>8), byte((green+white)>>8), byte((blue+white)>>8))
		}
	}
	return out
}

// packBits packs pixels of three equal bytes, black or white, eight to a byte;
// a row begins with a byte.
func packBits(pixels []byte, width int) []byte {
	var out []byte
	for ; len(pixels) > 0; pixels = pixels[3*width:] {
		row := make([]byte, (width+7)/8)
		for x := range width {
			row[x/8] |= pixels[3*x] & 1 << (7 - x%8)
		}
		out = append(out, row...)
	}
	return out
}

// addPNG makes a picture of a PNG file. Its data is in a form that PDF knows
// (deflate with predictors), so most go in as they are; what is interlaced or
// transparent, or has a palette, is unpacked.
func (b *book) addPNG(data []byte) (string, error) {
	head, packed, plain := pngParts(data)
	colours := map[byte]int{0: 1, 2: 3}[head.ColourType]
	if !plain || colours == 0 {
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return "", fmt.Errorf("%w (%v)", ingest.ErrDamaged, err)
		}
		return b.addImage(m), nil
	}
	return b.addStream(dict{
		"/Type": "/XObject", "/Subtype": "/Image", "/Width": int(head.Width), "/Height": int(head.Height),
		"/BitsPerComponent": int(head.Depth), "/ColorSpace": map[int]string{1: "/DeviceGray", 3: "/DeviceRGB"}[colours],
		"/Filter":      "/FlateDecode",
		"/DecodeParms": dict{"/Predictor": 15, "/Colors": colours, "/BitsPerComponent": int(head.Depth), "/Columns": int(head.Width)},
	}, packed), nil
}

type pngHead struct {
	Width, Height                                     uint32
	Depth, ColourType, Compression, Filter, Interlace byte
}

// pngParts gives a PNG's header and its packed data, and whether it is neither
// interlaced nor partly transparent.
func pngParts(data []byte) (head pngHead, packed []byte, plain bool) {
	plain = true
	for at := 8; at+12 <= len(data); {
		length := int(binary.BigEndian.Uint32(data[at:]))
		if length < 0 || at+12+length > len(data) {
			return head, nil, false
		}
		name, body := string(data[at+4:at+8]), data[at+8:at+8+length]
		switch name {
		case "IHDR":
			if _, err := binary.Decode(body, binary.BigEndian, &head); err != nil {
				return head, nil, false
			}
			plain = head.Interlace == 0
		case "tRNS":
			plain = false
		case "IDAT":
			packed = append(packed, body...)
		}
		at += 12 + length
	}
	return head, packed, plain && len(packed) > 0
}
