package index

import (
	"fmt"
	"slices"
	"time"
)

// Limits of a query. A hostile one is told so before it costs anything.
const (
	maxQueryRunes     = 1000
	maxQuerySyllables = 100
	maxFields         = 20
	maxDepth          = 5 // brackets in brackets
	maxPrefixes       = 3
	minPrefixRunes    = 2
	maxExpansions     = 200   // words that one prefix stands for
	maxDistance       = 50    // words between words that are near
	maxWindow         = 10000 // Offset + Limit
	maxLimit          = 1000
	maxSearchTime     = 5 * time.Second
)

// Problem says what is wrong with a query; a string so that it can be
// translated by key.
type Problem string

// The problems of a query.
const (
	ProblemTooLong       Problem = "query is too long"
	ProblemTooManyWords  Problem = "query has too many words"
	ProblemTooManyFields Problem = "query has too many fields"
	ProblemQuote         Problem = "quotation mark is not closed"
	ProblemBracket       Problem = "bracket is not closed"
	ProblemDepth         Problem = "too many brackets in brackets"
	ProblemOr            Problem = "OR needs something on both sides"
	ProblemNear          Problem = "NEAR needs a word on both sides and at most 50 words between"
	ProblemOnlyExcludes  Problem = "query only excludes"
	ProblemExclude       Problem = "- cannot stand inside OR or an excluded bracket"
	ProblemPrefix        Problem = "* needs at least two letters before it, at the end of a word"
	ProblemPrefixes      Problem = "query has too many words with *"
	ProblemBroad         Problem = "too many words begin so"
	ProblemField         Problem = "there is no such field"
	ProblemValue         Problem = "there is no such value"
	ProblemNoValue       Problem = "the field needs a value right after the colon"
	ProblemRange         Problem = "range ends before it begins"
	ProblemFigure        Problem = "this is no number"
	ProblemWindow        Problem = "results beyond 10,000 are not listed"
	ProblemLimit         Problem = "1 to 1,000 results at a time"
	ProblemSort          Problem = "unknown order"
	ProblemDate          Problem = "this is no date: write 2024-07-01 or 1/7/2024"
	ProblemSlow          Problem = "search takes too long: narrow it"
)

// Problems are all of them.
var Problems = []Problem{
	ProblemTooLong, ProblemTooManyWords, ProblemTooManyFields, ProblemQuote, ProblemBracket, ProblemDepth, ProblemOr,
	ProblemNear, ProblemOnlyExcludes, ProblemExclude, ProblemPrefix, ProblemPrefixes, ProblemBroad, ProblemField,
	ProblemValue, ProblemNoValue, ProblemRange, ProblemFigure, ProblemWindow, ProblemLimit, ProblemSort, ProblemDate, ProblemSlow,
}

// QueryError is a query that cannot be run.
type QueryError struct {
	Query   string  `json:"query"`
	At      int     `json:"at"`              // place in Query, in characters from 0
	Param   string  `json:"param,omitempty"` // what of Query is wrong, by its name in JSON, if it is not the text
	Problem Problem `json:"problem"`
	// Suggest is what could stand at this place instead; "" if nothing is
	// known.
	Suggest string `json:"suggest,omitempty"`
}

func (e *QueryError) Error() string {
	text := fmt.Sprintf("query: %s (at character %d)", e.Problem, e.At+1)
	if e.Param != "" {
		text = fmt.Sprintf("query, %s: %s", e.Param, e.Problem)
	}
	if e.Suggest != "" {
		text += ", try " + e.Suggest
	}
	return text
}

type atomKind int

const (
	atomWord   atomKind = iota // one syllable
	atomPhrase                 // several in this order
	atomNear                   // several close together, in any order
	atomPrefix                 // one syllable, its beginning
	atomNumber                 // a document's number
	atomField                  // a condition on a field
	atomGroup                  // clauses in brackets, all of them
)

// atom is the smallest thing asked for.
type atom struct {
	kind      atomKind
	syllables []syllable
	distance  int // of atomNear: how many other words may stand between
	number    identifier
	field     condition
	group     []clause
	at, end   int // bytes of the query
}

// clause is satisfied by any of its atoms.
type clause struct {
	atoms   []atom
	exclude bool
}

// parsed is a query taken apart.
type parsed struct {
	must    []clause // that searchers look for
	filters []clause // of fields only
	exclude []clause
}

// isWord reports whether the clause is a single plain word.
func (c clause) isWord() bool {
	return !c.exclude && len(c.atoms) == 1 && c.atoms[0].kind == atomWord
}

// isFilter reports whether the clause is of fields only.
func (c clause) isFilter() bool {
	return !slices.ContainsFunc(c.atoms, func(a atom) bool { return a.kind != atomField })
}

// atoms are all that clauses ask for, groups opened.
func atomsOf(clauses []clause) []atom {
	var out []atom
	for _, c := range clauses {
		for _, a := range c.atoms {
			if a.kind == atomGroup {
				out = append(out, atomsOf(a.group)...)
			} else {
				out = append(out, a)
			}
		}
	}
	return out
}

// words are the query's syllables in order, without numbers and prefixes.
func (q parsed) words() []syllable {
	var out []syllable
	for _, a := range atomsOf(q.must) {
		if a.kind == atomWord || a.kind == atomPhrase || a.kind == atomNear {
			out = append(out, a.syllables...)
		}
	}
	return out
}

// asks reports whether a field stands among the filters.
func (q parsed) asks(field string) bool {
	return slices.ContainsFunc(atomsOf(q.filters), func(a atom) bool { return a.field.field == field })
}

// numbers are the documents' numbers that a query asks for.
func (q parsed) numbers() []identifier {
	var out []identifier
	for _, a := range atomsOf(q.must) {
		if a.kind == atomNumber {
			out = append(out, a.number)
		}
	}
	return out
}

// marked reports whether a word has marks that could match.
func marked(clauses []clause) bool {
	return slices.ContainsFunc(atomsOf(clauses), func(a atom) bool {
		return slices.ContainsFunc(a.syllables, syllable.marked)
	})
}
