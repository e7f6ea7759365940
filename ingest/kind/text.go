package kind

import (
	"bytes"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// readsAsText reports whether bytes are text in UTF-8, UTF-16 (with or without
// a byte order mark) or an 8-bit Vietnamese encoding.
func readsAsText(b []byte) bool {
	switch {
	case bytes.IndexByte(b, 0) >= 0, bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		return readsAsUTF16(b)
	case utf8.Valid(whole(b)):
		return mostlyPrints([]rune(string(whole(b))))
	}
	return readsAsLegacy(b)
}

// whole cuts off a UTF-8 character that the end of the sample split.
func whole(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// mostlyPrints allows one control or unassigned character in fifty: form
// feeds, old end-of-file marks, a scanner's odd byte.
func mostlyPrints(rs []rune) bool {
	odd := 0
	for _, r := range rs {
		if r == utf8.RuneError || !unicode.IsPrint(r) && !unicode.IsSpace(r) && r != '\ufeff' && !unicode.Is(unicode.Cf, r) {
			odd++
		}
	}
	return odd*50 <= len(rs)
}

// readsAsUTF16 tries both byte orders. Without a byte order mark any even
// number of bytes is UTF-16, so the characters must be ones that Vietnamese
// and Western text is written with.
func readsAsUTF16(b []byte) bool {
	for _, high := range []int{0, 1} {
		var units []uint16
		for i := 0; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i+high])<<8|uint16(b[i+1-high]))
		}
		known := 0
		for _, u := range units {
			if unicode.Is(written, rune(u)) {
				known++
			}
		}
		if len(units) > 0 && known*50 >= len(units)*49 && mostlyPrints(utf16.Decode(units)) {
			return true
		}
	}
	return false
}

// written are the blocks that Vietnamese and Western text draws on.
var written = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: '\t', Hi: '\r', Stride: 1},
		{Lo: 0x20, Hi: 0x7e, Stride: 1},
		{Lo: 0xa0, Hi: 0x24f, Stride: 1},    // Latin-1, Extended A and B: đ, ơ, ư
		{Lo: 0x300, Hi: 0x323, Stride: 1},   // combining marks
		{Lo: 0x1ea0, Hi: 0x1ef9, Stride: 1}, // ạ to ỹ
		{Lo: 0x2010, Hi: 0x2044, Stride: 1}, // dashes, quotes, ellipsis
		{Lo: 0x20ab, Hi: 0x20ac, Stride: 1}, // ₫ €
		{Lo: 0x2190, Hi: 0x27bf, Stride: 1}, // arrows, bullets, boxes
		{Lo: 0xf020, Hi: 0xf0ff, Stride: 1}, // symbol fonts' bullets
		{Lo: 0xfeff, Hi: 0xfeff, Stride: 1}, // byte order mark
	},
}

// readsAsLegacy accepts 8-bit encodings of Vietnamese: TCVN3, VNI, VISCII,
// VPS, Windows-1258. In all of them base letters, digits and spaces stay
// ASCII, and those are two thirds of Vietnamese text or more, where compressed
// or encrypted bytes have a third. Control codes are rare, where random bytes
// have a tenth: VISCII puts Ẳ Ẵ Ẫ Ỷ Ỹ Ỵ there, VPS a dozen capitals.
func readsAsLegacy(b []byte) bool {
	plain, control := 0, 0
	for _, c := range b {
		switch {
		case c >= '\t' && c <= '\r', c >= ' ' && c <= '~':
			plain++
		case c < ' ', c == 0x7f:
			control++
		}
	}
	return plain*10 >= len(b)*6 && control*20 <= len(b)
}
