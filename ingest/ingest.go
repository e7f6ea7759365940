// Package ingest holds the words that every later stage speaks: documents,
// pages, lines, words and where they stand.
//
// The rooms below it turn a file into pages:
//
//	archive  keeps the original, named by its SHA-256
//	kind     tells what a file is by its content
//	raster   page → picture, and the text layer of a page
//	ocr      picture → words with boxes and confidences
//	layout   words → reading order, zones and paragraphs
//	worker   runs raster and ocr in child processes with limits
//
// A page never loses what was read: Word.Raw is what the page (or the OCR
// engine) said and is never overwritten; Word.Text is what later stages made
// of it.
//
// This package imports the standard library only and holds no state; its
// values may be shared between goroutines as long as nobody writes to them.
package ingest

import "strings"

// ID names a document: the SHA-256 of the original's bytes, 64 lower-case hex
// digits, as sha256sum prints it.
type ID string

// Short is the form shown to people: the first 12 digits.
func (id ID) Short() string {
	if len(id) < 12 {
		return string(id)
	}
	return string(id[:12])
}

// Word is one token as it stands on the page.
type Word struct {
	// Raw is what the page said. Never changed after ingest.
	Raw string `json:"raw"`
	// Text is what it was read as after normalize: NFC, restored. It may hold
	// a space (one raw token that was two words) or be empty (junk, or a part
	// that was joined to the word before). Ingest sets it equal to Raw.
	Text string `json:"text"`
	Box  Box    `json:"box"`
	// Conf is the reader's confidence in Raw, 0 to 1; 1 for a text layer.
	Conf float64 `json:"conf"`
	// Sure is normalize's confidence in Text, 0 to 1; 0 where it did not look.
	Sure float64 `json:"sure,omitempty"`
	// Doubtful marks a word that nobody could read well: Text equals Raw and
	// a person should look.
	Doubtful bool `json:"doubtful,omitempty"`
	// Change names the rule or model that made Text differ from Raw
	// ("charset", "stripped", "ocr", "identifier", …); empty when it does not.
	Change string `json:"change,omitempty"`
}

// Zone is the part of a page that a line belongs to.
type Zone string

// The zones of an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I).
const (
	ZoneUnknown    Zone = ""
	ZoneHeadLeft   Zone = "head-left"  // cơ quan ban hành, số và ký hiệu
	ZoneHeadRight  Zone = "head-right" // quốc hiệu, tiêu ngữ, địa danh và ngày
	ZoneTitle      Zone = "title"      // tên loại và trích yếu
	ZoneBody       Zone = "body"
	ZoneRecipients Zone = "recipients" // nơi nhận
	ZoneSignature  Zone = "signature"  // chữ ký
	ZoneStamp      Zone = "stamp"      // dấu đến, dấu khẩn, dấu mật
	ZoneTable      Zone = "table"
	ZoneMargin     Zone = "margin" // page number, running head
)

// Line is words side by side, left to right.
type Line struct {
	Words []Word `json:"words"`
	Box   Box    `json:"box"`
	Zone  Zone   `json:"zone,omitempty"`
	// Para numbers the paragraphs of a page from 1 in reading order; lines
	// with the same number flow into each other. 0 = layout did not run.
	Para int `json:"para,omitempty"`
	// Cell is where in a ruled table the line stands; zero outside.
	Cell Cell `json:"cell,omitzero"`
}

// Cell is a place in a ruled table: all numbers from 1, a cell that spans rows
// or columns named by the first of them.
type Cell struct {
	Table  int `json:"table"` // of the page, from top to bottom
	Row    int `json:"row"`
	Column int `json:"column"`
}

// Text joins the words' Text by single spaces, leaving out empty ones.
func (l Line) Text() string { return join(l.Words, func(w Word) string { return w.Text }) }

// Raw joins the words' Raw by single spaces.
func (l Line) Raw() string { return join(l.Words, func(w Word) string { return w.Raw }) }

func join(words []Word, part func(Word) string) string {
	var b strings.Builder
	for _, w := range words {
		s := part(w)
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

// Source says where a page's words came from.
type Source string

// Sources are strings so that stored values survive renumbering.
const (
	SourceOCR        Source = "ocr"
	SourceTextLayer  Source = "text-layer"
	SourceText       Source = "text" // a plain text file
	SourceAnnotation Source = "annotation"
	SourceBlank      Source = "blank" // looked at and found empty
)

// Page is one page in reading order.
type Page struct {
	Number int     `json:"number"` // from 1
	Width  float64 `json:"width"`  // points
	Height float64 `json:"height"` // points
	Source Source  `json:"source"`
	// Why tells in a few words how Source was chosen.
	Why string `json:"why,omitempty"`
	// DPI of the picture that was read; 0 where none was.
	DPI int `json:"dpi,omitempty"`
	// Turn is how far the page was turned clockwise before it was read, in
	// degrees (90, 180, 270); size and boxes are those of the turned page.
	Turn int `json:"turn,omitempty"`
	// Skew is how many degrees clockwise the page lies askew in its picture,
	// where that is much: it was straightened to be read. Boxes are those of
	// the page as it lies.
	Skew  float64 `json:"skew,omitempty"`
	Lines []Line  `json:"lines"`
	// Rules are the ruling lines of the page: thin boxes.
	Rules []Box `json:"rules,omitempty"`
	// Annotations is the text of stamps, notes and signature appearances, kept
	// apart from the page's own text.
	Annotations []Line `json:"annotations,omitempty"`
	// Stamps are the lines of red stamps (CÔNG VĂN ĐẾN, HỎA TỐC), which stand over
	// the page's own text and are read apart from it.
	Stamps []Line `json:"stamps,omitempty"`
	// Hands are the blanks of the letterhead that a hand fills in.
	Hands []Hand `json:"hands,omitempty"`
	// Signatures are the digital signatures of the file, on its first page.
	Signatures []Signature `json:"signatures,omitempty"`
	// Err is set when the page could not be read; the rest of the document
	// stands.
	Err string `json:"err,omitempty"`
}

// Text is the page's text, one line of text a line, a blank line between
// paragraphs; of ruled tables a row is a line, with tabs between its cells.
func (p Page) Text() string { return p.text(Line.Text) }

// Raw is what the page said, in the same form as Text.
func (p Page) Raw() string { return p.text(Line.Raw) }

func (p Page) text(read func(Line) string) string {
	var b strings.Builder
	for i, l := range p.Lines {
		if i > 0 {
			b.WriteString(between(p.Lines[i-1], l))
		}
		b.WriteString(read(l))
	}
	return b.String()
}

// between is the white space between two lines.
func between(a, b Line) string {
	switch {
	case a.Cell.Table == 0 || a.Cell.Table != b.Cell.Table:
		if a.Para != b.Para {
			return "\n\n"
		}
	case a.Cell == b.Cell:
		return " "
	case a.Cell.Row == b.Cell.Row:
		return "\t"
	}
	return "\n"
}

// Document is a file that was read.
type Document struct {
	ID    ID     `json:"id"`
	File  string `json:"file"` // path or name it came by
	Kind  string `json:"kind"` // MIME type, decided by content
	Pages []Page `json:"pages"`
}
