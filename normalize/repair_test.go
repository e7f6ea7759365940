package normalize

import "testing"

func TestNewerSpelling(t *testing.T) {
	for _, c := range []struct {
		old, word string
		want      bool
	}{
		{"tầu", "tàu", true}, {"bẩy", "bảy", true}, {"giầy", "giày", true},
		{"tàu", "tầu", false}, {"tâu", "tau", false}, {"cần", "càn", false}, {"tầu", "táu", false},
	} {
		if newerSpelling(c.old, c.word) != c.want {
			t.Errorf("%s, %s: not %t", c.old, c.word, c.want)
		}
	}
}
