package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// One recipient, as it is given: the words of its lines, without what the
// scanner and the restorer made of abbreviations and figures.

// reportTo puts right b/c, để báo cáo, whose c scanners close.
var reportTo = strings.NewReplacer("b/e)", "b/c)", "b/é)", "b/c)", "b/€)", "b/c)")

// recipient joins the stretches of an item.
func (r *reader) recipient(parts []span) string {
	var words []string
	for _, sp := range parts {
		for _, w := range r.wordsOf(sp) {
			words = append(words, r.recipientWord(w, span{max(w.from, sp.from), min(w.to, sp.to)}))
		}
	}
	for i := 1; i < len(words); i++ {
		if figure := articleFigure[words[i]]; figure != "" && fold.String(words[i-1]) == "dieu" {
			words[i] = figure // Như Điều §
		}
	}
	if len(words) > 1 && r.opens(fold.String(words[0]), "filed") && fold.String(strings.Trim(words[1], ".,;")) == "vi" {
		words[1] = "VT" + words[1][len("VI"):] // every office files with its văn thư
	}
	return strings.Trim(strings.Join(words, " "), " ;.,-+*_”\"'")
}

// articleFigure is what the number of an article is misread as.
var articleFigure = map[string]string{"§": "5", "S": "5", "l": "1", "I": "1"}

// recipientWord is a word of an item: as restored, but for abbreviations, which
// are words of no dictionary, with a space behind their commas.
func (r *reader) recipientWord(w word, sp span) string {
	s := r.str(sp)
	if raw := r.onPage(w).Raw; sp.from == w.from && abbreviates(raw) {
		s = raw
	}
	s = reportTo.Replace(strings.ReplaceAll(s, ".:", "."))
	if at := strings.IndexByte(s, ','); at > 0 && at < len(s)-1 && allUpper(s) {
		s = s[:at+1] + " " + s[at+1:]
	}
	return s
}

// abbreviates reports whether a word is made of abbreviations: TT.HU, th/h, tp.
func abbreviates(raw string) bool {
	if strings.ContainsAny(raw, ".") && allUpper(raw) {
		return true
	}
	for _, part := range strings.FieldsFunc(raw, func(c rune) bool { return strings.ContainsRune("./(),;", c) }) {
		if part == "tp" || part == "th" || part == "ch" {
			return true
		}
	}
	return false
}
