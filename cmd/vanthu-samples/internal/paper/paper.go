// Package paper reads the source text of a sample document: a small markup
// that a Vietnamese clerk could type. In comes one text file, out goes a
// Document whose blocks stand in reading order; Text gives what a perfect
// reader would see. It knows nothing of fonts or pages, and of fields only
// whether a gold file agrees with its source (Gold.Check).
//
// The markup is described in testdata/README.md. In short:
//
//	[left]                     a block begins: left right title body
//	*SỞ Y TẾ*                  recipients signature annex
//	---                        a short rule
//	> centred                  a centred line
//	~                          room for a signature
//	| a | b |                  a table row; |= 10 90 sets widths in percent
//	*bold* _italic_ ⟨47⟩       runs; ⟨…⟩ is written by hand or left blank
//
// Values are read-only after Parse and may be shared between goroutines.
package paper

import (
	"strings"
)

// Style is a set of font styles.
type Style uint8

// The styles of a run.
const (
	Bold Style = 1 << iota
	Italic
)

// Run is text in one style.
type Run struct {
	Text  string
	Style Style
	Hand  bool // a serial or day that a clerk fills in
}

// Kind tells how a line is set.
type Kind uint8

// The kinds of line.
const (
	Paragraph Kind = iota
	Centred
	Rule
	Gap
	Row
)

// Line is one line of the source: a paragraph, a rule, a table row…
type Line struct {
	Kind   Kind
	Runs   []Run
	Cells  []Line // of a Row
	Widths []int  // of a Row, in percent
}

// Text is the line without its styles.
func (l Line) Text() string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	for i, c := range l.Cells {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c.Text())
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Document is a sample as its author wrote it.
type Document struct {
	Left, Right, Title, Body, Recipients, Signature, Annex []Line
	// Landscape says that the annex lies on its side.
	Landscape bool
}

// Blocks are the parts of the document in reading order.
func (d *Document) Blocks() [][]Line {
	return [][]Line{d.Left, d.Right, d.Title, d.Body, d.Recipients, d.Signature, d.Annex}
}

// Text is the document in reading order, one paragraph a line and an empty
// line between blocks. Rules and page numbers are not text.
func (d *Document) Text() string {
	var blocks []string
	for _, lines := range d.Blocks() {
		if t := blockText(lines); t != "" {
			blocks = append(blocks, t)
		}
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

func blockText(lines []Line) string {
	var out []string
	for _, l := range lines {
		if t := l.Text(); t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, "\n")
}
