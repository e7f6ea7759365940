package rules

import (
	"testing"

	"vanthu/extract/fold"
)

// TestExamples holds every rule to its example: folded, it must still be found
// where it begins.
func TestExamples(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range s.Types {
		check(t, "types.tsv", r.Folded, r.Example)
	}
	for _, r := range s.Bodies {
		check(t, "bodies.tsv", r.Folded, r.Example)
	}
	for _, r := range s.Sectors {
		check(t, "sectors.tsv", r.Folded, r.Example)
	}
	for _, list := range append([][]Phrase{s.Positions, s.Surnames}, anchors(s)...) {
		for _, r := range list {
			check(t, "phrases", r.Folded, r.Example)
		}
	}
}

func anchors(s *Set) (lists [][]Phrase) {
	for _, list := range s.Anchors {
		lists = append(lists, list)
	}
	return lists
}

func check(t *testing.T, file, phrase, example string) {
	t.Helper()
	text := fold.String(example)
	if text != "" && text[0] == '(' {
		text = text[1:]
	}
	if _, _, ok := fold.Near(text, phrase, fold.Slack(len(phrase))); !ok {
		t.Errorf("%s: %q does not fit its example %q", file, phrase, example)
	}
}

func TestUnique(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	codes, names := map[string]bool{}, map[string]bool{}
	for _, r := range s.Types {
		if codes[r.Code] || names[r.Folded] {
			t.Errorf("types.tsv: %s %s stands twice", r.Code, r.Name)
		}
		codes[r.Code], names[r.Folded] = true, true
	}
}
