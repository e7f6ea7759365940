package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// A document uses the same codes again and again, and first of all its own. So
// what the scanner spoilt in one symbol another may tell, if it can be told at
// all: a code that no list holds is put right by a whole one of the same
// document that has its letters, but for Đ seen as D, or twice, and for a space.
//
//	Số: 11/SYT-GAVI … Kế hoạch số 04/KH-GA VI ngày …   04/KH-GAVI
//	Số: 31/TB-ĐHHG  … Kế hoạch số 20/KH-DDHHG ngày …   20/KH-ĐHHG
//	Số: 31/TB-ĐHHG  … Kế hoạch số 20/KH-ĐHG ngày …     as it stands: another school

// mend puts right the last code of a symbol by the codes of the document.
func (r *reader) mend(s symbol) symbol {
	cut := strings.LastIndexByte(s.issuer, '-') + 1
	last := s.issuer[cut:]
	end := s.to
	if s.torn {
		piece, to := code(&r.folded, skipSpace(r.f, s.to))
		last, end = last+piece, to
	}
	if len(last) < leastHouse || r.grammar.known(fold.String(last)) != "" {
		return s
	}
	if whole := r.houseCodes()[skeleton(last)]; whole != "" {
		s.issuer, s.to, s.torn = s.issuer[:cut]+whole, end, false
	}
	return s
}

// leastHouse is the fewest letters of a code that may be put right.
const leastHouse = 3

// houseCodes are the codes of the document's own symbol, by their skeleton.
func (r *reader) houseCodes() map[string]string {
	if r.house == nil {
		r.house = map[string]string{}
		own, _ := r.symbolIn(r.head.number)
		for _, c := range strings.Split(own.code(), "-") {
			if len(c) >= leastHouse && !own.torn {
				r.house[skeleton(c)] = c
			}
		}
	}
	return r.house
}

// skeleton is a folded code with its runs of d as one.
func skeleton(code string) string {
	f := fold.String(code)
	for strings.Contains(f, "dd") {
		f = strings.ReplaceAll(f, "dd", "d")
	}
	return f
}
