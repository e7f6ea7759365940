package pdfa

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

// corner is a picture of 40 × 20 that is white but for its top left corner.
func corner(m interface {
	image.Image
	Set(x, y int, c color.Color)
}) image.Image {
	for y := range 20 {
		for x := range 40 {
			m.Set(x, y, color.White)
			if x < 10 && y < 5 {
				m.Set(x, y, color.Gray{40})
			}
		}
	}
	return m
}

func encode(t *testing.T, k string, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch k {
	case kind.JPEG:
		err = jpeg.Encode(&b, m, nil)
	case kind.PNG:
		err = png.Encode(&b, m)
	case kind.GIF:
		err = gif.Encode(&b, m, nil)
	case kind.BMP:
		err = bmp.Encode(&b, m)
	case kind.TIFF:
		err = tiff.Encode(&b, m, &tiff.Options{Compression: tiff.Deflate})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPictures: a picture file becomes a page that looks like it, packed as
// pdfimages names it.
func TestPictures(t *testing.T) {
	needs(t, "pdfimages", "pdftoppm")
	area := image.Rect(0, 0, 40, 20)
	for _, c := range []struct {
		why, kind string
		picture   image.Image
		packed    string // type of colours, packing
	}{
		{"grey JPEG", kind.JPEG, corner(image.NewGray(area)), "gray jpeg"},
		{"coloured JPEG", kind.JPEG, corner(image.NewRGBA(area)), "rgb jpeg"},
		{"grey PNG", kind.PNG, corner(image.NewGray(area)), "gray image"},
		{"PNG of 16 bits", kind.PNG, corner(image.NewGray16(area)), "gray image"},
		{"coloured PNG", kind.PNG, corner(image.NewRGBA(area)), "rgb image"},
		{"transparent PNG", kind.PNG, corner(image.NewNRGBA(area)), "rgb image"},
		{"GIF", kind.GIF, corner(image.NewGray(area)), "gray image"},
		{"BMP", kind.BMP, corner(image.NewRGBA(area)), "gray image"},
		{"TIFF", kind.TIFF, corner(image.NewGray(area)), "gray image"},
	} {
		data := encode(t, c.kind, c.picture)
		out, result := pictureCopy(t, c.kind, data)
		if len(result.Obstacles) > 0 {
			t.Errorf("%s: %v", c.why, result.Obstacles)
		}
		if list := tell(t, "pdfimages", "-list", out); !inOrder(strings.Fields(list), strings.Fields(c.packed)) {
			t.Errorf("%s: want %s\n%s", c.why, c.packed, list)
		}
		if dark := darkCorner(t, out); dark != "top left" {
			t.Errorf("%s: the dark corner is at the %s", c.why, dark)
		}
		written, _ := os.ReadFile(out)
		if c.kind == kind.JPEG && !bytes.Contains(written, data) {
			t.Errorf("%s: the file is not in the copy byte for byte", c.why)
		}
	}
}

// inOrder reports whether a list holds these parts, one after the other.
func inOrder(list, parts []string) bool {
	for _, l := range list {
		if len(parts) > 0 && l == parts[0] {
			parts = parts[1:]
		}
	}
	return len(parts) == 0
}

func pictureCopy(t *testing.T, k string, data []byte) (string, Result) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "picture")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	read := page(ingest.SourceOCR, "Ủy ban")
	read.Width, read.Height = 400, 200
	return makeCopy(t, file, k, read)
}

// darkCorner draws a page and says which corner is dark.
func darkCorner(t *testing.T, file string) string {
	t.Helper()
	prefix := filepath.Join(t.TempDir(), "page")
	tell(t, "pdftoppm", "-r", "20", "-png", "-singlefile", file, prefix)
	f, err := os.Open(prefix + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	r := m.Bounds().Inset(5)
	for name, p := range map[string]image.Point{
		"top left": r.Min, "top right": {r.Max.X, r.Min.Y}, "bottom left": {r.Min.X, r.Max.Y}, "bottom right": r.Max,
	} {
		if v, _, _, _ := m.At(p.X, p.Y).RGBA(); v < 0x8000 {
			return name
		}
	}
	return "nowhere"
}

// TestOrientation: what a camera says of how it was held is followed.
func TestOrientation(t *testing.T) {
	needs(t, "pdftoppm")
	plain := encode(t, kind.JPEG, corner(image.NewGray(image.Rect(0, 0, 40, 20))))
	for orientation, want := range map[uint16]string{
		1: "top left", 2: "top right", 3: "bottom right", 4: "bottom left", 5: "top left", 6: "top right", 7: "bottom right", 8: "bottom left",
	} {
		header := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
		header = binary.BigEndian.AppendUint16(header, orientation)
		header = append(header, 0, 0, 0, 0, 0, 0)
		data := binary.BigEndian.AppendUint16([]byte("\xff\xd8\xff\xe1"), uint16(len(header)+2))
		data = append(append(data, header...), plain[2:]...)
		out, _ := pictureCopy(t, kind.JPEG, data)
		if have := darkCorner(t, out); have != want {
			t.Errorf("orientation %d: the dark corner is at the %s, want %s", orientation, have, want)
		}
	}
}

// TestFax: the strips of a TIFF go in as they are, page by page.
func TestFax(t *testing.T) {
	needs(t, "pdfimages")
	file := filepath.Join(samples, "scans", "402-BC-UBND.tif")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	second := page(ingest.SourceOCR, "trang hai")
	second.Number = 2
	out, _ := makeCopy(t, file, kind.TIFF, page(ingest.SourceOCR, "trang một"), second)
	if have := textOf(t, out); have != "trang một trang hai" {
		t.Errorf("text %q", have)
	}
	if list := tell(t, "pdfimages", "-list", out); strings.Count(list, "ccitt") != strings.Count(list, "\n")-2 {
		t.Errorf("not all are faxes:\n%s", list)
	}
	written, _ := os.ReadFile(out)
	for n := range 2 {
		p, err := tiffPageOf(data, n)
		if err != nil {
			t.Fatal(err)
		}
		for _, strip := range p.strips() {
			if !bytes.Contains(written, strip) {
				t.Errorf("page %d: a strip is not in the copy byte for byte", n+1)
			}
		}
	}
}

// FuzzPictures: no file makes the parsers fail.
func FuzzPictures(f *testing.F) {
	f.Add([]byte("MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x08Exif\x00\x00"))
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pngParts(data)
		orientation(kind.JPEG, data, 0)
		if p, err := tiffPageOf(data, 1); err == nil {
			p.strips()
		}
	})
}

// TestProfile: the tags of the colour profile lie within it, and its tone
// curve begins at black and ends at white.
func TestProfile(t *testing.T) {
	p := profile()
	if int(binary.BigEndian.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" {
		t.Fatalf("header %q of %d bytes", p[:40], len(p))
	}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		entry := p[132+12*i:]
		at, size := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
		if at%4 != 0 || int(at+size) > len(p) {
			t.Errorf("%s at %d of %d bytes", entry[:4], at, size)
			continue
		}
		if tag := p[at : at+size]; string(entry[:4]) == "rTRC" {
			if first, last := tag[12:14], tag[size-2:]; !bytes.Equal(first, []byte{0, 0}) || !bytes.Equal(last, []byte{255, 255}) {
				t.Errorf("curve from %x to %x", first, last)
			}
		}
	}
}
