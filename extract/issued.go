package extract

import (
	"strings"

	"vanthu/ingest"
)

// readIssued sets place and date of issue. They stand in one cell of the head:
// `Tây Ninh, ngày 11 tháng 9 năm 2019`; the day, and often the month, is
// written by hand and may be blank.
func (r *reader) readIssued() {
	c := r.head.date
	if c.empty() {
		if !r.handIssued() && !r.todayIssued() {
			r.metaIssued()
		}
		return
	}
	r.readPlace(c)
	for _, d := range r.dates {
		if d.from < c.from || d.to > c.to || d.year == 0 {
			continue
		}
		if !d.valid() {
			r.review("issued", "%s is no date of the calendar", r.str(d.span))
			r.note("issued", d.span, "issued:head", 0)
			return
		}
		if r.wellRead(d) && !r.handSaysAnother(d) && !r.wrongYear(d) {
			r.set("issued", &r.fields.Issued, d.iso(), d.span, "issued:head", 0.97)
			return
		}
		r.alternative("issued", d.iso())
	}
	r.stampedIssued(c)
}

// stampedIssued looks for the day that the page lacks in the annotations of the
// first page. A stamp that says "ngày … tháng …" fills it; the time of signing
// is often a day later, so it is only shown.
func (r *reader) stampedIssued(c cell) {
	read := r.fields.Evidence["issued"].Alternatives
	if d, ok := r.filledIn(c); ok {
		r.set("issued", &r.fields.Issued, d.iso(), c.span, "issued:annotation", 0.9)
		r.from("issued", ingest.SourceAnnotation)
		return
	}
	for _, d := range r.stampedDates() {
		if d.spelled {
			r.set("issued", &r.fields.Issued, d.iso(), c.span, "issued:annotation", 0.9)
			r.from("issued", ingest.SourceAnnotation)
			return
		}
		read = once(read, d.iso())
	}
	if r.handIssued() || r.misprintedIssued(c) {
		return
	}
	read = append(read, r.fields.Evidence["issued"].Alternatives...)
	r.note("issued", c.span, "issued:head", 0)
	for _, a := range read {
		r.alternative("issued", a)
	}
	r.review("issued", "day or month blank, handwritten or not read: %s", r.str(c.span))
}

// filledIn is the date whose day and month, blank on the page, an annotation
// fills in: `17 6` in the line of `ngày    tháng    năm 2022`.
func (r *reader) filledIn(c cell) (date, bool) {
	year := yearAfterBlank(r.fold(c.span))
	if year == 0 || len(r.pages) == 0 {
		return date{}, false
	}
	for _, l := range r.pages[0].Annotations {
		f := newFolded(l.Text()).f
		day, end := number(f, 0, 2)
		month, last := number(f, skipSpace(f, end), 2)
		d := date{year: year, month: month, day: day}
		beside := l.Box.IsZero() || c.box.IsZero() || l.Box.Y0 < c.box.Y1 && l.Box.Y1 > c.box.Y0
		if end > 0 && last > end+1 && last == len(f) && month >= 1 && d.valid() && beside {
			return d, true
		}
	}
	return date{}, false
}

// yearAfterBlank is the year of `ngay thang nam 2022`, whose day and month are
// blank, or 0.
func yearAfterBlank(f string) int {
	at := strings.Index(f, "ngay")
	if at < 0 {
		return 0
	}
	words := strings.Fields(strings.Trim(f[at:], " ."))
	if len(words) != 4 || words[1] != "thang" || words[2] != "nam" || len(words[3]) != 4 {
		return 0
	}
	year, _ := number(words[3], 0, 4)
	return year
}

// stampedDates are the dates in the annotations of the first page.
func (r *reader) stampedDates() []date {
	var found []date
	for _, p := range r.pages[:min(1, len(r.pages))] {
		for _, l := range p.Annotations {
			for _, d := range dates(newFolded(l.Text()).f) {
				if d.year != 0 && d.valid() {
					found = append(found, d)
				}
			}
		}
	}
	return found
}

// todayIssued reads the day on which contracts and minutes say that they are made:
// `Hôm nay, ngày 15 tháng 01 năm 2025, tại …`.
func (r *reader) todayIssued() bool {
	for _, d := range r.dates {
		before := r.f[max(r.main.from, min(d.from, d.from-20)):d.from]
		if d.year != 0 && d.valid() && d.to <= r.main.to && strings.Contains(before, "hom nay") {
			r.set("issued", &r.fields.Issued, d.iso(), d.span, "issued:today", 0.9)
			return true
		}
	}
	return false
}

// metaIssued reads a law site's "Ngày ban hành".
func (r *reader) metaIssued() {
	sp := r.head.meta["metaissued"]
	for _, d := range r.dates {
		if d.from >= sp.from && d.to <= sp.to && d.year != 0 && d.valid() {
			r.set("issued", &r.fields.Issued, d.iso(), d.span, "issued:site-heading", 0.9)
			return
		}
	}
	r.review("issued", "not found")
}

// readPlace reads the words before the date.
func (r *reader) readPlace(c cell) {
	f := r.fold(c.span)
	at := strings.Index(f, ", ")
	if at < 0 {
		at = strings.Index(f, " ngay")
	}
	if at <= 0 {
		return
	}
	sp := r.trim(span{c.from, c.from + at}, " .,-_'\"|:")
	printed := r.str(sp)
	if name, end, ok := r.directory.gaz.ProvinceAt(r.fold(sp)); ok && end == sp.to-sp.from {
		printed = name
	}
	r.set("place", &r.fields.Place, printed, sp, "place:head", 0.95)
}
