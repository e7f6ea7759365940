package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// sentenceReach bounds a sentence on either side of a position, so that text
// without any full stop takes no more than linear time.
const sentenceReach = 800

// sentence is the sentence around a position, inside its paragraph. A full stop
// ends one only before a space and a capital or digit, and not after a single
// capital (TP. Huế) or inside a number.
func (t *text) sentence(pos int) span {
	p := t.paras[t.paraAt(pos)]
	sp := span{max(p.from, pos-sentenceReach), min(p.to, pos+sentenceReach)}
	for i := pos - 1; i > sp.from; i-- {
		if t.stops(i, p.to) {
			sp.from = i + 1
			break
		}
	}
	for i := pos; i < sp.to; i++ {
		if t.stops(i, p.to) {
			sp.to = i + 1
			break
		}
	}
	return t.trim(sp, " ")
}

// stops reports whether the character at i ends a sentence.
func (t *text) stops(i, limit int) bool {
	switch t.f[i] {
	case ';', '!', '?':
		return i+1 >= limit || t.f[i+1] == ' '
	case '.':
		if i+1 >= limit {
			return true
		}
		if t.f[i+1] != ' ' || i+2 >= limit || !t.upper(i+2) && !fold.IsDigit(t.f[i+2]) {
			return false
		}
		return i < 2 || fold.IsLetter(t.f[i-1]) && fold.IsLetter(t.f[i-2]) && !(t.upper(i-1) && t.upper(i-2)) ||
			strings.IndexByte("0123456789)\"%", t.f[i-1]) >= 0
	}
	return false
}
