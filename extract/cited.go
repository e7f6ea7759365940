package extract

import (
	"regexp"
	"strings"
)

// Who issued a cited document and what about: `của UBND huyện Quảng Điền về …`
// after its number and date.

// citationEnd is where the talk of one cited document must end: its sentence,
// or the next symbol.
func (r *reader) citationEnd(pos int) int {
	limit := min(len(r.f), pos+500)
	p := r.paras[r.paraAt(pos)]
	limit = min(limit, max(p.to, pos))
	for i := pos; i < limit; i++ {
		if r.stops(i, limit) {
			return i
		}
	}
	return limit
}

// cuts are the words before which an issuer's name ends.
var cuts = []string{" ve ", " v/v", " vé ", " ban hanh", " quy dinh", " trien khai", " phe duyet", " thuc hien", " huong dan",
	" sua doi", " thong qua", " giao ", " cong bo", " gui ", " yeu cau", " chi dao", " tiep tuc", " tang cuong", " trinh tham dinh", " trinh phe duyet", " de nghi", " tai ", " va ", ", ", ")", "("}

// issuerAfter reads `của …` after a date.
func (r *reader) issuerAfter(pos, limit int) (string, int) {
	rest := r.f[pos:limit]
	at := strings.IndexFunc(rest, func(c rune) bool { return c != ' ' && c != ',' && c != ')' })
	if at < 0 || at > 3 {
		return "", pos
	}
	word, _, _ := strings.Cut(rest[at:], " ")
	if !isOf(word) {
		return "", pos
	}
	from := min(limit, skipSpace(r.f, pos+at+len(word)))
	to := min(limit, from+110)
	sp := r.trim(span{from, r.nameEnd(from, to)}, " ,.;:)\"'")
	return r.fullName(r.str(sp)), sp.to
}

// isOf reports whether a folded word is "của", which scanners love to break:
// cia, cta, ciia, ctia, ctiia.
func isOf(word string) bool {
	return len(word) >= 2 && len(word) <= 5 && word[0] == 'c' && word[len(word)-1] == 'a' &&
		strings.Trim(word[1:len(word)-1], "uitl1") == ""
}

// nameEnd is where the name of a body that begins at from ends: with the known
// name, with the place after it, or before a word that goes on.
func (r *reader) nameEnd(from, to int) int {
	n, end, ok := r.directory.nameAt(r.f[from:to])
	if !ok || n.open && len(n.folded) <= len("vien") { // Bộ trưởng, Viện trưởng
		if body := r.pastTitle(from, to); body > from {
			return r.nameEnd(body, to)
		}
	}
	if ok && !n.open {
		return from + end
	}
	next := skipSpace(r.f[:to], from+end)
	if _, at, found := r.directory.placeAt(&r.folded, next, to); ok && found {
		return at
	}
	for _, cut := range cuts {
		if i := strings.Index(" "+r.f[next:to], cut); i >= 0 && !r.upper(next+i) { // not Bộ trưởng Bộ Tài chính
			to = next + max(0, i-1)
		}
	}
	return to
}

// pastTitle is where the body begins whose head is named at from: Giám đốc ⟩Sở Y tế;
// from itself if none is.
func (r *reader) pastTitle(from, to int) int {
	_, end, ok := r.position(r.f[from:to])
	next := min(to, skipSpace(r.f, from+end))
	if !ok || next == from+end {
		return from
	}
	if _, _, body := r.directory.nameAt(r.f[next:to]); !body {
		return from
	}
	return next
}

// fullName is the official name of a body, or the words as printed.
func (r *reader) fullName(raw string) string {
	a, ok := r.directory.parse(raw)
	if !ok {
		return strings.Join(strings.Fields(raw), " ")
	}
	return r.placed(a, place{}).String()
}

// subjectAfter is `về việc …` up to the limit.
func (r *reader) subjectAfter(pos, limit int) span {
	if next := r.symbolIndex(pos); next < len(r.symbols) {
		limit = min(limit, r.symbols[next].from)
	}
	sp := r.trim(span{pos, r.clauseEnd(pos, limit)}, " ,.;:()\"'")
	f := r.fold(sp)
	for _, open := range []string{"ve viec ", "ve ", "v/v "} {
		if strings.HasPrefix(f, open) {
			sp.from += len(open)
			return r.undangled(r.trim(sp, " ,.;:"))
		}
	}
	for _, verb := range []string{"ban hanh", "quy dinh", "trien khai", "phe duyet", "thuc hien", "huong dan", "sua doi", "thong qua"} {
		if strings.HasPrefix(f, verb) {
			return r.undangled(sp)
		}
	}
	return span{}
}

// dangling is what a subject that the next symbol cuts off ends with, folded:
// `sửa đổi, bổ sung theo Nghị định số`.
var dangling = regexp.MustCompile(`(?: (?:kem theo|theo|boi|tai|va))?(?: (?:cac )?(?:nghi dinh|thong tu|thong tu lien tich|quyet dinh|nghi quyet|cong van|ke hoach|chi thi|luat|van ban))? so$`)

// undangled is a subject without what dangles at its end; nothing is left where
// it says no more than what was done with the document.
func (r *reader) undangled(sp span) span {
	f := r.fold(sp)
	if m := dangling.FindStringIndex(f); m != nil {
		sp = r.trim(span{sp.from, sp.from + m[0]}, " ,.;:")
		f = r.fold(sp)
	}
	if f == "sua doi, bo sung" || f == "sua doi" || f == "ban hanh" {
		return span{}
	}
	return sp
}

// clauseEnd is where a comma or a conjunction brings another body or document
// into a sentence.
func (r *reader) clauseEnd(pos, limit int) int {
	for i := pos + 1; i < limit-2; i++ {
		next := 0
		switch {
		case r.f[i] == ',' && r.f[i+1] == ' ':
			next = i + 2
		case strings.HasPrefix(r.f[i:limit], " va "):
			next = i + len(" va ")
		default:
			continue
		}
		if !r.upper(next) {
			continue
		}
		if strings.HasPrefix(r.f[next:limit], "cong van ") {
			return i
		}
		if _, end, ok := r.typeName(r.f[next:limit]); ok && strings.HasPrefix(r.f[next+end:], " s") {
			return i
		}
		if _, _, ok := r.directory.nameAt(r.f[next:limit]); ok {
			return i
		}
		if _, _, ok := r.position(r.f[next:limit]); ok { // …, Chủ tịch UBND tỉnh yêu cầu
			return i
		}
	}
	return limit
}
