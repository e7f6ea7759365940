package digits

import (
	"bytes"
	"image"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"vanthu/ingest/hand"
)

// idx is an IDX file: magic, sizes, bytes.
func idx(magic byte, sizes []byte, data []byte) *bytes.Reader {
	file := []byte{0, 0, 8, magic}
	for _, s := range sizes {
		file = append(file, 0, 0, 0, s)
	}
	return bytes.NewReader(append(file, data...))
}

func TestReadGlyphs(t *testing.T) {
	data := make([]byte, 2*784)
	data[784+29] = 200
	all, err := readGlyphs(idx(3, []byte{2, 28, 28}, data))
	if err != nil || len(all) != 2 || all[1].ink[29] != 200 {
		t.Fatalf("%d glyphs, %v", len(all), err)
	}
	if err := readLabels(idx(1, []byte{2}, []byte{7, 'a'}), all); err != nil || all[0].label != '7' || all[1].label != 'a' {
		t.Errorf("labels %c and %c, %v", all[0].label, all[1].label, err)
	}
	for name, bad := range map[string]*bytes.Reader{
		"labels for pictures": idx(1, []byte{2, 28, 28}, data),
		"another size":        idx(3, []byte{2, 20, 28}, data),
		"too short":           idx(3, []byte{3, 28, 28}, data),
	} {
		if _, err := readGlyphs(bad); err == nil {
			t.Errorf("readGlyphs of %s succeeded", name)
		}
	}
	if err := readLabels(idx(1, []byte{3}, []byte{1, 2, 3}), all); err == nil {
		t.Error("three labels for two glyphs were read")
	}
}

// twoDigits is a file of one string, "05" of two points each.
var twoDigits = append([]byte("DSTR\x00\x00\x00\x01\x0205\x00\x01\x00\x04"),
	255, 0, 0, 128, // ink is white
	2, 0, 0, 0, 0, 0, 2, 0, 1, 0, 2, 0, 0, 0, 4, 0, 1)

func TestReadLines(t *testing.T) {
	all, err := readLines(bytes.NewReader(twoDigits))
	if err != nil || len(all) != 1 {
		t.Fatalf("%d lines, %v", len(all), err)
	}
	l := all[0]
	if l.text != "05" || !bytes.Equal(l.pic.Pix, []byte{0, 255, 255, 127}) {
		t.Errorf("text %q, points %v", l.text, l.pic.Pix)
	}
	if want := []image.Rectangle{image.Rect(0, 0, 2, 1), image.Rect(2, 0, 4, 1)}; !slices.Equal(l.boxes, want) {
		t.Errorf("boxes %v, want %v", l.boxes, want)
	}
	if got := ownersByBox(l); !bytes.Equal(got, []byte{1, 1, 2, 2}) {
		t.Errorf("owners %v", got)
	}
}

// FuzzReadLines: a file of strings is read or refused.
func FuzzReadLines(f *testing.F) {
	f.Add(twoDigits)
	f.Add(twoDigits[:20])
	f.Add([]byte("DSTR\x00\x00\x00\x01\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, file []byte) {
		all, err := readLines(bytes.NewReader(file))
		if err != nil {
			return
		}
		for _, l := range all {
			if len(l.pic.Pix) > len(file) {
				t.Errorf("%d points out of %d bytes", len(l.pic.Pix), len(file))
			}
		}
	})
}

func TestDrawDigit(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for label, forms := range drawnForms {
		for range 3 * len(forms) {
			g := drawDigit(rnd, label)
			points, size := writer{height: 40, wide: 1, level: 110}.write(rnd, g)
			if g.label != label || len(points) < 60 || size.Y < 25 {
				t.Errorf("%c: %d points of ink, %v large", g.label, len(points), size)
			}
		}
	}
}

// TestStruck makes numbers with a digit struck out before one of their own, and
// wants a group of that class among the examples of most: strokes that run into
// the next digit leave none that is clear.
func TestStruck(t *testing.T) {
	bar := &glyph{label: '1'}
	bar.draw(stroke{{14, 4}, {14, 24}}, 1.5)
	found := 0
	for seed := range uint64(8) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		m := fieldMaker{rnd: rnd, draw: func(byte) *glyph { return bar }}
		f := field{text: "11", pic: image.NewGray(image.Rect(0, 0, 260, 80)), owner: make([]uint8, 260*80)}
		wide := m.struck(&f, writer{height: 40, wide: 1, level: 110}, 40, 60)
		m.character(&f, writer{height: 40, wide: 1, level: 110}, '1', image.Pt(60+wide, 60), 1)
		m.character(&f, writer{height: 40, wide: 1, level: 110}, '1', image.Pt(130+wide, 60), 2)
		f.scan(rnd)
		got := map[int]int{}
		for _, x := range f.examples() {
			got[x.class]++
		}
		if got[hand.Struck] > 0 && got[1] > 0 {
			found++
		}
	}
	if found < 5 {
		t.Errorf("%d of 8 numbers have an example of what is struck out", found)
	}
}

// TestSlips: as many fields have a slip as were asked for.
func TestSlips(t *testing.T) {
	for often, want := range map[int][2]int{0: {0, 0}, 1: {400, 400}, 4: {60, 140}} {
		m, n := fieldMaker{rnd: rand.New(rand.NewPCG(1, 1)), slips: often}, 0
		for range 400 {
			if s := m.slip(3); s.before >= 0 || s.under >= 0 {
				n++
			}
		}
		if n < want[0] || n > want[1] {
			t.Errorf("one in %d: %d of 400", often, n)
		}
	}
}

// TestExamples draws a 1 and a slash as bars, print between two boxes, and wants
// their classes back.
func TestExamples(t *testing.T) {
	f := field{text: "1", pic: image.NewGray(image.Rect(0, 0, 120, 60))}
	f.owner = make([]uint8, len(f.pic.Pix))
	for i := range f.pic.Pix {
		f.pic.Pix[i] = 230
	}
	bar := func(x int, owner uint8) {
		for y := 10; y < 50; y++ {
			for dx := range 5 {
				f.pic.Pix[y*120+x+dx], f.owner[y*120+x+dx] = 30, owner
			}
		}
	}
	bar(20, ofPrint)
	bar(50, 1)
	bar(80, ofSlash)
	got := map[int]int{}
	for _, x := range f.examples() {
		got[x.class]++
	}
	// alone: print, 1, slash; together: print and 1, 1 and slash
	want := map[int]int{hand.Foreign: 1, 1: 1, hand.Slash: 1, hand.Miscut: 2}
	if !maps.Equal(got, want) {
		t.Errorf("classes %v, want %v", got, want)
	}
}

// TestMove moves weights against their slopes, at first by the pace.
func TestMove(t *testing.T) {
	weights, mean, square := []float32{1, 1, 1}, make([]float32, 3), make([]float32, 3)
	slopes := [][]float32{{64, -32, 0}, {64, -32, 0}}
	move(weights, slopes, mean, square, 0.1)
	if !(weights[0] < 1 && weights[1] > 1 && weights[2] == 1) {
		t.Errorf("weights %v", weights)
	}
	if slopes[0][0] != 0 || slopes[1][1] != 0 {
		t.Errorf("slopes %v are not cleared", slopes)
	}
}

func TestCalibration(t *testing.T) {
	c := calibration{{0.99, true}, {0.97, true}, {0.3, false}}
	var out bytes.Buffer
	c.print(&out)
	if !bytes.Contains(out.Bytes(), []byte("0.200 to 0.400       1  0.300  0.000\n")) {
		t.Errorf("table:\n%s", out.String())
	}
}
