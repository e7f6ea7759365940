package extract

import (
	"slices"

	"vanthu/ingest"
)

// Several who sign. Side by side stand who took the minutes and who chaired, or the
// heads of bodies that issue together, each under the body's name:
//
//	SỞ NỘI VỤ              BAN DÂN VẬN TỈNH ỦY       the block begins here
//	KT. GIÁM ĐỐC           KT. TRƯỞNG BAN
//	PHÓ GIÁM ĐỐC           PHÓ TRƯỞNG BAN
//	Nông Văn Thái          Bế Thị Lan                signs, the other goes to review
//
// Each has a column, and of the cells on a line the nearest stands below a title.
// The one on the right answers for the paper.

// apart are the pieces of a cell in which several sign side by side.
func (r *reader) apart(c cell) (cells []cell) {
	words := r.wordsOf(c.span)
	from := 0
	for n := 1; n < len(words); n++ {
		if r.box(words[n]).X0-r.box(words[n-1]).X1 > signersApart {
			cells = append(cells, r.cell(c.line, words[from:n], c.side))
			from = n
		}
	}
	if from == 0 {
		return []cell{c}
	}
	return append(cells, r.cell(c.line, words[from:], c.side))
}

// signersApart is how many points at least lie between two who sign side by side.
const signersApart = 36

// beneath reports whether two cells stand in one column, as far as boxes tell; of the
// cells of one line only the nearest does.
func beneath(above, below cell, line []cell) bool {
	a, b := above.box, below.box
	if a.IsZero() || b.IsZero() {
		return true
	}
	from := func(c ingest.Box) float64 { return abs(c.X0 + c.X1 - a.X0 - a.X1) }
	nearer := func(c cell) bool { return !c.box.IsZero() && from(c.box) < from(b) }
	return b.X0 < a.X1+60 && b.X1 > a.X0-60 && !slices.ContainsFunc(line, nearer)
}

// above reports whether a cell stands higher on its page than the name, though
// it was read after it.
func above(c, name cell) bool {
	return !c.box.IsZero() && c.box.Y1 < name.box.Y0
}

// besides reports whether a block stands right of another, with a name of its
// own: who drew a paper up signs left of who answers for it.
func (f foot) besides(other foot) bool {
	return f.box.line == other.box.line && f.from > other.from && f.name.from > other.name.from && !other.name.empty()
}

// noteSigner tells a person that another signed before the one who is given.
func (r *reader) noteSigner(before, last foot) {
	if !before.name.empty() && before.title != "" && last.title != "" {
		r.review("signer", "two sign: %s, %s, and %s", before.title, r.str(before.name), r.str(last.name))
	}
}

// underBodies is where a signature block begins, with the bodies whose people sign
// together: SỞ NỘI VỤ    BAN DÂN VẬN ⏎ KT. GIÁM ĐỐC    TRƯỞNG BAN.
func (r *reader) underBodies(pos int) int {
	i := r.lineAt(pos) - 1
	if i < 0 || r.lines[i].from <= r.body.from || !allUpper(r.str(r.lines[i].span)) {
		return pos
	}
	if _, _, ok := r.directory.nameAt(r.lineFold(i)); !ok {
		return pos
	}
	return r.lines[i].from
}
