package index

// Which entries match.
//
// Everything asked for is found as a set, a bit for each entry (set.go): of a
// word those that have it, of a phrase those common to its pairs, of OR those of
// either, of a field those its column allows. What a word was found in is
// kept for the rest of the search, as the passes ask for the same words again.
//
// Bleve's searchers go from document to document instead and ask each part for
// the next that has it. They were used here before: of four syllables joined by
// OR, each in a third of 300,000 entries, that took 45 ms, and the sets take 4;
// with 25 joined so, 150 and 20. It costs 37 KB a word at 300,000 entries.
//
// Example: (trâu OR bò) "giá rét" -lợn. The sets of trau and bo are joined, what
// they share with the set of the pair "gia ret" is kept, and the documents of
// the set of lon are barred.

import (
	"context"
	"slices"
)

// planner finds the entries that match, at one strength. The sets it gives are
// shared: nobody may change them.
type planner struct {
	ctx   context.Context
	g     *Generation
	tier  tier
	known map[string]set // what was found for terms and fields in this search
}

// matches finds the entries that match at the planner's tier; nil where the
// tier has nothing to look for.
func (p planner) matches(q parsed) (set, error) {
	switch p.tier {
	case tierRelaxed:
		return p.relaxed(q)
	case tierRaw:
		if useful, err := p.hasRaw(q); err != nil || !useful {
			return nil, err
		}
	}
	return p.clauses(q.must)
}

// clauses finds what matches all of them.
func (p planner) clauses(all []clause) (set, error) { return every(all, p.clause) }

// clause finds what matches any of its atoms.
func (p planner) clause(c clause) (set, error) { return either(c.atoms, p.atom) }

// every is what the sets of all have in common.
func every[T any](all []T, find func(T) (set, error)) (set, error) {
	return joined(all, find, set.keep)
}

// either is what is in the set of any.
func either[T any](all []T, find func(T) (set, error)) (set, error) {
	return joined(all, find, set.join)
}

func joined[T any](all []T, find func(T) (set, error), join func(to, from set)) (set, error) {
	var out set
	for i, one := range all {
		found, err := find(one)
		if err != nil {
			return nil, err
		}
		switch i {
		case 0:
			out = found
		case 1:
			out = slices.Clone(out)
			fallthrough
		default:
			join(out, found)
		}
	}
	return out, nil
}

func (p planner) atom(a atom) (set, error) {
	switch a.kind {
	case atomNumber:
		return p.number(a.number)
	case atomPrefix:
		return p.prefix(a)
	case atomPhrase:
		return p.phrase(a)
	case atomNear:
		return p.near(a)
	case atomGroup:
		return p.clauses(a.group)
	case atomField:
		return p.field(a)
	}
	return p.syllable(a.syllables[0])
}

// term finds the entries that have one.
func (p planner) term(field, term string) (set, error) {
	return p.once(field+" "+term, func(out set) error {
		return p.g.eachTerm(field, term, out.add)
	})
}

// once finds what was not found before in this search.
func (p planner) once(key string, find func(set) error) (set, error) {
	if found, ok := p.known[key]; ok {
		return found, nil
	}
	if err := p.ctx.Err(); err != nil {
		return nil, err
	}
	out := p.g.newSet()
	if err := find(out); err != nil {
		return nil, err
	}
	p.known[key] = out
	return out, nil
}

func (g *Generation) newSet() set { return newSet(len(g.columns.all[colID].codes)) }

// everything is the set of all entries.
func (g *Generation) everything() set {
	out := g.newSet()
	for i := range out {
		out[i] = ^uint64(0)
	}
	return out
}

// number looks for a document's own number, a citation or a mention of it.
func (p planner) number(n identifier) (set, error) {
	return either(numberFields, func(field string) (set, error) { return p.term(field, n.term()) })
}

var numberFields = []string{fieldNumber, fieldCites, fieldMentions}

// field finds what a condition on a field allows.
func (p planner) field(a atom) (set, error) {
	return p.once("field "+a.String(), func(out set) error {
		f, err := p.fieldFilter(a)
		if err != nil {
			return err
		}
		for entry, doc := range p.g.columns.all[colID].codes {
			if doc != 0 && f.has(uint64(entry)) {
				out.add(uint64(entry))
			}
		}
		return nil
	})
}

// hasRaw reports whether any word is in a raw reading at all.
func (p planner) hasRaw(q parsed) (bool, error) {
	words := q.words()
	for i, w := range words {
		candidates := []string{w.folded}
		if i > 0 {
			candidates = append(candidates, pair(words[i-1].folded, w.folded))
		}
		for _, term := range candidates {
			if found, err := p.g.postings(fieldRaw, term); err != nil || found.count > 0 {
				return found.count > 0, err
			}
		}
	}
	return false, nil
}
