package layout

import (
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"
)

// fold reduces text to what OCR rarely loses: small letters without marks,
// digits, and single spaces for all else. "Độc lập - Tự do" and "Doc lâp – Tư
// dọ" both give "doc lap tu do".
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(s) {
		switch r = unicode.ToLower(r); {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			if r == 'đ' || r == 'ð' {
				r = 'd'
			}
			b.WriteRune(r)
		default:
			space = true
		}
	}
	return b.String()
}

// folded is the strip's text, folded.
func (st *strip) folded() string { return fold(st.text()) }

func (st *strip) text() string { return textOf(st.words) }

func textOf(words []word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.Text
	}
	return strings.Join(parts, " ")
}

// near reports whether two folded texts are the same but for one letter in
// four, the worst that Tesseract makes of capitals under a seal.
func near(a, b string) bool {
	limit := max(len(a), len(b)) / 4
	return abs(len(a)-len(b)) <= limit && levenshtein.ComputeDistance(a, b) <= limit
}

func abs(n int) int { return max(n, -n) }

// find looks for an anchor among the words of a strip and returns the index of
// the first word of its best match, or -1.
func (st *strip) find(anchor string) int {
	limit := len(anchor) / 4
	best, at := limit+1, -1
	folds := make([]string, len(st.words))
	for i, w := range st.words {
		folds[i] = fold(w.Text)
	}
	for i := range folds {
		if folds[i] == "" {
			continue // a speck before the anchor is not its first word
		}
		part := ""
		for _, f := range folds[i:] {
			if part = strings.TrimSpace(part + " " + f); len(part) > len(anchor)+limit {
				break
			}
			if len(part) < len(anchor)-limit {
				continue
			}
			if d := levenshtein.ComputeDistance(part, anchor); d < best {
				best, at = d, i
			}
		}
	}
	return at
}

// startsLike reports whether a folded text begins with an anchor, more or less.
func startsLike(text string, anchors ...string) bool {
	for _, a := range anchors {
		if len(text) >= len(a) && near(text[:len(a)], a) {
			return true
		}
	}
	return false
}

// isLike reports whether a folded text is one of the anchors, more or less.
func isLike(text string, anchors ...string) bool {
	for _, a := range anchors {
		if near(text, a) {
			return true
		}
	}
	return false
}

// capitals reports whether a text has letters and most of them are capitals.
func capitals(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 2*lower
}
