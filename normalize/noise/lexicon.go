package noise

import (
	"maps"
	"slices"
)

// Lexicon is the words that may be found, as tries: of whole words, of their
// heads, and of their tails from the last letter back. A head is the first
// letter and the consonants after it, a tail the rest: ngh-iêng, tr-ường,
// anh-; of an acronym, it is the first letter. Some 7,000 syllables have two
// hundred heads and a thousand tails.
// Read-only once made; safe for concurrent use.
type Lexicon struct {
	words   []string
	spelled [][]uint8
	weights []cost // half of what NewLexicon was given
	whole   trie
	heads   trie
	tails   trie
	endings [][]ending // by tail
}

// ending is a word with a given tail.
type ending struct {
	head, word int32
	weight     cost
}

// NewLexicon makes the lexicon of words and their weights: −ln of how frequent
// they are, which tells whom to prefer among the many that a bad reading may
// stand for. Words with signs that are no letters are left out.
func NewLexicon(words map[string]float64) *Lexicon {
	l := &Lexicon{}
	heads, tails := newParts(), newParts()
	for _, w := range slices.Sorted(maps.Keys(words)) {
		s, ok := spell(w)
		if !ok {
			continue
		}
		word, weight := int32(len(l.words)), nats(words[w]/2)
		l.words, l.weights, l.spelled = append(l.words, w), append(l.weights, weight), append(l.spelled, s)
		cut := headLength(s)
		head, tail := heads.add(s[:cut], weight), tails.add(reversed(s[cut:]), weight)
		for int(tail) >= len(l.endings) {
			l.endings = append(l.endings, nil)
		}
		l.endings[tail] = append(l.endings[tail], ending{head, word, weight})
	}
	for _, e := range l.endings {
		slices.SortFunc(e, func(a, b ending) int { return int(a.weight - b.weight) })
	}
	l.whole, l.heads, l.tails = newTrie(l.spelled, l.weights), heads.trie(), tails.trie()
	return l
}

// Len is the number of words.
func (l *Lexicon) Len() int { return len(l.words) }

// Word is the word of a number, as it was given.
func (l *Lexicon) Word(n int) string { return l.words[n] }

// spell is the numbers of a word's letters.
func spell(word string) ([]uint8, bool) {
	var out []uint8
	for _, r := range word {
		n, ok := numbers[r]
		if !ok {
			return nil, false
		}
		out = append(out, n)
	}
	return out, len(out) > 0
}

func headLength(spelled []uint8) int {
	n := 1
	for n < len(spelled) && spelled[n] < half && !isVowel(parted[spelled[n]].Plain) {
		n++
	}
	return n
}

func reversed(s []uint8) []uint8 {
	s = slices.Clone(s)
	slices.Reverse(s)
	return s
}

// parts are heads or tails, each once.
type parts struct {
	numbers map[string]int32
	spelled [][]uint8
	weights []cost // of the commonest word
}

func newParts() *parts { return &parts{numbers: make(map[string]int32)} }

func (p *parts) add(spelled []uint8, weight cost) int32 {
	n, ok := p.numbers[string(spelled)]
	if !ok {
		n = int32(len(p.spelled))
		p.numbers[string(spelled)] = n
		p.spelled, p.weights = append(p.spelled, spelled), append(p.weights, weight)
	}
	p.weights[n] = min(p.weights[n], weight)
	return n
}

func (p *parts) trie() trie { return newTrie(p.spelled, p.weights) }
