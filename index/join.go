package index

import (
	"regexp"
	"slices"
	"strconv"
)

// bracket reads what stands in brackets and puts it where it belongs. Clauses
// that nothing joins to anything else might as well have stood outside.
func (p *parser) bracket(start int, exclude bool) error {
	outer := p.level
	p.level = level{joint: noJoint}
	p.at++
	if p.depth++; p.depth > maxDepth {
		return p.fail(start, ProblemDepth)
	}
	if err := p.items(); err != nil {
		return err
	}
	p.depth--
	inner := p.clauses
	p.level = outer
	if len(inner) == 0 {
		return nil
	}
	if p.joint.at < 0 && !exclude && !p.joinFollows() {
		for _, c := range inner {
			p.addClause(c)
		}
		return nil
	}
	if i := slices.IndexFunc(inner, func(c clause) bool { return c.exclude }); i >= 0 {
		return p.fail(inner[i].atoms[0].at, ProblemExclude)
	}
	atoms := inner[0].atoms
	if len(inner) > 1 {
		atoms = []atom{{kind: atomGroup, group: inner, at: start, end: p.at}}
	}
	return p.addAtoms(atoms, exclude, start)
}

var joinAhead = regexp.MustCompile(`^\s*(?:OR|NEAR(?:/\d+)?|\|\|?)(?:[\s()"“”„]|$)`)

// joinFollows reports whether OR or NEAR comes next.
func (p *parser) joinFollows() bool { return joinAhead.MatchString(p.text[p.at:]) }

var nearForm = regexp.MustCompile(`^NEAR(?:/(\d{1,2}))?$`)

// defaultDistance is that of a NEAR without one.
const defaultDistance = 10

// jointOf reads OR, | and NEAR.
func jointOf(word string, at int) (joint, bool) {
	if word == "OR" || word == "|" || word == "||" {
		return joint{at: at}, true
	}
	m := nearForm.FindStringSubmatch(word)
	if m == nil {
		return joint{}, false
	}
	j := joint{at: at, distance: defaultDistance}
	if m[1] != "" {
		n, _ := strconv.Atoi(m[1]) // two digits
		j.distance = max(n, 1)
	}
	return j, true
}

// join notes an OR or NEAR, if something stands before it that can be joined.
func (p *parser) join(j joint) error {
	if len(p.clauses) == 0 || p.joint.at >= 0 || p.last().exclude {
		return p.unjoined(j)
	}
	if j.distance > maxDistance || j.distance > 0 && !p.lastAtom().hasWords() {
		return p.unjoined(j)
	}
	p.joint = j
	return nil
}

func (p *parser) last() *clause { return &p.clauses[len(p.clauses)-1] }

func (p *parser) lastAtom() *atom { return &p.last().atoms[len(p.last().atoms)-1] }

func (a atom) hasWords() bool {
	return a.kind == atomWord || a.kind == atomPhrase || a.kind == atomNear
}

// addAtoms makes a clause of its own, or adds to the one before an OR or NEAR.
func (p *parser) addAtoms(atoms []atom, exclude bool, at int) error {
	j := p.joint
	p.joint = noJoint
	switch {
	case j.at < 0:
		p.addClause(clause{atoms: atoms, exclude: exclude})
	case j.distance > 0:
		if exclude || len(atoms) > 1 || !atoms[0].hasWords() {
			return p.unjoined(j)
		}
		near := p.lastAtom()
		near.kind, near.distance = atomNear, max(near.distance, j.distance)
		near.syllables = append(slices.Clone(near.syllables), atoms[0].syllables...)
		near.end = atoms[0].end
	case exclude:
		return p.fail(at, ProblemExclude)
	default:
		last := p.last()
		for _, a := range atoms {
			if !slices.ContainsFunc(last.atoms, a.same) {
				last.atoms = append(slices.Clip(last.atoms), a)
			}
		}
	}
	return nil
}

// addClause adds a clause unless it is a word or field that the query has
// already: that asks for nothing more and would cost as much again. (Before an
// OR or NEAR it is not the same.)
func (p *parser) addClause(c clause) {
	repeated := slices.ContainsFunc(p.clauses, func(other clause) bool {
		return len(other.atoms) == 1 && len(c.atoms) == 1 && other.exclude == c.exclude && other.atoms[0].same(c.atoms[0])
	})
	if !repeated || p.joinFollows() {
		p.clauses = append(p.clauses, c)
	}
}

// same reports whether both are the same single syllable, or the same field.
func (a atom) same(b atom) bool {
	switch {
	case a.kind != b.kind:
		return false
	case a.kind == atomField:
		return a.field == b.field
	}
	return a.kind == atomWord && a.syllables[0].exact == b.syllables[0].exact
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
	if p.joint.at < 0 {
		p.clauses = p.clauses[:n]
	}
}
