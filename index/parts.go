package index

// The parts of a document that were asked for.
//
// A query for tasks, targets, deadlines or sections (kind:task, unit:, due:,
// target:, by:) is answered by documents, each with its parts that match, in their
// order: of "tasks of Sở Y tế due before July" a plan may have five. To find them
// costs a look at the document of every entry, 0.3 ms at 300,000, and reading them.

import (
	"cmp"
	"fmt"
	"slices"
)

// Part is a section, task, target or deadline of a found document.
type Part struct {
	Kind    string   `json:"kind"`
	Page    int      `json:"page"`
	Unit    string   `json:"unit,omitempty"` // of a task: the unit in charge and those beside it
	Due     string   `json:"due,omitempty"`
	Target  string   `json:"target,omitempty"`
	Snippet string   `json:"snippet"` // as Hit has it, as the next two
	Passage string   `json:"passage"`
	Marks   [][2]int `json:"marks"`
}

// MoreParts is how many match beside those listed.
func (h Hit) MoreParts() int { return h.PartCount - len(h.Parts) }

// Parts that are listed of one document, and those read in one search.
const (
	maxParts     = 10
	maxPartsRead = 1000
)

// partFields are the fields that only parts have.
var partFields = []string{"unit", "due", "target", "by"}

// asksForParts reports whether parts of documents are asked for.
func (s *searching) asksForParts() bool {
	if s.query.DueBefore != "" || s.query.Kind != "" && s.query.Kind != KindDocument {
		return true
	}
	return slices.ContainsFunc(atomsOf(slices.Concat(s.parsed.must, s.parsed.filters)), func(a atom) bool {
		return slices.Contains(partFields, a.field.field) || a.field.field == "kind" && a.field.text != KindDocument
	})
}

// addParts gives each hit its parts that match.
func (s *searching) addParts(page []match, hits []Hit) error {
	if !s.asksForParts() {
		return nil
	}
	left := maxPartsRead
	for i, numbers := range s.matchingParts(page) {
		hits[i].PartCount = len(numbers)
		var entries []Entry
		for _, n := range numbers[:min(len(numbers), left)] {
			e, err := s.g.entry(n)
			if err != nil {
				return fmt.Errorf("read entry: %w", err)
			}
			entries = append(entries, e)
		}
		left -= len(entries)
		slices.SortFunc(entries, inOrder) // Bleve numbers the entries of a batch at random
		for _, e := range entries[:min(len(entries), maxParts)] {
			hits[i].Parts = append(hits[i].Parts, s.part(e))
		}
	}
	return s.phrases.err
}

// inOrder compares parts of a document as they stand in it; a key ends in its
// number among those of its kind.
func inOrder(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Kind, b.Kind), cmp.Compare(len(a.Key), len(b.Key)), cmp.Compare(a.Key, b.Key))
}

// matchingParts are the entries of each document of a page that match, but for
// its own.
func (s *searching) matchingParts(page []match) [][]uint64 {
	c := s.g.columns
	out, place := make([][]uint64, len(page)), make([]int, len(c.all[colID].values))
	for i, m := range page {
		place[c.document(uint64(m.entry))] = i + 1
	}
	kind := &c.all[colKind]
	whole, _ := slices.BinarySearch(kind.values, KindDocument)
	for entry, doc := range c.all[colID].codes {
		i, n := place[doc]-1, uint64(entry)
		if i >= 0 && kind.codes[entry] != uint32(whole) && s.found.passes(n) && (s.matching == nil || s.matching.has(n)) && s.phrases.accept(n) {
			out[i] = append(out[i], n)
		}
	}
	return out
}

func (s *searching) part(e Entry) Part {
	x := passage(e.Text, newMatcher(s.query, s.parsed).find(e.Text))
	return Part{
		Kind: e.Kind, Page: e.pageAt(x.at), Unit: e.units(), Due: e.Due, Target: e.Target,
		Snippet: x.snippet(), Passage: x.text, Marks: x.places(),
	}
}
