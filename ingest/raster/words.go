// The text layer, by poppler.
//
// go-fitz gives a page's text as plain text, HTML or SVG. Its HTML tells where
// a line begins and the size of its letters but not where a word ends, and it
// carries every picture of the page in base64: on a scanned page with a text
// layer (the very pages this is for) megabytes and up to 3 s. poppler's
// pdftotext -bbox-layout gives each word its box, in its line and block, in
// 10 to 20 ms a page, and runs in a process of its own.
//
// It differs from MuPDF in one point that matters: it reads the annotations
// too (stamps, digital signatures). Split sets their words apart.
package raster

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"vanthu/ingest"
)

// MaxWords is how many words of one page's text layer are read. A page of
// small print has 1,500; more than this is a drawing made of letters.
const MaxWords = 50_000

// Words is the text layer of a page: lines in poppler's reading order, words
// with boxes and confidence 1, annotations included. A picture has none.
func (d *Document) Words(ctx context.Context, page int) ([]ingest.Line, error) {
	if !d.IsPDF() {
		return nil, nil
	}
	n := strconv.Itoa(page + 1)
	out, err := output(ctx, "pdftotext", "-q", "-cropbox", "-bbox-layout", "-f", n, "-l", n, "--", d.file, "-")
	if err != nil {
		return nil, fmt.Errorf("read text layer of page %d: %w", page+1, err)
	}
	lines, err := parseWords(out)
	if err != nil {
		return nil, fmt.Errorf("read text layer of page %d: %w", page+1, err)
	}
	return lines, nil
}

// parseWords reads the XHTML of pdftotext -bbox-layout. poppler writes what
// broken fonts hold as it is: control characters, which XML forbids, become
// spaces.
func parseWords(xhtml []byte) ([]ingest.Line, error) {
	dec := xml.NewDecoder(bytes.NewReader(bytes.Map(printable, xhtml)))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	var lines []ingest.Line
	for words := 0; words < MaxWords; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("parse word boxes: %w", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "line":
			lines = append(lines, ingest.Line{})
		case "word":
			w, err := parseWord(dec, start)
			if err != nil {
				return nil, fmt.Errorf("parse word box: %w", err)
			}
			if w.Raw == "" || len(lines) == 0 {
				continue
			}
			words++
			last := &lines[len(lines)-1]
			last.Words = append(last.Words, w)
			last.Box = last.Box.Union(w.Box)
		}
	}
	return dropEmpty(lines), nil
}

func parseWord(dec *xml.Decoder, start xml.StartElement) (ingest.Word, error) {
	var e struct {
		X0   float64 `xml:"xMin,attr"`
		Y0   float64 `xml:"yMin,attr"`
		X1   float64 `xml:"xMax,attr"`
		Y1   float64 `xml:"yMax,attr"`
		Text string  `xml:",chardata"`
	}
	if err := dec.DecodeElement(&e, &start); err != nil {
		return ingest.Word{}, err
	}
	text := strings.TrimSpace(e.Text)
	box := ingest.Box{X0: e.X0, Y0: e.Y0, X1: e.X1, Y1: e.Y1}
	if !isPlace(box) {
		box = ingest.Box{}
	}
	return ingest.Word{Raw: text, Text: text, Box: box, Conf: 1}, nil
}

// farthest is beyond any page, in points: 2.5 km.
const farthest = 7e6

// isPlace refuses what a broken font matrix makes of a box: nan, inf, 1e38.
func isPlace(b ingest.Box) bool {
	for _, v := range []float64{b.X0, b.Y0, b.X1, b.Y1} {
		if !(math.Abs(v) < farthest) {
			return false
		}
	}
	return true
}

func dropEmpty(lines []ingest.Line) []ingest.Line {
	kept := lines[:0]
	for _, l := range lines {
		if len(l.Words) > 0 {
			kept = append(kept, l)
		}
	}
	return kept
}

func printable(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' {
		return ' '
	}
	return r // a byte that is not UTF-8 comes as U+FFFD
}
