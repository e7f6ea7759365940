package fax

import (
	"bytes"
	"encoding/binary"
)

// TIFF tags we write (TIFF 6.0, section 11 for bilevel pictures).
const (
	tagWidth       = 256
	tagHeight      = 257
	tagBits        = 258
	tagCompression = 259
	tagPhotometric = 262
	tagOffset      = 273
	tagSamples     = 277
	tagRows        = 278
	tagLength      = 279
	tagXResolution = 282
	tagYResolution = 283
	tagUnit        = 296
)

const (
	typeShort    = 3
	typeLong     = 4
	typeRational = 5
)

type entry struct {
	Tag, Type    uint16
	Count, Value uint32
}

// TIFF writes the pages as one Group 4 TIFF with a single strip a page.
func TIFF(pages []Bitmap, dpi int) []byte {
	var out bytes.Buffer
	out.WriteString("II*\x00")
	link := out.Len() // where the offset of the next directory goes
	out.Write(make([]byte, 4))
	for _, p := range pages {
		strip := pad(Encode(p))
		at := uint32(out.Len())
		out.Write(strip)
		resolution := uint32(out.Len())
		write(&out, uint32(dpi), uint32(1))
		binary.LittleEndian.PutUint32(out.Bytes()[link:], uint32(out.Len()))
		dir := directory(p, at, uint32(len(strip)), resolution)
		write(&out, uint16(len(dir)), dir)
		link = out.Len()
		write(&out, uint32(0))
	}
	return out.Bytes()
}

func directory(p Bitmap, strip, length, resolution uint32) []entry {
	return []entry{
		{tagWidth, typeLong, 1, uint32(p.Width)},
		{tagHeight, typeLong, 1, uint32(p.Height)},
		{tagBits, typeShort, 1, 1},
		{tagCompression, typeShort, 1, 4},
		{tagPhotometric, typeShort, 1, 0}, // 0 is white
		{tagOffset, typeLong, 1, strip},
		{tagSamples, typeShort, 1, 1},
		{tagRows, typeLong, 1, uint32(p.Height)},
		{tagLength, typeLong, 1, length},
		{tagXResolution, typeRational, 1, resolution},
		{tagYResolution, typeRational, 1, resolution},
		{tagUnit, typeShort, 1, 2},
	}
}

// write appends values little-endian; a bytes.Buffer does not fail.
func write(out *bytes.Buffer, values ...any) {
	for _, v := range values {
		_ = binary.Write(out, binary.LittleEndian, v)
	}
}

// pad keeps directories on even offsets.
func pad(b []byte) []byte {
	if len(b)%2 == 1 {
		b = append(b, 0)
	}
	return b
}
