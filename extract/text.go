package extract

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// The text of a document is built once and every rule reads it. It is kept
// twice: s as it was restored, f folded, one byte for each letter, so that
// `Số: 90 /KH- UBND` and a misread `S6: 90 /KH- UBND` look alike to a rule.
// A place is always a position in f; at leads from there to s, and words lead
// to the page, so every finding can show where it stands:
//
//	s   K Ế   H O Ạ C H      bytes 0 1 4 5 6 7 10 11
//	f   k e _ h o a c h      positions 0 … 7
//
// Lines of one paragraph are joined by a space, paragraphs by a line feed, and
// a symbol broken at its hyphen (`206/KH-` ⏎ `UBND`) by nothing.

// span is a stretch of positions in text.f.
type span struct{ from, to int }

func (s span) empty() bool { return s.to <= s.from }

// folded is a string in both forms.
type folded struct {
	s  string
	f  string
	at []int32 // byte offset in s of each position, and of the end
}

// text is a document ready to be read; read-only once built.
type text struct {
	folded
	words []word
	lines []line
	paras []para
	pages []ingest.Page
}

// word is a word of the page, by its indexes in pages.
type word struct {
	span
	page, line, n int
}

// line is a line of the page; words counts from text.words.
type line struct {
	span
	words span // indexes into text.words
	page  int  // index into pages
	para  int  // index into paras
	zone  ingest.Zone
	box   ingest.Box
	cell  ingest.Cell
}

// para is a paragraph: lines that flow into each other.
type para struct {
	span
	lines span // indexes into text.lines
	page  int
}

// builder collects a text.
type builder struct {
	text
	s    strings.Builder
	f    []byte
	at   []int32
	last string // the text of the line before
}

func newText(pages []ingest.Page) *text {
	b := &builder{text: text{pages: pages}}
	b.makeRoom()
	for p := range pages {
		flow := newFlow(pages[p])
		for l := range pages[p].Lines {
			if skipped(pages[p], l) {
				continue
			}
			b.line(p, l, flow)
		}
	}
	b.folded = b.finish()
	return &b.text
}

// makeRoom makes room for the text of all lines.
func (b *builder) makeRoom() {
	letters, words, lines := 0, 0, 0
	for _, p := range b.pages {
		lines += len(p.Lines)
		for _, l := range p.Lines {
			words += len(l.Words)
			for _, w := range l.Words {
				letters += len(w.Text) + 1
			}
		}
	}
	b.s.Grow(letters)
	b.f, b.at = make([]byte, 0, letters), make([]int32, 0, letters+1)
	b.text.words, b.lines = make([]word, 0, words), make([]line, 0, lines)
}

// newFolded folds one string.
func newFolded(s string) folded {
	var b builder
	b.put(norm.NFC.String(s))
	return b.finish()
}

func (b *builder) finish() folded {
	return folded{b.s.String(), string(b.f), append(b.at, int32(b.s.Len()))}
}

// skipped lines are no part of what the document says: running heads, page
// numbers, stamps, specks.
func skipped(p ingest.Page, l int) bool {
	line := p.Lines[l]
	switch line.Zone {
	case ingest.ZoneMargin, ingest.ZoneStamp:
		return true
	case ingest.ZoneBody:
		return p.Source == ingest.SourceOCR && isSpeck(line.Text())
	case ingest.ZoneUnknown:
		edge := l == 0 || l == len(p.Lines)-1
		return edge && len(line.Words) <= 3 && strings.Trim(line.Text(), "0123456789-–. ") == ""
	}
	return false
}

// isSpeck reports whether a line is a mark or two, dirt between the lines of a
// paragraph.
func isSpeck(s string) bool {
	letter := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
	return utf8.RuneCountInString(s) <= 2 && strings.IndexFunc(s, letter) < 0
}

// line appends a line of a page after the right separator.
func (b *builder) line(p, l int, flow flow) {
	source := &b.pages[p].Lines[l]
	text := strings.TrimSpace(source.Text())
	if text == "" {
		return
	}
	b.separate(p, source, text, flow)
	b.last = text
	at := line{page: p, para: len(b.paras) - 1, zone: source.Zone, box: source.Box, cell: source.Cell}
	at.from, at.words.from = len(b.f), len(b.text.words)
	for n, w := range source.Words {
		clean := strings.TrimSpace(strings.ReplaceAll(norm.NFC.String(w.Text), "**", ""))
		if strings.IndexFunc(clean, func(c rune) bool { return fold.Byte(c) != 0 }) < 0 {
			continue // nothing, or marks without a letter
		}
		if len(b.f) > at.from {
			b.put(" ")
		}
		from := len(b.f)
		b.put(clean)
		b.text.words = append(b.text.words, word{span{from, len(b.f)}, p, l, n})
	}
	at.to, at.words.to = len(b.f), len(b.text.words)
	if at.empty() {
		return
	}
	b.lines = append(b.lines, at)
	last := &b.paras[len(b.paras)-1]
	last.to, last.lines.to = at.to, len(b.lines)
}

// separate puts what stands between the line before and this one, and opens a
// paragraph where one begins.
func (b *builder) separate(p int, source *ingest.Line, text string, flow flow) {
	if len(b.lines) == 0 {
		b.paras = append(b.paras, para{page: p})
		return
	}
	before := b.lines[len(b.lines)-1]
	previous := &b.pages[before.page].Lines[b.text.words[before.words.to-1].line]
	switch {
	case flow.breaks(previous, source, b.last, text, before.page == p):
		b.put("\n")
		b.paras = append(b.paras, para{span: span{len(b.f), len(b.f)}, lines: span{len(b.lines), len(b.lines)}, page: p})
	case !brokenSymbol(string(b.f[before.from:])):
		b.put(" ")
	}
}

// brokenSymbol reports whether a line ends inside a số ký hiệu: `206/kh-`.
func brokenSymbol(folded string) bool {
	last := folded[strings.LastIndexByte(folded, ' ')+1:]
	return len(last) > 2 && strings.ContainsAny(last[len(last)-1:], "-/") && strings.Contains(last, "/") &&
		strings.ContainsAny(last, "0123456789")
}

// put appends s to both forms.
func (b *builder) put(s string) {
	for i, r := range s {
		c := fold.Byte(r)
		if c == 0 {
			continue
		}
		b.f = append(b.f, c)
		b.at = append(b.at, int32(b.s.Len()+i))
	}
	b.s.WriteString(s)
}

// str is the restored text of a span.
func (t *folded) str(sp span) string {
	if sp.empty() {
		return ""
	}
	return t.s[t.at[sp.from]:t.at[sp.to]]
}

// fold is the folded text of a span.
func (t *folded) fold(sp span) string {
	if sp.empty() {
		return ""
	}
	return t.f[sp.from:sp.to]
}

// upper reports whether the letter at a position is a capital.
func (t *folded) upper(pos int) bool {
	if pos >= len(t.f) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.s[t.at[pos]:])
	return isUpper(r)
}

// trim cuts the given folded characters from both ends of a span.
func (t *folded) trim(sp span, cutset string) span {
	for !sp.empty() && strings.IndexByte(cutset, t.f[sp.from]) >= 0 {
		sp.from++
	}
	for !sp.empty() && strings.IndexByte(cutset, t.f[sp.to-1]) >= 0 {
		sp.to--
	}
	return sp
}

// wordsOf are the words that a span touches.
func (t *text) wordsOf(sp span) []word {
	from := sort.Search(len(t.words), func(i int) bool { return t.words[i].to > sp.from })
	to := from
	for to < len(t.words) && t.words[to].from < sp.to {
		to++
	}
	return t.words[from:to]
}

// paraAt is the index of the paragraph that holds a position.
func (t *text) paraAt(pos int) int {
	return max(0, sort.Search(len(t.paras), func(i int) bool { return t.paras[i].from > pos })-1)
}

// lineAt is the index of the line that holds a position.
func (t *text) lineAt(pos int) int {
	return max(0, sort.Search(len(t.lines), func(i int) bool { return t.lines[i].from > pos })-1)
}

// page is the number of the page where a position stands.
func (t *text) page(pos int) int {
	if len(t.lines) == 0 {
		return 0
	}
	return t.pages[t.lines[t.lineAt(pos)].page].Number
}
