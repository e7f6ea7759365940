package normalize

import "regexp"

// Strokes: the rules of a table, read as letters beside the words of its cells.
//
//	13|Công ty    |Dự toán    14]Nước mặt
//
// become 13 Công ty, Dự toán, 14 Nước mặt: words that can be searched for.

var (
	strokeAmid  = regexp.MustCompile(`^(\d{1,3}\.?)[|\]](\p{Lu}\pL+[.,:;)]*)$`)
	strokeAside = regexp.MustCompile(`^[|]+(\pL{2,}.*)$|^(\pL{2,})[|]+$`)
)

// repairStrokes takes the rules of tables off the words of a page that was read
// from paper.
func repairStrokes(page [][]Word) {
	for w := range wordsOf(page) {
		text := strokeAside.ReplaceAllString(strokeAmid.ReplaceAllString(w.Text, "$1 $2"), "$1$2")
		if text != w.Text {
			w.becomes(text, 0.9)
		}
	}
}
