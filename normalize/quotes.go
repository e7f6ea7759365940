package normalize

import "strings"

// An engine that knows only ASCII puts " for both quotation marks, which
// offices print as “ and ”. Where the text has no other, the place tells which
// it was: before a word or after it.

// curlQuotes writes the quotation marks of misread words as they were printed.
func curlQuotes(words []*Word) {
	for _, w := range words {
		if !strings.Contains(w.Text, `"`) || w.Doubtful {
			continue
		}
		text := w.Text
		if rest, ok := strings.CutPrefix(text, `"`); ok && rest != "" {
			text = "“" + rest
		}
		if i := strings.LastIndex(text, `"`); i > 0 && strings.Trim(text[i:], `".,;:)`) == "" {
			text = text[:i] + "”" + text[i+1:]
		}
		if text != w.Text {
			w.Text, w.Change = text, ChangeOCR
		}
	}
}

// hasOnlyPlainQuotes reports whether no field has a curly quotation mark.
func hasOnlyPlainQuotes(fields []string) bool {
	for _, f := range fields {
		if strings.ContainsAny(f, "“”") {
			return false
		}
	}
	return true
}
