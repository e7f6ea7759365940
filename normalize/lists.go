package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/tone"
)

// List marks: a) b) c) d) đ) e) g) h) … at the start of lines. A mark alone
// says little — stripped, đ) is d); misread, c) may be ¢) — but the marks
// before it say which one must come.
//
//	c) …        c) …
//	d) …        d) …
//	d) …   →    đ) …     after d) comes đ)
//	e) …        e) …

const listOrder = "abcdđeghiklmnopqrstuvxy"

// repairLists repairs the list marks of a damaged page.
func repairLists(page [][]Word) {
	last := rune(0)
	for _, line := range page {
		if len(line) == 0 {
			continue
		}
		w := &line[0]
		mark, ok := strings.CutSuffix(w.Raw, ")")
		if !ok || utf8.RuneCountInString(mark) != 1 {
			continue
		}
		r, _ := utf8.DecodeRuneInString(mark)
		if want := afterMark(last); mustBe(r, want) {
			r = want
			w.Text, w.Doubtful, w.Sure = string(want)+")", false, 0.95
			w.Change, w.Candidates = ChangeStripped, nil
		}
		last = r
	}
}

// afterMark is the mark that follows another; 0 after none.
func afterMark(r rune) rune {
	_, rest, ok := strings.Cut(listOrder, string(r))
	if r == 0 || !ok || rest == "" {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return next
}

// mustBe reports whether a mark that was read as r can only be want: a second
// d, a sign that is no letter, or a letter that is not Vietnamese: ¢), ø). A
// star or a dash may be one.
func mustBe(r, want rune) bool {
	if want == 0 || strings.ContainsRune("*-–+•", r) {
		return false
	}
	return r == 'd' && want == 'đ' || r > unicode.MaxASCII && tone.Split(r).Plain > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
