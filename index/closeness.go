package index

// Which of the documents that share words with a half-remembered or misread
// sentence is the one that has it.
//
// Twenty words of which OCR damaged twelve share pairs with hundreds of legal
// texts. Of the 40 that score best the text is read: where most of the words
// stand close together, there the letters are compared. The distance is the
// fewest letters to be changed, left out or put in until the query stands in
// that stretch (Sellers), folded, so that lost marks cost nothing:
//
//	query    phap luat co luel quon dieu le
//	stretch  … truong hop phap luat co lien quan, dieu le cong ty …   4
//	another  … phap luat co quy dinh ve dieu le hop tac xa …          9
//
// recall@1 on sentences with OCR noise (TestKnownItems): without this 0.75, by
// the number of words that stand close together alone 0.91, by letters 0.96; by
// letters with their marks as well, no more.

import (
	"cmp"
	"slices"
	"strings"
)

// How many documents are looked at again when a query had to be relaxed, at how
// many words of it, and of how many stretches of each the letters are compared.
const (
	reranked  = 40
	compared  = 40
	stretches = 4
)

// byCloseness reorders the best matches of a relaxed query.
func (s *searching) byCloseness(matches []match) error {
	words := s.parsed.words()
	words = words[:min(len(words), compared)]
	distance, left := map[uint32]int{}, maxChecked
	for i, m := range matches {
		distance[m.entry] = farAway
		if i >= reranked || left <= 0 {
			continue
		}
		err := s.g.visit(uint64(m.entry), func(field string, text []byte) {
			if field == fieldText || field == fieldSaid {
				left -= len(text)
				distance[m.entry] = min(distance[m.entry], distanceIn(string(text), words))
			}
		})
		if err != nil {
			return err
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int { return cmp.Compare(distance[a.entry], distance[b.entry]) })
	return nil
}

const farAway = 1 << 30

// distanceIn is how far a text is from saying some words.
func distanceIn(text string, words []syllable) int {
	have, query := syllables(text), joinFolded(words)
	best := farAway
	for _, at := range closest(have, words) {
		stretch := have[max(at-2*len(words), 0):min(at+len(words)/2, len(have))]
		best = min(best, lettersApart(query, joinFolded(stretch)))
	}
	return best
}

func joinFolded(words []syllable) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.folded)
		b.WriteByte(' ')
	}
	return b.String()
}

// closest are the first places in a text up to which the most different words
// of the query stand within a stretch half as long again as the query.
func closest(text, words []syllable) []int {
	part := map[string]int{}
	for i, w := range words {
		part[w.folded] = i
	}
	stretch := len(words) + len(words)/2
	seen := make([]int, len(words)) // in the stretch, by part
	var recent []int                // parts of the stretch, -1 for other words
	distinct, best := 0, 0
	var places []int
	for at, s := range text {
		p, ok := part[s.folded]
		if !ok {
			p = -1
		} else if seen[p]++; seen[p] == 1 {
			if distinct++; distinct > best {
				best, places = distinct, places[:0]
			}
			if distinct == best && len(places) < stretches {
				places = append(places, at)
			}
		}
		if recent = append(recent, p); len(recent) <= stretch {
			continue
		}
		if gone := recent[0]; gone >= 0 {
			if seen[gone]--; seen[gone] == 0 {
				distinct--
			}
		}
		recent = recent[1:]
	}
	return places
}

// lettersApart is the fewest letters to be changed, left out or put in until
// query stands somewhere in text. row[i] is that of the query's first i letters
// standing before the letter of text just read.
func lettersApart(query, text string) int {
	row := make([]int, len(query)+1)
	for i := range row {
		row[i] = i
	}
	best := len(query)
	for t := range len(text) {
		diagonal := row[0] // always 0: it may begin anywhere
		for i := range len(query) {
			changed := diagonal + one(query[i] != text[t])
			diagonal = row[i+1]
			row[i+1] = min(changed, row[i]+1, diagonal+1)
		}
		best = min(best, row[len(query)])
	}
	return best
}
