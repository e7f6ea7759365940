package index

import (
	"errors"
	"strings"
)

// Of a search for which nothing has all the words: the words that no document
// has, as they were probably meant. Nearest is the word one letter away that most
// entries have, and that begins alike; it is said without marks, which the
// vocabulary does not have. A shorter word than four letters has neighbours by
// chance.
//
// Example: "học bổnng" finds nothing, and asks back "học bong".
const (
	leastToSpell = 4
	mostToSpell  = 2 // words of a query: each costs a look at all with its first letter
)

// respelled is the query with such words replaced, "" if there are none.
func (s *searching) respelled() (string, error) {
	text, at, left := s.query.Text, 0, mostToSpell
	var out strings.Builder
	for _, place := range wordPlaces(text, atomsOf(s.parsed.must)) {
		word := syllables(text[place[0]:place[1]])[0].folded
		if left == 0 || len(word) < leastToSpell || isDigits(word) {
			continue
		}
		have, err := s.planner(tierRaw).foldedOrRaw(fieldFolded, word)
		if err != nil {
			return "", err
		}
		if _, any := have.next(0); any {
			continue
		}
		left--
		near, err := s.g.nearest(word)
		if err != nil {
			return "", err
		}
		if near != "" {
			out.WriteString(text[at:place[0]] + near)
			at = place[1]
		}
	}
	if at == 0 {
		return "", nil
	}
	return out.String() + text[at:], nil
}

// nearest is the word one letter away that most entries have, or "".
func (g *Generation) nearest(word string) (near string, err error) {
	dict, err := g.reader.FieldDictPrefix(fieldFolded, []byte(word[:1]))
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	most := uint64(0)
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return near, err
		}
		if apart := len(e.Term) - len(word); e.Count > most && -1 <= apart && apart <= 1 && distance(word, e.Term) == 1 {
			near, most = e.Term, e.Count
		}
	}
}
