// Package charset reads Vietnamese text in the encodings it was written in
// before Unicode, and judges how Vietnamese a text reads.
//
// In come bytes of text files, or words of PDF text layers in which every byte
// of an old font shows as the Latin-1 or Windows-1252 character of the same
// number ("B¸o c¸o" for "Báo cáo"). Out come UTF-8 strings in NFC. Encodings
// are told by content only, run of words by run of words (words.go): font names
// and labels lie in both directions, and fonts change within a page.
//
//	lines := [][]string{charset.Fields("Ban hành B¸o c¸o kÕt qu¶")}
//	charset.Words(lines)                        // Ban hành Báo cáo kết quả
//	charset.DecodeBytes(file)                   // text, dominant encoding, error
//	charset.Vietnamese("Báo cáo kết quả")       // 1.00
//	charset.Vietnamese("Bao cao ket qua")       // 0.03
//
// The encodings, where each table was learned and checked, and their traps:
//
//	NFD           Unicode. Windows-1258 turned into Unicode is half composed.
//	UTF-8 twice   or more often, by way of Windows-1252. à ends in A0, which
//	              looks like white space: cut lines with Fields.
//	TCVN3 (ABC)   TCVN 5712:1993 as the .VnTime fonts have it; Unikey's table, GNU
//	              libc and GNU recode. No capitals with a tone: they are the small
//	              letters in another font (.VnTimeH), so that "KẾ HOẠCH" reads "Kế
//	              HOạCH" (capitals.go). ư is a soft hyphen, which software drops.
//	              80–9F are the quotation marks of Windows-1252, not the capitals
//	              of TCVN 5712-1.
//	VNI Windows   VNI Software's table (vnichar), Unikey, xvnkb. Two bytes a letter;
//	              recode has Ắ and Ằ exchanged. ỵ is EE or y EF.
//	VNI DOS       VNI Software's table, as the Vietnamese Unicode project and
//	              Encode::VN have it: both go back to VNI. Seven capitals stand at
//	              @ ^ ` { | } ~; FF is á, AD đ.
//	VISCII        RFC 1456; GNU libc, GNU recode. Six capitals are control codes.
//	              ươ is DF BD, which is one letter of N'Ko in UTF-8.
//	VPS           GNU recode; VietUni agrees in the 111 letters it has and gives Ỗ
//	              (99), which recode lacks. Capitals with a dot are control codes;
//	              Unikey writes the small letters for them.
//	BK HCM 1, 2   VietUni and Unikey, which agree, but for Ệ (CF E5 beside CF C5).
//	              BK HCM 1 has no Ỵ, and six capitals at ^ ` { | } ~.
//	VIQR          RFC 1456. A full stop or question mark behind a vowel is a tone;
//	              only the escape \ tells.
//	Windows-1258  x/text, whose table the test compares; tones are combining marks.
//
// Nothing here repairs damaged words or guesses marks; see package lm for that.
//
// The package imports the standard library, golang.org/x/text and
// normalize/tone, has no state, and is safe for concurrent use.
package charset

import (
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
	Twice       Encoding = "utf-8-twice" // UTF-8 read as Windows-1252, once or more: "Tiáº¿ng"
	TCVN3       Encoding = "tcvn3"       // ABC, .VnTime
	VNI         Encoding = "vni"         // VNI for Windows
	VNIDOS      Encoding = "vni-dos"
	VISCII      Encoding = "viscii"
	VPS         Encoding = "vps"
	BKHCM1      Encoding = "bk-hcm-1" // of the Polytechnic in Ho Chi Minh City: a byte a letter
	BKHCM2      Encoding = "bk-hcm-2" // one or two
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
	case VNIDOS:
		return vniDOS()
	case VISCII:
		return viscii()
	case VPS:
		return vps()
	case BKHCM1:
		return bkhcm1()
	case BKHCM2:
		return bkhcm2()
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
		s = undouble(s)
	default:
		s = mapBytes(s, func(b []byte) string {
			out, err := enc.Codec().NewDecoder().Bytes(b)
			if err != nil {
				return latin(b)
			}
			return string(out)
		})
	}
	if enc.lacksCapitals() {
		s = raiseCapitals(s)
	}
	return norm.NFC.String(s)
}

// mostDoubled is how often UTF-8 may have been read as Windows-1252.
const mostDoubled = 4

// undouble turns characters that show the bytes of UTF-8 into what those mean,
// again and again as long as there are any.
func undouble(s string) string {
	for range mostDoubled {
		once := mapBytes(s, fromUTF8)
		if once == s {
			break
		}
		s = once
	}
	return s
}

// fromUTF8 reads UTF-8; bytes that are none stay the characters they show.
func fromUTF8(b []byte) string {
	var s strings.Builder
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			s.WriteString(latin(b[:1]))
		} else {
			s.WriteRune(r)
		}
		b = b[size:]
	}
	return s.String()
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
