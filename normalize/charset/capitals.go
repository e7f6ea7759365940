package charset

import (
	"strings"
	"unicode"
)

// raiseCapitals makes capitals of the small letters in lines and words that are
// typed in capitals. TCVN3 has no capitals with a tone, so "KẾ HOẠCH" is stored
// as K, ế, space, H, O, ạ, C, H. A line of capitals decides for all its words,
// so that "Kế" in it is raised too.
func raiseCapitals(s string) string {
	return mapParts(s, "\n", func(line string) string {
		if inCapitals(line) {
			return strings.ToUpper(line)
		}
		return mapParts(line, " ", func(word string) string {
			if inCapitals(word) {
				return strings.ToUpper(word)
			}
			return word
		})
	})
}

func mapParts(s, sep string, change func(string) string) string {
	parts := strings.Split(s, sep)
	for i, p := range parts {
		parts[i] = change(p)
	}
	return strings.Join(parts, sep)
}

// inCapitals reports whether s has two capitals or more and all its small
// letters are ones that TCVN3 has no capital of.
func inCapitals(s string) bool {
	capitals := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r >= 'a' && r <= 'z', strings.ContainsRune("ăâđêôơư", r):
			return false
		}
	}
	return capitals >= 2
}
