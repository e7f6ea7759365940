package pdffile

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// Mark is a text that a signing program lays on a page as an annotation: the
// page's own content does not know of it.
type Mark struct {
	X, Y, Width float64 // left end of the baseline, origin at the top left
	Size        float64
	Text        string // figures and plain letters
}

var (
	firstPage = regexp.MustCompile(`(?s)(\d+) 0 obj\n<</Type /Page\n.*?>>\nendobj`)
	size      = regexp.MustCompile(`/Size (\d+)`)
	startXref = regexp.MustCompile(`startxref\n(\d+)`)
)

// Stamp appends an incremental update to a file written by Write: the first
// page gets one widget annotation a mark, with an appearance stream. This is
// what the clerk's signing program does to a plan whose số and ngày were left
// open: text of the page has blanks, viewers show figures.
func Stamp(pdf []byte, pageHeight float64, marks []Mark) ([]byte, error) {
	page := firstPage.FindSubmatch(pdf)
	count, previous := size.FindSubmatch(pdf), startXref.FindSubmatch(pdf)
	if page == nil || count == nil || previous == nil {
		return nil, errors.New("stamp pdf: first page not found")
	}
	number, _ := strconv.Atoi(string(page[1]))
	next, _ := strconv.Atoi(string(count[1]))
	o := objects{base: len(pdf)}
	var refs string
	for _, m := range marks {
		addMark(&o, next, pageHeight, m)
		refs += fmt.Sprintf("%d 0 R ", next)
		next += 2
	}
	body := page[0][len(page[1])+len(" 0 obj\n") : len(page[0])-len(">>\nendobj")]
	o.add(number, fmt.Sprintf("%s\n/Annots [%s]>>", body, refs))
	root := regexp.MustCompile(`/Root \d+ 0 R`).Find(pdf)
	o.finish(fmt.Sprintf("/Size %d %s /Prev %s", next, root, previous[1]))
	return append(pdf[:len(pdf):len(pdf)], o.out.Bytes()...), nil
}

// addMark writes the annotation and, under the next number, what it looks like.
func addMark(o *objects, number int, pageHeight float64, m Mark) {
	low := pageHeight - m.Y - m.Size*0.3
	o.add(number, fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /F 4 /T (Mark%d) /Rect [%.2f %.2f %.2f %.2f] /AP <</N %d 0 R>>>>",
		number, m.X, low, m.X+m.Width, low+m.Size*1.2, number+1))
	look := fmt.Sprintf("q 0.1 0.1 0.5 rg BT /T %.1f Tf 0 %.2f Td (%s) Tj ET Q", m.Size, m.Size*0.3, m.Text)
	o.stream(number+1, fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] "+
		"/Resources <</Font <</T <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>>>>>", m.Width, m.Size*1.2), []byte(look))
}
