// Package charset reads Vietnamese text in the encodings it was written in
// before Unicode, and judges how Vietnamese a text reads.
//
// In come bytes of text files, or strings of PDF text layers in which every
// byte of an old font shows as the Latin-1 or Windows-1252 character of the
// same number ("B¸o c¸o" for "Báo cáo"). Out come UTF-8 strings in NFC.
// Encodings are told by content only: font names and labels lie in both
// directions.
//
//	enc, score := charset.Detect("B¸o c¸o kÕt qu¶ thùc hiÖn")  // TCVN3, 1.00
//	charset.Decode("B¸o c¸o kÕt qu¶ thùc hiÖn", enc)           // Báo cáo kết quả thực hiện
//	charset.Vietnamese("Báo cáo kết quả thực hiện")            // 1.00
//	charset.Vietnamese("Bao cao ket qua thuc hien")            // 0.03
//
// Text that mixes encodings (fonts change within a page) is the caller's to
// cut up: by line or by paragraph, of some 30 letters or more. Detect leaves
// correct Vietnamese, English and French alone. Nothing here repairs damaged
// words or guesses marks; see package lm for that.
//
// The package imports the standard library and golang.org/x/text, has no
// state, and is safe for concurrent use.
package charset

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// Encoding names a way of writing Vietnamese. The values are stored; they do
// not change.
type Encoding string

// The encodings. The zero value is Unicode in NFC: nothing to do.
const (
	Unicode     Encoding = ""
	Decomposed  Encoding = "nfd" // Unicode with combining marks
	UTF16       Encoding = "utf-16"
	Twice       Encoding = "utf-8-twice" // UTF-8 read as Windows-1252: "Tiáº¿ng"
	TCVN3       Encoding = "tcvn3"       // ABC, .VnTime
	VNI         Encoding = "vni"         // VNI Windows
	VISCII      Encoding = "viscii"
	VIQR        Encoding = "viqr"
	Windows1258 Encoding = "windows-1258"
)

// ErrUnknown says that bytes are neither Unicode nor in an encoding that
// Detect knows. A retry is useless.
var ErrUnknown = errors.New("encoding of text is not known")

// Codec is the encoding as golang.org/x/text sees it: bytes to UTF-8 and back.
func (e Encoding) Codec() encoding.Encoding {
	switch e {
	case UTF16:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case Windows1258:
		return windows1258()
	case TCVN3:
		return tcvn3()
	case VNI:
		return vni()
	case VISCII:
		return viscii()
	case VIQR:
		return viqr()
	}
	return unicode.UTF8
}

// Decode turns a string that shows the bytes of enc into what they mean, in
// NFC. Characters that are no byte stay as they are, so text that is partly
// Unicode already does no harm.
func Decode(s string, enc Encoding) string {
	switch enc {
	case Unicode, Decomposed, UTF16:
	case Twice:
		s = mapBytes(s, func(b []byte) string {
			if utf8.Valid(b) {
				return string(b)
			}
			return latin(b)
		})
	default:
		s = mapBytes(s, func(b []byte) string {
			out, err := enc.Codec().NewDecoder().Bytes(b)
			if err != nil {
				return latin(b)
			}
			return string(out)
		})
	}
	if enc == TCVN3 {
		s = raiseCapitals(s)
	}
	return norm.NFC.String(s)
}

// DecodeBytes reads a text file: UTF-8, UTF-16 with or without a byte order
// mark, or one of the old encodings. When it cannot tell, it returns the
// Windows-1252 reading with [ErrUnknown].
func DecodeBytes(b []byte) (string, Encoding, error) {
	if order, ok := utf16Order(b); ok {
		out, err := order.NewDecoder().Bytes(b)
		return norm.NFC.String(string(out)), UTF16, err
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	known := utf8.Valid(b)
	s := string(b)
	if !known {
		s = latin(b)
	}
	enc, _ := Detect(s)
	if !known && enc == Unicode {
		return s, Unicode, ErrUnknown
	}
	return Decode(s, enc), enc, nil
}

// utf16Order looks for a byte order mark, and without one for the zero bytes
// that every space and ASCII letter has in one half.
func utf16Order(b []byte) (encoding.Encoding, bool) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	zeros := [2]int{}
	for i, c := range b[:min(len(b), 4096)] {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return le, true
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return be, true
	case zeros[0]+zeros[1] == 0:
		return nil, false
	case zeros[1] >= zeros[0]:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), true
	}
	return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), true
}

// latin is the Windows-1252 reading of bytes; the five bytes that it leaves
// undefined read as Latin-1 has them.
func latin(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		r := charmap.Windows1252.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		s.WriteRune(r)
	}
	return s.String()
}

// asByte is the byte that a character shows, be it in Latin-1 or Windows-1252.
func asByte(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// mapBytes replaces each run of characters that show bytes by what decode
// makes of the bytes.
func mapBytes(s string, decode func([]byte) string) string {
	var out strings.Builder
	var run []byte
	flush := func() {
		if len(run) > 0 {
			out.WriteString(decode(run))
			run = run[:0]
		}
	}
	for _, r := range s {
		if b, ok := asByte(r); ok {
			run = append(run, b)
			continue
		}
		flush()
		out.WriteRune(r)
	}
	flush()
	return out.String()
}
