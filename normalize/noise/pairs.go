package noise

import (
	"strings"

	"vanthu/normalize/tone"
)

// Pairs aligns the words of a line with what was read there. Words that were
// split or run together are left out, and pairs with hardly a sign in common.
func Pairs(gold, raw string) []Pair {
	g, r := strings.Fields(gold), strings.Fields(raw)
	w := len(r) + 1
	cost := make([]float64, (len(g)+1)*w)
	for i := range len(g) + 1 {
		for j := range w {
			cost[i*w+j] = cheapest(cost, g, r, i, j)
		}
	}
	var pairs []Pair
	for i, j := len(g), len(r); i > 0 && j > 0; {
		switch cost[i*w+j] {
		case cost[(i-1)*w+j-1] + distance(g[i-1], r[j-1]):
			i, j = i-1, j-1
			if distance(g[i], r[j]) < 0.7 {
				pairs = append(pairs, trim(g[i], r[j]))
			}
		case cost[(i-1)*w+j] + gap:
			i--
		default:
			j--
		}
	}
	return pairs
}

const gap = 0.6 // of a word without partner; a pair costs 0 to 1

func cheapest(cost []float64, g, r []string, i, j int) float64 {
	w := len(r) + 1
	switch {
	case i == 0 && j == 0:
		return 0
	case i == 0:
		return cost[j-1] + gap
	case j == 0:
		return cost[(i-1)*w] + gap
	}
	return min(cost[(i-1)*w+j-1]+distance(g[i-1], r[j-1]), cost[(i-1)*w+j]+gap, cost[i*w+j-1]+gap)
}

// distance is the edit distance of two words without marks, by the length of
// the longer.
func distance(a, b string) float64 {
	x, y := []rune(tone.Fold(a)), []rune(tone.Fold(b))
	return float64(edits(x, y)) / float64(max(len(x), len(y), 1))
}

// Edits is the edit distance (Levenshtein) of two words: how many signs are
// put in, left out or changed.
func Edits(a, b string) int { return edits([]rune(a), []rune(b)) }

func edits(x, y []rune) int {
	prev := make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i, p := range x {
		diagonal := prev[0]
		prev[0] = i + 1
		for j, q := range y {
			c := diagonal
			if p != q {
				c++
			}
			diagonal = prev[j+1]
			prev[j+1] = min(c, prev[j]+1, diagonal+1)
		}
	}
	return prev[len(y)]
}

// trim takes off the signs that both end in.
func trim(gold, raw string) Pair {
	for _, s := range []string{".", ",", ";", ":", ")", "”", `"`} {
		if strings.HasSuffix(gold, s) && strings.HasSuffix(raw, s) {
			gold, raw = strings.TrimSuffix(gold, s), strings.TrimSuffix(raw, s)
		}
	}
	for _, s := range []string{"(", "“", `"`} {
		if strings.HasPrefix(gold, s) && strings.HasPrefix(raw, s) {
			gold, raw = strings.TrimPrefix(gold, s), strings.TrimPrefix(raw, s)
		}
	}
	return Pair{gold, raw}
}
