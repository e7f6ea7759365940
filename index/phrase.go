package index

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of checking phrases on the text: entries checked in one search, about
// 10 µs each, and documents checked beyond the page when there are more.
const (
	maxChecks = 500
	reserve   = 20
)

// phraseCheck reads texts to see whether a query's phrases are there, and how
// near its words are. The pairs of syllables said yes already; a phrase of two
// needs no check.
type phraseCheck struct {
	g       *Generation
	clauses []clause // that have something to check
	left    int
	gaveUp  bool // more entries than could be checked
	err     error
}

func newPhraseCheck(g *Generation, clauses []clause) phraseCheck {
	c := phraseCheck{g: g, left: maxChecks}
	for _, cl := range clauses {
		if slices.ContainsFunc(atomsOf([]clause{cl}), atom.needsCheck) {
			c.clauses = append(c.clauses, cl)
		}
	}
	return c
}

func (a atom) needsCheck() bool {
	return a.kind == atomNear || a.kind == atomPhrase && len(a.syllables) > 2
}

// accept reports whether an entry has the phrases, or cannot be checked any
// more.
func (c *phraseCheck) accept(entry uint64) bool {
	if len(c.clauses) == 0 || c.err != nil {
		return true
	}
	if c.left == 0 {
		c.gaveUp = true
		return true
	}
	c.left--
	missing := slices.Clone(c.clauses)
	look := func(text string) { missing = slices.DeleteFunc(missing, clauseIn(text)) }
	c.err = c.g.visit(entry, func(field string, text []byte) {
		if field == fieldText || field == fieldSaid {
			look(string(text))
		}
	})
	if len(missing) > 0 && c.err == nil {
		var e Entry
		e, c.err = c.g.entry(entry)
		for _, heading := range e.headings() {
			look(heading)
		}
	}
	return len(missing) == 0
}

// clauseIn reports of clauses whether one of their atoms is in a text; numbers
// and fields have been looked at already.
func clauseIn(text string) func(clause) bool {
	return func(c clause) bool {
		return slices.ContainsFunc(c.atoms, func(a atom) bool {
			switch a.kind {
			case atomNumber, atomField:
				return true
			case atomNear:
				return a.nearIn(text)
			case atomGroup:
				return !slices.ContainsFunc(a.group, func(c clause) bool { return !clauseIn(text)(c) })
			}
			return a.in(text)
		})
	}
}

// nearIn reports whether all the words of a near stand, in any order, within a
// stretch of text that has at most distance others.
func (a atom) nearIn(text string) bool {
	_, ok := a.nearest(syllables(text))
	return ok
}

// nearest is the first stretch of words that holds all those of a near: places
// in words of the first and the last. A word asked for twice must be there
// twice.
func (a atom) nearest(words []syllable) (found [2]int, ok bool) {
	missing := map[string]int{}
	for _, s := range a.syllables {
		missing[s.folded]++
	}
	left, stretch := len(a.syllables), len(a.syllables)+a.distance
	for i, w := range words {
		if gone := i - stretch; gone >= 0 {
			if n, asked := missing[words[gone].folded]; asked {
				if missing[words[gone].folded] = n + 1; n >= 0 {
					left++
				}
			}
		}
		n, asked := missing[w.folded]
		if !asked {
			continue
		}
		if missing[w.folded] = n - 1; n > 0 {
			left--
		}
		if left == 0 {
			return [2]int{max(0, i-stretch+1), i}, true
		}
	}
	return found, false
}

// in reports whether the atom's syllables, folded, stand in a text one behind
// the other; of more than 64 the first 64. It is Shift-And: bit i of state says
// that the words just read are the atom's first i+1. Unlike matcher.find it
// makes no terms, which takes a third of the time.
func (a atom) in(text string) bool {
	want := a.syllables[:min(len(a.syllables), 64)]
	var state uint64
	var buffer [64]byte
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		if end == at {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		word := appendFolded(buffer[:0], text[at:end])
		at = end
		if len(word) == 0 {
			continue
		}
		var here uint64
		for i, s := range want {
			if string(word) == s.folded || a.kind == atomPrefix && strings.HasPrefix(string(word), s.folded) {
				here |= 1 << i
			}
		}
		if state = (state<<1 | 1) & here; state>>(len(want)-1) != 0 {
			return true
		}
	}
	return false
}

// appendFolded is the folded half of forms.
func appendFolded(plain []byte, word string) []byte {
	for _, r := range word {
		if l := letterOf(r); l.plain != 0 {
			plain = utf8.AppendRune(plain, l.plain)
		}
	}
	_, plain = canonical(plain, plain)
	return plain
}
