package output

import (
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"vanthu/ingest"
)

// altoVersion is the schema we write to: the last of version 4.
const altoVersion = "4.4"

type altoFile struct {
	XMLName     xml.Name   `xml:"http://www.loc.gov/standards/alto/ns-v4# alto"`
	Instance    string     `xml:"xmlns:xsi,attr"`
	Location    string     `xml:"xsi:schemaLocation,attr"`
	Version     string     `xml:"SCHEMAVERSION,attr"`
	Unit        string     `xml:"Description>MeasurementUnit"`
	File        string     `xml:"Description>sourceImageInformation>fileName"`
	Identifier  string     `xml:"Description>sourceImageInformation>documentIdentifier,omitempty"`
	Processings []altoRun  `xml:"Description>Processing"`
	Tags        []altoTag  `xml:"Tags>LayoutTag"`
	Pages       []altoPage `xml:"Layout>Page"`
}

// altoRun is a step that made the text.
type altoRun struct {
	ID       string `xml:"ID,attr"`
	Category string `xml:"processingCategory"`
	Step     string `xml:"processingStepDescription"`
	Software string `xml:"processingSoftware>softwareName"`
}

type altoTag struct {
	ID    string `xml:"ID,attr"`
	Label string `xml:"LABEL,attr"`
}

type altoPage struct {
	ID     string    `xml:"ID,attr"`
	Number int       `xml:"PHYSICAL_IMG_NR,attr"`
	Width  int       `xml:"WIDTH,attr"`
	Height int       `xml:"HEIGHT,attr"`
	Lang   string    `xml:"LANG,attr"`
	Space  altoSpace `xml:"PrintSpace"`
}

type altoSpace struct {
	altoPlace
	Blocks []altoBlock `xml:"TextBlock"`
}

type altoPlace struct {
	X      int `xml:"HPOS,attr"`
	Y      int `xml:"VPOS,attr"`
	Width  int `xml:"WIDTH,attr"`
	Height int `xml:"HEIGHT,attr"`
}

type altoBlock struct {
	ID string `xml:"ID,attr"`
	altoPlace
	Tag   string     `xml:"TAGREFS,attr,omitempty"`
	Lines []altoLine `xml:"TextLine"`
}

type altoLine struct {
	ID string `xml:"ID,attr"`
	altoPlace
	Parts []any // altoString and altoGap by turns
}

type altoString struct {
	XMLName xml.Name `xml:"String"`
	ID      string   `xml:"ID,attr"`
	altoPlace
	Content string   `xml:"CONTENT,attr"`
	Conf    string   `xml:"WC,attr"`
	Other   *altoRaw `xml:"ALTERNATIVE"`
}

// altoRaw is what the page said.
type altoRaw struct {
	Purpose string `xml:"PURPOSE,attr"`
	Text    string `xml:",chardata"`
}

type altoGap struct {
	XMLName xml.Name `xml:"SP"`
}

// ALTO writes a document as ALTO 4. Zones are layout tags; where restoration
// changed a word, what the page said is its ALTERNATIVE.
func ALTO(w io.Writer, d ingest.Document) error {
	f := altoFile{
		Instance: "http://www.w3.org/2001/XMLSchema-instance",
		Location: "http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-4.xsd",
		Version:  altoVersion, Unit: "pixel", File: filepath.Base(d.File), Identifier: string(d.ID),
		Processings: []altoRun{
			{"read", "contentGeneration", "page to words, by text layer or OCR", "vanthu"},
			{"restore", "contentModification", "damaged words restored", "vanthu"},
		},
	}
	tags := map[string]bool{}
	for _, p := range d.Pages {
		page := altoPageOf(p)
		for _, b := range page.Space.Blocks {
			if b.Tag != "" && !tags[b.Tag] {
				tags[b.Tag] = true
				f.Tags = append(f.Tags, altoTag{ID: b.Tag, Label: b.Tag})
			}
		}
		f.Pages = append(f.Pages, page)
	}
	return writeXML(w, xml.Header, f)
}

func altoPageOf(p ingest.Page) altoPage {
	g := gridOf(p)
	page := altoPage{ID: fmt.Sprintf("page_%d", p.Number), Number: p.Number, Lang: "vi"}
	page.Width, page.Height = g.pixels(p.Width), g.pixels(p.Height)
	page.Space.altoPlace = altoPlace{Width: page.Width, Height: page.Height}
	for i, b := range blocks(p) {
		id := fmt.Sprintf("%d_%d", p.Number, i+1)
		block := altoBlock{ID: "block_" + id, altoPlace: g.place(b.box), Tag: b.kind}
		for j, l := range b.lines {
			block.Lines = append(block.Lines, altoLineOf(g, fmt.Sprintf("%s_%d", id, j+1), l))
		}
		page.Space.Blocks = append(page.Space.Blocks, block)
	}
	return page
}

func altoLineOf(g grid, id string, l line) altoLine {
	out := altoLine{ID: "line_" + id, altoPlace: g.place(l.box)}
	for i, w := range l.words {
		if i > 0 {
			out.Parts = append(out.Parts, altoGap{})
		}
		s := altoString{ID: fmt.Sprintf("string_%s_%d", id, i+1), altoPlace: g.place(w.Box), Content: w.Text, Conf: strconv.FormatFloat(w.Conf, 'f', 2, 64)}
		if w.Raw != "" {
			s.Other = &altoRaw{"raw", w.Raw}
		}
		out.Parts = append(out.Parts, s)
	}
	return out
}

func (g grid) place(b ingest.Box) altoPlace {
	x, y := g.pixels(b.X0), g.pixels(b.Y0)
	return altoPlace{x, y, max(0, g.pixels(b.X1)-x), max(0, g.pixels(b.Y1)-y)}
}
