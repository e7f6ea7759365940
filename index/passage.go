package index

// The passage shown for a hit.
//
// The text of the best entry is cut into syllables again and compared with the
// query: offsets are of the text itself, so nothing has to be mapped back. The
// passage is the window of at most 240 characters that holds the most distinct
// parts of the query, the earliest of equals, cut at spaces. It is one piece
// of the text as it stands, with the places of the matches; for people « and »
// are put around them.

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const maxSnippetRunes = 240

// span is a match in a text.
type span struct {
	start, end int
	part       int  // which atom of the query
	exact      bool // as typed, marks and all
}

// matcher finds the parts of a query in texts.
type matcher struct {
	atoms []atom
	exact bool // only as typed
}

func newMatcher(q Query, asked parsed) matcher {
	m := matcher{exact: q.Exact}
	if q.Cites != "" {
		m.atoms = append(m.atoms, atom{kind: atomNumber, number: parseNumber(q.Cites)})
	}
	for _, a := range atomsOf(slices.Concat(asked.must, asked.filters)) {
		switch {
		case a.kind == atomNear:
			for _, s := range a.syllables {
				m.atoms = append(m.atoms, atom{kind: atomWord, syllables: []syllable{s}})
			}
		case a.kind == atomField && a.field.field == "cites":
			m.atoms = append(m.atoms, atom{kind: atomNumber, number: a.number})
		case a.kind != atomField:
			m.atoms = append(m.atoms, a)
		}
	}
	return m
}

// find lists matches in order of place. Whether a phrase is really there is
// decided here, since all its syllables must follow each other.
func (m matcher) find(text string) []span {
	cut := syllables(text)
	var out []span
	for i := range cut {
		for part, a := range m.atoms {
			if n, exact := a.matches(cut[i:]); n > 0 && (exact || !m.exact) {
				out = append(out, span{cut[i].start, cut[i+n-1].end, part, exact})
				break
			}
		}
	}
	return append(m.numbers(text), out...)
}

// matches reports how many syllables at the beginning of words are the atom.
func (a atom) matches(words []syllable) (n int, exact bool) {
	if a.kind == atomNumber || len(words) < len(a.syllables) {
		return 0, false
	}
	exact = true
	for i, s := range a.syllables {
		switch {
		case a.kind == atomPrefix && strings.HasPrefix(words[i].folded, s.folded):
		case words[i].folded != s.folded:
			return 0, false
		}
		exact = exact && (words[i].exact == s.exact || a.kind == atomPrefix && s.begins(words[i]))
	}
	return len(a.syllables), exact
}

// begins reports whether another syllable begins like this one, marks and all:
// kế, kết and kếch begin like kế.
func (s syllable) begins(other syllable) bool {
	letters := strings.TrimRightFunc(s.exact, isTone)
	return strings.HasPrefix(other.exact, letters) && strings.HasSuffix(other.exact, s.exact[len(letters):])
}

func (m matcher) numbers(text string) []span {
	var out []span
	for part, a := range m.atoms {
		if a.kind != atomNumber {
			continue
		}
		for _, id := range identifiersIn(text) {
			if slices.Contains(id.terms("", ""), a.number.term()) {
				out = append(out, span{id.start, id.end, part, true})
			}
		}
	}
	return out
}

// passage cuts the best window out of a text. Without spans it is the
// beginning.
func passage(text string, spans []span) excerpt {
	spans = merge(spans)
	first, last := window(text, spans)
	if first == last {
		return excerpt{text: text[:wordsAfter(text, 0, maxSnippetRunes)]}
	}
	shown := slices.Clone(spans[first:last])
	if len(shown) == 1 { // a word of a million letters is cut, too
		shown[0].end = shown[0].start + len(cutRunes(text[shown[0].start:shown[0].end], maxSnippetRunes-2))
	}
	start, end := widen(text, shown[0].start, shown[len(shown)-1].end, 2*len(shown))
	x := excerpt{text: text[start:end], at: shown[0].start}
	for _, s := range shown {
		x.marks = append(x.marks, [2]int{s.start - start, s.end - start})
	}
	return x
}

// Marks lists the places in a text, in bytes, that match the query: what a
// viewer of the document marks.
func (q Query) Marks(text string) ([][2]int, error) {
	asked, err := parse(q.Text)
	if err != nil {
		return nil, err
	}
	find := newMatcher(q, asked)
	var out [][2]int
	for _, s := range merge(find.find(text)) {
		out = append(out, [2]int{s.start, s.end})
	}
	return out, nil
}

// merge sorts spans and joins those that overlap.
func merge(spans []span) []span {
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}

// window is the run of spans that fits a snippet and has the most distinct
// parts, then the most exact matches, then the most.
func window(text string, spans []span) (first, last int) {
	runes := runeOffsets(text, spans)
	seen := map[int]int{}
	var best [3]int
	from, exact := 0, 0
	for to, s := range spans {
		seen[s.part]++
		exact += one(s.exact)
		for from < to && runes[to].end-runes[from].start+2*(to-from+1) > maxSnippetRunes {
			if seen[spans[from].part]--; seen[spans[from].part] == 0 {
				delete(seen, spans[from].part)
			}
			exact -= one(spans[from].exact)
			from++
		}
		if score := [3]int{len(seen), exact, to - from + 1}; slices.Compare(score[:], best[:]) > 0 {
			best, first, last = score, from, to+1
		}
	}
	return first, last
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// runeOffsets are the spans' places counted in characters.
func runeOffsets(text string, spans []span) []span {
	out := make([]span, len(spans))
	at, runes := 0, 0
	for i, s := range spans {
		runes += utf8.RuneCountInString(text[at:s.start])
		out[i].start = runes
		runes += utf8.RuneCountInString(text[s.start:s.end])
		out[i].end = runes
		at = s.end
	}
	return out
}

// widen takes in words on both sides until a snippet is full, a third of the
// room before the match and the rest behind it.
func widen(text string, start, end, marks int) (from, to int) {
	room := maxSnippetRunes - marks - utf8.RuneCountInString(text[start:end])
	from = wordsBefore(text, start, room/3)
	room -= utf8.RuneCountInString(text[from:start])
	to = wordsAfter(text, end, room)
	room -= utf8.RuneCountInString(text[end:to])
	return wordsBefore(text, from, room), to
}

// wordsBefore goes back from a byte by at most room characters to where a word
// begins.
func wordsBefore(text string, at, room int) int {
	best := at
	for i := at; i > 0 && room > 0; room-- {
		_, n := utf8.DecodeLastRuneInString(text[:i])
		i -= n
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); i == 0 || unicode.IsSpace(before) {
			best = i
		}
	}
	return skipSpaceForward(text, best, at)
}

// wordsAfter goes on from a byte by at most room characters to where a word
// ends.
func wordsAfter(text string, at, room int) int {
	best := at
	for i := at; i < len(text) && room > 0; room-- {
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if after, _ := utf8.DecodeRuneInString(text[i:]); i == len(text) || unicode.IsSpace(after) {
			best = i
		}
	}
	return at + len(strings.TrimRightFunc(text[at:best], unicode.IsSpace))
}

func skipSpaceForward(text string, from, to int) int {
	return to - len(strings.TrimLeftFunc(text[from:to], unicode.IsSpace))
}
