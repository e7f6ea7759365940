package extract

import (
	"slices"
	"strings"

	"vanthu/extract/fold"
)

// bounds are the words around a figure that say how it is meant, folded; the
// longer first.
var (
	boundsBefore = []struct{ words, sign string }{
		{"khong duoi", ">="}, {"khong thap hon", ">="}, {"khong it hon", ">="}, {"khong vuot qua", "<="}, {"xuong duoi", "<"}, {"xuong con", "<="}, {"khong qua", "<="}, {"toi da", "<="}, {"duoi", "<"},
		{"dat it nhat", ">="}, {"it nhat", ">="}, {"toi thieu", ">="}, {"dat tren", ">"}, {"tren", ">"}, {"vuot", ">"}, {"hon", ">"}, {"tu", ">="},
	}
	// signsBefore stand right before the figure.
	signsBefore = []struct{ words, sign string }{{">=", ">="}, {"=>", ">="}, {"<=", "<="}, {"≥", ">="}, {"≤", "<="}, {">", ">"}, {"<", "<"}}
	boundsAfter = []struct{ words, sign string }{{"tro len", ">="}, {"tro xuong", "<="}}
)

// comparison is how a figure is meant, with the figure and the words that say
// it.
func (r *reader) comparison(value, sentence span) (sign string, bound span) {
	bound = value
	before := strings.TrimRight(r.fold(span{sentence.from, value.from}), " ")
	printed := strings.TrimRight(r.str(span{sentence.from, value.from}), " ")
	for _, b := range signsBefore {
		if strings.HasSuffix(printed, b.words) {
			return b.sign, span{sentence.from + len(strings.TrimRight(before, "<>=")), value.to}
		}
	}
	for _, b := range boundsBefore {
		if endsInWord(before, b.words) {
			sign, bound.from = b.sign, sentence.from+len(before)-len(b.words)
			break
		}
	}
	after := skipSpace(r.f, value.to)
	for _, b := range boundsAfter {
		if strings.HasPrefix(r.f[after:max(after, sentence.to)], b.words) {
			return b.sign, span{bound.from, after + len(b.words)}
		}
	}
	if sign == ">=" && endsInWord(before, "tu") && !r.upwards(value.to, sentence.to) {
		return "", value
	}
	return sign, bound
}

// upwards reports whether trở lên follows a figure in its clause: từ 5% is a bound
// with it only, and `từ 70% công đoàn cơ sở trở lên` is one.
func (r *reader) upwards(pos, limit int) bool {
	f := r.f[pos:max(pos, limit)]
	if end := strings.IndexAny(f, ",;:(0123456789"); end >= 0 {
		f = f[:end]
	}
	return strings.Contains(f, " tro len")
}

// endsInWord reports whether a folded text ends with whole words.
func endsInWord(f, words string) bool {
	return strings.HasSuffix(f, words) && (len(f) == len(words) || !fold.IsLetter(f[len(f)-len(words)-1]))
}

// leadVerbs and leadWords open a clause on a target and say nothing of what; the
// figure follows the verbs.
var (
	leadVerbs = []string{"phan dau", "dam bao", "bao dam", "duy tri", "dat"}
	leadWords = []string{"den", "co", "nam", "muc tieu", "chi tieu", "ty le dat"}
)

// whatReaches is what shall reach the figure: the words behind it, or, where it
// closes its clause, those before it.
func (r *reader) whatReaches(bound, sentence span) *string {
	after := r.clause(span{bound.to, max(bound.to, sentence.to)}, true)
	before := r.unled(r.clause(r.unlabelled(span{sentence.from, max(sentence.from, bound.from)}), false))
	sp := after
	if !r.isLead(before) && (len(r.fold(after)) < leastWhat || r.isRate(bound.to)) {
		sp = before
	}
	for _, when := range []string{" vao nam ", " den nam ", " trong nam ", " nam ", " den cuoi nam "} {
		if i := strings.LastIndex(r.fold(sp), when); i > 0 && yearAfterWord(r.fold(sp)[i:]) != 0 {
			sp.to = sp.from + i
			break
		}
	}
	if sp.to-sp.from < leastWhat {
		return nil
	}
	what := r.oneLine(sp)
	return &what
}

// isRate reports whether what follows a figure says of what it is a rate: `4%/năm`,
// `12% so với cùng kỳ`.
func (r *reader) isRate(pos int) bool {
	f := strings.TrimLeft(r.f[pos:], " ")
	return strings.HasPrefix(f, "/") || strings.HasPrefix(f, "so voi ")
}

// leastWhat is how few letters can name something.
const leastWhat = 4

// clause is the part of a stretch up to its end, or from the last one; a comma
// is an end only if it is the one that parts two figures (phòng, ban đạt chuẩn is
// one).
func (r *reader) clause(sp span, first bool) span {
	f := r.fold(sp)
	if first {
		if i := strings.IndexAny(f, ";:("); i >= 0 {
			f = f[:i]
		}
		if i := strings.LastIndexByte(f[:strings.IndexByte(f, '%')+1], ','); i >= 0 {
			f = f[:i]
		}
		return r.trim(span{sp.from, sp.from + len(f)}, " .,;:(-+")
	}
	f = f[strings.LastIndexAny(f, ";:(")+1:]
	if figure := strings.LastIndexByte(f, '%'); figure >= 0 {
		f = f[figure+strings.IndexByte(f[figure:], ',')+1:]
	}
	return r.trim(span{sp.to - len(f), sp.to}, " .,;:(-+")
}

// unled is what stands before words of intent: tỷ lệ bé ngoan ⟩phấn đấu đạt.
func (r *reader) unled(sp span) span {
	for {
		f, at := r.fold(sp), -1
		for _, w := range leadVerbs {
			if strings.HasSuffix(f, " "+w) || f == w {
				at = len(f) - len(w)
			}
		}
		if at < 0 {
			return sp
		}
		sp = r.trim(span{sp.from, sp.from + at}, " ")
	}
}

// isLead reports whether nothing but words of intent stands before a figure.
func (r *reader) isLead(sp span) bool {
	f := r.fold(sp)
	return f == "" || slices.Contains(leadVerbs, f) || slices.Contains(leadWords, f)
}

// count is a number at i with a unit behind it, in a section on goals and
// behind a word that bounds it.
func (r *reader) count(i int) (value span, unit string) {
	if !fold.IsDigit(r.f[i]) || i > 0 && (fold.IsDigit(r.f[i-1]) || r.f[i-1] != ' ') {
		return span{}, ""
	}
	end := i
	for end < len(r.f) && (fold.IsDigit(r.f[end]) || r.f[end] == '.' && end+1 < len(r.f) && fold.IsDigit(r.f[end+1])) {
		end++
	}
	if end-i > 9 || end >= len(r.f) || r.f[end] != ' ' || !r.isBounded(i) {
		return span{}, ""
	}
	at, ok := r.starts(r.f[end+1:min(len(r.f), end+20)], "target-unit")
	if !ok {
		return span{}, ""
	}
	if p := r.partAt(i); p < 0 || !r.isUnder(p, "goals") {
		return span{}, ""
	}
	return span{i, end + 1 + at}, r.str(span{end + 1, end + 1 + at})
}

// isBounded reports whether the words before a figure bound it.
func (r *reader) isBounded(pos int) bool {
	before := strings.TrimRight(r.f[max(0, pos-20):pos], " ")
	for _, b := range boundsBefore {
		if b.words != "tu" && endsInWord(before, b.words) {
			return true
		}
	}
	return endsInWord(before, "phan dau") || endsInWord(before, "dat")
}
