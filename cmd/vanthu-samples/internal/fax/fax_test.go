package fax

import (
	"bytes"
	"image"
	"io"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/ccitt"
	"golang.org/x/image/tiff"
)

// decode reads Group 4 bytes back as one bool a pixel.
func decode(t testing.TB, g4 []byte, w, h int) []bool {
	t.Helper()
	r := ccitt.NewReader(bytes.NewReader(g4), ccitt.MSB, ccitt.Group4, w, h, nil)
	packed, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("decode: %v", err)
	}
	stride := (w + 7) / 8
	black := make([]bool, 0, w*h)
	for y := range h {
		for x := range w {
			black = append(black, packed[y*stride+x/8]&(0x80>>(x%8)) == 0)
		}
	}
	return black
}

// bitmap makes runs of random length, so that all three modes occur.
func bitmap(seed uint64, w, h, maxRun int) Bitmap {
	rng := rand.New(rand.NewPCG(seed, 1))
	b := Bitmap{w, h, make([]bool, w*h)}
	black, left := false, 0
	for i := range b.Black {
		if left--; left < 0 {
			black, left = !black, rng.IntN(maxRun)
		}
		if i >= w && rng.IntN(3) > 0 { // mostly like the row above
			b.Black[i] = b.Black[i-w]
			continue
		}
		b.Black[i] = black
	}
	return b
}

func TestEncodeReadsBack(t *testing.T) {
	for _, c := range []struct{ w, h, run int }{
		{1, 1, 2}, {8, 3, 3}, {17, 40, 9}, {640, 50, 200}, {5300, 6, 5200},
	} {
		for seed := range uint64(8) {
			b := bitmap(seed, c.w, c.h, c.run)
			got := decode(t, Encode(b), c.w, c.h)
			for i := range got {
				if got[i] != b.Black[i] {
					t.Fatalf("%d×%d seed %d: pixel %d differs", c.w, c.h, seed, i)
				}
			}
		}
	}
}

func TestWorkedExample(t *testing.T) {
	row := func(s string) (out []bool) {
		for _, c := range s {
			out = append(out, c == 'X')
		}
		return out
	}
	e := encoder{white: runCodes(whiteRuns), black: runCodes(blackRuns)}
	e.row(row("...XX..."), row("..XXX..."))
	if e.n != 5 || e.bits != 0b01111000 {
		t.Errorf("row is %d bits %08b, want 5 bits 01111000", e.n, e.bits)
	}
}

func TestTIFFReadsBack(t *testing.T) {
	b := bitmap(3, 120, 80, 30)
	picture, err := tiff.Decode(bytes.NewReader(TIFF([]Bitmap{b, b}, 300)))
	if err != nil {
		t.Fatal(err)
	}
	for i, black := range b.Black {
		r, _, _, _ := picture.At(i%b.Width, i/b.Width).RGBA()
		if (r == 0) != black {
			t.Fatalf("pixel %d is %v, black is %v", i, r, black)
		}
	}
}

func TestThreshold(t *testing.T) {
	g := image.NewGray(image.Rect(0, 0, 2, 1))
	g.Pix = []uint8{127, 128}
	if b := Threshold(g, 128); !b.Black[0] || b.Black[1] {
		t.Errorf("Threshold = %v, want [true false]", b.Black)
	}
}
