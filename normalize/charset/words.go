package charset

import (
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
