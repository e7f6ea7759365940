package hand

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"os"
	"slices"
	"testing"

	"vanthu/ingest/hand/ink"
	"vanthu/ingest/hand/net"
)

func TestGrammar(t *testing.T) {
	tests := []struct {
		kind    Kind
		allowed []string
		not     []string
	}{
		{Digits, []string{"0", "007", "123456789012"}, []string{"", "1a", "1234567890123"}},
		{Serial, []string{"5", "05", "05a", "2668", "12345"}, []string{"a", "5ab", "05e", "123456"}},
		{Day, []string{"01", "5", "09", "10", "29", "31"}, []string{"00", "0", "32", "40", "111", "1a"}},
		{Month, []string{"01", "02", "3", "9", "10", "12"}, []string{"00", "13", "20", "0"}},
		{Year, []string{"1998", "2010", "2026"}, []string{"998", "2110", "1898", "20101"}},
	}
	for _, test := range tests {
		for _, s := range test.allowed {
			if _, ok := test.kind.price(s); !ok {
				t.Errorf("kind %d: %q is not allowed", test.kind, s)
			}
			for i := range s {
				if !test.kind.begins(s[:i+1]) {
					t.Errorf("kind %d: %q may not begin with %q", test.kind, s, s[:i+1])
				}
			}
		}
		for _, s := range test.not {
			if _, ok := test.kind.price(s); ok {
				t.Errorf("kind %d: %q is allowed", test.kind, s)
			}
		}
	}
	regular, _ := Month.price("02")
	bare, _ := Month.price("2")
	if regular >= bare {
		t.Errorf("month 02 costs %v, 2 costs %v", regular, bare)
	}
}

// said is what a network might say of a group: one class with a probability,
// the rest shared out.
func said(class int, p float64) []float32 {
	scores := make([]float32, Classes)
	for i := range scores {
		scores[i] = float32(math.Log((1 - p) / float64(Classes-1)))
	}
	scores[class] = float32(math.Log(p))
	return scores
}

// TestSearch reads `:4⟨7⟩/K`: foreign, 4 in two pieces, 7, slash, foreign.
func TestSearch(t *testing.T) {
	sheet := &ink.Sheet{Height: 40, Pieces: make([]ink.Piece, 6)}
	classes := map[[2]int]int{{0, 1}: Foreign, {1, 3}: 4, {3, 4}: 7, {4, 5}: Slash, {5, 6}: Foreign}
	var groups []ink.Group
	var scores [][]float32
	for from := range 6 {
		for to := from + 1; to <= min(from+2, 6); to++ {
			groups = append(groups, ink.Group{From: from, To: to, Box: image.Rect(20*from, 0, 20*to, 40)})
			class, right := classes[[2]int{from, to}]
			if !right {
				class = Miscut
			}
			scores = append(scores, said(class, 0.9))
		}
	}
	all := ranked(search(sheet, groups, scores, Serial), Serial, image.Pt(3, 5))
	if len(all) == 0 || all[0].Text != "47" {
		t.Fatalf("readings %v, want 47 first", all)
	}
	if want := []image.Rectangle{image.Rect(23, 5, 63, 45), image.Rect(63, 5, 83, 45)}; !slices.Equal(all[0].Boxes, want) {
		t.Errorf("boxes %v, want %v", all[0].Boxes, want)
	}
	if days := ranked(search(sheet, groups, scores, Day), Day, image.Point{}); len(days) > 0 && days[0].Text == "47" {
		t.Error("47 is no day")
	}
}

// TestStruck reads `4`, a digit struck out, `7`: 47, and not with whatever the
// scribble may look like.
func TestStruck(t *testing.T) {
	sheet := &ink.Sheet{Height: 40, Pieces: make([]ink.Piece, 4)}
	classes := map[[2]int]int{{0, 1}: 4, {1, 3}: Struck, {3, 4}: 7}
	var groups []ink.Group
	var scores [][]float32
	for from := range 4 {
		for to := from + 1; to <= min(from+2, 4); to++ {
			groups = append(groups, ink.Group{From: from, To: to, Box: image.Rect(20*from, 0, 20*to, 40)})
			class, right := classes[[2]int{from, to}]
			if !right {
				class = Miscut
			}
			scores = append(scores, said(class, 0.9))
		}
	}
	all := ranked(search(sheet, groups, scores, Serial), Serial, image.Point{})
	if len(all) == 0 || all[0].Text != "47" {
		t.Errorf("readings %v, want 47 first", all)
	}
}

// TestNothing sees print only, one letter of which might be a 4.
func TestNothing(t *testing.T) {
	sheet := &ink.Sheet{Pieces: make([]ink.Piece, 4)}
	var groups []ink.Group
	var scores [][]float32
	for i := range 4 {
		groups = append(groups, ink.Group{From: i, To: i + 1})
		scores = append(scores, said(Foreign, 0.9))
	}
	scores[2][4] = scores[2][Foreign] - 1
	for _, r := range ranked(search(sheet, groups, scores, Serial), Serial, image.Point{}) {
		if r.P > 0.2 {
			t.Errorf("%s is read in print with %.2f", r.Text, r.P)
		}
	}
}

// pen writes on a picture.
type pen struct {
	pic   *image.Gray
	thick float64
}

func (p pen) stroke(points ...image.Point) {
	for i := range len(points) - 1 {
		a, b := points[i], points[i+1]
		for t := 0.0; t <= 1; t += 0.01 {
			x, y := float64(a.X)+t*float64(b.X-a.X), float64(a.Y)+t*float64(b.Y-a.Y)
			for dy := -p.thick; dy <= p.thick; dy++ {
				for dx := -p.thick; dx <= p.thick; dx++ {
					if math.Hypot(dx, dy) <= p.thick {
						p.pic.SetGray(int(x+dx), int(y+dy), color.Gray{Y: 50})
					}
				}
			}
		}
	}
}

func paper(w, h int) *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, w, h))
	for i := range pic.Pix {
		pic.Pix[i] = 240
	}
	return pic
}

// write471 writes a 4, a crossed 7 and a 1 with a long upstroke.
func write471(pic *image.Gray) {
	p := pen{pic, 2.5}
	p.stroke(image.Pt(40, 15), image.Pt(24, 48), image.Pt(54, 46))
	p.stroke(image.Pt(46, 32), image.Pt(43, 66))
	p.stroke(image.Pt(66, 20), image.Pt(95, 16), image.Pt(77, 66))
	p.stroke(image.Pt(72, 42), image.Pt(96, 40))
	p.stroke(image.Pt(108, 40), image.Pt(124, 15), image.Pt(121, 66))
}

func TestRead(t *testing.T) {
	r, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	pic := paper(150, 85)
	write471(pic)
	all := r.Read(pic, Serial)
	if len(all) == 0 || all[0].Text != "471" || all[0].P < 0.5 {
		t.Fatalf("readings %v, want 471", all)
	}
	if len(all[0].Boxes) != 3 || !image.Pt(40, 40).In(all[0].Boxes[0]) {
		t.Errorf("boxes %v", all[0].Boxes)
	}
	part := pic.SubImage(image.Rect(58, 5, 150, 80)).(*image.Gray)
	all = r.Read(part, Serial)
	if len(all) == 0 || all[0].Text != "71" || !image.Pt(80, 40).In(all[0].Boxes[0]) {
		t.Errorf("part of a picture: %v, want 71 in the coordinates of the whole", all)
	}
	if all := r.Read(paper(100, 60), Day); len(all) != 0 {
		t.Errorf("readings of white paper: %v", all)
	}
}

// TestVector holds the reader to what the trainer computed when it wrote the
// weights.
func TestVector(t *testing.T) {
	want, err := os.ReadFile("testdata/vector.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	if got := net.Vector(r.net); !bytes.Equal(got, want) {
		t.Errorf("the network says\n%s, the trainer said\n%s", got, want)
	}
}

func TestNew(t *testing.T) {
	for name, file := range map[string][]byte{"nothing": nil, "a network of other classes": net.New(3).Encode()} {
		if _, err := New(file); err == nil {
			t.Errorf("New of %s succeeded", name)
		}
	}
}

// FuzzRead reads pictures of anything: probabilities stay probabilities, texts
// suit the kind, each character has a box within the picture.
func FuzzRead(f *testing.F) {
	r, err := Open()
	if err != nil {
		f.Fatal(err)
	}
	written := paper(150, 85)
	write471(written)
	f.Add(written.Pix, 150, int(Serial))
	f.Add([]byte{}, 1, int(Day))
	f.Add(bytes.Repeat([]byte{0, 255, 255, 0, 9}, 500), 50, int(Year))
	f.Add(make([]byte, 400), 20, int(Month))
	f.Fuzz(func(t *testing.T, pix []byte, width, kind int) {
		kind = max(kind, -kind) % (int(Year) + 1)
		if width < 1 || len(pix) > 1<<15 || kind < 0 {
			return
		}
		pic := image.NewGray(image.Rect(0, 0, width, len(pix)/width))
		copy(pic.Pix, pix)
		sum := 0.0
		for _, reading := range r.Read(pic, Kind(kind)) {
			sum += reading.P
			if _, ok := Kind(kind).price(reading.Text); !ok || reading.P < 0 || len(reading.Boxes) != len(reading.Text) {
				t.Errorf("kind %d: %+v", kind, reading)
			}
			for _, b := range reading.Boxes {
				if !b.In(pic.Rect) {
					t.Errorf("box %v outside of %v", b, pic.Rect)
				}
			}
		}
		if !(sum <= 1.000001) {
			t.Errorf("probabilities sum to %v", sum)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	r, err := Open()
	if err != nil {
		b.Fatal(err)
	}
	pic := paper(150, 85)
	write471(pic)
	for b.Loop() {
		r.Read(pic, Serial)
	}
}
