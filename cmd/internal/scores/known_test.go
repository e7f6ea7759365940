//go:build cgo && !race

package scores

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestKnown holds the figures of known items against testdata/scores.txt, which
// TestScores does only where Tesseract is the same.
func TestKnown(t *testing.T) {
	rows, faults, err := Known(t.Context(), filepath.Join(root, "testdata"), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	golden, err := os.ReadFile(filepath.Join(root, "testdata", "scores.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		want := false
		for line := range strings.Lines(string(golden)) {
			want = want || strings.HasPrefix(line, r.Set+" ") && strings.Contains(line, " "+r.What+" ") && strings.Contains(line, r.Figure)
		}
		if !want && !*update {
			t.Errorf("%s: %s is not what testdata/scores.txt has\n%s", r.What, r.Figure, strings.Join(faults, "\n"))
		}
	}
	if len(rows) != 5 {
		t.Errorf("%d kinds of queries", len(rows))
	}
}
