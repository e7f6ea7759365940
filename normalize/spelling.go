package normalize

import (
	"strings"
	"unicode"

	"vanthu/normalize/tone"
)

// Where the tone mark of an open oa, oe or uy stands, two rules tell: hòa, ủy
// by the older and hoà, uỷ by the newer. Nine in ten papers of offices keep to
// the older, and words are restored by it; a paper whose other words keep to
// the newer gets its restored words by that:
//
//	Uỷ ban thành phố Hoà Bình … văn hoa   →   văn hoá

// Words by the newer rule that make a paper's, and how many there must be for
// each by the older.
const fewNewer, timesNewer = 2, 3

// keepSpelling writes restored words by the rule that the others keep to.
func keepSpelling(page [][]Word) {
	newer, older := 0, 0
	eachWord(page, func(w *Word) {
		if w.Change == "" {
			newer += count(w.Text, tone.Canonical)
			older += count(w.Text, tone.Newer)
		}
	})
	if newer < fewNewer || newer < timesNewer*older {
		return
	}
	eachWord(page, func(w *Word) {
		if w.Change != ChangeOCR && w.Change != ChangeStripped {
			return
		}
		w.Text = eachSyllable(w.Text, tone.Newer)
		for i := range w.Candidates {
			w.Candidates[i].Text = eachSyllable(w.Candidates[i].Text, tone.Newer)
		}
	})
}

func eachWord(page [][]Word, visit func(*Word)) {
	for _, line := range page {
		for i := range line {
			visit(&line[i])
		}
	}
}

// count is how many syllables of a text change would change.
func count(text string, change func(string) string) int {
	n := 0
	eachSyllable(text, func(s string) string {
		if change(s) != s {
			n++
		}
		return s
	})
	return n
}

// eachSyllable changes the runs of letters of a text.
func eachSyllable(text string, change func(string) string) string {
	var b strings.Builder
	for text != "" {
		start := strings.IndexFunc(text, unicode.IsLetter)
		if start < 0 {
			break
		}
		b.WriteString(text[:start])
		text = text[start:]
		end := strings.IndexFunc(text, notLetter)
		if end < 0 {
			end = len(text)
		}
		b.WriteString(change(text[:end]))
		text = text[end:]
	}
	return b.String() + text
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
