package register

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Writer writes the rows of a form. Close ends the table; what it writes to
// stays open.
type Writer interface {
	Write(cells []string) error
	Close() error
}

// Formats that NewWriter knows.
var Formats = []string{"csv", "xlsx", "xml"}

// NewWriter begins a table in a format.
func NewWriter(format string, w io.Writer, f Form) (Writer, error) {
	switch format {
	case "csv":
		return newCSV(w, f)
	case "xlsx":
		return newSpreadsheet(w, f)
	case "xml":
		return newXML(w, f)
	}
	return nil, fmt.Errorf("format %q is not %s", format, strings.Join(Formats, ", "))
}

// NewCSV begins a table that Excel opens as UTF-8: a byte order mark first. An
// error in writing shows when the table is flushed.
func NewCSV(w io.Writer) *csv.Writer {
	io.WriteString(w, "\ufeff")
	return csv.NewWriter(w)
}

type csvWriter struct{ *csv.Writer }

func newCSV(w io.Writer, f Form) (Writer, error) {
	c := csvWriter{NewCSV(w)}
	names := make([]string, len(f.Columns))
	for i, column := range f.Columns {
		names[i] = column.plainName()
	}
	return c, c.Writer.Write(names)
}

// plainName is a column's name where elements do not nest: SignerFullName.
func (c Column) plainName() string { return strings.Replace(c.Name, "Info>", "", 1) }

func (c csvWriter) Write(cells []string) error { return c.Writer.Write(Harmless(cells...)) }

func (c csvWriter) Close() error {
	c.Flush()
	return c.Error()
}

// Harmless keeps spreadsheets from running what a scanned page says: a cell
// that begins like a formula gets an apostrophe before it.
func Harmless(cells ...string) []string {
	for i, c := range cells {
		if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			cells[i] = "'" + c
		}
	}
	return cells
}

// xmlWriter writes one element a record, empty cells left out.
type xmlWriter struct {
	*xml.Encoder
	form Form
}

var root = xml.StartElement{Name: xml.Name{Local: "Documents"}}

func newXML(w io.Writer, f Form) (Writer, error) {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return nil, err
	}
	x := xmlWriter{xml.NewEncoder(w), f}
	x.Indent("", " ")
	return x, x.EncodeToken(root)
}

func (x xmlWriter) Write(cells []string) error {
	document := xml.StartElement{Name: xml.Name{Local: "Document"}}
	if err := x.EncodeToken(document); err != nil {
		return err
	}
	outer := ""
	for i, c := range x.form.Columns {
		if cells[i] == "" {
			continue
		}
		within, name, nested := strings.Cut(c.Name, ">")
		if !nested {
			within, name = "", c.Name
		}
		if err := x.goInto(&outer, within); err != nil {
			return err
		}
		if err := x.EncodeElement(cells[i], xml.StartElement{Name: xml.Name{Local: name}}); err != nil {
			return err
		}
	}
	if err := x.goInto(&outer, ""); err != nil {
		return err
	}
	return x.EncodeToken(document.End())
}

// goInto closes the element that is open and opens another; "" is none.
func (x xmlWriter) goInto(open *string, next string) error {
	if *open == next {
		return nil
	}
	if *open != "" {
		if err := x.EncodeToken(xml.EndElement{Name: xml.Name{Local: *open}}); err != nil {
			return err
		}
	}
	if *open = next; next == "" {
		return nil
	}
	return x.EncodeToken(xml.StartElement{Name: xml.Name{Local: next}})
}

func (x xmlWriter) Close() error {
	if err := x.EncodeToken(root.End()); err != nil {
		return err
	}
	return x.Encoder.Close()
}

// spreadsheet writes XLSX, row by row.
type spreadsheet struct {
	to     io.Writer
	file   *excelize.File
	stream *excelize.StreamWriter
	body   int // style of cells
	row    int
}

const sheetName = "Sheet1"

func newSpreadsheet(w io.Writer, f Form) (Writer, error) {
	s := &spreadsheet{to: w, file: excelize.NewFile(), row: 1}
	var err error
	if s.stream, err = s.file.NewStreamWriter(sheetName); err != nil {
		return nil, err
	}
	for i, c := range f.Columns {
		if err := s.stream.SetColWidth(i+1, i+1, c.Width); err != nil {
			return nil, err
		}
	}
	return s, s.begin(f)
}

// begin writes the title of a book and the heads of the columns, which stay in
// view.
func (s *spreadsheet) begin(f Form) error {
	heading, err := s.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}, Alignment: &excelize.Alignment{Horizontal: "center"}})
	if err != nil {
		return err
	}
	head, err := s.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}, Border: frame})
	if err != nil {
		return err
	}
	if s.body, err = s.file.NewStyle(&excelize.Style{NumFmt: textFormat, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}, Border: frame}); err != nil {
		return err
	}
	rows := 1
	if f.Title != "" {
		rows = 2
	}
	if err := s.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: rows, TopLeftCell: fmt.Sprintf("A%d", rows+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if f.Title != "" {
		last, err := excelize.CoordinatesToCellName(len(f.Columns), 1)
		if err != nil {
			return err
		}
		if err := s.set(heading, []string{f.Title}); err != nil {
			return err
		}
		if err := s.stream.MergeCell("A1", last); err != nil {
			return err
		}
	}
	heads := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		heads[i] = c.Head
	}
	return s.set(head, heads)
}

// textFormat is Excel's "@": a cell is text whatever it looks like.
const textFormat = 49

var frame = []excelize.Border{
	{Type: "left", Style: 1, Color: "808080"}, {Type: "right", Style: 1, Color: "808080"},
	{Type: "top", Style: 1, Color: "808080"}, {Type: "bottom", Style: 1, Color: "808080"},
}

func (s *spreadsheet) Write(cells []string) error { return s.set(s.body, cells) }

// longestCell is the most letters that Excel takes in a cell.
const longestCell = 32767

func (s *spreadsheet) set(style int, cells []string) error {
	values := make([]any, len(cells))
	for i, c := range cells {
		values[i] = excelize.Cell{StyleID: style, Value: cut(printable(c), longestCell)}
	}
	s.row++
	return s.stream.SetRow(fmt.Sprintf("A%d", s.row-1), values)
}

// printable drops control characters, which XML cannot hold.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}

func (s *spreadsheet) Close() error {
	if err := s.stream.Flush(); err != nil {
		return err
	}
	if err := s.file.Write(s.to); err != nil {
		return err
	}
	return s.file.Close()
}
