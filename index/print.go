package index

import (
	"strconv"
	"strings"
)

// String prints a query in its canonical form: what must be there, fields, what
// must not. It parses to the same query.
func (q parsed) String() string {
	var parts []string
	for _, clauses := range [][]clause{q.must, q.filters, q.exclude} {
		for _, c := range clauses {
			parts = append(parts, c.String())
		}
	}
	return strings.Join(parts, " ")
}

func (c clause) String() string {
	var parts []string
	for _, a := range c.atoms {
		parts = append(parts, a.String())
	}
	text := strings.Join(parts, " OR ")
	switch {
	case c.exclude && len(parts) > 1:
		return "-(" + text + ")"
	case c.exclude:
		return "-" + text
	}
	return text
}

func (a atom) String() string {
	switch a.kind {
	case atomPrefix:
		return a.syllables[0].exact + "*"
	case atomNumber:
		return "ref:" + a.number.print()
	case atomField:
		return a.field.String()
	case atomGroup:
		return "(" + parsed{must: a.group}.String() + ")"
	}
	var words []string
	for _, s := range a.syllables {
		words = append(words, s.exact)
	}
	text := strings.Join(words, " ")
	switch {
	case a.kind == atomNear:
		return `"` + text + `"~` + strconv.Itoa(a.distance)
	case a.kind == atomPhrase || isDigits(text): // a bare 5 after "số" is a number
		return `"` + text + `"`
	}
	return text
}

// print is the identifier's term in a form that is read as one.
func (id identifier) print() string {
	if id.serial == "" && id.symbol != "" {
		return "*" + id.term()
	}
	if id.serial == "" {
		return ""
	}
	return id.term()
}
