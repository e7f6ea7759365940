package scores

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrite(t *testing.T) {
	rows := []Row{
		{Section: Search, Set: "mẫu", What: "theo số", N: 12, Figure: "1.00", Bar: "≥ 0.95"},
		{Section: Speed, What: "elsewhere"},
		{Section: Search, Set: "mẫu", What: "tiếng Việt", Figure: "0.97", Note: "không dấu"},
	}
	var b strings.Builder
	if err := Write(&b, Search, rows); err != nil {
		t.Fatal(err)
	}
	want := `
search
set  what        n   figure  bar or peer  note
mẫu  theo số     12  1.00    ≥ 0.95
mẫu  tiếng Việt      0.97                 không dấu
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	b.Reset()
	if err := Write(&b, OCR, rows); err != nil || b.Len() > 0 {
		t.Errorf("a section without rows: %q, %v", b.String(), err)
	}
}
