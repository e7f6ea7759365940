package normalize

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// Runs of words. Some engines see no space in a heading and put it down as one
// word (CACCOQUANDONVICOTHAMQUYEN), and dates in capitals so too
// (NGAY21THANG3NAM2011). glued.go, which weighs misread letters as well, takes
// four words and no digits. A run is cut here where all its letters are words
// that lost their marks, the likeliest way:
//
//	cac co quan don vi co tham quyen     and not    ca cco ..., cac coq uan ...
//
// and every word is read like any other then. Names of other languages are cut
// into short words (A ma te ra su), and have a capital.

const (
	longRun    = 5   // words from which on letters alone are a run
	runLetters = 6   // letters, beside digits
	mostInWord = 7   // letters
	meanWord   = 2.5 // letters, at least
)

// runParts are the numbers, commas and letters of a run; a document's number
// ends it.
var runParts = regexp.MustCompile(`\d+(?:[/.,-]\d+)*(?:/\p{Lu}+-\p{Lu}+$)?|,|\p{L}+`)

// splitRuns is splitMisread with runs cut.
func (r *Restorer) splitRuns(field string) []lm.Piece {
	var out []lm.Piece
	for _, p := range splitMisread(field) {
		if run := r.cutRun(p); run != nil {
			out = append(out, run...)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// hasRun reports whether there is a run in a field.
func (r *Restorer) hasRun(field string) bool {
	return slices.ContainsFunc(splitMisread(field), func(p lm.Piece) bool { return r.cutRun(p) != nil })
}

// cutRun is the pieces of a run; nil if p is none.
func (r *Restorer) cutRun(p lm.Piece) []lm.Piece {
	if len(p.Core) < runLetters+1 || p.Kind != lm.Word && p.Kind != lm.Identifier || !oneCase(p.Core) {
		return nil
	}
	var run []lm.Piece
	numbers, length, letters := 0, 0, 0
	for _, part := range runParts.FindAllString(p.Core, -1) {
		length += len(part)
		switch first, _ := utf8.DecodeRuneInString(part); {
		case unicode.IsLetter(first):
			words := r.wordsIn([]rune(part))
			if words == nil {
				return nil
			}
			run, letters = append(run, words...), letters+len(part)
		case first != ',':
			run, numbers = append(run, lm.Piece{Core: part, Kind: misreadKind(part), Post: " "}), numbers+1
		case len(run) > 0:
			run[len(run)-1].Post = ", "
		}
	}
	words := len(run) - numbers
	if length < len(p.Core) || words < longRun && (numbers == 0 || letters < runLetters) || float64(letters) < meanWord*float64(words) {
		return nil
	}
	run[0].Pre, run[len(run)-1].Post = p.Pre, p.Post
	return run
}

// wordsIn cuts letters into words without marks, the likeliest way; nil if
// there is none.
func (r *Restorer) wordsIn(letters []rune) []lm.Piece {
	costs, from := make([]float64, len(letters)+1), make([]int, len(letters)+1)
	for to := 1; to <= len(letters); to++ {
		costs[to] = math.Inf(1)
		for at := max(0, to-mostInWord); at < to; at++ {
			if c := costs[at] + r.bareCost(string(letters[at:to])); c < costs[to] {
				costs[to], from[to] = c, at
			}
		}
	}
	if math.IsInf(costs[len(letters)], 1) {
		return nil
	}
	var words []lm.Piece
	for to := len(letters); to > 0; to = from[to] {
		words = append(words, lm.Piece{Core: string(letters[from[to]:to]), Post: " "})
	}
	slices.Reverse(words)
	return words
}

// bareCost is −ln of how frequent the commonest word is that folds to a core.
func (r *Restorer) bareCost(core string) float64 {
	if !lm.IsSyllable(core) {
		return math.Inf(1)
	}
	least := math.Inf(1)
	for _, rd := range r.readings(strings.ToLower(tone.Fold(core))) {
		if !rd.acronym {
			least = min(least, -rd.p)
		}
	}
	return least
}

// oneCase reports whether letters are all small or all capitals.
func oneCase(s string) bool { return s == strings.ToLower(s) || s == strings.ToUpper(s) }
