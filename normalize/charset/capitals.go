package charset

import (
	"strings"
	"unicode"
)

// lacksCapitals: TCVN3 has no capitals with a tone, so "KẾ HOẠCH" is stored as
// K, ế, space, H, O, ạ, C, H; and VPS has those with a dot at control codes
// only, so that much software writes the small letter.
func (e Encoding) lacksCapitals() bool { return e == TCVN3 || e == VPS }

// raiseCapitals makes capitals of the small letters in lines and words that are
// typed in capitals. A line of capitals decides for all its words, so that "Kế"
// in it is raised too.
func raiseCapitals(s string) string {
	return mapParts(s, "\n", func(line string) string {
		if inCapitals(line) {
			return strings.ToUpper(line)
		}
		return mapParts(line, " ", raiseWord)
	})
}

func mapParts(s, sep string, change func(string) string) string {
	parts := strings.Split(s, sep)
	for i, p := range parts {
		parts[i] = change(p)
	}
	return strings.Join(parts, sep)
}

func raiseWord(word string) string {
	if inCapitals(word) {
		return strings.ToUpper(word)
	}
	return word
}

// raiseWords is raiseCapitals for the words of a line.
func raiseWords(line []Reading) {
	var all strings.Builder
	for _, r := range line {
		all.WriteString(r.Text)
	}
	raise := raiseWord
	if inCapitals(all.String()) {
		raise = strings.ToUpper
	}
	for i := range line {
		line[i].Text = raise(line[i].Text)
	}
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
