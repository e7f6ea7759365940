package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// The signature block closes the main document on the right: capacity lines
// (TM. thay mặt, KT. ký thay, TL. thừa lệnh, TUQ. thừa uỷ quyền, Q. quyền), the
// title that signs, room for hand and seal, the name. The last block counts. A
// block is found by its capitals: a capacity, or a title alone on its cell; the
// name is the next cell below in the same column that reads like one: two to
// five words with capitals, the first a surname.

// foot is what was found of the signature block.
type foot struct {
	capacity []span
	position span
	title    string // the position in regular spelling
	kt       string // the title it signs for (KT.)
	acting   string // the title of who acts as one (Q.)
	unsure   bool   // PHÓ may have stood before the title
	name     span
	spoiled  span // the last line that may be a name with its beginning lost
	box      cell // the last capacity or position, for its column
	from     int  // where the block begins
}

// nameLines is how far below the position a name is looked for: the seal and
// the hand leave room that OCR fills with noise.
const nameLines = 16

// readSignature sets the signer.
func (r *reader) readSignature() {
	f := r.lastFoot()
	if f.from == 0 {
		r.metaSigner()
		return
	}
	r.body.to = min(r.body.to, r.underBodies(f.from))
	if f.title == "" {
		f.title = f.acting
	}
	r.dropUnsure(&f)
	s := &r.fields.Signer
	if len(f.capacity) > 0 {
		var lines []string
		for _, c := range f.capacity {
			lines = append(lines, r.capacityText(c, f.title))
		}
		r.set("signer.capacity", &s.Capacity, strings.Join(lines, "; "), f.capacity[0], "signature:capacity", 0.95)
	}
	r.set("signer.position", &s.Position, f.title, f.position, "signature:position", 0.95)
	if f.title == "" && len(f.capacity) > 0 {
		r.review("signer.position", "not read")
	}
	r.readSignerName(f)
}

// lastFoot finds the last signature block of the main document.
func (r *reader) lastFoot() foot {
	var found foot
	for i := r.footLine(); i < len(r.lines) && r.lines[i].from < r.main.to; i++ {
		for _, c := range r.footCells(i) {
			if f, ok := r.footAt(i, c); ok {
				if found.from == 0 || !f.name.empty() && (f.from > found.name.to || f.besides(found)) {
					r.noteSigner(found, f)
					found = f
				}
			}
		}
	}
	if found.from == 0 {
		found = r.bareName()
	}
	return found
}

// footReach is how many lines above "Nơi nhận" a signature may stand, and how
// far from the end it is looked for where there is none.
const (
	footReach = 12
	footLines = 60
)

// footLine is the first line that may belong to the signature block.
func (r *reader) footLine() int {
	first := r.lineAt(r.body.from) + 1
	if i := r.recipientsLine(); i >= 0 {
		return max(first, i-footReach)
	}
	return max(first, r.lineAt(r.main.to-1)-footLines)
}

// footCells are the cells of a line, capitals at its end apart.
func (r *reader) footCells(i int) []cell {
	cells := r.cells(i)
	last := cells[len(cells)-1]
	cells = append(cells[:len(cells)-1], r.apart(last)...)
	if len(cells) == 1 && last.side != right {
		if tail, ok := r.capitalTail(r.lines[i]); ok && r.signs(tail) {
			words := r.wordsOf(tail)
			return []cell{last, r.cell(i, words, right)}
		}
	}
	return cells
}

// signs reports whether capitals are a capacity or a title.
func (r *reader) signs(sp span) bool {
	return !r.capitalPart(sp).empty()
}

// footAt reads the block that begins with a cell.
func (r *reader) footAt(i int, c cell) (foot, bool) {
	f := foot{from: c.from}
	if !r.footCell(&f, c) {
		return foot{}, false
	}
	var name cell
	for n := i + 1; n < min(len(r.lines), i+nameLines) && r.lines[n].from < r.main.to; n++ {
		cells := r.footCells(n)
		for _, below := range cells {
			if below.side == left && f.box.side == right || !beneath(f.box, below, cells) || !f.name.empty() && !above(below, name) {
				continue
			}
			switch {
			case r.footCell(&f, below):
			case !f.name.empty():
			case r.isName(below.span):
				f.name, name = r.nameSpan(below.span), below
			case r.isSpoiledName(below.span):
				f.spoiled = below.span
			}
		}
	}
	return f, f.title != "" || len(f.capacity) > 0
}

// footCell adds a cell to the block if it is a capacity or a position.
func (r *reader) footCell(f *foot, c cell) bool {
	sp := r.capitalPart(c.span)
	if sp.empty() && f.title != "" && inCapitals(r.str(c.span)) {
		sp = r.trim(c.span, junk) // PHDACHU TỊCH
	}
	text := r.fold(sp)
	if sp.empty() || len(text) > 70 {
		return len(text) <= 70 && r.spoiledCell(f, c)
	}
	if isCapacity(text) || r.signedFor(sp) != "" {
		f.capacity, f.box = append(f.capacity, sp), c
		switch {
		case strings.HasPrefix(text, "kt"):
			f.kt, _, _ = r.position(strings.TrimLeft(text[2:], " .,"))
		case strings.HasPrefix(text, "q") && f.title == "":
			f.acting, _, _ = r.position(strings.TrimLeft(text[1:], " .,"))
			f.position = sp
		}
		return true
	}
	if f.title != "" && r.isDeputy(text, f.title) {
		return f.signsFor("PHÓ "+f.title, sp, c)
	}
	title, end, ok := r.position(text)
	if !ok || end < len(text) && text[end] != ' ' {
		return false
	}
	if f.title != "" {
		return f.signsFor(title, sp, c)
	}
	f.title, f.position, f.box = deputy(title, f.kt)+r.rest(sp, end), sp, c
	f.unsure = f.kt == "" && r.capitals(span{c.from, sp.from}) > 1
	return true
}

// signsFor takes a second title: PHÓ GIÁM ĐỐC under GIÁM ĐỐC signs for him, so
// the first line was KT. GIÁM ĐỐC, its first letters lost under the seal.
func (f *foot) signsFor(title string, sp span, c cell) bool {
	deputy, printed := strings.CutPrefix(title, "PHÓ ")
	if deputy != f.title || !printed && len(f.capacity) > 0 {
		return len(f.capacity) > 0
	}
	f.capacity, f.kt = append(f.capacity, f.position), f.title
	f.title, f.position, f.box, f.unsure = "PHÓ "+f.title, sp, c, false
	return true
}

// capitalPart is a cell without the junk that pen and seal leave around its
// capitals: `l _ KT. CHỦ TỊCH` begins at KT.
func (r *reader) capitalPart(sp span) span {
	words := r.wordsOf(sp)
	for n := 0; n < min(len(words), 4) && (n == 0 || r.isJunk(words[n-1])); n++ {
		rest := r.trim(span{max(sp.from, words[n].from), sp.to}, junk)
		f := r.fold(rest)
		if _, _, ok := r.position(f); (ok || isCapacity(f)) && inCapitals(r.str(rest)) {
			return rest
		}
	}
	if r.signedFor(sp) != "" {
		return r.trim(sp, junk)
	}
	return span{}
}

// isJunk reports whether a word is too short or too odd to be one.
func (r *reader) isJunk(w word) bool {
	f := r.fold(w.span)
	return len(strings.Trim(f, junk)) <= 2 || strings.ContainsAny(f, "?<>=|~^_*\\") || !inCapitals(r.str(w.span))
}

// junk is what pen strokes and seals are read as.
const junk = " -_*:,;'\"|.~^`=<>?"

// inCapitals reports whether a line is in capitals; "Tr." and the like may not be.
func inCapitals(s string) bool { return allUpper(strings.ReplaceAll(s, "Tr", "TR")) }

// rest is what follows a title on its line: TRƯỞNG PHÒNG CTSV.
func (r *reader) rest(sp span, end int) string {
	more := ""
	for _, w := range strings.Fields(r.str(span{sp.from + end, sp.to})) {
		f := fold.String(strings.Trim(w, ","))
		switch {
		case more == "" && len(f) <= 2 && allDigits(f) && f != "" && strings.HasSuffix(r.f[:sp.from+end], " phong"): // TRƯỞNG PHÒNG 9
			more = " " + f
		case w == "," && more == "": // KT. BỘ TRƯỞNG, CHỦ NHIỆM
			more = w
		case len(f) > 1 && strings.Trim(f, "abcdefghijklmnopqrstuvwxyz-") == "" || f == "-": // PHÓ CHỦ TỊCH - TỔNG THƯ KÝ
			more += " " + w
		}
	}
	return strings.TrimRight(more, " -,")
}
