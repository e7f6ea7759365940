package index

import "github.com/blevesearch/bleve/v2/search"

// syllable looks for one word, with its marks in the exact tier, and in the
// raw reading as well in the raw tier.
func (p planner) syllable(s syllable) (search.Searcher, error) {
	if p.tier == tierExact && s.marked() {
		return p.term(fieldExact, s.exact, 1)
	}
	return p.foldedOrRaw(fieldFolded, s.folded)
}

func (p planner) foldedOrRaw(field, term string) (search.Searcher, error) {
	folded, err := p.term(field, term, 1)
	if err != nil || p.tier != tierRaw {
		return folded, err
	}
	raw, err := p.term(fieldRaw, term, 1)
	if err != nil || raw.Count() == 0 {
		return folded, err
	}
	return p.any([]search.Searcher{folded, raw}, 1)
}

// phrase looks for all its pairs, and in the exact tier for its marked words.
func (p planner) phrase(a atom) (search.Searcher, error) {
	var parts []search.Searcher
	for i := 1; i < len(a.syllables); i++ {
		s, err := p.foldedOrRaw(fieldPairs, pair(a.syllables[i-1].folded, a.syllables[i].folded))
		if err != nil {
			return nil, err
		}
		parts = append(parts, s)
	}
	if p.tier == tierExact {
		for _, s := range a.syllables {
			if !s.marked() {
				continue
			}
			exact, err := p.term(fieldExact, s.exact, 1)
			if err != nil {
				return nil, err
			}
			parts = append(parts, exact)
		}
	}
	return p.all(parts)
}

// near looks for all the words; how near they are is seen in the text.
func (p planner) near(a atom) (search.Searcher, error) {
	var parts []search.Searcher
	for _, s := range a.syllables {
		part, err := p.syllable(s)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return p.all(parts)
}
