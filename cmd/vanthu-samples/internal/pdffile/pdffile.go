// Package pdffile writes the kinds of PDF that offices keep: born digital,
// scanned with and without a text layer, faxed, numbered after signing.
//
// In come pictures and placed words, out go bytes, the same ones for the same
// input: dates are fixed and there is no random identifier.
//
// Text in embedded fonts is written with go-pdf/fpdf (Write): of the libraries
// at hand it subsets a TrueType font, adds its text map and gives the same
// bytes twice; pdfcpu stamps the time and a random identifier into every file.
// fpdf knows neither CCITT pictures nor appearance streams, and orders several
// pictures of equal width at random; those files (Scanned, Stamp) are a few
// objects a page and written here.
//
// Functions are pure, apart from Fonts, which serve one goroutine at a time.
package pdffile

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"vanthu/cmd/vanthu-samples/internal/typeset"
)

// Sheet is one page with text, or at most once in a file with a picture.
type Sheet struct {
	typeset.Page
	JPEG []byte // fills the page instead of its words
}

var written = time.Date(2021, 3, 22, 8, 0, 0, 0, time.UTC)

// styles are fpdf's names, indexed by paper.Style.
var styles = [4]string{"", "B", "I", "BI"}

// Write makes a PDF of the sheets; a password encrypts it, "" leaves it open.
func Write(sheets []Sheet, fonts *typeset.Fonts, password string) ([]byte, error) {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(written)
	f.SetModificationDate(written)
	f.SetAutoPageBreak(false, 0)
	f.SetLineWidth(0.7)
	if password != "" {
		f.SetProtection(fpdf.CnProtectPrint, password, password)
	}
	for i, data := range fonts.Data {
		f.AddUTF8FontFromBytes("serif", styles[i], data)
	}
	for _, s := range sheets {
		addSheet(f, s)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	return out.Bytes(), nil
}

func addSheet(f *fpdf.Fpdf, s Sheet) {
	orientation := "P"
	if s.Width > s.Height {
		orientation = "L"
	}
	f.AddPageFormat(orientation, fpdf.SizeType{Wd: min(s.Width, s.Height), Ht: max(s.Width, s.Height)})
	if s.JPEG != nil {
		o := fpdf.ImageOptions{ImageType: "JPG"}
		f.RegisterImageOptionsReader("picture", o, bytes.NewReader(s.JPEG))
		f.ImageOptions("picture", 0, 0, s.Width, s.Height, false, o, 0, "")
		return
	}
	for _, w := range s.Words {
		f.SetFont("serif", styles[w.Style], w.Size)
		f.Text(w.X, w.Y, spaced(w))
	}
	for _, l := range s.Segments {
		f.Line(l.X0, l.Y0, l.X1, l.Y1)
	}
}

func spaced(w typeset.Word) string {
	if w.Space {
		return w.Text + " "
	}
	return w.Text
}
