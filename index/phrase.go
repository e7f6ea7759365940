package index

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of checking phrases on the text: entries checked in one search, about
// 10 µs each of 770 bytes; bytes of them, since a document's own entry has all
// its pages; and documents checked beyond the page when there are more.
const (
	maxChecks  = 300
	maxChecked = 4 << 20
	reserve    = 20
)

// phraseCheck reads texts to see whether a query's phrases are there, and how
// near its words are. The pairs of syllables said yes already; a phrase of two
// needs no check, unless marks must match: the index knows of them only word by
// word, and of words without marks not at all.
type phraseCheck struct {
	g       *Generation
	clauses []clause // that have something to check
	exact   bool     // marks must match
	left    int      // entries
	bytes   int
	gaveUp  bool // more than could be checked
	err     error
}

func newPhraseCheck(g *Generation, clauses []clause, exact bool) phraseCheck {
	c := phraseCheck{g: g, exact: exact, left: maxChecks, bytes: maxChecked}
	needs := func(a atom) bool { return a.needsCheck(exact) }
	for _, cl := range clauses {
		if slices.ContainsFunc(atomsOf([]clause{cl}), needs) {
			c.clauses = append(c.clauses, cl)
		}
	}
	return c
}

func (a atom) needsCheck(exact bool) bool {
	switch a.kind {
	case atomNear:
		return true
	case atomPhrase:
		return exact || len(a.syllables) > 2
	case atomWord, atomPrefix:
		return exact && !a.syllables[0].marked()
	}
	return false
}

// accept reports whether an entry has the phrases, or cannot be checked any
// more.
func (c *phraseCheck) accept(entry uint64) bool {
	if len(c.clauses) == 0 || c.err != nil {
		return true
	}
	if c.left == 0 || c.bytes <= 0 {
		c.gaveUp = true
		return true
	}
	c.left--
	missing := slices.Clone(c.clauses)
	look := func(text string) {
		c.bytes -= len(text)
		missing = slices.DeleteFunc(missing, clauseIn(text, c.exact))
	}
	c.err = c.g.visit(entry, func(field string, text []byte) {
		if field == fieldText || field == fieldSaid && !c.exact {
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
func clauseIn(text string, exact bool) func(clause) bool {
	return func(c clause) bool {
		return slices.ContainsFunc(c.atoms, func(a atom) bool {
			switch a.kind {
			case atomNumber, atomField:
				return true
			case atomNear:
				return a.nearIn(text) && (!exact || a.eachExactlyIn(text))
			case atomGroup:
				return !slices.ContainsFunc(a.group, func(c clause) bool { return !clauseIn(text, exact)(c) })
			}
			return a.in(text) && (!exact || a.exactlyIn(text))
		})
	}
}

// exactlyIn reports whether the atom stands in a text with the marks it has.
func (a atom) exactlyIn(text string) bool {
	words := syllables(text)
	for i := range words {
		if n, exact := a.matches(words[i:]); n > 0 && exact {
			return true
		}
	}
	return false
}

// eachExactlyIn reports so of each of the atom's words.
func (a atom) eachExactlyIn(text string) bool {
	return !slices.ContainsFunc(a.syllables, func(s syllable) bool {
		return !atom{kind: atomWord, syllables: []syllable{s}}.exactlyIn(text)
	})
}

// nearIn reports whether all the words of a near stand, in any order, within a
// stretch of text that has at most distance others; a word asked for twice must
// be there twice. The words met last are kept with their places until the
// stretch has passed them.
//
// Example: "trẻ bơi"~2 in "trẻ em phải biết bơi, trẻ …": trẻ at 0 is forgotten
// at 4, where bơi comes in; trẻ at 5 completes the two.
func (a atom) nearIn(text string) bool {
	parts, need := map[string]int{}, []int{}
	for _, s := range a.syllables {
		part, known := parts[s.folded]
		if !known {
			part = len(need)
			parts[s.folded], need = part, append(need, 0)
		}
		need[part]++
	}
	type met struct{ place, part int }
	var recent []met
	have, complete, place := make([]int, len(need)), 0, -1
	for word := range foldedWords(text) {
		place++
		part, asked := parts[string(word)]
		if !asked {
			continue
		}
		recent = append(recent, met{place, part})
		if have[part]++; have[part] == need[part] {
			complete++
		}
		for place-recent[0].place >= len(a.syllables)+a.distance {
			gone := recent[0].part
			if have[gone]--; have[gone] == need[gone]-1 {
				complete--
			}
			recent = recent[1:]
		}
		if complete == len(need) {
			return true
		}
	}
	return false
}

// in reports whether the atom's syllables, folded, stand in a text one behind
// the other; of more than 64 the first 64. It is Shift-And: bit i of state says
// that the words just read are the atom's first i+1. Unlike matcher.find it
// makes no terms, which takes a third of the time.
func (a atom) in(text string) bool {
	want := a.syllables[:min(len(a.syllables), 64)]
	var state uint64
	for word := range foldedWords(text) {
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

// foldedWords are the words of a text, folded; each is valid until the next. It
// gives the folded half of what forms gives for every word, reading each rune
// once: checking phrases is what a search for one spends most on.
func foldedWords(text string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var buffer [longestSyllable + utf8.UTFMax]byte
		word := buffer[:0]
		ended := func() bool {
			if len(word) == 0 {
				return true
			}
			_, whole := canonical(word, word)
			word = word[:0]
			return yield(whole)
		}
		for _, r := range text {
			plain := plainOf(r)
			switch {
			case plain == noWord:
				if !ended() {
					return
				}
			case plain == 0 || len(word) >= longestSyllable:
			case plain < utf8.RuneSelf:
				word = append(word, byte(plain))
			default:
				word = utf8.AppendRune(word, plain)
			}
		}
		ended()
	}
}
