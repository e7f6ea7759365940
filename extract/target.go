package extract

import (
	"regexp"
	"strings"

	"vanthu/extract/fold"
)

// A target (chỉ tiêu) is a figure that shall be reached: a percentage in a
// section on goals, or one that a word of intent stands before, and in sections
// on goals also a count of something, behind a word that bounds it.
//
//	phấn đấu trên 85% xã có tủ sách     value 85%, comparison >, what: xã có tủ sách
//	tỷ lệ hộ nghèo xuống dưới 5%        value 5%, comparison <, what: tỷ lệ hộ nghèo
//	ít nhất 1.200 lượt người tham gia   value 1.200, unit lượt, comparison >=
//
// What shall reach it stands behind a figure that opens its clause, and before
// one that closes it.

// intents are words that make a percentage a target, folded.
var intents = []string{"phan dau", "dam bao", "bao dam", "dat ", "dat tren", "tren ", "toi thieu", "it nhat", "xuong duoi", "giam ", "tang ", "duy tri", "len ", "100%"}

// readTargets sets the targets.
func (r *reader) readTargets() {
	for i := r.body.from; i < r.body.to; i++ {
		if r.f[i] == '%' {
			if value := r.percentage(i); !value.empty() && r.isTarget(value) {
				r.addTarget(value, "%", "target:percentage")
			}
			continue
		}
		if value, unit := r.count(i); !value.empty() {
			r.addTarget(value, unit, "target:count")
			i = value.to
		}
	}
}

// addTarget adds the target whose figure stands at value.
func (r *reader) addTarget(value span, unit, rule string) {
	sentence := r.sentence(value.from)
	sign, bound := r.comparison(value, sentence)
	t := Target{
		Value: strings.ReplaceAll(strings.ReplaceAll(r.str(value), " đến ", "-"), " ", ""), Unit: unit, Comparison: sign, What: r.whatReaches(bound, sentence),
		Text: strings.TrimLeft(r.str(sentence), " -+"), Page: r.page(value.from),
	}
	if unit != "%" {
		t.Value = strings.TrimSuffix(t.Value, strings.ReplaceAll(unit, " ", "")) + " " + unit
	}
	if y := yearAfterWord(r.fold(sentence)); y != 0 {
		t.Year = &y
	}
	r.note(item("targets", len(r.fields.Targets)), sentence, rule, 0.85)
	r.fields.Targets = append(r.fields.Targets, t)
}

// percentage is the number before the sign at i, and the sign.
func (r *reader) percentage(i int) span {
	from := i
	if from > 0 && r.f[from-1] == ' ' {
		from--
	}
	digits := from
	for from > 0 && (fold.IsDigit(r.f[from-1]) || (r.f[from-1] == ',' || r.f[from-1] == '.') && from < digits && from > 1 && fold.IsDigit(r.f[from-2])) {
		from--
	}
	if from == digits || digits-from > 6 || r.opensRange(from, i+1) {
		return span{}
	}
	return span{r.rangeFrom(from), i + 1}
}

// opensRange reports whether a percentage is the lower one of a range.
func (r *reader) opensRange(from, to int) bool {
	m := upper.FindStringSubmatchIndex(r.f[to:min(len(r.f), to+rangeReach)])
	return m != nil && r.rangeFrom(to+m[2]) == from
}

// rangeFrom is where the range begins whose last figure is at pos: `3 - 4%`,
// `85-90%`, `từ 85% đến 90%`; pos itself where it is none.
func (r *reader) rangeFrom(pos int) int {
	from := max(0, pos-rangeReach)
	if m := lower.FindStringSubmatchIndex(r.f[from:pos]); m != nil {
		return from + max(m[2], m[4])
	}
	return pos
}

// rangeReach is how long the figure before a hyphen may be.
const rangeReach = 18

// lower is the figure before the hyphen of a range, folded, or between từ and đến;
// upper what follows its sign.
var (
	lower = regexp.MustCompile(`(?:^|[ (])(\d{1,3}(?:[.,]\d{1,2})?%? ?- ?)$|tu (\d{1,3}(?:[.,]\d{1,2})?%? den )$`)
	upper = regexp.MustCompile(`^ ?(?:-|den) ?(\d{1,3}(?:[.,]\d{1,2})?) ?%`)
)

// isTarget reports whether a percentage shall be reached.
func (r *reader) isTarget(value span) bool {
	p, clause := r.partAt(value.from), r.sentence(value.from)
	switch {
	case p >= 0 && r.isUnder(p, "goals"):
		return true
	case p >= 0 && r.isUnder(p, "results") && !strings.Contains(r.fold(clause), "phan dau"):
		return false
	}
	if r.tellsOfDone(clause) {
		return false
	}
	f := r.f[max(clause.from, value.from-60):value.from]
	for _, w := range intents {
		if strings.Contains(f, w) {
			return true
		}
	}
	return strings.Trim(r.f[clause.from:value.from], " -+") == "" && strings.HasPrefix(r.fold(value), "100")
}

// tellsOfDone reports whether a clause says what has been reached: đã.
func (r *reader) tellsOfDone(clause span) bool {
	return strings.Contains(" "+r.fold(clause), " da ") && strings.Contains(strings.ToLower(" "+r.str(clause)), " đã ")
}

// isUnder reports whether the heading of a section, or of one it lies in, opens with
// words of a key: on goals, or on results, which are no goals any more.
func (r *reader) isUnder(p int, key string) bool {
	for ; p >= 0; p = r.parts[p].parent {
		if r.opens(r.fold(r.parts[p].heading), key) {
			return true
		}
	}
	return false
}

// partAt is the section that holds a position, or -1.
func (r *reader) partAt(pos int) int {
	at := r.paraAt(pos)
	lo, hi := 0, len(r.parts)
	for lo < hi {
		if mid := (lo + hi) / 2; r.parts[mid].paras.from <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}
