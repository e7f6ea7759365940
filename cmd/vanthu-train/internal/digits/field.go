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
	"vanthu/ingest/hand/ink"
)

// Owners of the pixels of a field beside its characters, which have 1, 2, 3 …
const (
	ofPaper = 0
	ofPrint = 200
	ofSlash = 201
)

// field is a made-up crop of a page: a number in the print around it.
type field struct {
	text  string
	kind  hand.Kind
	pic   *image.Gray
	owner []uint8 // of each pixel
}

// printed is what stands beside numbers on pages.
var printed = struct{ left, right []string }{
	left:  []string{"Số:", "Số", ":", "ngày", "i, ngày", "y", "tháng", "g", ""},
	right: []string{"/KH-UBND", "/QĐ-TTg", "/BC", "/", "/SYT-NVY", "tháng", "t", "năm", "n", "-CT/TU", ""},
}

// fieldMaker draws fields.
type fieldMaker struct {
	rnd   *rand.Rand
	draw  func(label byte) *glyph
	faces []*opentype.Font
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
	left := pick(m.rnd, printed.left)
	right := pick(m.rnd, printed.right)
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
	for i := range len(text) {
		points, size := h.write(m.rnd, m.draw(text[i]))
		at := image.Pt(left, base-size.Y+int(h.height*0.06*m.rnd.NormFloat64()))
		for _, p := range points {
			f.set(p.Add(at), uint8(i+1))
		}
		left += max(size.X+int(gap+h.height*0.05*m.rnd.NormFloat64()), size.X/2)
	}
	return left - int(gap)
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

// dirty draws what belongs to nobody: dotted lines, rules, seals, specks, a
// stroke through a character.
func (m *fieldMaker) dirty(f *field, h writer, base int) {
	size, rnd := f.pic.Rect.Size(), m.rnd
	thick := 1 + rnd.Float64()*h.height/20
	if one(rnd, 4) {
		step := h.height * (0.1 + 0.1*rnd.Float64())
		for x := 0.0; x < float64(size.X); x += step {
			f.disc(x, float64(base)+2, thick)
		}
	}
	if one(rnd, 10) {
		y, tilt := float64(base)+h.height*(0.3*rnd.Float64()-0.1), 0.02*rnd.NormFloat64()
		for x := range size.X {
			f.disc(float64(x), y+tilt*float64(x), thick/2)
		}
	}
	if one(rnd, 12) {
		radius, x0, y0 := h.height*(1+2*rnd.Float64()), float64(rnd.IntN(size.X)), h.height*3*(rnd.Float64()-.5)
		for a := 0.0; a < 7; a += 0.6 / radius {
			f.disc(x0+radius*math.Cos(a), y0+radius*math.Sin(a), thick)
		}
	}
	for range rnd.IntN(6) {
		f.disc(float64(rnd.IntN(size.X)), float64(rnd.IntN(size.Y)), 3*rnd.Float64())
	}
}

// disc inks the pixels of the paper within a radius.
func (f *field) disc(x, y, radius float64) {
	for py := int(y - radius); py <= int(y+radius); py++ {
		for px := int(x - radius); px <= int(x+radius); px++ {
			p := image.Pt(px, py)
			if p.In(f.pic.Rect) && math.Hypot(float64(px)-x, float64(py)-y) <= radius {
				f.pic.Pix[py*f.pic.Stride+px] = 1
			}
		}
	}
}

// scan turns ink and paper into greys as a scanner does.
func (f *field) scan(rnd *rand.Rand) {
	paper := 190 + 65*rnd.Float64()
	written, print := paper*(0.05+0.6*rnd.Float64()), paper*(0.05+0.3*rnd.Float64())
	noise := max(14*rnd.Float64()*rnd.Float64()-2, 0)
	grey := make([]float64, len(f.pic.Pix))
	for i, on := range f.pic.Pix {
		switch {
		case on == 0:
			grey[i] = paper
		case f.owner[i] >= ofPrint:
			grey[i] = print
		default:
			grey[i] = written
		}
	}
	for range rnd.IntN(3) {
		grey = blurred(grey, f.pic.Stride)
	}
	bitonal, level := one(rnd, 3), (paper+written)/2
	for i, g := range grey {
		if noise > 0 {
			g += noise * rnd.NormFloat64()
		}
		if bitonal {
			g = map[bool]float64{true: 255, false: 0}[g > level]
		}
		f.pic.Pix[i] = uint8(min(max(g, 0), 255))
	}
}

// blurred is the mean of each pixel and its neighbours to four sides.
func blurred(grey []float64, width int) []float64 {
	out := make([]float64, len(grey))
	copy(out, grey)
	for i := width; i < len(grey)-width; i++ {
		out[i] = (2*grey[i] + grey[i-1] + grey[i+1] + grey[i-width] + grey[i+width]) / 6
	}
	return out
}

// ownersByBox tells whose the pixels of a line are: those in one box only.
func ownersByBox(l line) []uint8 {
	owner := make([]uint8, len(l.pic.Pix))
	for i := range owner {
		at, in := image.Pt(i%l.pic.Stride, i/l.pic.Stride), 0
		for b, box := range l.boxes {
			if at.In(box) {
				owner[i] = uint8(b + 1)
				in++
			}
		}
		if in > 1 {
			owner[i] = ofPaper
		}
	}
	return owner
}

// example is what the network learns: a picture and its class.
type example struct {
	picture []float32
	class   int
}

// examples are the groups of a field as the reader would find them, but for
// those that are neither clearly a character nor clearly none.
func (f field) examples() []example {
	sheet := ink.Find(f.pic)
	owned := make([]map[uint8]int, len(sheet.Pieces))
	all := map[uint8]int{}
	for i, p := range sheet.Pieces {
		owned[i] = map[uint8]int{}
		for _, at := range p.Points {
			o := f.owner[at.Y*f.pic.Stride+at.X]
			owned[i][o]++
			all[o]++
		}
	}
	var out []example
	for _, g := range sheet.Groups() {
		in := map[uint8]int{}
		for _, o := range owned[g.From:g.To] {
			for k, n := range o {
				in[k] += n
			}
		}
		if class, clear := f.class(in, all); clear {
			out = append(out, example{sheet.Picture(g), class})
		}
	}
	return out
}

// class says what a group is from whose its pixels are, and whether that is
// clear.
func (f field) class(in, all map[uint8]int) (class int, clear bool) {
	sum := 0
	for _, n := range in {
		sum += n
	}
	nobody := in[ofPaper] + in[ofPrint]
	switch {
	case nobody*10 >= sum*9:
		return hand.Foreign, true
	case in[ofSlash]*10 >= sum*9:
		return map[bool]int{true: hand.Slash, false: hand.Foreign}[in[ofSlash]*10 >= all[ofSlash]*8], true
	}
	best := 0.0
	for o, n := range in {
		if o == ofPaper || o >= ofPrint {
			continue
		}
		share, cover := float64(n)/float64(sum-in[ofPaper]), float64(n)/float64(all[o])
		if share > 0.88 && cover > 0.87 && in[ofPaper]*2 < sum {
			return hand.Class(f.text[o-1]), true
		}
		best = max(best, min(share, cover))
	}
	return hand.Miscut, best < 0.75
}
