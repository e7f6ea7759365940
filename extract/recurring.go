package extract

import (
	"fmt"
	"regexp"
	"strings"

	"vanthu/extract/fold"
)

// Reports that come back. With a day the rule is whole; without one
// (`báo cáo định kỳ 6 tháng, năm`) how often is all that is known: no deadline,
// but kept among the periodic reports, where the sentence gives no date at all:
//
//	ngày 20 của tháng cuối quý     FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20
//	thứ Sáu hằng tuần              FREQ=WEEKLY;BYDAY=FR
//	báo cáo định kỳ hằng quý       periodic: FREQ=MONTHLY;INTERVAL=3
//	định kỳ 6 tháng, năm báo cáo   periodic: FREQ=MONTHLY;INTERVAL=6, FREQ=YEARLY
//	báo cáo chậm nhất 05 ngày …    a note for a person

// months in which a rule of the quarter falls.
const quarterEnds = "3,6,9,12"

// quarterStarts are those of a report on the quarter before.
const quarterStarts = "1,4,7,10"

// readRecurring finds days of a month that come back: "ngày 20 hằng tháng".
func (r *reader) readRecurring() {
	for at := r.body.from; at < r.body.to; {
		i := strings.Index(r.f[at:r.body.to], "ngay ")
		if i < 0 {
			return
		}
		at += i + len("ngay ")
		day, end := number(r.f, at, 2)
		if day < 1 || day > 31 {
			continue
		}
		cue := at - len("ngay ")
		before := strings.TrimRight(r.f[:cue], " ")
		dueBefore := strings.HasSuffix(before, "truoc")
		if dueBefore {
			cue = len(before) - len("truoc")
		}
		rest := strings.TrimPrefix(strings.TrimLeft(r.f[end:min(len(r.f), end+50)], " ,"), "cua ")
		rule := recurrence(rest, day)
		if rule == "" && dueBefore && endsClause(rest) && r.isMonthly(cue) {
			rule = fmt.Sprintf("FREQ=MONTHLY;BYMONTHDAY=%d", day)
		}
		if rule != "" {
			r.addDeadline(due{date: date{span: span{at, end}}, cue: span{cue, at}, rule: rule})
		}
	}
}

// endsClause reports whether nothing follows a day that could be its month.
func endsClause(rest string) bool {
	return rest == "" || strings.IndexByte(";.\n", rest[0]) >= 0
}

// isMonthly reports whether the clause before a day speaks of a report of every
// month: `Báo cáo tháng gửi trước ngày 18`.
func (r *reader) isMonthly(pos int) bool {
	f := r.f[r.sentence(pos).from:pos]
	return strings.Contains(f, "bao cao thang ") || strings.Contains(f, "hang thang") && strings.Contains(f, "bao cao")
}

// recurrence is the rule that the words after a day give.
func recurrence(f string, day int) string {
	for _, w := range []struct{ words, rule string }{
		{"hang thang", "FREQ=MONTHLY"}, {"moi thang", "FREQ=MONTHLY"},
		{"thang cuoi quy", "FREQ=MONTHLY;BYMONTH=" + quarterEnds}, {"thang cuoi cua quy", "FREQ=MONTHLY;BYMONTH=" + quarterEnds},
		{"thang cuoi moi quy", "FREQ=MONTHLY;BYMONTH=" + quarterEnds}, {"thang cuoi hang quy", "FREQ=MONTHLY;BYMONTH=" + quarterEnds},
		{"thang cuoi cung", "FREQ=MONTHLY;BYMONTH=" + quarterEnds}, {"thang thu ba", "FREQ=MONTHLY;BYMONTH=" + quarterEnds},
		{"thang dau quy", "FREQ=MONTHLY;BYMONTH=" + quarterStarts}, {"thang dau cua quy", "FREQ=MONTHLY;BYMONTH=" + quarterStarts},
		{"thang dau tien", "FREQ=MONTHLY;BYMONTH=" + quarterStarts},
		{"thang sau", "FREQ=MONTHLY"}, {"thang ke tiep", "FREQ=MONTHLY"}, {"thang tiep theo", "FREQ=MONTHLY"}, {"thang lien ke", "FREQ=MONTHLY"},
	} {
		if strings.HasPrefix(f, w.words) {
			return fmt.Sprintf("%s;BYMONTHDAY=%d", w.rule, day)
		}
	}
	return ""
}

// periods are how often something comes back, folded; the first that fits a
// place counts.
var periods = []struct{ words, rule string }{
	{"hang thang", "FREQ=MONTHLY"}, {"moi thang", "FREQ=MONTHLY"}, {"hang quy", "FREQ=MONTHLY;INTERVAL=3"}, {"moi quy", "FREQ=MONTHLY;INTERVAL=3"},
	{"03 thang", "FREQ=MONTHLY;INTERVAL=3"}, {"3 thang", "FREQ=MONTHLY;INTERVAL=3"}, {"06 thang", "FREQ=MONTHLY;INTERVAL=6"}, {"6 thang", "FREQ=MONTHLY;INTERVAL=6"},
	{"hang nam", "FREQ=YEARLY"}, {"moi nam", "FREQ=YEARLY"}, {"thang", "FREQ=MONTHLY"}, {"quy", "FREQ=MONTHLY;INTERVAL=3"}, {"nam", "FREQ=YEARLY"},
}

// readPeriodic finds what comes back without a day: "định kỳ" and how often,
// in a sentence that asks for a report and holds no date.
func (r *reader) readPeriodic() {
	for at := r.body.from; at < r.body.to; {
		i := strings.Index(r.f[at:r.body.to], "dinh ky ")
		if i < 0 {
			return
		}
		at += i
		sentence := r.sentence(at)
		n := r.dateIndex(sentence.from)
		dated := n < len(r.dates) && r.dates[n].from < sentence.to
		list := at + len("dinh ky ")
		if at = max(list, sentence.to); dated || !strings.Contains(r.fold(sentence), "bao cao") || r.isRuled(sentence) {
			continue
		}
		r.addPeriodic(sentence, r.periodsAt(list, sentence.to))
	}
}

// isRuled reports whether a deadline has been read from a sentence.
func (r *reader) isRuled(sentence span) bool {
	n := len(r.fields.Deadlines)
	return n > 0 && r.fields.Deadlines[n-1].Text == strings.TrimLeft(r.str(sentence), " -+")
}

// periodsAt are the rules of a list like "6 tháng, năm và đột xuất".
func (r *reader) periodsAt(pos, limit int) (rules []string) {
	f := strings.TrimLeft(r.f[pos:max(pos, limit)], " (")
	for f != "" {
		rule := ""
		for _, p := range periods {
			if beginsWord(f, p.words) {
				rule, f = p.rule, f[len(p.words):]
				break
			}
		}
		if rule == "" {
			return rules
		}
		rules = append(rules, rule)
		f = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(f, " dau nam"), " mot lan"), "/lan")
		rest := strings.TrimPrefix(strings.TrimLeft(f, " ,("), "va ")
		if rest == strings.TrimLeft(f, " ") {
			return rules
		}
		f = rest
	}
	return rules
}

// beginsWord reports whether a folded text begins with whole words.
func beginsWord(f, words string) bool {
	return strings.HasPrefix(f, words) && (len(f) == len(words) || !fold.IsLetter(f[len(words)]))
}

// relative is what counts days from something that no page tells: chậm nhất 05
// ngày làm việc kể từ ngày nhận được; relativeCues are how it begins.
var (
	relative     = regexp.MustCompile(`^(?: la| sau)? \d{1,3} ?(?:\([^)]{1,20}\) )?ngay`)
	relativeCues = []string{"cham nhat", "trong vong", "trong thoi han"}
)

// noteRelative shows a person the sentences that ask for a report so many days
// after something: they have no date and no rule.
func (r *reader) noteRelative() {
	for _, cue := range relativeCues {
		for at := r.body.from; at < r.body.to; {
			i := strings.Index(r.f[at:r.body.to], cue)
			if i < 0 {
				break
			}
			at += i + len(cue)
			if !relative.MatchString(r.f[at:min(len(r.f), at+40)]) {
				continue
			}
			sentence := r.sentence(at)
			if f := r.fold(sentence); strings.Contains(f, "bao cao") || strings.Contains(f, "gui ") || strings.Contains(f, "nop ") {
				r.review("deadlines", "%s: counted from a day that is not given", strings.TrimLeft(r.str(sentence), " -+"))
			}
		}
	}
}

// addPeriodic adds a periodic report for each rule.
func (r *reader) addPeriodic(sentence span, rules []string) {
	text := strings.TrimLeft(r.str(sentence), " -+")
	for _, rule := range rules {
		r.note(item("periodic", len(r.fields.Periodic)), sentence, "deadline:periodic", 0.9)
		r.fields.Periodic = append(r.fields.Periodic, Deadline{Rule: &rule, What: text, To: r.toWhom(sentence), Text: text, Page: r.page(sentence.from)})
	}
}

// weekdays are the days of the week, folded, with their RFC 5545 names.
var weekdays = []struct{ word, day string }{
	{"hai", "MO"}, {"ba", "TU"}, {"tu", "WE"}, {"nam", "TH"}, {"sau", "FR"}, {"bay", "SA"},
	{"2", "MO"}, {"3", "TU"}, {"4", "WE"}, {"5", "TH"}, {"6", "FR"}, {"7", "SA"},
}

// untilHour is what stands between what is due and the day of the week: `hằng tuần,
// trước 15 giờ`, `vào chiều`.
var untilHour = regexp.MustCompile(`(?:,? ?\b(?:hang tuan|moi tuan|truoc|vao|cham nhat|luc|sang|chieu|ngay|\d{1,2} ?(?:gio|h)(?: ?\d{2})?(?: phut)?),?)+ $`)

// readWeekly finds days of the week that come back: "thứ Sáu hằng tuần", "hằng
// tuần, trước 15 giờ thứ Năm".
func (r *reader) readWeekly() {
	for at := r.body.from; at < r.body.to; {
		i := strings.Index(r.f[at:r.body.to], " thu ")
		if i < 0 {
			return
		}
		cue := at + i + 1
		at = cue + len("thu ")
		for _, w := range weekdays {
			end := at + len(w.word)
			if beginsWord(r.f[at:min(len(r.f), end+10)], w.word) {
				r.weeklyOn(w.day, cue, span{at, end})
				break
			}
		}
	}
}

// weeklyOn notes a day of the week as a deadline if it comes back and something is
// due on it.
func (r *reader) weeklyOn(day string, cue int, on span) {
	sentence := r.sentence(on.from)
	before := r.f[sentence.from:max(sentence.from, cue)]
	hour := untilHour.FindStringIndex(before)
	after := r.f[on.to:min(len(r.f), on.to+10)]
	again := beginsWord(after, " hang tuan") || beginsWord(after, " moi tuan")
	if !again && (hour == nil || !strings.Contains(before, "hang tuan")) {
		return
	}
	if hour != nil {
		cue = sentence.from + hour[0]
	}
	if r.asksFor(sentence.from, cue) || strings.Contains(before, "bao cao") {
		r.addDeadline(due{date: date{span: on}, cue: span{cue, on.from}, rule: "FREQ=WEEKLY;BYDAY=" + day})
	}
}
