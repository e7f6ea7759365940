package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// A decision says since when it is in force, itself and not what it cites:
//
//	Quyết định này có hiệu lực (thi hành) kể từ ngày 01/3/2024        2024-03-01
//	Quyết định này có hiệu lực kể từ ngày ký (ban hành, công bố)      the date of issue
//	Luật … số 26/2023/QH15 có hiệu lực từ ngày …                      not ours

// inForce opens the clause, folded.
const inForce = "co hieu luc"

// readEffective sets the date from which the document is in force.
func (r *reader) readEffective() {
	for at := r.body.from; at < r.main.to; {
		i := strings.Index(r.f[at:r.main.to], inForce)
		if i < 0 {
			return
		}
		at += i + len(inForce)
		sp := span{at - len(inForce), at}
		if r.ownForce(sp.from) && r.effectiveFrom(sp) {
			return
		}
	}
}

// ownForce reports whether the sentence speaks of this document.
func (r *reader) ownForce(pos int) bool {
	before := span{r.sentence(pos).from, pos}
	if n := r.symbolIndex(before.from); n < len(r.symbols) && r.symbols[n].from < pos {
		return false
	}
	f := strings.TrimRight(r.fold(before), " ")
	if strings.HasSuffix(f, " nay") {
		return true
	}
	t, _, ok := r.typeName(strings.TrimLeft(f[max(0, strings.LastIndexByte(f, '.')):], " ."))
	return ok && r.fields.DocType != nil && t.Code == *r.fields.DocType
}

// forceReach is how far behind "có hiệu lực" its day is looked for.
const forceReach = 50

// effectiveFrom sets the day that follows the clause.
func (r *reader) effectiveFrom(clause span) bool {
	rest := r.f[clause.to:min(len(r.f), clause.to+forceReach)]
	from := strings.Index(rest, "tu ngay")
	if from < 0 {
		return false
	}
	day := clause.to + from + len("tu ngay")
	if i := r.dateIndex(day); i < len(r.dates) && r.dates[i].from <= day+2 && r.dates[i].year != 0 {
		d := r.dates[i]
		if !d.valid() {
			r.review("effective", "%s is no date of the calendar", r.str(d.span))
			return true
		}
		r.set("effective", &r.fields.Effective, d.iso(), span{clause.from, d.to}, "effective:date", 0.95)
		return true
	}
	word, _, _ := strings.Cut(strings.TrimLeft(r.f[day:min(len(r.f), day+12)], " "), " ")
	switch strings.TrimFunc(word, func(c rune) bool { return !fold.IsLetter(byte(c)) }) {
	case "ky", "ban", "cong":
		return r.inForceAtOnce(span{clause.from, day})
	}
	return false
}

// inForceAtOnce sets the date of issue, if that is known.
func (r *reader) inForceAtOnce(sp span) bool {
	if r.fields.Issued == nil {
		r.review("effective", "from the date of issue, which is not known")
		return true
	}
	r.set("effective", &r.fields.Effective, *r.fields.Issued, sp, "effective:issued", 0.9)
	return true
}
