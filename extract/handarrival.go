package extract

import (
	"strings"
	"time"

	"vanthu/ingest"
)

// What a hand wrote into the stamp of incoming mail:
//
//	ĐẾN  Số:   ⟨0417⟩        0417 0.97, 0477 0.02          the hand alone tells it
//	     Ngày: ⟨06/12/2019⟩  2019-12-06 0.88, 2019-12-08 0.09
//	     issued 2019-12-05   one day later, a Friday   ×1
//	                         three days later, a Sunday ×0.1
//
// A letter arrives on or after the day it was issued, mostly within weeks and on
// a working day.

// handArrival sets number and date of arrival by what a hand wrote into the stamp,
// where no print told them.
func (r *reader) handArrival() {
	if len(r.pages) == 0 {
		return
	}
	a := &r.fields.Arrival
	if a.Number == nil {
		h, page := handOn(r.pages[0], ingest.FieldArrivalNumber)
		b, rest := believed(h)
		r.arrived("arrival.number", &a.Number, h, page, b, rest)
	}
	if a.Date == nil {
		h, page := handOn(r.pages[0], ingest.FieldArrivalDate)
		b, rest := believed(h)
		b.weigh(r.arrivesOn)
		r.arrived("arrival.date", &a.Date, h, page, b, rest)
	}
}

// arrived sets a field of the stamp to what is believed, or shows it to a person.
func (r *reader) arrived(field string, to **string, h ingest.Hand, page int, b belief, rest float64) {
	if h.Ink != ingest.InkHand || len(h.Readings) == 0 {
		return
	}
	best, share := b.best(rest)
	values := b.notable()
	if share >= surely {
		*to = &best
		r.fromHand(field, best, page, h.Box, share, values[1:])
		return
	}
	r.fromHand(field, best, page, h.Box, 0, values)
	r.review(field, "handwritten, may be %s", strings.Join(r.fields.Evidence[field].Alternatives, ", "))
}

// arrivesOn is how likely a letter arrives on a day.
func (r *reader) arrivesOn(iso string) float64 {
	at, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return 0
	}
	p := weekday(at)
	if r.fields.Issued == nil {
		return p
	}
	issued, _ := time.Parse(time.DateOnly, *r.fields.Issued)
	if days := int(at.Sub(issued).Hours() / 24); days < 0 || days > mostOnTheWay {
		return p * disorder
	}
	return p
}

// mostOnTheWay is within how many days a letter arrives, nearly always.
const mostOnTheWay = 60
