package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// What a document does with one that it cites, the words before it tell:
//
//	Căn cứ Nghị định số 30/2020/NĐ-CP …               basis
//	Thực hiện Kế hoạch số 12/KH-BYT … của Bộ Y tế     implements
//	thay thế Quyết định số 5/QĐ-UBND và Quyết định
//	số 6/QĐ-UBND …                                    replaces, both
//	Sửa đổi Điều 3 của Quyết định số 7/QĐ-UBND …      amends
//	… (được sửa đổi bởi Nghị định số 8/NĐ-CP)         refers: nobody amends that one
//
// The words must be the document's own: behind another citation of the same
// sentence they are that one's subject (`Kế hoạch số 12 … thực hiện Chỉ thị số
// 13`), unless only a comma or "và" lies between, which goes on with the list, as
// does a semicolon before the name of a type.

// relations, the strongest first; the anchors of rules are named after them.
var relations = []string{"replaces", "amends", "implements", "basis"}

const refers = "refers"

// relationReach is how many letters before a citation its words may stand, the
// opening of its sentence apart.
const relationReach = 60

// mention is a citation where it stands in the text, without its subject.
type mention struct {
	span
	relation string
}

// relationOf tells the relation of the citation at where; before is the one
// mentioned before it.
func (r *reader) relationOf(where span, before mention) string {
	sentence := r.sentence(where.from)
	from := sentence.from
	if before.to > from {
		if before.relation != refers && r.goesOnList(span{before.to, where.from}) {
			return before.relation
		}
		return refers
	}
	words := span{from, where.from}
	if r.isListed(words, before) {
		return before.relation
	}
	if end, ok := r.starts(strings.TrimLeft(r.fold(words), junk), "basis"); ok && end > 0 {
		return "basis"
	}
	return r.relationIn(words)
}

// isListed reports whether a clause begins with a citation right behind one that
// ended with a semicolon: `Thực hiện Kế hoạch số 3 …; Công văn số 5 …`.
func (r *reader) isListed(words span, before mention) bool {
	gap := strings.TrimRight(r.f[max(before.to, words.from-1-listReach):max(before.to, words.from)], " ")
	if before.to == 0 || words.from-before.to > listReach || !strings.HasSuffix(gap, ";") || r.paraAt(before.from) != r.paraAt(words.from) {
		return false
	}
	f := strings.TrimLeft(r.fold(words), " ")
	if _, end, ok := r.typeName(f); ok {
		f = f[end:]
	}
	return len(strings.Trim(f, " .:")) <= len("so")
}

// listReach is how far a citation may stand behind the one before it in a list:
// the subject of that stands between.
const listReach = 300

// relationIn finds the nearest of the words that tell a relation.
func (r *reader) relationIn(sp span) string {
	f := r.fold(span{max(sp.from, sp.to-relationReach), sp.to})
	for i := len(f) - 1; i >= 0; i-- {
		if !fold.IsLetter(f[i]) || i > 0 && fold.IsLetter(f[i-1]) {
			continue
		}
		for _, relation := range relations {
			if !r.opens(f[i:], relation) || relation == "basis" {
				continue
			}
			if before := strings.TrimRight(f[:i], " "); strings.HasSuffix(before, "duoc") || strings.HasSuffix(before, "bi") {
				return refers // được sửa đổi
			}
			return relation
		}
	}
	return refers
}

// goesOnList reports whether a stretch between two citations joins them: `, ngày
// 5/3/2019 và`, `và Luật Nhà ở`, `của các sở,`.
func (r *reader) goesOnList(sp span) bool {
	f := strings.Trim(r.fold(sp), " ")
	if len(f) > relationReach || r.relationIn(sp) != refers {
		return false
	}
	for _, joint := range []string{",", ";", "va"} {
		if f == "" || strings.HasPrefix(f, joint) || strings.HasSuffix(f, joint) {
			return true
		}
	}
	return false
}

// stronger is the relation that counts where a document is cited twice.
func stronger(a, b string) string {
	for _, relation := range relations {
		if a == relation || b == relation {
			return relation
		}
	}
	return refers
}
