package pdfa

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

// glyphless is a font without shapes, as Tesseract uses one: every letter has
// the same empty glyph, half as wide as it is high, and a code of its own in
// the order of first use. ToUnicode says which letter a code is, so that a
// viewer finds and copies the text; a letter of Vietnamese is one code with
// all its marks (NFC).
type glyphless struct {
	codes   map[rune]int // from 1; 0 is .notdef, which PDF/A forbids to show
	letters []rune       // by code - 1
}

// advance of every glyph, in thousandths of the font's size.
const advance = 500

// maxCodes is what codes of two bytes can tell apart. Later letters of a
// document with more share the code of U+FFFD.
const maxCodes = 1 << 16

// code of a letter.
func (f *glyphless) code(r rune) int {
	if c, ok := f.codes[r]; ok {
		return c
	}
	if len(f.letters) >= maxCodes-2 {
		r = '\ufffd'
		if c, ok := f.codes[r]; ok {
			return c
		}
	}
	if f.codes == nil {
		f.codes = map[rune]int{}
	}
	f.letters = append(f.letters, r)
	f.codes[r] = len(f.letters)
	return len(f.letters)
}

// appendHex writes a text as a PDF string.
func (f *glyphless) appendHex(dst []byte, s string) []byte {
	dst = append(dst, '<')
	for _, r := range s {
		dst = fmt.Appendf(dst, "%04X", f.code(r))
	}
	return append(dst, '>')
}

// fontName is in the form of a subset's: six letters and a plus sign.
const fontName = "/VANTHU+GlyphLess"

// fill makes the objects of the font under the reference that pages use.
func (f *glyphless) fill(b *book, ref string) {
	program := glyphlessProgram()
	descriptor := b.add(dict{
		"/Type": "/FontDescriptor", "/FontName": fontName, "/Flags": 5, "/ItalicAngle": 0,
		"/FontBBox": []int{0, -200, advance, 800}, "/Ascent": 800, "/Descent": -200, "/CapHeight": 800, "/StemV": 80,
		"/FontFile2": b.addPacked(dict{"/Length1": len(program)}, program),
	})
	glyphs := make([]byte, 2*(len(f.letters)+1))
	for code := range f.letters {
		glyphs[2*(code+1)+1] = 1
	}
	b.set(ref, dict{
		"/Type": "/Font", "/Subtype": "/Type0", "/BaseFont": fontName, "/Encoding": "/Identity-H",
		"/ToUnicode": b.addPacked(dict{}, f.toUnicode()),
		"/DescendantFonts": []any{b.add(dict{
			"/Type": "/Font", "/Subtype": "/CIDFontType2", "/BaseFont": fontName, "/DW": advance,
			"/CIDSystemInfo":  dict{"/Registry": "u:Adobe", "/Ordering": "u:Identity", "/Supplement": 0},
			"/CIDToGIDMap":    b.addPacked(dict{}, glyphs),
			"/FontDescriptor": descriptor,
		})},
	})
}

// toUnicode writes the table from codes to letters: at most a hundred lines a
// section, as the form demands.
func (f *glyphless) toUnicode() []byte {
	var out bytes.Buffer
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 0; from < len(f.letters); from += 100 {
		some := f.letters[from:min(from+100, len(f.letters))]
		fmt.Fprintf(&out, "%d beginbfchar\n", len(some))
		for i, r := range some {
			fmt.Fprintf(&out, "<%04X> <", from+i+1)
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&out, "%04X", unit)
			}
			out.WriteString(">\n")
		}
		out.WriteString("endbfchar\n")
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return out.Bytes()
}

// glyphlessProgram makes the TrueType file: two empty glyphs, .notdef and the
// one for all letters. It has the tables that a font inside a PDF needs and no
// others.
func glyphlessProgram() []byte {
	tables := []struct {
		name string
		data []byte
	}{
		{"glyf", []byte{0, 0, 0, 0}},
		{"head", words16(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0b11, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10000-200, advance, 800, 0, 8, 2, 0, 0)},
		{"hhea", words16(1, 0, 800, 0x10000-200, 0, advance, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)},
		{"hmtx", words16(advance, 0, 0)},
		{"loca", words16(0, 0, 0)},
		{"maxp", words16(1, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	file := append(words16(1, 0, len(tables), 64, 2, 32), make([]byte, 16*len(tables))...)
	head := 0
	for i, t := range tables {
		entry := file[12+16*i:]
		copy(entry, t.name)
		binary.BigEndian.PutUint32(entry[4:], checksum(t.data))
		binary.BigEndian.PutUint32(entry[8:], uint32(len(file)))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t.data)))
		if t.name == "head" {
			head = len(file)
		}
		file = append(file, t.data...)
		file = append(file, make([]byte, -len(file)&3)...)
	}
	binary.BigEndian.PutUint32(file[head+8:], 0xb1b0afba-checksum(file))
	return file
}

// words16 writes numbers of 16 bits, big-endian.
func words16(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

// checksum of a table: the sum of its 32-bit numbers.
func checksum(table []byte) (sum uint32) {
	table = append(table[:len(table):len(table)], make([]byte, -len(table)&3)...)
	for ; len(table) > 0; table = table[4:] {
		sum += binary.BigEndian.Uint32(table)
	}
	return sum
}
