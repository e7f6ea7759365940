package index

import (
	"strings"
	"unicode"
)

// Restate writes a query that has no marks with those that restore gives its
// words, all of them in one text, so that they help each other: "ke hoach
// chuyen doi so" is "kế hoạch chuyển đổi số". Fields, numbers and what is
// excluded stay. ok is false where nothing is won: the query has marks already,
// cannot be parsed, or restore gave back the same or another number of words.
func Restate(text string, restore func(words string) string) (restated string, ok bool) {
	q, err := parse(text)
	if err != nil || marked(q.must) {
		return text, false
	}
	places := wordPlaces(text, atomsOf(q.must))
	var plain []string
	for _, p := range places {
		plain = append(plain, text[p[0]:p[1]])
	}
	said := strings.Fields(restore(strings.Join(plain, " ")))
	if len(said) != len(plain) || len(said) == 0 {
		return text, false
	}
	var b strings.Builder
	at := 0
	for i, p := range places {
		if fold(said[i]) != fold(plain[i]) {
			return text, false
		}
		b.WriteString(text[at:p[0]] + said[i])
		at = p[1]
	}
	b.WriteString(text[at:])
	return b.String(), b.String() != text
}

// wordPlaces are the bytes of each written word of the atoms that are words.
func wordPlaces(text string, atoms []atom) [][2]int {
	var out [][2]int
	for _, a := range atoms {
		if !a.hasWords() {
			continue
		}
		start, end := a.at, len(text)
		rest := strings.TrimLeft(text[start:], quotes)
		start = len(text) - len(rest)
		stop := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()"+quotes, r) }
		if start > a.at {
			stop = func(r rune) bool { return strings.ContainsRune(quotes, r) }
		}
		if i := strings.IndexFunc(rest, stop); i >= 0 {
			end = start + i
		}
		for _, s := range syllables(text[start:end]) {
			out = append(out, [2]int{start + s.start, start + s.end})
		}
	}
	return out
}
