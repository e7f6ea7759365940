package normalize

import (
	"context"
	"strings"
	"unicode/utf8"

	"vanthu/normalize/charset"
)

// longestText is how many bytes are restored at once, as one document: 60,000
// words, which teach as much as more do.
const longestText = 1 << 18

// Text restores plain text line for line. White space and everything that was
// not understood stay as they are. Memory is bounded: what is longer than a
// quarter of a megabyte is restored in parts, cut at white space.
func (r *Restorer) Text(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for s != "" {
		n := partLength(s)
		p := r.part(s[:n], false)
		p.write(&b)
		s = s[n:]
	}
	return b.String()
}

// partLength is the length of the first part of s: up to a line's end, or at
// least a word's. A word of more than that is no word and cut anywhere.
func partLength(s string) int {
	if len(s) <= longestText {
		return len(s)
	}
	head := s[:longestText]
	if n := strings.LastIndexByte(head, '\n'); n >= 0 {
		return n + 1
	}
	if n := strings.LastIndexAny(head, " \t"); n >= 0 {
		return n + 1
	}
	n := longestText
	for n > longestText-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// part is text that is restored as one document.
type part struct {
	lines     []string
	page      [][]Word
	encodings map[charset.Encoding]int // words that were in an old encoding
	broken    int                      // words with bytes of no known encoding
	zeros     int                      // lines that are no text: they have zero bytes
}

// part restores text, with or without the weighing of candidates.
func (r *Restorer) part(s string, weigh bool) *part {
	p := &part{lines: strings.Split(s, "\n"), encodings: map[charset.Encoding]int{}}
	words := make([][]string, len(p.lines))
	for i, l := range p.lines {
		if strings.IndexByte(l, 0) >= 0 {
			p.zeros++
			continue
		}
		words[i] = charset.Fields(l)
	}
	for i, line := range charset.Words(words) {
		p.page = append(p.page, make([]Word, len(line)))
		for k, reading := range line {
			p.page[i][k] = p.word(words[i][k], reading)
		}
	}
	r.restore(context.Background(), p.page, Unknown, weigh) // only the context can fail
	return p
}

// word is a word as its encoding has it.
func (p *part) word(raw string, reading charset.Reading) Word {
	w := Word{Raw: raw}
	switch e := reading.Encoding; {
	case e == charset.Decomposed:
		p.encodings[e]++
	case e != charset.Unicode && reading.Text != raw:
		w.meant, w.by = reading.Text, ChangeCharset
		p.encodings[e]++
	case !utf8.ValidString(raw):
		p.broken++
	}
	return w
}

// write writes the lines with their words replaced and their white space kept.
func (p *part) write(b *strings.Builder) {
	for i, l := range p.lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		words := p.page[i]
		raws := make([]string, len(words))
		for k, w := range words {
			raws[k] = w.Raw
		}
		charset.Replace(b, l, raws, func(k int) string { return words[k].Text })
	}
}

// changes are the words that read otherwise now and those that nobody could
// read; before is how many lines came before the part.
func (p *part) changes(before int) (all []Change) {
	for i, line := range p.page {
		for _, w := range line {
			if w.Text != w.Raw || w.Doubtful {
				all = append(all, Change{before + i + 1, w.Raw, w.Text, w.Sure, w.Doubtful, w.Change, w.Candidates})
			}
		}
	}
	return all
}
