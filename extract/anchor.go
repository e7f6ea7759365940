package extract

import (
	"strings"

	"vanthu/extract/fold"
	"vanthu/extract/rules"
)

// starts reports whether the folded text begins with one of the phrases of an
// anchor, but for a lost or misread letter in six, and where it ends.
func (x *Extractor) starts(f, anchor string) (end int, ok bool) {
	for _, p := range x.rules.Anchors[anchor] {
		if at, _, near := fold.Near(f, p.Folded, fold.Slack(len(p.Folded))); near && (at >= len(f) || !fold.IsLetter(f[at])) {
			return at, true
		}
	}
	return 0, false
}

// typeName finds the name of a type at the beginning of a folded text; the
// longest that fits best wins.
func (x *Extractor) typeName(f string) (best rules.Type, end int, ok bool) {
	score := 0
	for _, t := range x.rules.Types {
		at, edits, near := fold.Near(f, t.Folded, fold.Slack(len(t.Folded)))
		if near && (at >= len(f) || !fold.IsLetter(f[at])) && 2*len(t.Folded)-5*edits > score {
			best, end, ok, score = t, at, true, 2*len(t.Folded)-5*edits
		}
	}
	return best, end, ok
}

// position finds a title that signs at the beginning of a folded text.
func (x *Extractor) position(f string) (title string, end int, ok bool) {
	prefix := ""
	for _, p := range []struct{ folded, text string }{{"pho ", "PHÓ "}, {"quyen ", "QUYỀN "}, {"nguyen ", "NGUYÊN "}} {
		if at, _, near := fold.Near(f, p.folded, 0); near {
			prefix, end, f = p.text, at, f[at:]
			break
		}
	}
	score := 0
	best, at := "", 0
	for _, p := range x.rules.Positions {
		to, edits, near := fold.Near(f, p.Folded, fold.Slack(len(p.Folded)))
		if near && (to >= len(f) || !fold.IsLetter(f[to])) && len(p.Folded)-3*edits > score {
			best, at, score = p.Text, to, len(p.Folded)-3*edits
		}
	}
	return prefix + best, end + at, score > 0
}

// blank reports whether a folded text is only a rule: "-----", "_____", "***".
func blank(f string) bool { return strings.Trim(f, "-_*=.~ '\"") == "" }
