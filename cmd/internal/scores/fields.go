package scores

import (
	"fmt"
	"maps"
	"slices"

	"vanthu/extract"
)

// Count is how many values of a field were found right. A field that is
// empty in gold and was left empty is right.
type Count struct{ Right, Wrong, Missed, Invented int }

// Gold counts the values there should be.
func (c Count) Gold() int { return c.Right + c.Wrong + c.Missed }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	all := 2*c.Right + 2*c.Wrong + c.Missed + c.Invented
	if all == 0 {
		return 1
	}
	return float64(2*c.Right) / float64(all)
}

func (c Count) plus(o Count) Count {
	return Count{c.Right + o.Right, c.Wrong + o.Wrong, c.Missed + o.Missed, c.Invented + o.Invented}
}

// Tally counts by field over many documents, and lists what is not right.
type Tally struct {
	Fields map[string]Count
	Faults []string // "scan0012.pdf: number: wrong: want … got …"
}

// Compare adds a document to the tally. Gold is the object of a gold file
// (testdata/README.md); only the keys it has are asked for.
//
// Values are equal when they are so but for case, white space, outer
// punctuation, the place of the tone (hoà = hòa) and the kind of dash; names
// of bodies and titles may differ in 8 % of their letters, which is what OCR
// leaves of a right answer. These are the rules of ../shared/tools, without
// abbreviations.
func (t *Tally) Compare(name string, gold map[string]any, found extract.Fields) {
	if t.Fields == nil {
		t.Fields = map[string]Count{}
	}
	have := foundValues(found)
	asked := flat(gold)
	for _, field := range slices.Sorted(maps.Keys(asked)) {
		want := asked[field]
		get, known := have[field]
		if !known {
			continue // what gold says for people: "doubt"
		}
		_, list := want.([]any)
		_, byUnit := want.(map[string]any)
		c, faults := compare(field, goldValues(want), get, list || byUnit)
		t.Fields[field] = t.Fields[field].plus(c)
		for _, f := range faults {
			t.Faults = append(t.Faults, fmt.Sprintf("%s: %s: %s", name, field, f))
		}
	}
}

// Rows are the tally as rows, one a field and one for all.
func (t *Tally) Rows(set string) []Row {
	var rows []Row
	var all Count
	row := func(what string, c Count) {
		rows = append(rows, Row{Section: Fields, Set: set, What: what, N: c.Gold(), Figure: fmt.Sprintf("F1 %.3f", c.F1()),
			Note: fmt.Sprintf("right %d wrong %d missed %d invented %d", c.Right, c.Wrong, c.Missed, c.Invented)})
	}
	for _, field := range slices.Sorted(maps.Keys(t.Fields)) {
		row(field, t.Fields[field])
		all = all.plus(t.Fields[field])
	}
	row("all fields", all)
	return rows
}

// compare pairs the values of one field that are the same.
func compare(field string, want, have []string, list bool) (c Count, faults []string) {
	if len(want)+len(have) == 0 {
		if !list {
			c.Right++
		}
		return c, nil
	}
	left := slices.Clone(have)
	missed := slices.DeleteFunc(slices.Clone(want), func(w string) bool {
		i := slices.IndexFunc(left, func(h string) bool { return same(field, w, h) })
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
		return i >= 0
	})
	c.Right = len(want) - len(missed)
	if !list && len(missed) == 1 && len(left) == 1 {
		c.Wrong++
		return c, []string{fmt.Sprintf("wrong: want %q got %q", missed[0], left[0])}
	}
	for _, m := range missed {
		faults = append(faults, fmt.Sprintf("missed: %q", m))
	}
	for _, l := range left {
		faults = append(faults, fmt.Sprintf("invented: %q", l))
	}
	c.Missed, c.Invented = len(missed), len(left)
	return c, faults
}
