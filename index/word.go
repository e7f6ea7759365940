package index

// syllable looks for one word, with its marks in the exact tier, and in the
// raw reading as well in the raw tier.
func (p planner) syllable(s syllable) (set, error) {
	if p.tier == tierExact && s.marked() {
		return p.term(fieldExact, s.exact)
	}
	return p.foldedOrRaw(fieldFolded, s.folded)
}

func (p planner) foldedOrRaw(field, term string) (set, error) {
	fields := []string{field}
	if p.tier == tierRaw {
		fields = append(fields, fieldRaw)
	}
	return either(fields, func(field string) (set, error) { return p.term(field, term) })
}

// phrase looks for all its pairs, and in the exact tier for its marked words.
func (p planner) phrase(a atom) (set, error) {
	type part struct{ field, term string }
	var parts []part
	for i, s := range a.syllables {
		if i > 0 {
			parts = append(parts, part{fieldPairs, s.pair})
		}
		if p.tier == tierExact && s.marked() {
			parts = append(parts, part{fieldExact, s.exact})
		}
	}
	return every(parts, func(one part) (set, error) { return p.foldedOrRaw(one.field, one.term) })
}

// near looks for all the words; how near they are is seen in the text.
func (p planner) near(a atom) (set, error) { return every(a.syllables, p.syllable) }
