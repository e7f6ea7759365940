package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// flow tells where paragraphs begin on a page. Where layout has numbered them
// its word counts; where it did not run, a line goes on from the one before
// when that one was full and this one begins with neither a label nor, after a
// full stop, a capital.
type flow struct {
	right  float64 // where full lines end, in points
	full   int     // how long full lines are, in letters
	ragged bool    // typed text: lines end where the next word did not fit
}

func newFlow(p ingest.Page) flow {
	f := flow{ragged: p.Source == ingest.SourceText}
	for _, l := range p.Lines {
		f.right = max(f.right, l.Box.X1)
		letters := 0
		for _, w := range l.Words {
			letters += utf8.RuneCountInString(w.Text) + 1
		}
		f.full = max(f.full, letters-1)
	}
	return f
}

// breaks reports whether line, whose text is given, begins a new paragraph after
// previous.
func (f flow) breaks(previous, line *ingest.Line, before, text string, samePage bool) bool {
	switch {
	case previous.Zone != line.Zone && samePage:
		return true
	case line.Zone == ingest.ZoneTable:
		return line.Cell.Table == 0 || line.Cell != previous.Cell || !samePage
	case !samePage:
		return ended(before) || !startsLower(text)
	case line.Zone == ingest.ZoneBody && startsLower(text) && !ended(before) && !labelled(text):
		return false // a blank line or an indent inside a sentence
	case previous.Para != 0 || line.Para != 0:
		return previous.Para != line.Para
	case labelled(text) || strings.HasSuffix(before, "./."):
		return true
	case startsLower(text) && !strings.ContainsAny(before[len(before)-1:], ".;!?"):
		return false
	case below(previous.Box, line.Box):
		return true
	case allUpper(before) != allUpper(text):
		return true
	case ended(before):
		return true
	}
	return !f.isFull(previous, before)
}

// below reports whether more room than that of a line lies between two lines.
func below(a, b ingest.Box) bool {
	return !a.IsZero() && !b.IsZero() && b.Y0-a.Y1 > 0.9*a.Height()
}

func (f flow) isFull(l *ingest.Line, text string) bool {
	if f.right > 0 && !l.Box.IsZero() && !f.ragged {
		return l.Box.X1 > 0.92*f.right
	}
	return 4*utf8.RuneCountInString(text) > 3*f.full
}

// ended reports whether a text closes with the end of a sentence or item.
func ended(s string) bool {
	return s != "" && strings.ContainsAny(s[len(s)-1:], ".;:!?")
}

// labelled reports whether a text begins like an item: "- ", "1.", "a)", "IV.",
// "1/ ", "II- ", "Điều 3".
func labelled(s string) bool {
	f := fold.String(s[:min(len(s), 40)])
	if f == "" {
		return false
	}
	if strings.IndexByte("-+*", f[0]) >= 0 || strings.HasPrefix(f, "dieu ") && len(f) > 5 && fold.IsDigit(f[5]) {
		return true
	}
	i := 0
	for i < len(f) && (fold.IsLetter(f[i]) || fold.IsDigit(f[i])) {
		i++
	}
	if i == 0 || i > 4 || i == len(f) || !closes(f, i) {
		return false
	}
	return fold.IsDigit(f[0]) && i <= 2 || i == 1 || roman(f[:i]) > 0
}

// closes reports whether what stands at i closes a label: a full stop or a
// bracket, and before a space a stroke or, in party documents, a hyphen.
func closes(f string, i int) bool {
	spaced := i+1 < len(f) && f[i+1] == ' '
	return f[i] == '.' || f[i] == ')' || spaced && (f[i] == '/' || f[i] == '-')
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func isUpper(r rune) bool { return unicode.IsUpper(r) }

// allUpper reports whether a text has letters and none of them is small.
func allUpper(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

var romanStrokes = strings.NewReplacer("1", "i", "l", "i")

// roman is the value of a Roman number in small letters up to 39, or 0. OCR
// reads I as 1 or l: `i11` is III.
func roman(s string) int {
	s = romanStrokes.Replace(s)
	tens := 0
	for strings.HasPrefix(s, "x") && tens < 3 {
		s, tens = s[1:], tens+1
	}
	for n, r := range []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
		if s == r {
			return 10*tens + n
		}
	}
	return 0
}
