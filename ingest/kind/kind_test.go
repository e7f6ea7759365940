package kind

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"vanthu/ingest"
)

// picture encodes a small grey picture.
func picture(t *testing.T, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPicturesByContent(t *testing.T) {
	for want, encode := range map[string]func(*bytes.Buffer, image.Image) error{
		JPEG: func(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) },
		PNG:  func(b *bytes.Buffer, m image.Image) error { return png.Encode(b, m) },
		GIF:  func(b *bytes.Buffer, m image.Image) error { return gif.Encode(b, m, nil) },
		BMP:  func(b *bytes.Buffer, m image.Image) error { return bmp.Encode(b, m) },
		TIFF: func(b *bytes.Buffer, m image.Image) error { return tiff.Encode(b, m, nil) },
	} {
		path := filepath.Join(t.TempDir(), "tờ trình.pdf") // the name lies
		if err := os.WriteFile(path, picture(t, encode), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := Of(path); got != want || err != nil {
			t.Errorf("Of = %q, %v, want %s", got, err, want)
		}
	}
}

const sentence = "Căn cứ Quyết định số 12, Ủy ban nhân dân tỉnh ban hành kế hoạch.\r\n"

func utf16Bytes(order binary.ByteOrder, s string) (b []byte) {
	b, _ = binary.Append(nil, order, utf16.Encode([]rune(s)))
	return b
}

func TestOfBytes(t *testing.T) {
	// The sentence "Báo cáo kết quả thực hiện nhiệm vụ" as old files hold it.
	tcvn3 := "B\xb8o c\xb8o k\xd5t qu\xb6 th\xf9c hi\xd6n nhi\xd6m v\xf4\n"
	vni := "Ba\xf9o ca\xf9o ke\xe1t qua\xfb th\xf6\xefc hie\xe4n nhie\xe4m vu\xef\n"
	viscii := "K\x01 TO\xc1N: m\x05u s\xaf 02, \x06n ph\xafm, v\xe5n th\xdf v\xe0 l\xdfu tr\xf1\n"
	for name, tc := range map[string]struct{ in, want string }{
		"pdf":                  {"%PDF-1.4\n", PDF},
		"pdf after junk":       {strings.Repeat("\x00junk\r\n", 140) + "%PDF-1.7\n", PDF},
		"jpeg 2000 file":       {"\x00\x00\x00\x0cjP  \r\n\x87\n\x00\x00\x00\x14ftypjp2 \x00\x00\x00\x00jp2 ", JP2},
		"jpeg 2000 codestream": {"\xff\x4f\xff\x51\x00\x2f\x00\x00", JP2},
		"utf-8":                {sentence, Text},
		"utf-8 with mark":      {"\ufeff" + sentence, Text},
		"utf-8 cut in a sign":  {sentence + "ế"[:2], Text},
		"utf-16 le":            {string(utf16Bytes(binary.LittleEndian, "\ufeff"+sentence)), Text},
		"utf-16 be":            {string(utf16Bytes(binary.BigEndian, "\ufeff"+sentence)), Text},
		"utf-16 le, no mark":   {string(utf16Bytes(binary.LittleEndian, sentence)), Text},
		"utf-16 be, no mark":   {string(utf16Bytes(binary.BigEndian, sentence)), Text},
		"tcvn3":                {tcvn3, Text},
		"vni":                  {vni, Text},
		"viscii with controls": {strings.Repeat(viscii, 3) + strings.Repeat("van ban ", 20), Text},
		"form number like BMP": {"BM 02/VP: Phiếu trình\n", Text},
		"list with commas":     {"số,ngày\n12,01/02\n13,02/02\n", Text},
		"form feeds":           {"Trang 1\f\nTrang 2\f\n" + sentence, Text},
	} {
		if got, err := OfBytes([]byte(tc.in)); got != tc.want || err != nil {
			t.Errorf("%s: %q, %v, want %s", name, got, err, tc.want)
		}
	}
}

func TestUnsupportedKindsAreNamed(t *testing.T) {
	var noise []byte
	for i := range 40 {
		sum := sha256.Sum256([]byte{byte(i)})
		noise = append(noise, sum[:]...)
	}
	for in, want := range map[string]string{
		"PK\x03\x04\x14\x00\x00\x00\x08\x00": "application/zip",
		"<!DOCTYPE html><title>404</title>":  "text/html",
		"{\\rtf1\\ansi Báo cáo}":             "text/rtf",
		string(noise):                        "application/octet-stream",
		string(noise[:16]):                   "application/octet-stream",
	} {
		got, err := OfBytes([]byte(in))
		if !errors.Is(err, ingest.ErrUnsupported) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %q, %v, want %s", in, got, err, want)
		}
	}
	if _, err := OfBytes(nil); !errors.Is(err, ingest.ErrEmpty) {
		t.Errorf("no bytes: %v", err)
	}
}

func FuzzOfBytes(f *testing.F) {
	f.Add([]byte(sentence))
	f.Add([]byte("\xff\xfeB\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		kind, err := OfBytes(b)
		if (kind == "") == (err == nil) {
			t.Errorf("kind %q with error %v", kind, err)
		}
	})
}
