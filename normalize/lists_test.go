package normalize

import "testing"

func TestRepairLists(t *testing.T) {
	for in, want := range map[string]string{
		"c) x\nd) x\nd) x\ne) x": "c) x\nd) x\nđ) x\ne) x",
		"a) x\nb) x\n¢) x\nd) x": "a) x\nb) x\nc) x\nd) x",
		"d) x\ne) x":             "d) x\ne) x",
		"d) x\nđ) x\ne) x\nø) x": "d) x\nđ) x\ne) x\ng) x",
		"a) x\n*) x":             "a) x\n*) x",
		"a) x\nê) x":             "a) x\nê) x",
		"1) x\n¢) x":             "1) x\n¢) x",
		"d) x\na) x\nd) x":       "d) x\na) x\nd) x",
		"\n\nđ) x\nđ) x":         "\n\nđ) x\nđ) x",
	} {
		page := words(in)
		for _, line := range page {
			for i := range line {
				line[i].reset()
			}
		}
		if repairLists(page); text(page) != want {
			t.Errorf("%q: got %q, want %q", in, text(page), want)
		}
	}
}
