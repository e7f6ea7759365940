package index

// The query language, as people know it from the web:
//
//	ke hoach "chuyển đổi số" -2019
//	"bảo hiểm y tế" OR bhyt
//	(trâu OR bò) rét -("thả rông" OR lợn)
//	kế hoạch số 5     05/KH-UBND     */KH-UBND
//	chuyen*           "trẻ em đuối nước"~5     đuối NEAR/5 trẻ
//	unit:"Sở Y tế" due:<2024-07-01 region:nam     issued:2020..2024
//
// Grammar; what stands side by side must all be there, in any order:
//
//	query  = { [ "-" | "NOT" ] any }
//	any    = item { "OR" item }               | may stand for OR
//	item   = near | number | field | "(" query ")"
//	near   = text { "NEAR" [ "/" digits ] text }
//	text   = word | word "*" | quote words quote [ "~" digits ]
//	field  = name ":" ( word | quote words quote | range )
//	range  = [ ">" | ">=" | "<" | "<=" | "=" ] value | [ value ] ".." [ value ]
//
// OR binds closer than standing side by side: "a OR b c" is (a OR b) and c. A
// leading minus excludes documents. A word of several syllables (covid-19,
// 25/6/2020) is a phrase. Numbers of documents are recognised anywhere; "số"
// and the name of the type before one belong to it. OR, NEAR, NOT and AND, which
// says nothing, are so only in capitals. Names of fields are in field.go, with their Vietnamese aliases;
// names and values are compared folded.
//
// People paste text here: a closing bracket without an opening one, signs
// between words and a colon with a space after it say nothing (but unit: "…" is
// the field). What is left to
// be wrong is told with its place and, where one can be made, a suggestion;
// nothing is silently dropped that could have been meant.
//
// Example: `Kế hoạch số 05/KH-UBND trẻ (em OR "thanh niên") isuer:ubnd` fails at
// character 51: no field isuer, try issuer:ubnd. Mended, it asks for one number
// (the words before it are part of it), the word trẻ, either of em and the
// phrase, and narrows to issuers whose name has ubnd in it.
//
// A query prints in one canonical form (print.go) that parses to the same
// query; FuzzParse holds that.
//
// Not done: excluding inside OR, which would find nearly everything, and
// wildcards inside words, which a dictionary of syllables has no use for.

import "unicode/utf8"

// parser walks through a query once.
type parser struct {
	text      string
	at        int // byte
	numbers   []identifier
	level         // of the brackets open
	depth     int // brackets open
	syllables int
	prefixes  int
	fields    int
}

// level is what stands between two brackets.
type level struct {
	clauses []clause
	joint   joint
}

// joint is an OR or NEAR that waits for its right side.
type joint struct {
	at       int // place, or -1
	distance int // of NEAR; 0 is OR
}

var noJoint = joint{at: -1}

// parse takes a query apart. An empty query is none at all.
func parse(text string) (parsed, error) {
	p := &parser{text: text, level: level{joint: noJoint}}
	if utf8.RuneCountInString(text) > maxQueryRunes {
		return parsed{}, p.fail(0, ProblemTooLong)
	}
	p.numbers = numbersInQuery(text)
	if err := p.items(); err != nil {
		return parsed{}, err
	}
	return p.result()
}

func (p *parser) result() (parsed, error) {
	var q parsed
	for _, c := range p.clauses {
		switch {
		case c.exclude:
			q.exclude = append(q.exclude, c)
		case c.isFilter():
			q.filters = append(q.filters, c)
		default:
			q.must = append(q.must, c)
		}
	}
	if len(q.must)+len(q.filters) == 0 && len(q.exclude) > 0 {
		return q, p.fail(q.exclude[0].atoms[0].at, ProblemOnlyExcludes)
	}
	return q, nil
}

func (p *parser) fail(at int, problem Problem) error { return p.suggest(at, problem, "") }

func (p *parser) suggest(at int, problem Problem, instead string) error {
	return &QueryError{Query: p.text, At: utf8.RuneCountInString(p.text[:at]), Problem: problem, Suggest: instead}
}

// items reads up to the end or the bracket that closes this level.
func (p *parser) items() error {
	for p.skipSpace(); p.at < len(p.text); p.skipSpace() {
		if p.text[p.at] == ')' {
			p.at++
			if p.depth > 0 {
				return p.ended()
			}
			continue
		}
		if err := p.item(); err != nil {
			return err
		}
	}
	if p.depth > 0 {
		return p.fail(len(p.text), ProblemBracket)
	}
	return p.ended()
}

// ended is for the end of a level: nothing may be waiting there.
func (p *parser) ended() error {
	if p.joint.at < 0 {
		return nil
	}
	return p.unjoined(p.joint)
}

func (p *parser) unjoined(j joint) error {
	if j.distance > 0 {
		return p.fail(j.at, ProblemNear)
	}
	return p.fail(j.at, ProblemOr)
}
