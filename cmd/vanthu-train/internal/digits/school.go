package digits

import (
	"image"
	"math/rand/v2"
	"slices"

	"vanthu/ingest/hand"
	"vanthu/ingest/hand/ink"
)

// sources are what the network learns single glyphs from, with their shares in
// 100. Left out, to be measured on: mnist-test,
// usps-test, semeion, optdigits. mgr-digits, mgr-letters and orand-digits were
// cut from the lines, of which some are for measuring too: not used, the
// lines themselves are.
var sources = []struct {
	name  string
	share int
}{
	{"mnist-train", 35}, {"pen", 42}, {"usps-train", 7}, {"dida10k", 8}, {"nsysu", 6}, {"choice-digits", 2},
}

const (
	shareLetters = 6 // how many of 100 single glyphs are letters a to d
	shareDrawn   = 8 // how many of 100 glyphs of a digit are drawn, for each drawn form
	mostDrawn    = 45
)

// glyphSet has the glyphs of a source by label.
type glyphSet map[byte][]*glyph

func newGlyphSet(glyphs []glyph) glyphSet {
	set := glyphSet{}
	for i, g := range glyphs {
		set[g.label] = append(set[g.label], &glyphs[i])
	}
	return set
}

// oftenStruck makes slips in one field of so many, far more than there are on
// paper: the reader puts a price on them.
const oftenStruck = 10

// school is all that the network learns from; with makes it draw.
type school struct {
	rnd     *rand.Rand
	sets    []glyphSet // of the sources
	letters glyphSet
	lines   []line
	fields  fieldMaker
}

func newSchool(dir Sets) (*school, error) {
	s := &school{}
	for _, from := range sources {
		glyphs, err := dir.glyphs(from.name)
		if err != nil {
			return nil, err
		}
		s.sets = append(s.sets, newGlyphSet(glyphs))
	}
	letters, err := dir.glyphs("choice-lower")
	if err != nil {
		return nil, err
	}
	s.letters = newGlyphSet(letters)
	orand, mgr, err := dir.stringsToLearn()
	if err != nil {
		return nil, err
	}
	s.lines = slices.Concat(orand, orand, mgr)
	s.fields.faces, err = timesFaces()
	return s, err
}

// with is the same school, with lots of its own to draw.
func (s *school) with(rnd *rand.Rand) *school {
	other := *s
	other.rnd = rnd
	other.fields = fieldMaker{rnd: rnd, draw: other.clerks, faces: s.fields.faces, slips: oftenStruck}
	return &other
}

// heldOut is the share of the lines of mgr-boxed, the last, that is not learned
// from: one in so many.
const heldOut = 10

func (dir Sets) stringsToLearn() (orand, mgr []line, err error) {
	if orand, err = dir.lines("orand-car-a-train"); err != nil {
		return nil, nil, err
	}
	if mgr, err = dir.lines("mgr-boxed"); err != nil {
		return nil, nil, err
	}
	mgr = mgr[:len(mgr)-len(mgr)/heldOut]
	return orand, mgr, nil
}

// glyph draws a glyph of a label by lot.
func (s *school) glyph(label byte) *glyph {
	if label >= 'a' {
		return pick(s.rnd, s.letters[label])
	}
	if forms := drawnForms[label]; s.rnd.IntN(100) < min(shareDrawn*len(forms), mostDrawn) {
		return drawDigit(s.rnd, label)
	}
	lot := s.rnd.IntN(100)
	for i, from := range sources {
		if lot -= from.share; lot < 0 {
			return pick(s.rnd, s.sets[i][label])
		}
	}
	panic("shares of the sources sum to less than 100")
}

// clerks draws a glyph as the clerks of an office would write it: a 1 that is a
// bar only is rare among them, and would make a 1 of every slash.
func (s *school) clerks(label byte) *glyph {
	if label == '1' && one(s.rnd, 2) {
		return drawDigit(s.rnd, label)
	}
	return s.glyph(label)
}

// pick picks one of some by lot.
func pick[T any](rnd *rand.Rand, some []T) T { return some[rnd.IntN(len(some))] }

// single is an example of one glyph alone.
func (s *school) single() example {
	label := pick(s.rnd, []byte("0123456789"))
	if s.rnd.IntN(100) < shareLetters {
		label = pick(s.rnd, []byte("abcd"))
	}
	h := newWriter(s.rnd)
	if label != '1' && label != '7' { // a narrow 7 is a 1 with an upstroke
		h = h.stretched(s.rnd)
	}
	points, size := h.write(s.rnd, s.glyph(label))
	sheet := ink.Single(points, int(float64(size.Y)*(0.8+0.4*s.rnd.Float64())))
	return example{sheet.Picture(sheet.Groups()[0]), hand.Class(label)}
}

// several are examples of the groups of a line, made up or from the sets.
func (s *school) several() []example {
	if one(s.rnd, 3) {
		return pick(s.rnd, s.lines).field().examples()
	}
	return s.fields.field().examples()
}

// field is a line as a field of a page: low ones are enlarged to the size of a
// scan.
func (l line) field() field {
	f := field{text: l.text, kind: hand.Serial, pic: l.pic, owner: ownersByBox(l)}
	if l.pic.Rect.Dy() >= 36 {
		return f
	}
	return f.doubled()
}

func (f field) doubled() field {
	size := f.pic.Rect.Size()
	out := field{text: f.text, kind: f.kind, pic: image.NewGray(image.Rect(0, 0, 2*size.X, 2*size.Y))}
	for y := range 2 * size.Y {
		for x := range 2 * size.X {
			out.owner = append(out.owner, f.owner[y/2*size.X+x/2])
			near := func(dx, dy int) int {
				px, py := min(max((x+dx)/2, 0), size.X-1), min(max((y+dy)/2, 0), size.Y-1)
				return int(f.pic.Pix[py*f.pic.Stride+px])
			}
			dx, dy := x%2*2-1, y%2*2-1
			out.pic.Pix[y*out.pic.Stride+x] = uint8((9*near(0, 0) + 3*near(dx, 0) + 3*near(0, dy) + near(dx, dy) + 8) / 16)
		}
	}
	return out
}

// examples fills a batch: half of it single glyphs, half the groups of lines,
// shuffled in a pool so that a batch is of many lines.
type examples struct {
	school *school
	pool   []example
}

const poolSize = 6000

func (e *examples) next() example {
	if one(e.school.rnd, 2) {
		return e.school.single()
	}
	for len(e.pool) < poolSize {
		for _, x := range e.school.several() {
			if x.class < hand.Foreign || one(e.school.rnd, 4) {
				e.pool = append(e.pool, x)
			}
		}
	}
	i, last := e.school.rnd.IntN(len(e.pool)), len(e.pool)-1
	x := e.pool[i]
	e.pool[i] = e.pool[last]
	e.pool = e.pool[:last]
	return x
}
