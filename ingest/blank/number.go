package blank

import (
	"math"
	"slices"
	"unicode"

	"vanthu/ingest"
)

// findNumber looks for `Số: … /KH-UBND`. Size and slope are those of the date,
// or of the page.
func findNumber(rows []*row, size, slope float64) (Blank, bool) {
	for _, r := range rows {
		begin, end := r.called(), r.symbol()
		if end < 0 || !begin.found() && r.word[end] > 1 {
			continue
		}
		r.settle(r.ownSize(begin, size), slope)
		return r.numberGap(begin, end), true
	}
	return Blank{}, false
}

// ownSize is the size of the number's type: its symbol's if that was read well,
// else that of the date or a point less, whichever Số: is nearer to.
func (r *row) ownSize(begin anchor, size float64) float64 {
	if own := median(r.sizes()); own > 0.8*size && own < 1.25*size {
		return own
	}
	less := size * 13 / 14
	if begin.found() && r.last[begin.to-1] && r.word[begin.to-1] == 0 {
		own := r.words[0].Box.Width() / (width(begin.text) - sideBearing)
		if math.Abs(own-less) < math.Abs(own-size) {
			return less
		}
	}
	return size
}

// numberGap is the gap between Số: and the stroke.
func (r *row) numberGap(begin anchor, end int) Blank {
	w := r.words[r.word[end]]
	right := w.Box.X0
	if !r.first[end] {
		right = w.Box.X1 - (width(string(r.plain[end:r.wordEnd(end)]))-sideBearing)*r.size
	}
	switch {
	case unicode.IsLetter(r.plain[end]): // the stroke was not read
		right -= width("/") * r.size
	case r.isSpoiled(end):
		right -= width("/KH") * r.size
	}
	left := right - lostSerial*r.size
	if begin.found() {
		_, left = r.reach(begin, atLeft)
	}
	return r.blank(ingest.FieldNumber, left, right)
}

// lostSerial is the room for a serial whose Số: was not read.
const lostSerial = 3.5

func (r *row) wordEnd(i int) int {
	for !r.last[i] {
		i++
	}
	return i + 1
}

// called is the `Số:` that begins the row.
func (r *row) called() anchor {
	if len(r.runes) < 3 || r.runes[0] != 's' && r.runes[0] != '5' && r.runes[0] != '8' {
		return anchor{}
	}
	if c := r.runes[1]; c != 'o' && c != '6' && c != '0' && r.runes[2] != ':' {
		return anchor{}
	}
	for i, c := range r.runes[2:min(4, len(r.runes))] {
		if c == ':' || c == ';' || c == '.' {
			return anchor{0, i + 3, "Số:"}
		}
	}
	return anchor{0, 2, "Số"}
}

// symbol is the rune where the print after the serial begins: the stroke before
// the codes, the hyphen of a party's number, or the first capital of the codes
// where the stroke was not read. -1 if there is none.
func (r *row) symbol() int {
	for i := 2; i+2 < len(r.runes); i++ {
		if r.plain[i] != '/' || !unicode.IsUpper(r.plain[i+1]) || !unicode.IsLetter(r.plain[i+2]) {
			continue
		}
		if j := i - 1; j > 2 && unicode.IsLetter(r.plain[j]) && r.hyphen(j) > 0 {
			return r.hyphen(j)
		}
		return r.beforeYear(i)
	}
	if i := r.looseSymbol(); i > 0 {
		return i
	}
	for i := 3; i+3 < len(r.runes); i++ {
		if (r.first[i] || !unicode.IsLetter(r.plain[i-1])) && codes(r.plain[i:r.wordEnd(i)]) {
			return i
		}
	}
	for i := len(r.runes) - 3; i > 2; i-- {
		if r.isSpoiled(i) {
			return i
		}
	}
	return -1
}

// isSpoiled reports whether a rune is the hyphen of codes whose stroke and first
// letters the hand has spoiled: `Ø&H-sNv`. Most first codes have two letters.
func (r *row) isSpoiled(i int) bool {
	rest := r.plain[i:r.wordEnd(i)]
	return rest[0] == '-' && !r.first[i] && len(rest) > 2 && !slices.ContainsFunc(rest[1:], func(c rune) bool { return !unicode.IsLetter(c) })
}

// looseSymbol is the stroke before codes of which a hand or a bad copy has spoiled
// letters: `/kH-sNv`, `/&H-SNV`. It stands up to mostCode letters before their
// hyphen, no figure between.
func (r *row) looseSymbol() int {
	for i := len(r.runes) - 3; i > 2; i-- {
		if r.plain[i] != '-' || !unicode.IsLetter(r.plain[i+1]) || !unicode.IsLetter(r.plain[i+2]) {
			continue
		}
		for j := i - 1; j > 2 && j >= i-mostCode-1 && !unicode.IsDigit(r.plain[j]); j-- {
			if r.plain[j] == '/' {
				return j
			}
		}
	}
	return 0
}

// mostCode is how many letters a code before the hyphen has: UBND, at most CTPH.
const mostCode = 4

// beforeYear is the stroke before the year of `26/2021/NQ-HĐND`, or i itself.
func (r *row) beforeYear(i int) int {
	if j := i - 5; j > 2 && r.plain[j] == '/' && digits(r.runes[j+1:i]) {
		return j
	}
	return i
}

// hyphen is the hyphen before the type of `28-CT/TW`, whose last letter is at
// j, or 0.
func (r *row) hyphen(j int) int {
	i := j
	for i > 0 && unicode.IsLetter(r.plain[i]) {
		i--
	}
	if n := j - i; r.plain[i] == '-' && n >= 2 && n <= 3 {
		return i
	}
	return 0
}

// codes reports whether letters are `UBND-MT`: capitals around a hyphen.
func codes(s []rune) bool {
	at := slices.Index(s, '-')
	if at < 2 || at+1 >= len(s) || !unicode.IsUpper(s[at+1]) {
		return false
	}
	return !slices.ContainsFunc(s[:at], func(r rune) bool { return !unicode.IsUpper(r) })
}
