package charset

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// judge remembers how words read. One goroutine at a time.
type judge struct {
	bytes bool // the text is not all UTF-8: some words are bytes
	words map[string]*word
}

// word is a word in every encoding.
type word struct {
	shown  string // bytes as Windows-1252 shows them
	ascii  bool
	short  bool    // a letter or a sign, which tells nothing
	strain float64 // as it stands
	odd    bool    // not ASCII, and nothing as it stands
	read   map[Encoding]reading
}

type reading struct {
	text    string
	changes bool
	strain  float64
	well    bool // something that is written
}

// believed: what strains belief less than this is written.
const believed = 0.85

func newJudge(lines [][]string) *judge {
	j := &judge{words: map[string]*word{}}
	for _, line := range lines {
		for _, w := range line {
			j.bytes = j.bytes || !utf8.ValidString(w)
		}
	}
	return j
}

func (j *judge) word(s string) *word {
	if w := j.words[s]; w != nil {
		return w
	}
	w := &word{shown: s, ascii: isASCII(s)}
	j.words[s] = w
	if w.ascii {
		return w
	}
	if j.bytes {
		w.shown = show(s)
	}
	w.short = utf8.RuneCountInString(strings.TrimFunc(w.shown, isOutside)) < 2
	if w.strain = strain(norm.NFC.String(w.shown)); strings.ContainsFunc(w.shown, isByte) {
		w.odd = w.strain > believed && !w.short
	}
	return w
}

// isByte knows characters that show a byte of an old font.
func isByte(r rune) bool {
	_, ok := asByte(r)
	return ok && (r >= utf8.RuneSelf || isControl(r))
}

func (w *word) in(e Encoding) reading {
	if r, ok := w.read[e]; ok {
		return r
	}
	r := reading{text: decodeWord(w.shown, e)}
	core, was := r.text, norm.NFC.String(w.shown)
	if e == VIQR {
		was = strings.TrimRight(was, ".,;:?!'`()") // the end of a sentence is no tone
		core = Decode(was, e)
	}
	r.changes, r.strain = core != was, strain(core)
	r.well = r.changes && r.strain < believed && hasMarkedWord(core)
	if w.read == nil {
		w.read = map[Encoding]reading{}
	}
	w.read[e] = r
	return r
}

// explained reports whether some encoding makes w a syllable.
func (w *word) explained() bool {
	return slices.ContainsFunc(candidates, func(e Encoding) bool { return w.in(e).well })
}

// decodeWord decodes one word. In a word of ASCII alone the signs that are
// letters in some encodings (| ^ @, all marks of VIQR) are signs unless a
// syllable comes of it or VIQR shows clearly.
func decodeWord(s string, e Encoding) string {
	text := Decode(s, e)
	if isASCII(s) && text != s && !readsWell(text) && !(e == VIQR && clearVIQR.MatchString(s)) {
		return s
	}
	return text
}

// clearVIQR is a word with a mark that is no punctuation, and no address.
var clearVIQR = regexp.MustCompile(`^[^@/0-9=]*([AEOaeo]\^|[OUou]\+|[Aa]\(|[AEIOUYaeiouy]~)[^@/0-9=]*$|^[("']*([Dd]d|DD)[^@/0-9=]*$`)

// cost of reading w in e.
func (w *word) cost(e Encoding, viqr bool) float64 {
	switch {
	case e == Unicode && viqr && w.ascii && w.in(VIQR).well:
		return 1
	case e == VIQR && w.ascii && w.in(VIQR).changes:
		return w.in(VIQR).strain
	case w.short || w.ascii:
		return 0
	case e == Unicode:
		return w.strain
	}
	r := w.in(e)
	if !r.changes && !allBytes(w.shown) {
		return 2
	}
	return r.strain
}
