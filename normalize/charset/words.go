package charset

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// How an encoding is told.
//
// No byte value gives an encoding away: 0xE9 is é in Latin-1 and VISCII, ộ in
// TCVN3 and a mark in VNI. But Vietnamese syllables have a strict form, so only
// the right reading makes syllables of the words with odd bytes; and as fonts
// change within a page, each word is decided by itself and by its neighbours.
//
// First, which encodings are there at all. A word is odd that is not ASCII and
// no syllable as it stands. An encoding gains the odd words that its reading
// makes syllables and misses the others:
//
//	"kÕt qu¶ thùc hiÖn"   TCVN3:  kết quả thực hiện   gains 4 of 4
//	                      VISCII: kếừt …              gains 0 of 4
//	"l'été à Genève"      TCVN3:  l'ộtộ … Genốve      gains 0 of 2
//
// It is a candidate if it gains two (VIQR, which is plain ASCII with
// punctuation, and the rare ones three) and six in ten of the odd words of the
// lines where it gains any (for VIQR those are lines that are a quarter VIQR),
// and if what it gains are usual words: misread text ("véi" for với) makes
// syllables in some encoding, too, but odd ones (vội, trộ, sộ).
//
// Then the words are read from left to right as a path through the candidates
// and Unicode, the cheapest one:
//
//	an odd word read as Unicode                   1
//	a word that the encoding makes no syllable    1.1, 1.5 if it was one
//	a word that is a syllable both ways           0.15
//	a letter that is no byte in any old font (ế)  2
//	to another encoding and back                  1.8, 0.6 for one that is known
//
// So two odd words turn a run ("Ban hành B¸o c¸o kèm theo"), one does not, unless
// the text has shown by six of them that the encoding occurs: then "sóc" between
// two words of TCVN3 is súc, which alone would be right both ways.
//
// Measured on 6,000 lines of law, news and Wikipedia in ../shared/corpus cut to
// 40 characters, each put into an encoding and read alone, right to the letter
// (TestMeasure, 2026-11-22): Twice and TCVN3 99 %, VNI 98, BK HCM 96, VISCII and
// VPS 95, Windows-1258 94, VNI for DOS 90, VIQR 84 (where the last word is cut in
// two). What is missed has one odd word (VISCII shares half its letters with
// Latin-1) and is right in a longer text. The same lines as they were and 15,000
// whole ones: none of 477,275 words changed; nor any on the four pages of
// ../shared/badlayer and the seeds, of which 20 were before usualStrain (which
// costs one line in a hundred above). By the form of syllables alone, without
// the list in usual.go, TCVN3 had 98, BK HCM 1 87 and VPS 89, and "khoän" of
// VISCII was "khộn" in VNI.
//
// What was not done: Vietware, ISC, VNU and VNI for the Macintosh, of which no
// document was seen; telling .VnTimeH (capitals written with small letters'
// bytes), which is a property of the font and not of the text, but for what
// capitals.go makes of the letters around.

// Reading is a word as it reads and the encoding it was in.
type Reading struct {
	Text     string // NFC; bytes that no encoding explains stay as they were
	Encoding Encoding
}

// candidates are the encodings that are tried, the usual ones first.
var candidates = []Encoding{Twice, TCVN3, VNI, VISCII, Windows1258, VPS, BKHCM2, BKHCM1, VNIDOS, VIQR}

// Words reads the words of a text, line by line; [Fields] cuts lines into
// words. Invalid UTF-8 in a word is bytes of an old encoding.
func Words(lines [][]string) [][]Reading {
	j := newJudge(lines)
	encodings := j.path(lines, j.present(lines))
	out := make([][]Reading, len(lines))
	for i, line := range lines {
		out[i], encodings = j.read(line, encodings[:len(line)]), encodings[len(line):]
	}
	return out
}

// Detect tells the encoding that most words of a text are in, and which share
// of its odd words that is, 0 to 1. Text that needs no decoding, or tells
// nothing, is [Unicode].
func Detect(s string) (Encoding, float64) {
	var lines [][]string
	for line := range strings.Lines(s) {
		lines = append(lines, Fields(line))
	}
	_, counts, odd := tally(lines, Words(lines))
	best := mostOf(counts)
	switch {
	case best != Unicode:
		return best, float64(counts[best]) / float64(counts[best]+odd)
	case counts[Decomposed] > 0:
		return Decomposed, 1
	}
	return Unicode, 0
}

// tally counts words that are not ASCII: all, those that were decoded by
// encoding, and those that are odd still.
func tally(lines [][]string, readings [][]Reading) (all int, counts map[Encoding]int, odd int) {
	counts = map[Encoding]int{}
	for i, line := range lines {
		for k, w := range line {
			r := readings[i][k]
			if isASCII(w) && r.Text == w {
				continue
			}
			all++
			if counts[r.Encoding]++; r.Encoding == Unicode && !utf8.ValidString(w) {
				odd++
			}
		}
	}
	return all, counts, odd
}

// mostOf is the old encoding of the most words, or Unicode.
func mostOf(counts map[Encoding]int) Encoding {
	best := Unicode
	for _, e := range candidates {
		if n := counts[e]; n > 0 && (best == Unicode || n > counts[best]) {
			best = e
		}
	}
	return best
}

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

// present are Unicode and the encodings that occur in the text, with what it
// costs to change to them.
func (j *judge) present(lines [][]string) []state {
	states := []state{{Unicode, 0}}
	odd := j.oddWords(lines)
	for _, e := range candidates {
		var all gains
		for i, line := range lines {
			words := odd[i]
			if e == VIQR {
				words = line
			}
			g := j.gains(words, e)
			if g.gained > 0 && (e != VIQR || 4*g.gained >= len(line)) {
				all.add(g)
			}
		}
		least, change := 2, 0.9
		if e.isRare() {
			least, change = 3, 1.4
		}
		if all.gained < least || 10*all.gained < 6*(all.gained+all.missed) || all.strain > usualStrain*float64(all.gained) {
			continue
		}
		if all.gained >= known {
			change -= 0.6
		}
		states = append(states, state{e, change})
	}
	return states
}

// usualStrain: words that somebody wrote strain belief less than this on
// average. Those that come of misread letters by chance are rare ones (trộ,
// sộ).
const usualStrain = 0.36

// isRare: few documents are in these, or many signs could be.
func (e Encoding) isRare() bool {
	return e == VIQR || e == BKHCM1 || e == BKHCM2 || e == VNIDOS
}

// known is from how many words on an encoding is no surprise in a text.
const known = 6

// state is an encoding on the path, and what a change to or from it costs.
type state struct {
	Encoding
	change float64
}

// oddWords are those of each line.
func (j *judge) oddWords(lines [][]string) [][]string {
	out := make([][]string, len(lines))
	for i, line := range lines {
		for _, s := range line {
			if j.word(s).odd {
				out[i] = append(out[i], s)
			}
		}
	}
	return out
}

// gains are the words that an encoding makes syllables, how much those strain
// belief, and the words that it changes into none and that nothing else
// explains.
type gains struct {
	gained, missed int
	strain         float64
}

func (g *gains) add(o gains) {
	g.gained += o.gained
	g.missed += o.missed
	g.strain += o.strain
}

func (j *judge) gains(line []string, e Encoding) (g gains) {
	for _, s := range line {
		w := j.word(s)
		if e == VIQR && !(w.ascii && strings.ContainsAny(s, viqrSigns)) {
			continue
		}
		switch r := w.in(e); {
		case r.well:
			g.gained++
			g.strain += r.strain
		case r.changes && !w.short && !w.explained():
			g.missed++
		}
	}
	return g
}

// viqrSigns: one of these is in every word that VIQR writes with marks.
const viqrSigns = "`'?~.^(+dD"

// path gives every word the encoding of the cheapest path (Viterbi).
func (j *judge) path(lines [][]string, states []state) []Encoding {
	n := 0
	for _, line := range lines {
		n += len(line)
	}
	out := make([]Encoding, n)
	if len(states) == 1 {
		return out
	}
	viqr := slices.ContainsFunc(states, func(s state) bool { return s.Encoding == VIQR })
	best := make([]float64, len(states))
	for i, s := range states {
		best[i] = s.change
	}
	from := make([][]uint8, 0, n)
	for _, line := range lines {
		for _, s := range line {
			back := make([]uint8, len(states))
			best = step(best, states, back)
			from = append(from, back)
			for i, st := range states {
				best[i] += j.word(s).cost(st.Encoding, viqr)
			}
		}
	}
	at := uint8(slices.Index(best, slices.Min(best)))
	for i := n - 1; i >= 0; i-- {
		out[i] = states[at].Encoding
		at = from[i][at]
	}
	return out
}

// step is the cost of the cheapest way into each state; back tells where from.
func step(best []float64, states []state, back []uint8) []float64 {
	next := make([]float64, len(states))
	for to := range states {
		back[to], next[to] = uint8(to), best[to]
		for from := range states {
			if c := best[from] + states[from].change + states[to].change; from != to && c < next[to] {
				back[to], next[to] = uint8(from), c
			}
		}
	}
	return next
}

// read decodes the words of a line.
func (j *judge) read(line []string, encodings []Encoding) []Reading {
	out := make([]Reading, len(line))
	for i, s := range line {
		e := encodings[i]
		out[i] = Reading{s, e}
		switch {
		case e == Unicode && utf8.ValidString(s):
			if out[i].Text = norm.NFC.String(s); out[i].Text != s {
				out[i].Encoding = Decomposed
			}
		case e != Unicode:
			out[i].Text = j.word(s).in(e).text
		}
	}
	raiseRuns(out)
	return out
}

// raiseRuns raises capitals in the runs of encodings that lack them.
func raiseRuns(line []Reading) {
	for i := 0; i < len(line); {
		end := i + 1
		for end < len(line) && line[end].Encoding == line[i].Encoding {
			end++
		}
		if line[i].Encoding.lacksCapitals() {
			raiseWords(line[i:end])
		}
		i = end
	}
}

// isControl knows the codes that VISCII and VPS have capitals at.
func isControl(r rune) bool { return r > 0 && r < ' ' && (r < '\t' || r > '\r') }

// isASCII: nothing but ASCII, and no control codes.
func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || isControl(r) }) < 0
}

// allBytes reports whether every letter of s shows a byte.
func allBytes(s string) bool {
	for _, r := range s {
		if _, ok := asByte(r); !ok && unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// readsWell reports whether all words in s, which has no white space, are
// Vietnamese syllables.
func readsWell(s string) bool {
	words := strings.FieldsFunc(s, isOutside)
	for _, w := range words {
		if !isSyllable(w) {
			return false
		}
	}
	return len(words) > 0
}

// isOutside reports whether r stands between words in correct text. Signs that
// are letters in an old font (¸ ¶ ®) do not.
func isOutside(r rune) bool {
	return r < 0x80 && !unicode.IsLetter(r) && r >= ' ' || strings.ContainsRune("“”‘’–—…•", r)
}
