package normalize

import (
	"context"
	"strings"

	"vanthu/normalize/charset"
)

// longestText is how many bytes are restored at once, as one document.
const longestText = 1 << 20

// Text restores plain text line for line. White space and everything that was
// not understood stay as they are. Memory is bounded: what is longer than a
// megabyte is restored in parts, cut at white space.
func (r *Restorer) Text(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for s != "" {
		n := partLength(s)
		r.writeText(&b, s[:n])
		s = s[n:]
	}
	return b.String()
}

// partLength is the length of the first part of s: up to a line's end, or at
// least a word's.
func partLength(s string) int {
	if len(s) <= longestText {
		return len(s)
	}
	if n := strings.LastIndexByte(s[:longestText], '\n'); n >= 0 {
		return n + 1
	}
	if n := strings.LastIndexAny(s[:longestText], " \t"); n >= 0 {
		return n + 1
	}
	if n := strings.IndexAny(s[longestText:], " \t\n"); n >= 0 {
		return longestText + n + 1
	}
	return len(s)
}

func (r *Restorer) writeText(b *strings.Builder, s string) {
	lines, page := r.lines(s, false)
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		weave(b, l, page[i])
	}
}

// lines cuts text into lines and restores their words.
func (r *Restorer) lines(s string, weigh bool) (lines []string, page [][]Word) {
	lines = strings.Split(s, "\n")
	page = make([][]Word, len(lines))
	words := make([][]string, len(lines))
	for i, l := range lines {
		words[i] = fields(l)
	}
	for i, line := range charset.Words(words) {
		for k, reading := range line {
			w := Word{Raw: words[i][k]}
			if old := reading.Encoding; old != charset.Unicode && old != charset.Decomposed && reading.Text != w.Raw {
				w.meant, w.by = reading.Text, ChangeCharset
			}
			page[i] = append(page[i], w)
		}
	}
	r.restore(context.Background(), page, Unknown, weigh) // only the context can fail
	return lines, page
}

// fields are the words of a line; none where it is not text.
func fields(line string) []string {
	if strings.ContainsRune(line, 0) {
		return nil
	}
	return charset.Fields(line)
}

// weave writes a line with its words replaced and its white space kept.
func weave(b *strings.Builder, line string, words []Word) {
	raws := make([]string, len(words))
	for i, w := range words {
		raws[i] = w.Raw
	}
	charset.Replace(b, line, raws, func(i int) string { return words[i].Text })
}
