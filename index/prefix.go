package index

import (
	"errors"
	"strings"
)

// prefix looks for every word that begins so; in the exact tier with its marks,
// of which the tone may stand on a later letter: kế* is kế and kết.
func (p planner) prefix(a atom) (set, error) {
	s := a.syllables[0]
	field, start, tones := fieldFolded, s.folded, ""
	if p.tier == tierExact && s.marked() {
		field, start = fieldExact, strings.TrimRightFunc(s.exact, isTone)
		tones = s.exact[len(start):]
	}
	return p.once(field+" "+start+"*"+tones, func(out set) error {
		words, err := p.beginning(field, start, tones)
		if err != nil {
			return err
		}
		if len(words) > maxExpansions {
			return &QueryError{At: a.at, Problem: ProblemBroad, Suggest: start + "…*"}
		}
		for _, word := range words {
			if err := p.g.eachTerm(field, word, out.add); err != nil {
				return err
			}
		}
		return nil
	})
}

// beginning lists the terms of a field that begin so and end in these tones,
// up to one more than are searched.
func (p planner) beginning(field, start, tones string) (words []string, err error) {
	dict, err := p.g.reader.FieldDictPrefix(field, []byte(start))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	for len(words) <= maxExpansions {
		e, err := dict.Next()
		if err != nil || e == nil {
			return words, err
		}
		if strings.HasSuffix(e.Term, tones) {
			words = append(words, e.Term)
		}
	}
	return words, nil
}
