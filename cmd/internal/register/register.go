// Package register writes tables of what an archive holds: the input fields of
// Thông tư 02/2019/TT-BNV for other systems to load, and the books that
// Nghị định 30/2020/NĐ-CP, Phụ lục IV, has a records clerk keep.
//
//	form, _ := register.FormCalled("so-van-ban-di")
//	w, _ := register.NewWriter("xlsx", file, form)
//	for i, r := range form.Sorted(records) {
//		err = w.Write(form.Row(i+1, r))
//	}
//	err = w.Close()
//
// A form is columns; each tells its own cell from a record. What vanthu does not
// know (storage time, who was handed the paper) is an empty cell for a person to
// fill in: nothing is invented. Cells are text, so that a scanned page cannot
// put a formula into somebody's spreadsheet. It reads records and never changes
// them; values may be shared between goroutines, a Writer belongs to one.
package register

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"vanthu/cmd/internal/pipeline"
)

// Form is a kind of table.
type Form struct {
	Name    string // by which it is asked for
	Title   string // heading of a book, in capitals; empty for fields
	Columns []Column
	compare func(a, b pipeline.Record) int
}

// Column is one column of a form.
type Column struct {
	Name  string // in CSV and XML; of an element inside another after ">"
	Head  string // in a spreadsheet, for people
	Width float64
	cell  func(n int, r pipeline.Record) string
}

// Forms are all there are, the default first.
var Forms = []Form{fields, outgoing, incoming, contents}

// FormCalled finds a form by its name.
func FormCalled(name string) (Form, bool) {
	i := slices.IndexFunc(Forms, func(f Form) bool { return f.Name == name })
	if i < 0 {
		return Form{}, false
	}
	return Forms[i], true
}

// Names of all forms.
func Names() (names []string) {
	for _, f := range Forms {
		names = append(names, f.Name)
	}
	return names
}

// Row is the cells of the n-th record, from 1.
func (f Form) Row(n int, r pipeline.Record) []string {
	cells := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		cells[i] = c.cell(n, r)
	}
	return cells
}

// Sorted puts records into the order of the book.
func (f Form) Sorted(records []pipeline.Record) []pipeline.Record {
	if f.compare != nil {
		slices.SortStableFunc(records, f.compare)
	}
	return records
}

// byIssue orders records by date of issue, undated ones last, then by serial
// and the whole number.
func byIssue(a, b pipeline.Record) int {
	x, y := value(a.Fields.Issued), value(b.Fields.Issued)
	if (x == "") != (y == "") {
		return cmp.Compare(len(y), len(x))
	}
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(serial(a), serial(b)), cmp.Compare(value(a.Fields.Number), value(b.Fields.Number)))
}

// byArrival orders records by date of arrival, those without a stamp last, then
// by arrival number.
func byArrival(a, b pipeline.Record) int {
	x, y := value(a.Fields.Arrival.Date), value(b.Fields.Arrival.Date)
	if (x == "") != (y == "") {
		return cmp.Compare(len(y), len(x))
	}
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(leading(value(a.Fields.Arrival.Number)), leading(value(b.Fields.Arrival.Number))), byIssue(a, b))
}

// serial is the number before the first stroke of a số ký hiệu; 0 if unread.
func serial(r pipeline.Record) int { return leading(value(r.Fields.Number)) }

// leading is the number that a text begins with, or 0.
func leading(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(s)
	}
	n, _ := strconv.Atoi(s[:end]) // an empty or absurd one is 0
	return n
}

// value of a field; absent is empty.
func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// vietnameseDate turns 2019-09-11 into 11/09/2019, as the regulations have it.
func vietnameseDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	return t.Format("02/01/2006")
}

// cut shortens s to n letters.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}
