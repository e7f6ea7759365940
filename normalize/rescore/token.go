package rescore

import (
	"strings"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// Token is a word as every reader of stripped text sees it.
type Token struct {
	Form  uint64 // hash of the letters without marks and capitals
	Gap   Gap    // what stands between it and the next
	Title bool   // capitalised where that tells something
}

// Gap is the kind of sign between two words.
type Gap uint8

// The gaps. The first sign of several counts.
const (
	None  Gap = iota
	Pause     // , ; :
	Stop      // . ? !
	Quote     // quotation marks, brackets
	Other
)

// Tokens makes tokens of pieces; at tells the token of each piece, −1 for
// signs that stand alone.
func Tokens(pieces []lm.Piece, cases []lm.Case) (tokens []Token, at []int) {
	tokens, at = make([]Token, 0, len(pieces)), make([]int, len(pieces))
	for i, p := range pieces {
		if n := len(tokens); n > 0 && tokens[n-1].Gap == None {
			tokens[n-1].Gap = gapOf(p.Pre)
		}
		if at[i] = len(tokens); p.Core == "" {
			at[i] = -1
			continue
		}
		tokens = append(tokens, Token{Form: formOf(p), Gap: gapOf(p.Post), Title: cases[i] == lm.Title})
	}
	return tokens, at
}

func formOf(p lm.Piece) uint64 {
	if p.Kind != lm.Word {
		return uint64(p.Kind)
	}
	return Hash(strings.ToLower(tone.Fold(p.Core)))
}

func gapOf(signs string) Gap {
	if signs == "" {
		return None
	}
	first, _ := utf8.DecodeRuneInString(signs)
	switch {
	case strings.ContainsRune(",;:", first):
		return Pause
	case strings.ContainsRune(".?!…", first):
		return Stop
	case strings.ContainsRune("\"'()“”", first):
		return Quote
	}
	return Other
}

// Hash is the number of a word or form: FNV-1a.
func Hash(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h
}
