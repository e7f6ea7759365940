package output

import (
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"vanthu/ingest"
)

// hocrHead is the same for every file, hocrClasses what it may hold.
const hocrHead = xml.Header + "<!DOCTYPE html>\n"

const hocrClasses = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf"

type hocrFile struct {
	XMLName xml.Name   `xml:"http://www.w3.org/1999/xhtml html"`
	Lang    string     `xml:"lang,attr"`
	Title   string     `xml:"head>title"`
	Meta    []hocrMeta `xml:"head>meta"`
	Pages   []hocrArea `xml:"body>div"`
}

type hocrMeta struct {
	Name    string `xml:"name,attr,omitempty"`
	Equiv   string `xml:"http-equiv,attr,omitempty"`
	Content string `xml:"content,attr"`
}

// hocrArea is a page or a part of it.
type hocrArea struct {
	Class string     `xml:"class,attr"`
	ID    string     `xml:"id,attr"`
	Title string     `xml:"title,attr"`
	Zone  string     `xml:"data-zone,attr,omitempty"`
	Areas []hocrArea `xml:"div"`
	Paras []hocrArea `xml:"p"`
	Spans []hocrArea `xml:"span"`
	Raw   string     `xml:"data-raw,attr,omitempty"`
	Text  string     `xml:",chardata"`
}

// HOCR writes a document as hOCR 1.2, which is XHTML: pages of ocr_carea >
// ocr_par > ocr_line > ocrx_word, with x_wconf and, where restoration changed
// a word, what the page said in data-raw. A page that could not be read is
// there without words.
func HOCR(w io.Writer, d ingest.Document) error {
	f := hocrFile{
		Lang: "vi", Title: filepath.Base(d.File),
		Meta: []hocrMeta{
			{Equiv: "Content-Type", Content: "text/html;charset=utf-8"},
			{Name: "ocr-system", Content: "vanthu"},
			{Name: "ocr-capabilities", Content: hocrClasses},
			{Name: "ocr-langs", Content: "vi"},
			{Name: "ocr-number-of-pages", Content: fmt.Sprint(len(d.Pages))},
		},
	}
	for i, p := range d.Pages {
		f.Pages = append(f.Pages, hocrPage(f.Title, i, p))
	}
	return writeXML(w, hocrHead, f)
}

func hocrPage(file string, index int, p ingest.Page) hocrArea {
	g, id := gridOf(p), fmt.Sprintf("%d", p.Number)
	title := fmt.Sprintf("image %s; bbox 0 0 %d %d; ppageno %d; scan_res %d %d",
		hocrQuote(file), g.pixels(p.Width), g.pixels(p.Height), index, g.dpi, g.dpi)
	page := hocrArea{Class: "ocr_page", ID: "page_" + id, Title: title}
	for i, b := range blocks(p) {
		page.Areas = append(page.Areas, hocrBlock(g, fmt.Sprintf("%s_%d", id, i+1), b))
	}
	return page
}

func hocrBlock(g grid, id string, b block) hocrArea {
	para := hocrArea{Class: "ocr_par", ID: "par_" + id, Title: g.bbox(b.box)}
	for i, l := range b.lines {
		line := hocrArea{Class: "ocr_line", ID: fmt.Sprintf("line_%s_%d", id, i+1), Title: g.bbox(l.box)}
		for j, w := range l.words {
			line.Spans = append(line.Spans, hocrArea{
				Class: "ocrx_word", ID: fmt.Sprintf("word_%s_%d_%d", id, i+1, j+1),
				Title: fmt.Sprintf("%s; x_wconf %.0f", g.bbox(w.Box), 100*w.Conf), Raw: w.Raw, Text: w.Text,
			})
		}
		para.Spans = append(para.Spans, line)
	}
	return hocrArea{Class: "ocr_carea", ID: "block_" + id, Title: para.Title, Zone: b.kind, Paras: []hocrArea{para}}
}

func (g grid) bbox(b ingest.Box) string {
	return fmt.Sprintf("bbox %d %d %d %d", g.pixels(b.X0), g.pixels(b.Y0), g.pixels(b.X1), g.pixels(b.Y1))
}

// hocrQuote writes a file name as a property's value, which knows no escapes.
func hocrQuote(s string) string {
	return `"` + strings.Map(func(r rune) rune {
		if r == '"' {
			return '\''
		}
		return printable(r)
	}, s) + `"`
}

// writeXML writes a value under a head. The encoder escapes what XML reserves
// and replaces what it forbids.
func writeXML(w io.Writer, head string, v any) error {
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
