package extract

import (
	"fmt"
	"slices"
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
// days after), the documents it cites (older than itself), the stamp of arrival
// (younger), and the day of the week.

// handIssued decides the date of issue by what a hand filled in. Done is false
// where no hand was read.
func (r *reader) handIssued() (done bool) {
	day, page := r.handOf(ingest.FieldDay)
	month, _ := r.handOf(ingest.FieldMonth)
	years := r.yearBeside(page, day.Box)
	if len(day.Readings) == 0 || len(years) == 0 {
		return false
	}
	days, months := r.filled(day, page), r.filled(month, page)
	b := joint(days, months, years)
	if len(b) == 0 {
		return false
	}
	rest := max(0, 1-total(b))
	likely := r.datePrior()
	b.weigh(likely)
	best, share := b.best(rest * usual(likely, b.ranked()[0]))
	box := day.Box.Union(month.Box)
	values := b.ranked()
	if share >= surely && r.meant(best, days, months) {
		r.fields.Issued = &best
		r.fromHand("issued", best, page, box, share, values[1:])
		return true
	}
	r.fromHand("issued", best, page, box, 0, values)
	r.review("issued", "day or month handwritten, may be %s", strings.Join(r.fields.Evidence["issued"].Alternatives, ", "))
	return true
}

// handSaysAnother reports whether the day or the month was written by hand and
// reads otherwise than OCR read it.
func (r *reader) handSaysAnother(d date) bool {
	day, _ := r.handOf(ingest.FieldDay)
	month, _ := r.handOf(ingest.FieldMonth)
	return contradicted(day, strconv.Itoa(d.day)) || contradicted(month, strconv.Itoa(d.month))
}

// usual is how likely the days of a date's month are by other evidence, on the
// average: what dates nobody thought of have to share.
func usual(likely func(iso string) float64, iso string) (mean float64) {
	for day := 1; day <= 31; day++ {
		mean += likely(fmt.Sprintf("%s-%02d", iso[:7], day)) / 31
	}
	return mean
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

// filled is what is believed of a blank: its readings, and what OCR read there,
// which tells much of print and little of a hand.
func (r *reader) filled(h ingest.Hand, page int) belief {
	b := belief{}
	read, rest := believed(h)
	for text, p := range read {
		b[unpadded(text)] += p
	}
	digits, sure := r.digitsIn(page, h.Box)
	if digits == "" {
		return b
	}
	right, wrong := 0.5, 0.25
	switch {
	case h.Ink == ingest.InkPrint && sure >= surePrint:
		right, wrong = 0.97, 0.01
	case h.Ink == ingest.InkPrint:
		right, wrong = 0.8, 0.05
	}
	if len(b) == 0 && right > 0.9 {
		b[unpadded(digits)] = right
		return b
	}
	likely := func(v string) float64 {
		if v == unpadded(digits) {
			return right
		}
		return wrong
	}
	b.weigh(likely)
	all := total(b) + rest*wrong
	b.weigh(func(string) float64 { return 1 / all })
	return b
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

// wrongYear reports whether another year, read by one digit otherwise, suits
// signature, citations and arrival far better.
func (r *reader) wrongYear(d date) bool {
	likely := r.datePrior()
	here := likely(d.iso())
	for y := range printedYear(d.year, 1) {
		if likely(fmt.Sprintf("%s-%02d-%02d", y, d.month, d.day)) > farLikelier*here {
			return true
		}
	}
	return false
}

// farLikelier makes a printed and well-read year doubtful.
const farLikelier = 100

// datePrior is how likely a date of issue is by all but the hand.
func (r *reader) datePrior() func(iso string) float64 {
	signed, cited, arrived := r.signedOn(), r.citedBy(), r.arrivedOn()
	return func(iso string) float64 {
		at, err := time.Parse(time.DateOnly, iso)
		if err != nil {
			return 0
		}
		p := weekday(at)
		if !signed.IsZero() {
			p *= lag(signed, at)
		}
		if at.Before(cited) || !arrived.IsZero() && at.After(arrived) {
			p *= disorder
		}
		return p
	}
}

// disorder is how often a document seems older than what it cites, or younger
// than its arrival: a year misread or mistyped.
const disorder = 0.03

// weekday is how likely a day of the week is, by that of a working day.
func weekday(at time.Time) float64 {
	switch at.Weekday() {
	case time.Saturday:
		return 0.25
	case time.Sunday:
		return 0.1
	}
	return 1
}

// lag is how likely a document is signed digitally just so many days after its
// date, by that of the same day. Of 28 signed scans 12 were signed on the day,
// 10 on the next, all but one within four days; what was scanned years later is
// signed on any day.
func lag(signed, issued time.Time) float64 {
	days := int(signed.Sub(issued).Hours() / 24)
	switch {
	case days < -1:
		return 0.00001
	case days < 0:
		return 0.005
	case days == 0:
		return 1
	case days == 1:
		return 0.5
	case days <= 4:
		return 0.15
	case days <= 10:
		return 0.03
	case days <= 40:
		return 0.005
	}
	return 0.0001
}

// vietnam is seven hours ahead of the time in a signature.
const vietnam = 7 * time.Hour

// signedOn is the day of the earliest digital signature, or zero: of the file's
// signatures, or by the annotations that show them.
func (r *reader) signedOn() (first time.Time) {
	var all []time.Time
	for _, p := range r.pages[:min(1, len(r.pages))] {
		for _, s := range p.Signatures {
			all = append(all, s.Time.Add(vietnam).Truncate(24*time.Hour))
		}
	}
	for _, d := range r.stampedDates() {
		all = append(all, d.time())
	}
	if len(all) == 0 {
		return first
	}
	return slices.MinFunc(all, time.Time.Compare)
}

// citedBy is the date of the youngest document named with its number, or zero.
func (r *reader) citedBy() (last time.Time) {
	for _, s := range r.symbols {
		for _, d := range r.dates {
			if d.from >= s.to && d.from-s.to < citedGap && d.year != 0 && d.valid() && d.from > r.head.date.to && d.to <= r.main.to {
				if at := d.time(); at.After(last) {
					last = at
				}
			}
		}
	}
	return last
}

// citedGap is how far behind its number a cited document's date may stand.
const citedGap = 14

func (d date) time() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

// arrivedOn is the date on the stamp of incoming mail, or zero.
func (r *reader) arrivedOn() (at time.Time) {
	h, page := r.handOf(ingest.FieldArrivalDate)
	if page == 0 || len(h.Readings) == 0 || h.Readings[0].P < surely {
		return at
	}
	at, _ = time.Parse(time.DateOnly, h.Readings[0].Text)
	return at
}
