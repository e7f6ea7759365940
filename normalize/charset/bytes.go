package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// DecodeBytes reads a text file: UTF-8, UTF-16 with or without a byte order
// mark, old encodings, and files that mix them. The encoding is that of the
// most words. When more than a third of the words that are not ASCII are
// bytes of no encoding it knows, it shows those as Windows-1252 has them and
// returns [ErrUnknown].
func DecodeBytes(b []byte) (string, Encoding, error) {
	if order, _, ok := UTF16Order(b); ok {
		out, err := order.NewDecoder().Bytes(b)
		return norm.NFC.String(string(out)), UTF16, err
	}
	lines := strings.SplitAfter(string(bytes.TrimPrefix(b, []byte(utf8BOM))), "\n")
	words := make([][]string, len(lines))
	for i, line := range lines {
		words[i] = Fields(line)
	}
	readings := Words(words)
	var text strings.Builder
	for i, line := range lines {
		Replace(&text, line, words[i], func(k int) string { return show(readings[i][k].Text) })
	}
	all, counts, odd := tally(words, readings)
	encoding := mostOf(counts)
	if 3*odd > all {
		return text.String(), encoding, ErrUnknown
	}
	if encoding == Unicode && counts[Decomposed] > 0 {
		encoding = Decomposed
	}
	return text.String(), encoding, nil
}

const utf8BOM = "\xef\xbb\xbf"

// sniffed is how many bytes tell a text from others.
const sniffed = 4096

// UTF16Order tells whether bytes are the beginning of UTF-16, by their byte
// order mark or, without one (marked is false), by the zero bytes that every
// space and ASCII letter has in one half.
func UTF16Order(b []byte) (order encoding.Encoding, marked, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return utf16.UTF16(utf16.LittleEndian, utf16.UseBOM), true, true
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return utf16.UTF16(utf16.BigEndian, utf16.UseBOM), true, true
	}
	zeros := [2]int{}
	head := b[:min(len(b), sniffed)&^1]
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half > 0 && zeros[0] == 0 && 3*zeros[1] > half:
		order = utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	case half > 0 && zeros[1] == 0 && 3*zeros[0] > half:
		order = utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	default:
		return nil, false, false
	}
	text, _ := order.NewDecoder().Bytes(head)
	return order, false, !IsBinary(text)
}

// IsBinary tells whether the beginning of a file is no text in any encoding:
// one byte in twenty or more is zero or a control code. Old encodings put a
// few capitals there.
func IsBinary(b []byte) bool {
	head, controls := b[:min(len(b), sniffed)], 0
	for _, c := range head {
		if c < ' ' && (c < '\t' || c > '\r') && c != 0x1b || c == 0x7f {
			controls++
		}
	}
	return 20*controls > len(head)
}

// Fields cuts a line into words at white space. U+00A0 and U+0085 behind a
// character that shows a byte are no white space: they show the last byte of
// à in UTF-8 taken for Latin-1 ("tÃ\u00a0i").
func Fields(line string) []string {
	var fields []string
	for {
		start, end := nextField(line)
		if start == end {
			return fields
		}
		fields, line = append(fields, line[start:end]), line[end:]
	}
}

// nextField is where the first word of s begins and ends.
func nextField(s string) (start, end int) {
	start = strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) })
	if start < 0 {
		return 0, 0
	}
	before := ' '
	for i, r := range s[start:] {
		if unicode.IsSpace(r) && !((r == '\u00a0' || r == '\u0085') && isByte(before)) {
			return start, start + i
		}
		before = r
	}
	return start, len(s)
}

// Replace writes a line with text(i) for its word i, white space kept. A word
// that becomes empty takes the white space before it along.
func Replace(b *strings.Builder, line string, fields []string, text func(i int) string) {
	for i, f := range fields {
		at := strings.Index(line, f)
		if t := text(i); t != "" {
			b.WriteString(line[:at])
			b.WriteString(t)
		}
		line = line[at+len(f):]
	}
	b.WriteString(line)
}

// show writes the bytes of s that are no UTF-8 as Windows-1252 shows them. In
// such words, letters of far scripts are bytes too: ươ in VISCII is DF BD,
// which is a letter of N'Ko in UTF-8.
func show(s string) string {
	valid := utf8.ValidString(s)
	if valid && strings.IndexFunc(s, isFar) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || isFar(r) {
			b.WriteString(latin([]byte(s[i : i+size])))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isFar knows what two bytes of an old encoding can look like in UTF-8.
func isFar(r rune) bool { return r >= 0x370 && r < 0x800 }
