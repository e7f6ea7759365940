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
	restored := false
	eachWord(page, func(w *Word) { restored = restored || isRestored(w) })
	if !restored || !keepsToNewer(page) {
		return
	}
	eachWord(page, func(w *Word) {
		if !isRestored(w) {
			return
		}
		w.Text = eachSyllable(w.Text, tone.Newer)
		for i := range w.Candidates {
			w.Candidates[i].Text = eachSyllable(w.Candidates[i].Text, tone.Newer)
		}
	})
}

func isRestored(w *Word) bool { return w.Change == ChangeOCR || w.Change == ChangeStripped }

// keepsToNewer reports whether the words that nothing was done to keep to the
// newer rule.
func keepsToNewer(page [][]Word) bool {
	newer, older := 0, 0
	eachWord(page, func(w *Word) {
		if w.Change != "" {
			return
		}
		for s := range strings.FieldsFuncSeq(w.Text, notLetter) {
			if tone.Canonical(s) != s {
				newer++
			}
			if tone.Newer(s) != s {
				older++
			}
		}
	})
	return newer >= fewNewer && newer >= timesNewer*older
}

func eachWord(page [][]Word, visit func(*Word)) {
	for _, line := range page {
		for i := range line {
			visit(&line[i])
		}
	}
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
