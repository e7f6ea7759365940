package index

// The query language, as people know it from the web:
//
//	ke hoach "chuyển đổi số" -2019
//	"bảo hiểm y tế" OR bhyt
//	kế hoạch số 5     05/KH-UBND     */KH-UBND     cites 23/qđ-ttg
//	chuyen*
//
// Words must all be there, in any order; OR joins the two beside it; a leading
// minus excludes. A word of several syllables (covid-19, 25/6/2020) is a
// phrase. Numbers of documents are recognised anywhere; "số" and the name of
// the type before one belong to it.

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a query. A hostile one is told so before it costs anything.
const (
	maxQueryRunes     = 1000
	maxQuerySyllables = 100
	maxPrefixes       = 3
	minPrefixRunes    = 2
	maxExpansions     = 200   // words that one prefix stands for
	maxWindow         = 10000 // Offset + Limit
)

// Problem says what is wrong with a query; a string so that it can be
// translated by key.
type Problem string

// The problems of a query.
const (
	ProblemTooLong      Problem = "query is too long"
	ProblemTooManyWords Problem = "query has too many words"
	ProblemQuote        Problem = "quotation mark is not closed"
	ProblemOr           Problem = "OR needs something on both sides"
	ProblemOnlyExcludes Problem = "query only excludes"
	ProblemPrefix       Problem = "* needs at least two letters before it, at the end of a word"
	ProblemPrefixes     Problem = "query has too many words with *"
	ProblemBroad        Problem = "too many words begin so"
	ProblemWindow       Problem = "results beyond 10,000 are not listed"
	ProblemSort         Problem = "unknown order"
	ProblemDate         Problem = "date is not of the form 2024-07-01"
)

// QueryError is a query that cannot be run.
type QueryError struct {
	Query   string
	At      int // place in Query, in characters from 0
	Problem Problem
}

func (e *QueryError) Error() string {
	return fmt.Sprintf("query: %s (at character %d)", e.Problem, e.At+1)
}

type atomKind int

const (
	atomWord   atomKind = iota // one syllable
	atomPhrase                 // several in this order
	atomPrefix                 // one syllable, its beginning
	atomNumber                 // a document's number
)

// atom is the smallest thing asked for.
type atom struct {
	kind      atomKind
	syllables []syllable
	number    identifier
	at        int // byte in the query
}

// clause is satisfied by any of its atoms.
type clause struct {
	atoms   []atom
	exclude bool
}

// parsed is a query taken apart.
type parsed struct {
	must    []clause
	exclude []clause
}

// parser walks through a query once.
type parser struct {
	text      string
	at        int // byte
	numbers   []identifier
	clauses   []clause
	or        int // place of an OR that waits for its right side, or -1
	syllables int
	prefixes  int
}

// parse takes a query apart. An empty query is none at all.
func parse(text string) (parsed, error) {
	p := &parser{text: text, or: -1}
	if utf8.RuneCountInString(text) > maxQueryRunes {
		return parsed{}, p.fail(0, ProblemTooLong)
	}
	p.numbers = numbersInQuery(text)
	for p.skipSpace(); p.at < len(text); p.skipSpace() {
		if err := p.item(); err != nil {
			return parsed{}, err
		}
	}
	if p.or >= 0 {
		return parsed{}, p.fail(p.or, ProblemOr)
	}
	return p.result()
}

func (p *parser) result() (parsed, error) {
	var q parsed
	for _, c := range p.clauses {
		if c.exclude {
			q.exclude = append(q.exclude, c)
		} else {
			q.must = append(q.must, c)
		}
	}
	if len(q.must) == 0 && len(q.exclude) > 0 {
		return q, p.fail(q.exclude[0].atoms[0].at, ProblemOnlyExcludes)
	}
	return q, nil
}

func (p *parser) fail(at int, problem Problem) error {
	return &QueryError{Query: p.text, At: utf8.RuneCountInString(p.text[:at]), Problem: problem}
}

// skipSpace goes to the next rune that can begin an item.
func (p *parser) skipSpace() {
	for p.at < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(`-*"“”„§|`, r) {
			return
		}
		p.at += n
	}
}

// item reads one word, phrase, number or OR.
func (p *parser) item() error {
	start := p.at
	exclude := p.exclusion()
	if number, ok := p.numberHere(); ok {
		p.at = number.end
		return p.add(atom{kind: atomNumber, number: number, at: start}, exclude)
	}
	if r, n := utf8.DecodeRuneInString(p.text[p.at:]); strings.ContainsRune(`"“”„`, r) {
		return p.phrase(start, n, exclude)
	}
	word := p.word()
	if word == "OR" && !exclude {
		return p.orSign(start)
	}
	a := atom{kind: atomWord, syllables: syllables(word), at: start}
	if strings.Contains(word, "*") {
		if err := p.checkPrefix(word, a); err != nil {
			return err
		}
		a.kind = atomPrefix
	}
	return p.add(a, exclude)
}

// exclusion reads a minus that stands right before something.
func (p *parser) exclusion() bool {
	if p.text[p.at] != '-' {
		return false
	}
	p.at++
	return p.at < len(p.text) && p.text[p.at] != ' ' && p.text[p.at] != '-'
}

func (p *parser) numberHere() (identifier, bool) {
	for _, n := range p.numbers {
		if n.start == p.at {
			return n, true
		}
	}
	return identifier{}, false
}

// word reads up to the next space or quotation mark.
func (p *parser) word() string {
	rest := p.text[p.at:]
	end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"“”„`, r) })
	if end < 0 {
		end = len(rest)
	}
	p.at += end
	return rest[:end]
}

func (p *parser) phrase(start, quote int, exclude bool) error {
	inside := p.text[p.at+quote:]
	end := strings.IndexAny(inside, `"“”„`)
	if end < 0 {
		return p.fail(p.at, ProblemQuote)
	}
	_, n := utf8.DecodeRuneInString(inside[end:])
	p.at += quote + end + n
	a := atom{kind: atomPhrase, syllables: syllables(inside[:end]), at: start}
	if found := numbersInQuery(inside[:end]); len(found) == 1 && found[0].end-found[0].start == len(strings.TrimSpace(inside[:end])) {
		a = atom{kind: atomNumber, number: found[0], at: start}
	}
	return p.add(a, exclude)
}

func (p *parser) orSign(at int) error {
	if len(p.clauses) == 0 || p.or >= 0 || p.clauses[len(p.clauses)-1].exclude {
		return p.fail(at, ProblemOr)
	}
	p.or = at
	return nil
}

func (p *parser) checkPrefix(word string, a atom) error {
	p.prefixes++
	switch {
	case strings.IndexByte(word, '*') != len(word)-1 || len(a.syllables) != 1,
		utf8.RuneCountInString(a.syllables[0].folded) < minPrefixRunes:
		return p.fail(a.at, ProblemPrefix)
	case p.prefixes > maxPrefixes:
		return p.fail(a.at, ProblemPrefixes)
	}
	return nil
}

// add puts an atom where it belongs: to the clause before an OR, or into one
// of its own.
func (p *parser) add(a atom, exclude bool) error {
	switch {
	case a.kind == atomNumber:
		p.dropLead()
	case len(a.syllables) == 0:
		return nil
	case a.kind == atomWord && len(a.syllables) > 1:
		a.kind = atomPhrase
	case a.kind == atomPhrase && len(a.syllables) == 1:
		a.kind = atomWord
	}
	if p.syllables += len(a.syllables); p.syllables > maxQuerySyllables {
		return p.fail(a.at, ProblemTooManyWords)
	}
	if p.or < 0 {
		if c := (clause{atoms: []atom{a}, exclude: exclude}); !p.repeats(c) {
			p.clauses = append(p.clauses, c)
		}
		return nil
	}
	if exclude {
		return p.fail(a.at, ProblemOr)
	}
	p.or = -1
	last := &p.clauses[len(p.clauses)-1]
	if !slices.ContainsFunc(last.atoms, a.sameWord) {
		last.atoms = append(last.atoms, a)
	}
	return nil
}

// repeats reports whether a clause is a word that the query has already. A
// repeated word asks for nothing more and would cost as much again.
func (p *parser) repeats(c clause) bool {
	return slices.ContainsFunc(p.clauses, func(other clause) bool {
		return len(other.atoms) == 1 && other.exclude == c.exclude && other.atoms[0].sameWord(c.atoms[0])
	})
}

// sameWord reports whether both are the same single syllable.
func (a atom) sameWord(b atom) bool {
	return a.kind == atomWord && b.kind == atomWord && a.syllables[0].exact == b.syllables[0].exact
}

// dropLead takes back "số" and a type's name that stand before a number: they
// are part of it.
func (p *parser) dropLead() {
	n := len(p.clauses)
	var words []syllable
	for i := n - 1; i >= 0 && p.clauses[i].isWord(); i-- {
		words = append([]syllable{p.clauses[i].atoms[0].syllables[0]}, words...)
	}
	if len(words) > 0 && words[len(words)-1].folded == "so" {
		words, n = words[:len(words)-1], n-1
	}
	if _, named := typeBefore(words); named > 0 {
		n -= named
	}
	if p.or < 0 {
		p.clauses = p.clauses[:n]
	}
}

// isWord reports whether the clause is a single plain word.
func (c clause) isWord() bool {
	return !c.exclude && len(c.atoms) == 1 && c.atoms[0].kind == atomWord
}
