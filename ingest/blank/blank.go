package blank

import "vanthu/ingest"

// How a blank is found and cut out.
//
// Print is read well, hands are not, and OCR glues the one to the other. Words
// and boxes of a real letterhead, 1.3 times as wide as its type is high:
//
//	Số:41)/TB-UBND[120…222]     ngày)Ỏtháng[374…448] |Ö[450…465] năm[467…488]
//
// Type has known widths (letters.go), and what it is set in, its size and the
// slope of its line, the words that were read well tell (row.go). So it is
// enough that a printed word begins or ends what OCR took for one:
//
//	Số: begins the word        its 1.2 sizes end at 135.4
//	/TB-UBND ends the word     its 5.1 sizes begin at 166.0   serial 135.4…166.0
//	ngày begins, tháng ends                                   day    397.5…419.7
//
// Words are found but for a letter in four (`thúng`, `ngàW`). Where even the
// stroke was taken for a digit (`4J29 UBND-MT`) the codes end the gap, and a
// printed stroke seen right of a reckoned end is believed (stroke.go).
//
// A hand that runs into the print spoils more than a letter. Between ngày and the
// year whatever ends in ng is tháng (`máng`, `nóng`), else the one word as wide and
// high as it; a spoiled ngày stands right behind the comma of the place; spoiled
// codes still have their hyphen (`/&H-SNV`, `Ø&H-sNv`). Of 80 made-up letterheads
// (hands 0.75 to 1.65 sizes high that overlap the print by 0.12 sizes or stand off
// by 0.33, 150 to 300 dpi, read by Tesseract) the serial is found of 75, the day of 70,
// of 66 months 55; without this of 55, 58 and 50.
//
// A gap is not yet the field: hands are larger than gaps. The ink around it is
// taken apart into connected pieces (package pieces), without rules and scratches, and
// a piece belongs to the field if it crosses the band of the line's digits and
// lies mostly in the gap; the leg of the y of ngày does neither. A piece that
// is one with print is cut at the gap's edge, and Torn says so.
//
// Measured on ../shared/scans (vanthu-scores -only hand -boxes, 46 handwritten
// serials, boxes drawn by eye): all 46 share half of their area with ours; 45
// when ink paler than the darkest fiftieth was lost, 44 when the number was
// taken to be set in the size of the date, 41 when rules joined what they
// touched. 3 ms a page, reading not included.
//
// What was not done: blanks on pages whose words come from a good text layer
// and no scan; the colour of the ink, which raster has turned to grey (blue and
// black pens are as dark in its red channel).

// Blank is where a field must be: between the print on its left and right, on a
// base line.
type Blank struct {
	Field  ingest.Field
	X0, X1 float64 // the gap, in points
	Base   float64 // base line of the print
	Size   float64 // of the type
}

// Find gives the blanks of a page's letterhead and of a stamp of arrival beside
// it; none where the page has none.
func Find(p ingest.Page) []Blank {
	left, right := headRows(p)
	slope := tilt(p.Lines)
	size, found := findDate(right, typeSize(p.Lines), slope)
	if size == 0 {
		return nil
	}
	if len(left)+len(right) > 0 {
		found = append(found, findArrival(p.Lines, p.Stamps)...)
	}
	if n, ok := findNumber(left, size, slope); ok {
		found = append(found, n)
	}
	return found
}

// typeSize is the size of the page's type.
func typeSize(lines []ingest.Line) float64 {
	var all []float64
	for _, l := range lines {
		all = append(all, newRow(l).sizes()...)
	}
	return median(all)
}

// headRows are the lines of the head, left and right, by layout's zones.
func headRows(p ingest.Page) (left, right []*row) {
	for _, l := range p.Lines {
		switch l.Zone {
		case ingest.ZoneHeadLeft:
			left = append(left, newRow(l))
		case ingest.ZoneHeadRight:
			right = append(right, newRow(l))
		}
	}
	return left, right
}

func (r *row) blank(field ingest.Field, x0, x1 float64) Blank {
	return Blank{Field: field, X0: x0, X1: x1, Base: r.base((x0 + x1) / 2), Size: r.size}
}
