package extract

import (
	"fmt"
	"regexp"
	"strings"

	"vanthu/extract/fold"
)

// A deadline is a date with a cue before it: trước ngày, chậm nhất, hạn cuối.
// Dates joined by "và" share the cue, and the year that the last of them gives:
//
//	trước ngày 05/5 và 03/11/2023     2023-05-05, 2023-11-03
//	trước ngày 15/12 hằng năm         FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15
//	trước ngày 05/4 và 05/10 hằng năm both dates with a rule of their own
//	6 tháng trước ngày 15/6, năm trước ngày 15/12 hằng năm: likewise
//	trước ngày 10/01 năm sau          FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10
//
// A report due on a day without a year is due once under a plan for one year,
// and every year under one for several (giai đoạn 2021-2025).
//
// What is due is the clause before the cue and behind the deadline before it, to
// whom what follows "gửi về". What comes back is in recurring.go.

// due is a deadline being read.
type due struct {
	date date
	cue  span
	rule string
	past int // where the deadline before it ends
}

// readDeadlines sets the deadlines.
func (r *reader) readDeadlines() {
	var last due
	for i, d := range r.dates {
		if d.from < r.body.from || d.to > r.body.to {
			continue
		}
		next := due{date: d, past: last.date.to}
		var ok bool
		if next.cue, ok = r.dueCue(d); !ok {
			if next.cue = last.cue; last.cue.empty() || !r.shared(last.date, d) {
				last = due{}
				continue
			}
		}
		last = next
		r.complete(&next, i)
		if r.fold(next.cue) == "sau" && r.isDue(next.date) {
			continue
		}
		r.addDeadline(next)
	}
	r.readRecurring()
	r.readWeekly()
	r.readPeriodic()
	r.noteRelative()
}

// isDue reports whether a date is a deadline already.
func (r *reader) isDue(d date) bool {
	for _, known := range r.fields.Deadlines {
		if known.Date != nil && *known.Date == d.iso() {
			return true
		}
	}
	return false
}

// shared reports whether only "và", a comma or the like stands between two
// dates.
func (r *reader) shared(a, b date) bool {
	if b.from-a.to > 20 || b.from < a.to {
		return false
	}
	between := strings.Fields(strings.Trim(r.f[a.to:b.from], " ,;&-"))
	for _, w := range between {
		if w != "va" && w != "ngay" && w != "truoc" && w != "hoac" && w != "," {
			return false
		}
	}
	return true
}

// comesBack reports whether "hằng năm" follows date i, or the last of the dates
// without a year that stand behind it in its sentence.
func (r *reader) comesBack(i int, sentence span) bool {
	for ; i < len(r.dates) && r.dates[i].year == 0 && r.dates[i].to <= sentence.to; i++ {
		if to := r.dates[i].to; yearly(r.f[to:min(len(r.f), to+24)]) {
			return true
		}
	}
	return false
}

// complete gives a date without a year its rule or its year.
func (r *reader) complete(d *due, i int) {
	if d.date.year != 0 {
		return
	}
	sentence := r.sentence(d.date.from)
	if r.comesBack(i, sentence) {
		d.everyYear()
		return
	}
	for n := i + 1; n < len(r.dates) && r.dates[n].to <= sentence.to; n++ {
		if y := r.dates[n].year; y != 0 {
			d.date.year = y
			return
		}
	}
	if y := yearAfterWord(r.f[sentence.from:sentence.to]); y >= r.issuedYear() {
		d.date.year = y
	}
	switch {
	case d.date.year != 0:
	case r.planYears() && strings.Contains(r.fold(sentence), "bao cao"):
		d.everyYear()
		r.review("deadlines", "%s: every year, as the plan is for several", r.str(span{d.cue.from, d.date.to}))
	case r.planYear() != 0:
		d.date.year = r.planYear()
		r.review("deadlines", "%s: year taken from the subject", r.str(span{d.cue.from, d.date.to}))
	case strings.Contains(r.f[sentence.from:max(sentence.from, d.cue.from)], "dinh ky ") && strings.Contains(r.fold(sentence), "bao cao"):
		d.everyYear()
	}
}

func (d *due) everyYear() {
	d.rule = fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d", d.date.month, d.date.day)
}

// issuedYear is the year of issue, or 0.
func (r *reader) issuedYear() int {
	if r.fields.Issued == nil {
		return 0
	}
	y, _ := number(*r.fields.Issued, 0, 4)
	return y
}

// planYear is the year that the subject names, or 0.
func (r *reader) planYear() int {
	if r.fields.Evidence["year"].Rule != "year:title" {
		return 0
	}
	return *r.fields.Year
}

// planYears reports whether the subject names a period of years.
func (r *reader) planYears() bool {
	return r.fields.Title != nil && period.MatchString(fold.String(*r.fields.Title))
}

// period is a period of years in a subject, folded.
var period = regexp.MustCompile(`giai doan (?:tu )?(?:nam )?\d{4} ?(?:-|–|den|toi)|den nam \d{4}|tam nhin`)

// yearly reports whether what follows a day says "every year".
func yearly(f string) bool {
	f = strings.TrimLeft(f, " ,(")
	f = strings.TrimPrefix(f, "cua ")
	for _, every := range []string{"hang nam", "hdng nam", "moi nam", "nam bao cao", "nam sau", "nam ke tiep", "nam tiep theo", "nam lien ke", "nam lien sau"} {
		if strings.HasPrefix(f, every) {
			return true
		}
	}
	return false
}

// addDeadline adds a deadline with what, to whom and its sentence.
func (r *reader) addDeadline(d due) {
	sentence := r.sentence(d.date.from)
	out := Deadline{Text: strings.TrimLeft(r.str(sentence), " -+"), What: r.what(sentence, d), To: r.toWhom(sentence), Page: r.page(d.date.from)}
	switch {
	case d.rule != "":
		out.Rule = &d.rule
	case d.date.year == 0:
		r.review("deadlines", "%s: year not given", r.str(span{d.cue.from, d.date.to}))
		return
	case !d.date.valid():
		r.review("deadlines", "%s is no date of the calendar", r.str(d.date.span))
		return
	case r.fields.Issued != nil && d.date.iso() < *r.fields.Issued:
		r.review("deadlines", "%s lies before the document", r.str(d.date.span))
		return
	default:
		iso := d.date.iso()
		out.Date = &iso
		if d.date.mended {
			r.review("deadlines", "%s: taken for %s", r.str(d.date.span), iso)
		}
	}
	r.note(item("deadlines", len(r.fields.Deadlines)), sentence, "deadline:cue", 0.9)
	r.fields.Deadlines = append(r.fields.Deadlines, out)
}
