package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// Tasks stand in the part on implementation (tổ chức thực hiện): a numbered
// unit, then its dashes, each a task; or a paragraph that opens with a unit and
// says what it does.
//
//	1. Sở Giáo dục và Đào tạo            unit
//	- Chủ trì, phối hợp …                task
//	a) Giao phòng Trung học              unit below it
//	2. Sở Y tế chủ trì …                 unit and task in one

// Where no part is called so, one whose sections are units that act is the part
// on implementation: NHIỆM VỤ, with Sở Tài chính chủ trì … below it.

// readTasks sets the tasks: those of the outermost sections on implementation,
// and, in a directive or a notice whose own sections are units that act, of all.
func (r *reader) readTasks() {
	if r.areOfUnits(-1) {
		r.tasksUnder(-1, 0)
		return
	}
	within := make([]bool, len(r.parts))
	for n, p := range r.parts {
		switch {
		case p.parent >= 0 && within[p.parent]:
			within[n] = true
		case r.isImplementation(n):
			within[n] = true
			r.tasksUnder(n, p.depth)
		}
	}
}

// isImplementation reports whether a section is on implementation.
func (r *reader) isImplementation(n int) bool {
	return r.opens(r.fold(r.parts[n].heading), "implementation") || r.areOfUnits(n)
}

// fewUnits is how many units at least make a part one of tasks.
const fewUnits = 2

// areOfUnits reports whether most of the sections right below one, or of the
// outermost where n is -1, open with a unit that acts.
func (r *reader) areOfUnits(n int) bool {
	units, below := 0, 0
	for m := n + 1; m < len(r.parts) && (n < 0 || r.parts[m].depth > r.parts[n].depth); m++ {
		if p := r.parts[m]; p.parent == n {
			below++
			if !r.unitSpan(p).empty() && r.acts(p) {
				units++
			}
		}
	}
	return units >= fewUnits && 2*units > below
}

// acts reports whether a section says who has the lead or cooperates, what it
// gives to whom, or what a body does.
func (r *reader) acts(p part) bool {
	f := strings.TrimLeft(r.f[p.label.to:r.paras[p.paras.to-1].to], " ")
	return strings.Contains(f, "chu tri") || strings.Contains(f, "phoi hop") || strings.HasPrefix(f, "giao ") ||
		r.isBodyName(r.unitSpan(p)) && !r.firstTask(p).empty()
}

// isBodyName reports whether a stretch begins with a body's name: Hội Nông dân,
// Công an huyện, not Hội thảo.
func (r *reader) isBodyName(sp span) bool {
	n, end, ok := r.directory.nameAt(r.fold(sp))
	if !ok || !n.open {
		return ok
	}
	next := skipSpace(r.f, sp.from+end)
	_, _, placed := r.directory.placeAt(&r.folded, next, max(next, sp.to))
	return next >= sp.to || r.upper(next) || placed
}

// tasksUnder collects the tasks of the sections below n.
func (r *reader) tasksUnder(n, depth int) {
	units := map[int]string{}
	for m := n + 1; m < len(r.parts) && r.parts[m].depth > depth; m++ {
		p := r.parts[m]
		units[m] = r.unitOf(p)
		if units[m] == "" && p.parent != n {
			units[m] = units[p.parent]
			r.addTask(p, units[m], span{p.label.to, r.paras[p.paras.from].to})
		} else if rest := r.firstTask(p); !rest.empty() {
			r.addTask(p, units[m], rest)
		}
		r.dashTasks(p, units[m])
	}
}

// dashTasks takes the paragraphs of a section below the first; after dashes a
// paragraph without one is the document's closing words.
func (r *reader) dashTasks(p part, unit string) {
	dashed := false
	for i := p.paras.from + 1; i < p.paras.to; i++ {
		sp := r.paras[i].span
		dash := strings.IndexByte("-+*", r.f[sp.from]) >= 0
		if _, closing := r.starts(r.fold(sp), "closing"); dashed && !dash || closing {
			return
		}
		dashed = dashed || dash
		if given := r.unitGiven(sp); !given.empty() {
			r.addTask(p, r.nameOf(given), r.trim(span{given.to, sp.to}, " :.;-/"))
			continue
		}
		r.addTask(p, unit, sp)
	}
}

// unitGiven is the unit to which a paragraph gives a task: `Giao Văn phòng UBND tỉnh
// theo dõi, đôn đốc`.
func (r *reader) unitGiven(sp span) span {
	if !strings.HasPrefix(r.str(sp), "Giao ") {
		return span{}
	}
	return r.unitIn(sp)
}

// firstTask is what the paragraph with the label says beyond the unit.
func (r *reader) firstTask(p part) span {
	whole := span{p.label.to, r.paras[p.paras.from].to}
	unit := r.unitSpan(p)
	if unit.empty() {
		return span{}
	}
	return r.trim(span{unit.to, whole.to}, " :.;-")
}

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

// addTask adds a task given in a stretch.
func (r *reader) addTask(p part, unit string, sp span) {
	sp = r.trim(sp, " -+*")
	if unit == "" || sp.to-sp.from < 8 {
		return
	}
	t := Task{Section: p.Path, Unit: unit, Text: r.oneLine(sp), With: r.cooperating(sp), Page: r.page(sp.from)}
	for i := r.dateIndex(sp.from); i < len(r.dates) && r.dates[i].to <= sp.to; i++ {
		if cue, ok := r.dueCue(r.dates[i]); ok && r.dates[i].year != 0 && r.dates[i].valid() && !cue.empty() {
			due := r.dates[i].iso()
			t.Due = &due
			break
		}
	}
	if t.Due == nil {
		t.Due = r.doneInMonth(sp)
		t.DueMonth = t.Due != nil
	}
	r.note(item("tasks", len(r.fields.Tasks)), sp, "task:unit", 0.9)
	r.fields.Tasks = append(r.fields.Tasks, t)
}

// doneInMonth is the last day of the month by which a stretch wants something
// done: hoàn thành trong tháng 9/2024.
func (r *reader) doneInMonth(sp span) *string {
	const done = "hoan thanh "
	at := strings.LastIndex(r.fold(sp), done)
	if at < 0 {
		return nil
	}
	sp.from += at + len(done)
	if end := strings.IndexAny(r.fold(sp), ",;.()"); end >= 0 {
		sp.to = sp.from + end
	}
	return r.monthIn(sp)
}
