package normalize

import (
	"regexp"
	"strings"
)

// Figures by their look: what consists of figures and of letters that a reader
// of scans takes for one, and for nothing else there, is a figure.
//
//	trước §h30 ngày l6/7    trước 8h30 ngày 16/7
//	khóa I5, lớp 1ó         khóa 15, lớp 16
//
// A figure is never changed. Not touched are 2l, two litres; I1 before a line,
// the label of a part; codes with other letters (A104, 16A, H53).

var (
	lookFigure  = regexp.MustCompile(`^\(?[\d.,:/%hló§ØøI-]+[.,;:)]*$`)
	ownFigure   = regexp.MustCompile(`\d`)
	notAFigure  = regexp.MustCompile(`\dl\b|^\(?I-|I[.,:/%h)-]|[lI]{3}`)
	lookedAlike = strings.NewReplacer("l", "1", "I", "1", "ó", "6", "§", "8", "Ø", "0", "ø", "0")
)

// repairFigures repairs the figures of a page that was read from paper.
func repairFigures(page [][]Word) {
	for _, line := range page {
		for i := range line {
			w := &line[i]
			if i == 0 && strings.HasPrefix(w.Text, "I") || !looksLikeFigure(w.Text) {
				continue
			}
			w.becomes(lookedAlike.Replace(w.Text), 0.9)
		}
	}
}

func looksLikeFigure(text string) bool {
	return strings.ContainsAny(text, "lIó§Øø") && lookFigure.MatchString(text) && ownFigure.MatchString(text) && !notAFigure.MatchString(text)
}
