package pdfa

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestReadContent(t *testing.T) {
	for _, c := range []struct{ why, content, rest, fonts string }{
		{"no text", "q 1 0 0 1 0 0 cm /I Do Q", "q 1 0 0 1 0 0 cm /I Do Q", ""},
		{"text that is seen", "BT /F 1 Tf (a\\)b(c)) Tj ET", "BT /F 1 Tf (a\\)b(c)) Tj ET", "/F"},
		{"text that is not", "BT 3 Tr /F 1 Tf 1 0 0 1 9 9 Tm (a) Tj T* <61> Tj ET", "BT 3 Tr /F 1 Tf 1 0 0 1 9 9 Tm   T*   ET", ""},
		{"an array of text", "3 Tr [(a) -9 (]b)]TJ 0 Tr", "3 Tr   0 Tr", ""},
		{"text that ends a line", "3 Tr (a) ' 1 2 (b) \" n", "3 Tr  T*   1 Tw 2 Tc T*  n", ""},
		{"hidden, then as before", "q 3 Tr (a) Tj Q /G 1 Tf (b) Tj", "q 3 Tr   Q /G 1 Tf (b) Tj", "/G"},
		{"an inline picture that holds text", "3 Tr BI /W 1 ID (a) Tj EIEI\nEI (b) Tj", "3 Tr BI /W 1 ID (a) Tj EIEI\nEI  ", ""},
		{"a comment and a dictionary", "3 Tr % (a) Tj\n/Span <</A (x) /B [1]>> BDC (c) Tj EMC", "3 Tr % (a) Tj\n/Span <</A (x) /B [1]>> BDC   EMC", ""},
		{"what no writer writes", ") ] > } (a", ") ] > } (a", ""},
	} {
		shown, rest := readContent([]byte(c.content))
		var fonts []string
		for f := range shown.fonts {
			fonts = append(fonts, f)
		}
		slices.Sort(fonts)
		if string(rest) != c.rest || strings.Join(fonts, " ") != c.fonts {
			t.Errorf("%s: %q, fonts %v; want %q, %v", c.why, rest, fonts, c.rest, c.fonts)
		}
	}
}

// FuzzReadContent: no stream makes it fail; one without hidden text stays as
// it is, and none is left in the rest.
func FuzzReadContent(f *testing.F) {
	f.Add([]byte("q BT 3 Tr /F 1 Tf (a) Tj ET Q [(b) 1] TJ"))
	f.Add([]byte("3 Tr BI /W 1 ID \x00 EI (a) ' <</A[(x)]>> % c"))
	f.Fuzz(func(t *testing.T, content []byte) {
		shown, rest := readContent(content)
		if !shown.invisible && !bytes.Equal(rest, content) {
			t.Errorf("%q became %q", content, rest)
		}
		if again, _ := readContent(rest); again.invisible {
			t.Errorf("%q: hidden text is left in %q", content, rest)
		}
	})
}
