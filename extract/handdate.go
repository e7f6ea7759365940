package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"vanthu/ingest"
)

// A date of issue of which day, or day and month, are written by hand:
//
//	Hải Phòng, ngày ⟨09⟩ tháng ⟨3⟩ năm 2020    day 09 0.72, 04 0.21, 07 0.03
//	                                             month 3 0.88, 8 0.09
//	signed digitally 2020-03-09 13:45            09/3: the same day  ×1
//	                                             04/3: five days     ×0.03
//	                                             09/8: before issue  ×0.00001
//	                                             2020-03-09 0.99
//
// Day and month are weighed together with what is known of the date as a whole:
// the earliest digital signature (offices sign on the day of issue or in the
// days after), the documents it cites (older than itself, the youngest mostly by
// days), the stamp of arrival (younger), and the day of the week.

// handIssued decides the date of issue by what a hand filled in. Done is false
// where no hand was read.
func (r *reader) handIssued() (done bool) {
	day, page := r.handOf(ingest.FieldDay)
	month, pageOfMonth := r.handOf(ingest.FieldMonth)
	page = max(page, pageOfMonth)
	box := day.Box.Union(month.Box)
	years := r.yearBeside(page, box)
	if len(day.Readings)+len(month.Readings) == 0 || len(years) == 0 {
		return false
	}
	days, months := r.filled(day, page, 31), r.filled(month, page, 12)
	found := len(days) > 0 && len(months) > 0
	if !found {
		days, months = r.notFound(days, months)
	}
	b := joint(days, months, years)
	if len(b) == 0 {
		return false
	}
	rest := max(0, 1-total(b))
	likely := r.handPrior()
	b.weigh(likely.of)
	best, share := b.best(rest * likely.usual(b.ranked()[0]))
	if !found && share < worthNaming {
		return false // neither the page nor anything else tells the rest
	}
	values := b.notable()
	if share >= surely && r.meant(best, days, months) {
		r.fields.Issued = &best
		r.fromHand("issued", best, page, box, share, values[1:])
		return true
	}
	r.fromHand("issued", best, page, box, 0, values)
	r.review("issued", "day or month handwritten, may be %s", strings.Join(r.fields.Evidence["issued"].Alternatives, ", "))
	return true
}

// worthNaming is the share from which a date is named to a person of which the page
// does not show the day or the month. With the blanks of the months of 26 scans taken
// away 23 dates come first, 18 of them surely, for OCR read the printed months; none
// is given wrong.
const worthNaming = 0.25

// notFound fills in what is believed of a day or month that was not found on the
// page: any, but what OCR read there sooner than others. A signature, a citation and
// an arrival may tell it all the same.
func (r *reader) notFound(days, months belief) (belief, belief) {
	read := r.dateWords(r.head.date)
	if len(days) == 0 {
		days = r.anyOf(31, read.day)
	}
	if len(months) == 0 {
		months = r.anyOf(12, read.month)
	}
	return days, months
}

// anyOf is what is believed of one of so many values of which nothing is known but
// what OCR read.
func (r *reader) anyOf(most int, read dateWord) belief {
	ink, sure := ingest.InkHand, 0.0
	if read.said != nil && r.sizeOf(read.word) == printedSize {
		if ink = ingest.InkPrint; !read.mended {
			sure = r.conf(read.word)
		}
	}
	right, wrong := ocrRight(ink, sure)
	b := belief{}
	for v := 1; v <= most; v++ {
		b[strconv.Itoa(v)] = wrong + (right-wrong)*read.said[strconv.Itoa(v)]
	}
	all := total(b)
	b.weigh(func(string) float64 { return 1 / all })
	return b
}

// handSaysAnother reports whether the day or the month was written by hand and
// reads otherwise than OCR read it.
func (r *reader) handSaysAnother(d date) bool {
	day, _ := r.handOf(ingest.FieldDay)
	month, _ := r.handOf(ingest.FieldMonth)
	return contradicted(day, strconv.Itoa(d.day)) || contradicted(month, strconv.Itoa(d.month))
}

func total(b belief) (sum float64) {
	for _, p := range b {
		sum += p
	}
	return sum
}

// meant reports whether the hand may well say this day and month.
func (r *reader) meant(iso string, days, months belief) bool {
	at, err := time.Parse(time.DateOnly, iso)
	return err == nil && days[strconv.Itoa(at.Day())] >= possible && months[strconv.Itoa(int(at.Month()))] >= possible
}

// filled is what is believed of a blank that may hold so many values at most: its
// readings, and what OCR read there, which tells much of print and little of a
// hand. What the reader of digits could not read is any value, that of OCR too:
// it knows hands and not the slanted digits of print.
func (r *reader) filled(h ingest.Hand, page, most int) belief {
	read, rest := believed(h)
	b := unpaddedAll(read)
	said, sure := r.figuresAt(page, h.Box)
	if len(said) == 0 {
		return b
	}
	right, wrong := ocrRight(h.Ink, sure)
	values := unpaddedAll(said)
	each := rest / float64(most)
	for v := range values {
		b[v] += each
		rest -= each
	}
	b.weigh(func(v string) float64 { return wrong + (right-wrong)*values[v] })
	all := total(b) + rest*wrong
	b.weigh(func(string) float64 { return 1 / all })
	return b
}

// unpaddedAll are values without the zeros before them.
func unpaddedAll(b belief) belief {
	bare := belief{}
	for v, p := range b {
		bare[unpadded(v)] += p
	}
	return bare
}

// ocrRight is how often OCR reads what stands in a blank, and how often it reads
// just one other value instead.
func ocrRight(ink ingest.Ink, sure float64) (right, wrong float64) {
	switch {
	case ink == ingest.InkPrint && sure >= surePrint:
		return 0.97, 0.003
	case ink == ingest.InkPrint:
		return 0.8, 0.02
	}
	return 0.5, 0.25
}

// joint are the dates of the calendar that days, months and years make.
func joint(days, months, years belief) belief {
	b := belief{}
	for d, p := range days {
		for m, q := range months {
			for y, o := range years {
				iso := fmt.Sprintf("%s-%02s-%02s", y, m, d)
				if _, err := time.Parse(time.DateOnly, iso); err == nil {
					b[iso] = p * q * o
				}
			}
		}
	}
	return b
}

// yearBeside is what is believed of the printed year that ends the line of a
// blank; nothing if there is none.
func (r *reader) yearBeside(page int, blank ingest.Box) belief {
	for _, w := range r.words {
		at := r.box(w)
		if r.pages[w.page].Number != page || at.X0 < blank.X1 || at.Y1 < blank.Y0 || at.Y0 > blank.Y1 {
			continue
		}
		f := strings.Trim(r.fold(w.span), " .,")
		if y, end := number(f, 0, 4); end == 4 && len(f) == 4 && y >= firstYear && y < endYears {
			return printedYear(y, r.conf(w))
		}
	}
	return belief{}
}

// Years that a document may be of, and of scans that are not of the archives.
const (
	firstYear = 1945
	endYears  = 2100
)

// printedYear is what is believed of a year that OCR read: it, or one that
// differs by a digit (2016 for 2018), which a signature or a cited document may
// bring to light.
func printedYear(year int, conf float64) belief {
	right := min(0.99, 0.9+conf/10)
	years := belief{strconv.Itoa(year): right}
	var others []int
	for y := year - year%100; y < year-year%100+100; y++ {
		if (y/10 == year/10) != (y%10 == year%10) {
			others = append(others, y)
		}
	}
	for _, y := range others {
		years[strconv.Itoa(y)] = (1 - right) / float64(len(others))
	}
	return years
}
