package scores

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"vanthu/normalize/score"
	"vanthu/normalize/tone"
)

// Text counts the errors of a text against its gold text, as the page said it
// (before) and as it was restored (after). Runs of white space count as one
// space; case, marks and punctuation count.
type Text struct {
	Letters      int // in the gold text
	LettersWrong [2]int
	Words        int
	WordsWrong   [2]int
	Helped       int // words wrong before and right after
	Hurt         int // words right before and wrong after
}

// CompareText counts.
func CompareText(gold, before, after string) Text {
	gold, before, after = spaced(gold), spaced(before), spaced(after)
	words := score.Words(gold, before, after)
	return Text{
		Letters:      utf8.RuneCountInString(gold),
		LettersWrong: [2]int{levenshtein.ComputeDistance(gold, before), levenshtein.ComputeDistance(gold, after)},
		Words:        words.Gold,
		WordsWrong:   [2]int{words.RawErrors, words.Errors},
		Helped:       words.Helped,
		Hurt:         words.Hurt,
	}
}

// Add sums counts.
func (t *Text) Add(o Text) {
	t.Letters += o.Letters
	t.Words += o.Words
	t.Helped += o.Helped
	t.Hurt += o.Hurt
	for i := range t.LettersWrong {
		t.LettersWrong[i] += o.LettersWrong[i]
		t.WordsWrong[i] += o.WordsWrong[i]
	}
}

// String is "CER 2.14→1.02 WER 6.3→3.1 +28 −1": error rates in percent, words
// helped and hurt.
func (t Text) String() string {
	return fmt.Sprintf("CER %.2f→%.2f WER %.1f→%.1f +%d −%d",
		percent(t.LettersWrong[0], t.Letters), percent(t.LettersWrong[1], t.Letters),
		percent(t.WordsWrong[0], t.Words), percent(t.WordsWrong[1], t.Words), t.Helped, t.Hurt)
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

func spaced(s string) string { return strings.Join(strings.Fields(tone.NFC(s)), " ") }
