package charset

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// table is an encoding that writes each Vietnamese letter as one to three
// bytes, and everything else as rest does. Reading takes the longest sequence
// that is a letter. A table does not change after newTable; it is an
// encoding.Encoding and safe for concurrent use.
type table struct {
	letters map[string]rune // bytes → letter
	bytes   map[rune]string // letter → bytes
	longest int             // of the byte sequences
	rest    *charmap.Charmap
	escape  byte // keeps the byte after it from joining a letter; 0 = none
}

func newTable(rest *charmap.Charmap, bytes map[rune]string) *table {
	t := &table{letters: map[string]rune{}, bytes: bytes, rest: rest}
	for letter, b := range bytes {
		t.letters[b] = letter
		t.longest = max(t.longest, len(b))
	}
	return t
}

// also adds sequences that are read but never written.
func (t *table) also(letters map[string]rune) *table {
	for b, letter := range letters {
		t.letters[b] = letter
		t.longest = max(t.longest, len(b))
	}
	return t
}

// NewDecoder reads the encoding into UTF-8.
func (t *table) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: &decoder{table: t}}
}

// NewEncoder writes it from UTF-8 in NFC or NFD.
func (t *table) NewEncoder() *encoding.Encoder {
	return &encoding.Encoder{Transformer: transform.Chain(norm.NFC, &encoder{table: t})}
}

// read returns the first character of src and the bytes it takes.
func (t *table) read(src []byte) (rune, int) {
	if t.escape != 0 && src[0] == t.escape && len(src) > 1 && src[1] < utf8.RuneSelf {
		return rune(src[1]), 2
	}
	for n := min(t.longest, len(src)); n > 0; n-- {
		if r, ok := t.letters[string(src[:n])]; ok {
			return r, n
		}
	}
	return t.rest.DecodeByte(src[0]), 1
}

// decoder and encoder are used by one goroutine at a time.
type decoder struct {
	*table
	transform.NopResetter
}

func (d *decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if !atEOF && len(src)-nSrc < d.longest {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, n := d.read(src[nSrc:])
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}

type encoder struct {
	*table
	last string // bytes of the letter just written
}

func (e *encoder) Reset() { e.last = "" }

func (e *encoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if !atEOF && !utf8.FullRune(src[nSrc:]) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, n := utf8.DecodeRune(src[nSrc:])
		b, ok := e.write(r)
		if !ok {
			return nDst, nSrc, repertoireError(encoding.ASCIISub)
		}
		if nDst+len(b) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], b)
		nSrc += n
		e.last = b
	}
	return nDst, nSrc, nil
}

// write returns the bytes of one character; false when there are none that
// would be read back as it.
func (e *encoder) write(r rune) (string, bool) {
	if b, ok := e.bytes[r]; ok {
		return b, true
	}
	c, ok := e.rest.EncodeRune(r)
	b := string([]byte{c})
	if _, taken := e.letters[b]; !ok || taken {
		return "", false
	}
	if e.escape != 0 && (c == e.escape || e.joins(b)) {
		b = string([]byte{e.escape}) + b
	}
	return b, true
}

// joins reports whether b would become part of the letter before it.
func (e *encoder) joins(b string) bool {
	_, letter := e.letters[e.last+b]
	return letter
}

// repertoireError is what encoding.ReplaceUnsupported looks for.
type repertoireError byte

func (repertoireError) Error() string       { return "encode text: character is not in the encoding" }
func (r repertoireError) Replacement() byte { return byte(r) }
