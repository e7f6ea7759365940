package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// Units that a document gives tasks to: the words before a colon, before what the
// unit does, or a known body's name.
//
//	1. Sở Y tế chủ trì, phối hợp …         Sở Y tế
//	2. Giao Phòng Trung học: …             Phòng Trung học
//	3. Trung tâm Dịch vụ tổng hợp          all of it: tổng hợp is no verb here

// acts are the words with which a sentence goes on after the unit that acts.
var acts = []string{" chu tri", " phoi hop", " co trach nhiem", " chiu trach nhiem", " can cu", " theo chuc nang", " tham muu", " xay dung", " huong dan",
	" to chuc", " thuc hien", " tang cuong", " chi dao", " trien khai", " bo tri", " day manh", " tiep tuc", " la co quan", " kiem tra", " theo doi", " lam dau moi",
	" khan truong", " nghien cuu", " ra soat", " chuan bi", " tong hop", " gui ", " ban hanh", " lanh dao", " giam sat", " can doi", " dua tin", " tuyen truyen",
	" nop ", " bao cao", " dinh huong", " hoan thanh", " phu trach", " don doc", " quan triet"}

// unitSpan is the unit that a section's first paragraph names: its heading, or
// the words before a colon or before what the unit does.
func (r *reader) unitSpan(p part) span {
	return r.unitIn(span{p.label.to, r.paras[p.paras.from].to})
}

// unitIn is the unit that a stretch opens with.
func (r *reader) unitIn(sp span) span {
	whole := r.trim(sp, " ")
	f := r.fold(whole)
	for _, asks := range []string{"giao ", "đề nghị "} { // not Giáo viên
		if strings.HasPrefix(strings.ToLower(r.str(whole)), asks) {
			whole.from += len(fold.String(asks))
			f = r.fold(whole)
		}
	}
	end := len(f)
	if colon := strings.IndexByte(f, ':'); colon > 0 {
		end = colon
	}
	for _, act := range acts {
		if at := strings.Index(f[:end], act); at > 0 && !r.upper(whole.from+at+1) && !closesName(f[at:]) { // not Địa chính - Xây dựng
			end = at
		}
	}
	if end == len(f) {
		end = r.knownUnit(whole)
	}
	sp = r.trim(span{whole.from, whole.from + end}, " .,;:-")
	if sp.to-sp.from > headingLetters || !r.isUnit(r.fold(sp)) {
		return span{}
	}
	return sp
}

// closesName reports whether a verb ends a heading, as a word of the unit's name:
// Trung tâm Dịch vụ tổng hợp.
func closesName(f string) bool {
	switch strings.TrimRight(f, " .:;") {
	case " tong hop", " kiem tra", " giam sat", " tuyen truyen":
		return true
	}
	return false
}

// knownUnit is where the body that opens a stretch ends, if it has a name of its
// own and no place after it: `Sở Tài chính ⟩cấp kinh phí`. Else all belongs to it.
func (r *reader) knownUnit(sp span) int {
	f := r.fold(sp)
	_, end, ok := r.directory.nameAt(f)
	next := skipSpace(r.f, sp.from+end)
	if !ok || next >= sp.to || !strings.Contains(f[:end], " ") || r.upper(next) || fold.IsDigit(r.f[next]) || !fold.IsLetter(r.f[next]) {
		return len(f)
	}
	if _, _, placed := r.directory.placeAt(&r.folded, next, sp.to); placed || strings.HasPrefix(r.f[next:], "ca") { // các, cấp
		return len(f)
	}
	return end
}

// unitWords open the names of units that the directory of authorities does not
// hold.
var unitWords = []string{"cac ", "phong ", "bo phan ", "can bo ", "truong ", "thon ", "to ", "ban ", "don vi ", "de nghi ", "cong chuc ", "nhung ",
	"ubnd ", "uy ban ", "thanh vien ", "thu truong ", "khoa ", "van phong", "cong doan", "doan ", "hoi ", "mat tran", "y te ", "tram ", "hieu truong", "giao vien ", "hoc sinh ", "giam doc", "chu tich",
	"dang doan", "ban can su", "dang uy", "chi bo", "don bien phong", "hat kiem lam", "bo chi huy"}

func (r *reader) isUnit(f string) bool {
	if strings.HasPrefix(f, "bao cao") { // no newspaper
		return false
	}
	if _, _, ok := r.directory.nameAt(f); ok {
		return true
	}
	for _, w := range unitWords {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

// unitOf is the name of a section's unit.
func (r *reader) unitOf(p part) string { return r.nameOf(r.unitSpan(p)) }

// nameOf is a unit's name as it is to be shown.
func (r *reader) nameOf(sp span) string {
	raw := strings.Join(strings.Fields(r.str(sp)), " ")
	if n, end, ok := r.directory.nameAt(r.fold(sp)); ok && end == sp.to-sp.from {
		return n.name
	}
	return raw
}
