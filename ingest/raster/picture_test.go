package raster

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"testing"

	"golang.org/x/image/bmp"

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

// drawing is a white picture with a black bar.
func drawing(width, height int) *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, width, height))
	for i := range pic.Pix {
		pic.Pix[i] = 255
	}
	for x := width / 4; x < width/2; x++ {
		for y := height / 2; y < height/2+10; y++ {
			pic.SetGray(x, y, color.Gray{})
		}
	}
	return pic
}

// twoColours spares the GIF encoder its search for the best colours.
func twoColours(m image.Image) image.Image {
	p := image.NewPaletted(m.Bounds(), color.Palette{color.Black, color.White})
	draw.Draw(p, p.Rect, m, image.Point{}, draw.Src)
	return p
}

func TestPicturesComeAtTheirOwnSize(t *testing.T) {
	encoders := map[string]func(*bytes.Buffer, image.Image) error{
		kind.PNG:  func(b *bytes.Buffer, m image.Image) error { return png.Encode(b, m) },
		kind.JPEG: func(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) },
		kind.GIF:  func(b *bytes.Buffer, m image.Image) error { return gif.Encode(b, twoColours(m), nil) },
		kind.BMP:  func(b *bytes.Buffer, m image.Image) error { return bmp.Encode(b, m) },
	}
	for k, encode := range encoders {
		var b bytes.Buffer
		if err := encode(&b, drawing(1240, 1754)); err != nil {
			t.Fatal(err)
		}
		doc := open(t, save(t, "picture", b.Bytes()), k)
		m, err := doc.Measure(t.Context(), 0)
		if err != nil || math.Abs(m.DPI-150) > 1 || math.Abs(m.Width-595) > 3 {
			t.Errorf("%s: %+v, %v; want A4 at 150 dpi", k, m, err)
		}
		pic, _, err := doc.Render(0, m.DPI)
		if err != nil || math.Abs(float64(pic.Bounds().Dx()-1240)) > 2 {
			t.Errorf("%s: drawn %v, %v; want 1240 pixels wide", k, pic.Bounds(), err)
		}
		if FindInk(pic).Share(pic, pic.Rect) == 0 {
			t.Errorf("%s came out empty", k)
		}
	}
}

func TestPictureDPI(t *testing.T) {
	for _, c := range []struct {
		why          string
		w, h         int
		stated, want float64
	}{
		{"A4 at 300", 2480, 3508, 300, 300},
		{"A4 at 300 that says 96", 2480, 3508, 96, 300},
		{"A3 landscape at 200", 3307, 2339, 200, 200},
		{"a photograph", 4000, 3000, 72, 363},
		{"A6 at 150", 620, 874, 150, 150},
		{"a small picture of a page that says 300", 800, 1100, 300, 97},
		{"nothing stated", 1654, 2339, 0, 200},
		{"a stamp", 200, 50, 96, MinDPI},
	} {
		if have := (picture{c.w, c.h}).dpi(c.stated); math.Abs(have-c.want) > 1 {
			t.Errorf("%s: %.0f dpi, want %.0f", c.why, have, c.want)
		}
	}
}

func TestBombs(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, drawing(100, 100)); err != nil {
		t.Fatal(err)
	}
	bomb := b.Bytes()
	binary.BigEndian.PutUint32(bomb[16:], 50_000)
	binary.BigEndian.PutUint32(bomb[20:], 50_000)
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	if _, err := Open(save(t, "bomb.png", bomb), kind.PNG); !errors.Is(err, ingest.ErrTooLarge) {
		t.Errorf("a PNG of 50,000 × 50,000 pixels: %v, want ErrTooLarge", err)
	}
	if _, err := Open(save(t, "bomb.tif", tiff(picture{10, 10}, picture{50_000, 50_000})), kind.TIFF); !errors.Is(err, ingest.ErrTooLarge) {
		t.Errorf("second picture of a TIFF: %v, want ErrTooLarge", err)
	}
}

// tiff is the directories of a TIFF file, without pixels.
func tiff(pics ...picture) []byte {
	le := binary.LittleEndian
	b := []byte("II*\x00\x08\x00\x00\x00")
	for i, p := range pics {
		b = le.AppendUint16(b, 2)
		for tag, value := range map[uint16]int{256: p.width, 257: p.height} {
			b = le.AppendUint16(b, tag)
			b = le.AppendUint16(b, 4)
			b = le.AppendUint32(b, 1)
			b = le.AppendUint32(b, uint32(value))
		}
		next := len(b) + 4
		if i == len(pics)-1 {
			next = 0
		}
		b = le.AppendUint32(b, uint32(next))
	}
	return b
}

func TestHeaders(t *testing.T) {
	pics := tiffHeader(bytes.NewReader(tiff(picture{10, 20}, picture{30, 40})))
	if len(pics) != 2 || pics[0] != (picture{10, 20}) || pics[1] != (picture{30, 40}) {
		t.Errorf("TIFF: %v", pics)
	}
	loop := tiff(picture{10, 20})
	binary.LittleEndian.PutUint32(loop[len(loop)-4:], 8)
	if n := len(tiffHeader(bytes.NewReader(loop))); n != MaxPages {
		t.Errorf("a TIFF whose directory follows itself: %d pictures, want it to end at %d", n, MaxPages)
	}
	jp2 := "\x00\x00\x00\x0cjP  \r\n\x87\n....jp2h\x00\x00\x00\x16ihdr\x00\x00\x00\x14\x00\x00\x00\x0a"
	if pics := jp2Header(bytes.NewReader([]byte(jp2))); len(pics) != 1 || pics[0] != (picture{10, 20}) {
		t.Errorf("JPEG 2000: %v, want 10 × 20", pics)
	}
	bare := "\xff\x4f\xff\x51\x00\x29\x00\x00\x00\x00\x00\x0a\x00\x00\x00\x14"
	if pics := jp2Header(bytes.NewReader([]byte(bare))); len(pics) != 1 || pics[0] != (picture{10, 20}) {
		t.Errorf("bare JPEG 2000: %v, want 10 × 20", pics)
	}
}

func TestVerify(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, drawing(400, 400)); err != nil {
		t.Fatal(err)
	}
	whole := open(t, save(t, "whole.png", b.Bytes()), kind.PNG)
	if err := whole.Verify(); err != nil {
		t.Errorf("a whole picture: %v", err)
	}
	cut, err := Open(save(t, "cut.png", b.Bytes()[:b.Len()/2]), kind.PNG)
	if err == nil {
		defer cut.Close()
		err = cut.Verify()
	}
	if !errors.Is(err, ingest.ErrDamaged) {
		t.Errorf("half a picture: %v, want ErrDamaged", err)
	}
}

// FuzzHeaders: no header makes the readers of headers panic.
func FuzzHeaders(f *testing.F) {
	f.Add(tiff(picture{10, 20}, picture{30, 40}))
	f.Add([]byte("MM\x00*\x00\x00\x00\x08\xff\xff"))
	f.Add([]byte("ihdr"))
	f.Fuzz(func(t *testing.T, data []byte) {
		tiffHeader(bytes.NewReader(data))
		jp2Header(bytes.NewReader(data))
	})
}
