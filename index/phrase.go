package index

import "slices"

// Limits of checking phrases on the text: entries checked in one search, about
// 5 µs each, and documents checked beyond the page when there are more.
const (
	maxChecks = 1000
	reserve   = 20
)

// phraseCheck reads texts to see whether a query's phrases are there. The
// pairs of syllables said yes already; a phrase of two needs no check.
type phraseCheck struct {
	g       *Generation
	clauses []clause // that have a phrase to check
	left    int
	gaveUp  bool // more entries than could be checked
	err     error
}

func newPhraseCheck(g *Generation, q parsed) phraseCheck {
	c := phraseCheck{g: g, left: maxChecks}
	for _, cl := range q.must {
		if slices.ContainsFunc(cl.atoms, func(a atom) bool { return a.kind == atomPhrase && len(a.syllables) > 2 }) {
			c.clauses = append(c.clauses, cl)
		}
	}
	return c
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
// the index has looked for already.
func clauseIn(text string) func(clause) bool {
	cut := syllables(text)
	return func(c clause) bool {
		return slices.ContainsFunc(c.atoms, func(a atom) bool { return a.kind == atomNumber || a.in(cut) })
	}
}

// in reports whether the atom stands anywhere among words.
func (a atom) in(words []syllable) bool {
	for i := range words {
		if n, _ := a.matches(words[i:]); n > 0 {
			return true
		}
	}
	return false
}
