package pdffile

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"vanthu/cmd/vanthu-samples/internal/fax"
	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// Picture is a page that is one picture, as a scanner sends it.
type Picture struct {
	Width, Height float64 // of the page, in points
	Columns, Rows int     // of the picture
	Coding        string  // entries of the image dictionary that tell its coding
	Data          []byte
	Hidden        []typeset.Word // a text layer under the picture, Latin letters only
}

// GreyJPEG is a page of shades of grey.
func GreyJPEG(page typeset.Page, columns, rows int, data []byte) Picture {
	return Picture{Width: page.Width, Height: page.Height, Columns: columns, Rows: rows, Data: data,
		Coding: "/BitsPerComponent 8 /Filter /DCTDecode"}
}

// Fax is a bitonal page, CCITT Group 4, as copiers write it.
func Fax(page typeset.Page, b fax.Bitmap) Picture {
	return Picture{Width: page.Width, Height: page.Height, Columns: b.Width, Rows: b.Height, Data: fax.Encode(b),
		Coding: fmt.Sprintf("/BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns %d /Rows %d>>", b.Width, b.Height)}
}

// Scanned makes a PDF of pictures.
func Scanned(pages []Picture) []byte {
	var o objects
	o.out.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	o.add(1, "<</Type /Catalog /Pages 2 0 R>>")
	var kids strings.Builder
	for i, p := range pages {
		first := 3 + 3*i
		fmt.Fprintf(&kids, "%d 0 R ", first)
		addPicture(&o, first, p)
	}
	o.add(2, fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(pages), kids.String()))
	o.finish(fmt.Sprintf("/Size %d /Root 1 0 R", 3+3*len(pages)))
	return o.out.Bytes()
}

// addPicture writes a page, its content and its picture under three numbers.
func addPicture(o *objects, number int, p Picture) {
	const font = "/Font <</T <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>>>"
	o.add(number, fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources <</XObject <</I %d 0 R>> %s>>>>",
		p.Width, p.Height, number+1, number+2, font))
	content := hidden(p)
	content = fmt.Appendf(content, "q %.2f 0 0 %.2f 0 0 cm /I Do Q", p.Width, p.Height)
	o.stream(number+1, "", content)
	o.stream(number+2, fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray %s",
		p.Columns, p.Rows, p.Coding), p.Data)
}

// hidden writes words that select and copy but do not show, in the Latin
// encoding that a scanner's English OCR has.
func hidden(p Picture) []byte {
	var out bytes.Buffer
	escape := strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)")
	for _, w := range p.Hidden {
		text, err := charmap.Windows1252.NewEncoder().String(w.Text)
		if err != nil {
			continue // English OCR has no such letter
		}
		fmt.Fprintf(&out, "BT 3 Tr /T %.1f Tf %.2f %.2f Td (%s ) Tj ET\n", w.Size, w.X, p.Height-w.Y, escape.Replace(text))
	}
	return out.Bytes()
}
