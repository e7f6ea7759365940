package extract

import (
	"strings"
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
