package extract

import (
	"fmt"
	"slices"
	"time"

	"vanthu/ingest"
)

// What is known of a document's date before its letterhead is read: digital
// signatures, citations, the stamp of arrival, the name of the file, the calendar.
// Each makes some dates likelier.

// prior is how likely a day is that of issue, by other evidence.
type prior func(day time.Time) float64

// of is how likely a date is; what is no day of the calendar is not.
func (p prior) of(iso string) float64 {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return 0
	}
	return p(day)
}

// usual is how likely the days of a date's month are, on the average: what dates
// nobody thought of have to share.
func (p prior) usual(iso string) (mean float64) {
	for day := 1; day <= 31; day++ {
		mean += p.of(fmt.Sprintf("%s-%02d", iso[:7], day)) / 31
	}
	return mean
}

// datePrior is how likely a date of issue is by all but the hand.
func (r *reader) datePrior() prior {
	signed, cited, arrived := r.signedOn(), r.citedBy(), r.arrivedOn()
	named, made := r.fileDates()
	return func(at time.Time) float64 {
		p := weekday(at)
		if !signed.IsZero() {
			p *= lag(signed, at)
		}
		if at.Before(cited) || !arrived.IsZero() && at.After(arrived) || !made.IsZero() && at.After(made) {
			p *= disorder
		}
		if len(named) > 0 && !slices.Contains(named, at) {
			p *= otherNamed
		}
		return p
	}
}

// otherNamed is how often the date in a file's name is another than that of issue.
const otherNamed = 0.1

// handPrior is datePrior with what the text says beside a date of issue: how long
// ago the youngest document is that it cites, and by when it asks for something.
// It is for days that a hand wrote: a printed year is not doubted because a document
// rests on an old law.
func (r *reader) handPrior() prior {
	likely, cited, due := r.datePrior(), r.citedBy(), r.asksBy()
	return func(at time.Time) float64 {
		p := likely(at)
		if !cited.IsZero() {
			p *= since(cited, at)
		}
		if slices.ContainsFunc(due, func(d time.Time) bool { return d.Before(at) && d.Year() == at.Year() }) {
			p *= disorder
		}
		return p
	}
}

// asksBy are the days by which the document asks for something. Those of earlier
// years are what it tells of.
func (r *reader) asksBy() (days []time.Time) {
	for _, d := range r.dates {
		if d.from < r.head.date.to || d.to > r.main.to || d.year == 0 || !d.valid() {
			continue
		}
		if _, ok := r.dueCue(d); ok {
			days = append(days, d.time())
		}
	}
	return days
}

// since is how likely a document is issued just so many days after the youngest
// that it cites, by that of the days right after. Of 29 scans 10 were issued within
// ten days, 11 within a month, 5 within a hundred days and 3 later; the last are not
// held as rare as that makes any one day of theirs.
func since(cited, issued time.Time) float64 {
	switch days := int(issued.Sub(cited).Hours() / 24); {
	case days <= 10: // before it: see disorder
		return 1
	case days <= 30:
		return 0.5
	case days <= 100:
		return 0.1
	}
	return 0.02
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
// date, by that of the same day. Of 15 signed scans 7 were signed on the day, 6
// on the next and 2 within four days; what was scanned years later is signed on
// any day.
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
		for i := r.dateIndex(s.to); i < len(r.dates) && r.dates[i].from-s.to < citedGap; i++ {
			if d := r.dates[i]; d.year != 0 && d.valid() && d.from > r.head.date.to && d.to <= r.main.to {
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

// arrivedOn is the date on the stamp of incoming mail, printed or read surely from
// a hand, or zero.
func (r *reader) arrivedOn() (at time.Time) {
	if printed := r.fields.Arrival.Date; printed != nil {
		at, _ = time.Parse(time.DateOnly, *printed)
		return at
	}
	h, page := r.handOf(ingest.FieldArrivalDate)
	if page == 0 || len(h.Readings) == 0 || h.Readings[0].P < surely {
		return at
	}
	at, _ = time.Parse(time.DateOnly, h.Readings[0].Text)
	return at
}

// wrongYear reports whether another year, read by one digit otherwise, suits
// signature, citations and arrival far better.
func (r *reader) wrongYear(d date) bool {
	likely := r.datePrior()
	here := likely.of(d.iso())
	for y := range printedYear(d.year, 1) {
		if likely.of(fmt.Sprintf("%s-%02d-%02d", y, d.month, d.day)) > farLikelier*here {
			return true
		}
	}
	return false
}

// farLikelier makes a printed and well-read year doubtful.
const farLikelier = 100
