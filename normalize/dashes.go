package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dashes on their own, as a reader of scans puts them down: -_ and -- for the
// dash of a list, — and ~- for the one between words. Offices print two, the
// hyphen before the items of a list and the half-long dash elsewhere; a hyphen
// that was read is let be. And the slash of fractions, which Tesseract puts
// between figures (30/7⁄2024), is the one of every keyboard.

const (
	dashLike    = "-–—_~"
	longestDash = 3 // signs; longer ones are rules
)

// repairDashes repairs the dashes and slashes of a page that was read from paper.
func repairDashes(page [][]Word) {
	for _, line := range page {
		for i := range line {
			if w := &line[i]; strings.Contains(w.Text, "⁄") {
				w.becomes(strings.ReplaceAll(w.Text, "⁄", "/"), 0.95)
			}
			if w := &line[i]; garbledDash(w.Raw) && i+1 < len(line) && (startsWithLetter(line[i+1].Text) || w.Raw == "—" && startsWithDigit(line[i+1].Text)) {
				w.becomes("–", 0.9)
				if i == 0 {
					w.Text = "-"
				}
			}
		}
	}
}

// garbledDash reports a dash that offices do not print.
func garbledDash(raw string) bool {
	return raw != "" && raw != "-" && raw != "–" && strings.Trim(raw, dashLike) == "" && strings.Trim(raw, "_") != "" &&
		utf8.RuneCountInString(raw) <= longestDash
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
