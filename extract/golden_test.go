package extract

import "testing"

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestEmpty(t *testing.T) {
	newExtractor(t)
}
