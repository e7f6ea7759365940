package blank

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// em is the width of letters in thousandths of the size of the type, as in
// Times, in which administrative documents are set. Where OCR glued a hand to
// printed letters, these tell how far the print of the word reaches. The colon
// is as wide as its ink, it ends the anchor.
var em = map[rune]float64{
	'a': 444, 'b': 500, 'c': 444, 'd': 500, 'e': 444, 'g': 500, 'h': 500, 'i': 278, 'k': 500, 'l': 278, 'm': 778, 'n': 500,
	'o': 500, 'p': 500, 'q': 500, 'r': 333, 's': 389, 't': 278, 'u': 500, 'v': 500, 'x': 500, 'y': 500,
	'A': 722, 'B': 667, 'C': 667, 'D': 722, 'E': 611, 'G': 722, 'H': 722, 'I': 333, 'K': 722, 'L': 611, 'M': 889, 'N': 722,
	'O': 722, 'P': 556, 'Q': 722, 'R': 667, 'S': 556, 'T': 611, 'U': 722, 'V': 722, 'X': 722, 'Y': 722,
	'/': 278, '-': 333, ':': 200, ',': 250, '.': 250, ' ': 250, '&': 778,
}

// otherEm is the width of letters that em does not have; digits are as wide.
const otherEm = 500

// bare is a letter without its marks: ố → o, Đ → D.
func bare(r rune) rune {
	switch r {
	case 'đ', 'ð':
		return 'd'
	case 'Đ', 'Ð':
		return 'D'
	case 'ø':
		return 'o'
	case 'Ø':
		return 'O'
	}
	for _, first := range norm.NFD.String(string(r)) {
		return first
	}
	return r
}

// width is how wide a text is printed, in units of the size of the type.
func width(s string) (sum float64) {
	before := ' '
	for _, r := range s {
		w, ok := em[bare(r)]
		if !ok {
			w = otherEm
		}
		if before != 'Đ' || r != 'Ð' { // one letter that was read twice
			sum += w
		}
		before = r
	}
	return sum / 1000
}

// descends reports whether a letter of a printed word reaches below the line.
func descends(s string) bool {
	return strings.ContainsAny(s, "gpqyQ,;ạậặẹệịọộợụựỵ")
}

// fold is a text in small letters without marks, one rune for each of its own.
func fold(s string) []rune {
	var out []rune
	for _, r := range norm.NFC.String(s) {
		out = append(out, unicode.ToLower(bare(r)))
	}
	return out
}

// distance is the number of letters to change, add or take away.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
