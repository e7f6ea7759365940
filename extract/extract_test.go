package extract

import (
	"strings"

	"vanthu/ingest"
)

// page makes a page from plain text: a line a line, paragraphs between blank
// lines; no boxes and no zones, as from a text file.
func page(number int, s string) ingest.Page {
	p := ingest.Page{Number: number, Source: ingest.SourceText}
	para := 1
	for _, row := range strings.Split(s, "\n") {
		if strings.TrimSpace(row) == "" {
			para++
			continue
		}
		line := ingest.Line{Para: para}
		for _, w := range strings.Fields(row) {
			line.Words = append(line.Words, ingest.Word{Raw: w, Text: w, Conf: 1})
		}
		p.Lines = append(p.Lines, line)
	}
	return p
}
