package extract

import "strings"

// Who cooperates in a task, the words behind "phối hợp với" tell, up to the
// verb that says what is to be done:
//
//	Chủ trì, phối hợp với Sở Tài chính, Sở Nội vụ và các cơ quan liên quan tham mưu …
//	                      Sở Tài chính  Sở Nội vụ    các cơ quan liên quan
//
// A comma parts two units only if one begins behind it: `Sở Văn hóa, Thể thao
// và Du lịch` is one, and so is what the directory of bodies knows.

// cooperation opens the list, folded.
var cooperation = []string{"phoi hop voi ", "phoi hop chat che voi ", "phoi hop cung ", "phoi hop "}

// cooperating are the units that a task names as such.
func (r *reader) cooperating(task span) (units []string) {
	sentence := r.sentence(task.from)
	f := r.fold(span{task.from, min(task.to, max(sentence.to, task.from))})
	for _, words := range cooperation {
		at := strings.Index(f, words)
		if at < 0 {
			continue
		}
		from := task.from + at + len(words)
		if !r.isPartner(from, task.to) {
			return nil
		}
		return r.unitList(span{from, task.from + len(f)})
	}
	return nil
}

// unitList parts the units of a list, which ends with the first verb.
func (r *reader) unitList(sp span) (units []string) {
	for !sp.empty() {
		unit := span{sp.from, r.unitEnd(sp)}
		units = append(units, r.oneLine(r.trim(unit, " .,;:")))
		next := r.nextUnit(unit.to, sp.to)
		if next < 0 {
			break
		}
		sp.from = next
	}
	return units
}

// unitEnd is where the first unit of a stretch ends.
func (r *reader) unitEnd(sp span) int {
	f := r.fold(sp)
	end := r.knownUnit(sp)
	known := 0
	if _, to, ok := r.directory.nameAt(f); ok {
		known = to
	}
	for _, stop := range append([]string{",", ";", ". ", ":", " va ", " de ", " trong ", " cung ", " ra soat", " thanh lap", " lap ", " tong hop", " bao cao", " nghien cuu", " dua "}, acts...) {
		if i := strings.Index(f[known:], stop); i >= 0 {
			end = min(end, known+i)
		}
	}
	return sp.from + end
}

// nextUnit is where the next unit of a list begins after a comma or "và" at
// pos, or -1.
func (r *reader) nextUnit(pos, limit int) int {
	rest := r.f[pos:limit]
	for _, joint := range []string{", ", " va "} {
		if strings.HasPrefix(rest, joint) && r.isPartner(pos+len(joint), limit) {
			return pos + len(joint)
		}
	}
	return -1
}

// isPartner reports whether a unit begins at pos, not bàn giao or hội thảo.
func (r *reader) isPartner(pos, limit int) bool {
	f := r.f[pos:max(pos, limit)]
	return (r.upper(pos) || strings.HasPrefix(f, "cac ")) && r.isUnit(f)
}
