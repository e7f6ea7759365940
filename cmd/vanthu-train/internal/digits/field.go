package digits

import (
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"vanthu/ingest/hand"
)

// Owners of the pixels of a field beside its characters, which have 1, 2, 3 …
const (
	ofPaper  = 0
	ofPrint  = 200
	ofSlash  = 201
	ofStruck = 202
)

// field is a made-up crop of a page: a number in the print around it.
type field struct {
	text  string
	kind  hand.Kind
	pic   *image.Gray
	owner []uint8 // of each pixel
}

// printed is what stands on pages beside numbers of a kind. The crop may cut it
// off anywhere.
var printed = map[hand.Kind]struct{ left, right []string }{
	hand.Serial: {
		left:  []string{"Số:", "Số:", "Số", ":", ""},
		right: []string{"/KH-UBND", "/QĐ-TTg", "/BC-HĐND", "/SYT-NVY", "/TB", "/", "/", "-CT/TU", ""},
	},
	hand.Day:   {left: []string{"ngày", "i, ngày", "y", "ày", ""}, right: []string{"tháng", "thá", "t", ""}},
	hand.Month: {left: []string{"tháng", "áng", "g", ""}, right: []string{"năm 20", "năm", "n", ""}},
}

// fieldMaker draws fields.
type fieldMaker struct {
	rnd   *rand.Rand
	draw  func(label byte) *glyph
	faces []*opentype.Font
	slips int // one field in so many has a character struck out or written over; 0: none
}

// timesFaces are what most documents are printed in.
func timesFaces() ([]*opentype.Font, error) {
	var all []*opentype.Font
	for _, file := range []string{"LiberationSerif-Regular.ttf", "LiberationSerif-Italic.ttf"} {
		data, err := os.ReadFile("/usr/share/fonts/truetype/liberation2/" + file)
		if err != nil {
			return nil, fmt.Errorf("read face (apt-get install fonts-liberation2): %w", err)
		}
		f, err := opentype.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("parse face %s: %w", file, err)
		}
		all = append(all, f)
	}
	return all, nil
}

// one reports true once in so many times.
func one(rnd *rand.Rand, in int) bool { return rnd.IntN(in) == 0 }

// number makes up a number as it stands in a field.
func (m *fieldMaker) number() (string, hand.Kind) {
	switch m.rnd.IntN(5) {
	case 0:
		return fmt.Sprintf("%02d", 1+m.rnd.IntN(31)), hand.Day
	case 1:
		return fmt.Sprintf("%02d", 1+m.rnd.IntN(12)), hand.Month
	}
	n := 1 + m.rnd.IntN(4)
	text := fmt.Sprintf("%0*d", n, m.rnd.IntN(int(math.Pow10(n))))
	if one(m.rnd, 12) {
		text += string(pick(m.rnd, []rune("abcd")))
	}
	return text, hand.Serial
}

// field draws a number between print, over lines and dirt.
func (m *fieldMaker) field() field {
	h := newWriter(m.rnd)
	text, kind := m.number()
	left, right := pick(m.rnd, printed[kind].left), pick(m.rnd, printed[kind].right)
	size := h.height * (0.75 + 0.5*m.rnd.Float64())
	tall := int(h.height * (1.3 + 0.8*m.rnd.Float64()))
	f := field{text: text, kind: kind, pic: image.NewGray(image.Rect(0, 0, int(h.height*float64(len(text)+len(left)+len(right)+3)), tall))}
	f.owner = make([]uint8, len(f.pic.Pix))
	base := tall - (tall-int(h.height))/2
	face, err := opentype.NewFace(pick(m.rnd, m.faces), &opentype.FaceOptions{Size: size, DPI: 72})
	if err != nil {
		panic(err) // only a size that is no number
	}
	pen := f.print(face, left, 2, base, ofPrint) + int(h.height*(0.6*m.rnd.Float64()-0.05))
	pen = m.write(&f, h, text, max(pen, 2), base) + int(h.height*(0.6*m.rnd.Float64()-0.1))
	if rest, slash := strings.CutPrefix(right, "/"); slash {
		pen = f.print(face, "/", pen, base, ofSlash)
		right = rest
	}
	f.print(face, right, pen, base, ofPrint)
	f = f.cropped(m.rnd, int(h.height/6), pen+m.rnd.IntN(int(2*h.height)))
	m.dirty(&f, h, base)
	f.scan(m.rnd)
	return f
}

// write writes a number and returns where its last character ends.
func (m *fieldMaker) write(f *field, h writer, text string, left, base int) int {
	gap := h.height * (0.08 + 0.13*m.rnd.NormFloat64() - 0.6*max(h.slant, 0))
	slip := m.slip(len(text))
	for i := range len(text) {
		if i == slip.before {
			left += max(m.struck(f, h, left, base)+int(gap), 1)
		}
		if i == slip.under {
			m.character(f, h, m.digit(), image.Pt(left, base), uint8(i+1))
			h.grow++
		}
		wide := m.character(f, h, text[i], image.Pt(left, base), uint8(i+1))
		if i == slip.under {
			h.grow--
		}
		left += max(wide+int(gap+h.height*0.05*m.rnd.NormFloat64()), wide/2)
	}
	return left - int(gap)
}

// character writes one character, its foot left at a point, and returns how wide
// it is.
func (m *fieldMaker) character(f *field, h writer, label byte, foot image.Point, owner uint8) int {
	points, size := h.write(m.rnd, m.draw(label))
	at := foot.Add(image.Pt(0, int(h.height*0.06*m.rnd.NormFloat64())-size.Y))
	for _, p := range points {
		f.set(p.Add(at), owner)
	}
	return size.X
}

func (f *field) set(p image.Point, owner uint8) {
	if p.In(f.pic.Rect) {
		f.owner[p.Y*f.pic.Stride+p.X] = owner
		f.pic.Pix[p.Y*f.pic.Stride+p.X] = 1
	}
}

// print prints a text and returns where it ends.
func (f *field) print(face font.Face, text string, left, base int, owner uint8) int {
	mask := image.NewAlpha(f.pic.Rect)
	d := font.Drawer{Dst: mask, Src: image.Opaque, Face: face, Dot: fixed.P(left, base)}
	d.DrawString(text)
	for i, a := range mask.Pix {
		if a > 110 {
			f.owner[i], f.pic.Pix[i] = owner, 1
		}
	}
	return d.Dot.X.Round()
}

// cropped cuts a field somewhere in its left margin and behind its end.
func (f field) cropped(rnd *rand.Rand, margin, end int) field {
	from, to := rnd.IntN(margin+1), min(max(end, 8), f.pic.Rect.Dx())
	out := field{text: f.text, kind: f.kind, pic: image.NewGray(image.Rect(0, 0, to-from, f.pic.Rect.Dy()))}
	for y := range f.pic.Rect.Dy() {
		row := f.pic.Stride * y
		copy(out.pic.Pix[y*out.pic.Stride:], f.pic.Pix[row+from:row+to])
		out.owner = append(out.owner, f.owner[row+from:row+to]...)
	}
	return out
}
