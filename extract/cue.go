package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// A cue is what makes a date a deadline: `trước ngày`, `chậm nhất là 16 giờ 00
// ngày`, in front of its day.

// cueWords stand before the day of a deadline.
var cueWords = []string{"truoc", "cham nhat", "cham nhat la", "cham nhat den", "cham nhat vao", "cham nhat trong", "muon nhat", "muon nhat la", "muon nhat vao",
	"den het", "het", "den", "han cuoi", "han cuoi la", "han chot", "han chot la", "khong qua", "khong muon hon", "thoi han den", "thoi han", "han nop", "han gui", "han nhan", "sau"}

// past are the words before "trước ngày" that speak of law, not of work.
var past = []string{"hieu luc", "ban hanh", "sinh", "cap", "ky", "thanh lap", "phat sinh", "xay ra", "thong qua", "cong bo", "tuyen dung"}

// dueCue finds the cue before a date.
func (r *reader) dueCue(d date) (span, bool) {
	p := r.paras[r.paraAt(d.from)]
	from := max(p.from, d.from-60)
	if at, ok := termBefore(r.f[from:d.from]); ok {
		return span{from + at, d.from}, true
	}
	f := withoutHour(trimDay(r.f[from:d.from]))
	for _, cue := range cueWords {
		at, ok := endsWith(f, cue)
		if !ok {
			continue
		}
		if weak(cue) && !r.asksFor(p.from, from+at) || cue == "sau" && !r.tooLate(d) {
			return span{}, false
		}
		before := strings.TrimRight(f[:at], " (")
		for _, word := range past {
			if strings.HasSuffix(before, " "+word) && !r.isTerm(span{from, from + len(before)}) && !strings.HasSuffix(before, " hoc sinh") {
				return span{}, false
			}
		}
		return span{from + at, from + len(f)}, true
	}
	return span{}, false
}

// isTerm reports whether a text ends with a term (định kỳ, giữa kỳ), not with ký.
func (r *reader) isTerm(sp span) bool {
	return strings.HasSuffix(r.fold(sp), "dinh ky") || strings.HasSuffix(r.str(sp), "kỳ")
}

// terms are named before a colon.
var terms = []string{"han cuoi ", "han chot ", "han nop ", "han gui ", "han nhan ", "thoi han "}

// termBefore finds the term named before a date: `Hạn cuối nộp hồ sơ: `.
func termBefore(f string) (at int, ok bool) {
	head := strings.TrimSuffix(strings.TrimRight(f, " "), "ngay")
	if head, ok = strings.CutSuffix(strings.TrimRight(head, " "), ":"); !ok {
		return 0, false
	}
	clause := strings.LastIndexAny(head, ".;:0123456789") + 1
	for _, term := range terms {
		if i := strings.LastIndex(head[clause:], term); i >= 0 {
			return clause + i, true
		}
	}
	return 0, false
}

// weak reports whether a cue also bounds figures (`số liệu đến hết 31/12`).
func weak(cue string) bool { return cue == "den het" || cue == "het" || cue == "den" }

// tooLate reports whether what comes after a date is refused (`gửi sau ngày
// 22/12/2017 sẽ không được xét`).
func (r *reader) tooLate(d date) bool {
	return strings.Contains(r.f[d.to:min(len(r.f), d.to+20)], "khong")
}

// asksFor reports whether the words of a clause ask for something by a date.
func (r *reader) asksFor(from, to int) bool {
	f := r.f[max(from, to-80):to]
	for _, ask := range []string{"thoi han", "han cuoi", "han nop", "nop ", "gui ", "dang ky", "nhan ho so", "hoan thanh", "bao cao ve"} {
		if strings.Contains(f, ask) {
			return true
		}
	}
	return false
}

// endsWith finds a phrase at the end of a folded text, but for a letter in
// six, and where it begins.
func endsWith(f, phrase string) (at int, ok bool) {
	if len(f) < len(phrase) || len(phrase) < 5 {
		at = len(f) - len(phrase)
		return at, at >= 0 && f[at:] == phrase && (at == 0 || !fold.IsLetter(f[at-1]))
	}
	for at = len(f) - len(phrase) - 1; at <= len(f)-len(phrase)+1; at++ {
		if at < 0 || at > 0 && fold.IsLetter(f[at-1]) || f[at] != phrase[0] { // không qua, not thông qua
			continue
		}
		if end, _, near := fold.Near(f[at:], phrase, fold.Slack(len(phrase))); near && at+end == len(f) {
			return at, true
		}
	}
	return 0, false
}

// trimDay cuts "ngày" and marks off the end.
func trimDay(f string) string {
	f = strings.TrimRight(f, " :,")
	for _, day := range []string{"ngay", "ngdy", "ngiy"} {
		f = strings.TrimSuffix(f, day)
	}
	return strings.TrimRight(f, " :,")
}

// withoutHour cuts an hour (`16 giờ 00`, `10h30'`) off the end.
func withoutHour(f string) string {
	for _, word := range []string{"phut", "gio", "h00", "h", "g"} {
		cut := strings.TrimRight(strings.TrimSuffix(strings.TrimRight(f, "0123456789' :"), word), " ")
		digits := strings.TrimRight(cut, "0123456789")
		if len(digits) < len(cut) {
			return trimDay(withoutHour(strings.TrimRight(digits, " ")))
		}
	}
	return f
}
