package extract

import "strings"

// What a deadline asks for, and to whom it goes.

// what is the clause before the cue, behind the deadline or the citation before
// it, else what stands in brackets behind the date: `10/12 (đối với báo cáo năm)`,
// or the clause behind it.
func (r *reader) what(sentence span, d due) string {
	whole := span{sentence.from, max(sentence.from, d.cue.from)}
	clause := whole
	if d.past > whole.from && d.past < whole.to {
		clause.from = r.pastBrackets(d.past)
	} else if n := r.dateIndex(whole.to) - 1; n >= 0 && r.dates[n].from > whole.from {
		if comma := strings.Index(r.f[r.dates[n].to:whole.to], ", "); comma >= 0 {
			clause.from = r.dates[n].to + comma
		}
	}
	if clause = r.withoutLinks(clause); clause.empty() {
		clause = r.bracketed(d.date.to)
	}
	for _, other := range []span{whole, {d.date.to, sentence.to}, {d.cue.from, d.date.from}} {
		if clause.empty() {
			clause = r.withoutLinks(other)
		}
	}
	return r.str(clause)
}

// withoutLinks is a clause without the words that join it to others.
func (r *reader) withoutLinks(sp span) span {
	const marks = " -+(,:;.)"
	sp = r.trim(r.unlabelled(sp), marks)
	for _, word := range []string{"hang nam ", "hang nam, ", "moi nam ", "va ", "dong thoi "} {
		if strings.HasPrefix(r.fold(sp), word) {
			sp = r.trim(span{sp.from + len(word), sp.to}, marks)
		}
	}
	if f := r.fold(sp); f == "va" || strings.HasSuffix(f, " va") {
		sp = r.trim(span{sp.from, sp.to - len("va")}, marks)
	}
	return sp
}

// bracketed is what stands in brackets at a place, or nothing.
func (r *reader) bracketed(pos int) span {
	rest := r.f[pos:min(len(r.f), pos+bracketReach)]
	end := strings.IndexByte(rest, ')')
	if end < 0 || !strings.HasPrefix(rest, " (") {
		return span{}
	}
	return r.trim(span{pos, pos + end}, " (")
}

// pastBrackets is the end of what stands in brackets at a place, else the place.
func (r *reader) pastBrackets(pos int) int { return max(pos, r.bracketed(pos).to) }

// bracketReach is how long a remark in brackets may be.
const bracketReach = 80

// toWhom is what follows "gửi về", "báo cáo về" in a sentence.
func (r *reader) toWhom(sentence span) *string {
	f := r.fold(sentence)
	for _, send := range []string{"gui ve ", "gui den ", "gui cho ", "bao cao ve ", "ho so ve ", "qua dia chi "} {
		at := strings.Index(f, send)
		if at < 0 {
			continue
		}
		rest := f[at+len(send):]
		end := len(rest)
		for _, stop := range []string{" truoc", " cham nhat", " tu ngay", " qua ", " de ", ",", ";", " (", ". "} {
			if i := strings.Index(rest, stop); i > 0 {
				end = min(end, i)
			}
		}
		from := sentence.from + at + len(send)
		if _, name, ok := r.directory.nameAt(rest); ok {
			end = max(end, name)
		}
		to := r.str(r.trim(span{from, from + end}, " .,;:/"))
		return &to
	}
	return nil
}
