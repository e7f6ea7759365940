package normalize

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text restores plain text line for line. White space and everything that was
// not understood stay as they are.
func (r *Restorer) Text(s string) string {
	lines, page := r.lines(s, false)
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		weave(&b, l, page[i])
	}
	return b.String()
}

// lines cuts text into lines and restores their words.
func (r *Restorer) lines(s string, weigh bool) (lines []string, page [][]Word) {
	lines = strings.Split(s, "\n")
	page = make([][]Word, len(lines))
	for i, l := range lines {
		for _, f := range fields(l) {
			page[i] = append(page[i], Word{Raw: f})
		}
	}
	r.restore(context.Background(), page, Unknown, weigh) // only the context can fail
	return lines, page
}

// fields are the words of a line; none where it is not text.
func fields(line string) []string {
	if !utf8.ValidString(line) || strings.ContainsRune(line, 0) {
		return nil
	}
	return strings.Fields(line)
}

// weave writes a line with its words replaced and its white space kept.
func weave(b *strings.Builder, line string, words []Word) {
	rest := line
	for _, w := range words {
		at := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsSpace(r) })
		if w.Text != "" {
			b.WriteString(rest[:at])
		}
		b.WriteString(w.Text)
		rest = rest[at+len(w.Raw):]
	}
	b.WriteString(rest)
}
