package pdfa

import (
	"encoding/binary"
	"math"
	"slices"
)

// profileSteps is how finely the tone curve is tabled.
const profileSteps = 1024

// tag is a part of a profile.
type tag struct {
	name string
	data []byte
}

// profile makes an ICC profile (version 2.1) of sRGB from its definition
// (IEC 61966-2-1): the primaries adapted to D50 and the tone curve. PDF/A
// wants one so that DeviceRGB and DeviceGray have a meaning; made here it has
// nobody else's licence.
func profile() []byte {
	curve := toneCurve()
	return assemble([]tag{
		{"desc", description("sRGB")},
		{"cprt", []byte("text\x00\x00\x00\x00no copyright, use freely\x00")},
		{"wtpt", whitePoint},
		{"rXYZ", xyz(0.4360, 0.2225, 0.0139)},
		{"gXYZ", xyz(0.3851, 0.7169, 0.0971)},
		{"bXYZ", xyz(0.1431, 0.0606, 0.7141)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	})
}

// whitePoint is D50, in which profiles are connected.
var whitePoint = xyz(0.9642, 1, 0.8249)

// assemble writes the header, the table of tags and the tags, each once.
func assemble(tags []tag) []byte {
	head := make([]byte, 128)
	copy(head[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	copy(head[24:], words16(2000, 1, 1, 0, 0, 0)) // a date must be given
	copy(head[36:], "acsp")
	copy(head[68:], whitePoint[8:]) // the illuminant

	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	placed := map[string]int{} // the three colours share a curve
	for _, t := range tags {
		at, ok := placed[string(t.data)]
		if !ok {
			at = len(head) + 4 + 12*len(tags) + len(body)
			placed[string(t.data)] = at
			body = append(body, t.data...)
			body = append(body, make([]byte, -len(body)&3)...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	file := slices.Concat(head, table, body)
	binary.BigEndian.PutUint32(file, uint32(len(file)))
	return file
}

func toneCurve() []byte {
	curve := []byte("curv\x00\x00\x00\x00")
	curve = binary.BigEndian.AppendUint32(curve, profileSteps)
	for i := range profileSteps {
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(65535*linear(float64(i)/(profileSteps-1)))))
	}
	return curve
}

// linear is the light of an sRGB value.
func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func xyz(x, y, z float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
	}
	return out
}

// description is a textDescriptionType: the name in ASCII, none in Unicode or
// in Macintosh script.
func description(name string) []byte {
	out := []byte("desc\x00\x00\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(len(name)+1))
	out = append(out, name...)
	return append(out, make([]byte, 1+4+4+2+1+67)...)
}
