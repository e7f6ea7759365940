package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// A target (chỉ tiêu) is a percentage that shall be reached: one in a section
// on goals, or one that a word of intent stands before.

// intents are words that make a percentage a target, folded.
var intents = []string{"phan dau", "dam bao", "bao dam", "dat ", "dat tren", "tren ", "toi thieu", "it nhat", "xuong duoi", "giam ", "tang ", "duy tri", "len ", "100%"}

// readTargets sets the targets.
func (r *reader) readTargets() {
	for i := r.body.from; i < r.body.to; i++ {
		if r.f[i] != '%' {
			continue
		}
		value := r.percentage(i)
		if value.empty() || !r.isTarget(value) {
			continue
		}
		sentence := r.sentence(i)
		r.note(item("targets", len(r.fields.Targets)), sentence, "target:percentage", 0.85)
		r.fields.Targets = append(r.fields.Targets, Target{
			Value: strings.ReplaceAll(r.str(value), " ", ""),
			Text:  strings.TrimLeft(r.str(sentence), " -+"), Page: r.page(i),
		})
	}
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
	if from == digits || digits-from > 6 {
		return span{}
	}
	return span{from, i + 1}
}

// isTarget reports whether a percentage shall be reached.
func (r *reader) isTarget(value span) bool {
	if p := r.partAt(value.from); p >= 0 && r.underGoals(p) {
		return true
	}
	clause := r.sentence(value.from)
	f := r.f[max(clause.from, value.from-60):value.from]
	for _, w := range intents {
		if strings.Contains(f, w) {
			return true
		}
	}
	return strings.Trim(r.f[clause.from:value.from], " -+") == "" && strings.HasPrefix(r.fold(value), "100")
}

// underGoals reports whether a section, or one it lies in, is about goals.
func (r *reader) underGoals(p int) bool {
	for ; p >= 0; p = r.parts[p].parent {
		if r.opens(r.fold(r.parts[p].heading), "goals") {
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
