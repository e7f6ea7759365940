package noise

import (
	"maps"
	"slices"
)

// Lexicon is the trie of the words that may be found. Read-only once made;
// safe for concurrent use.
type Lexicon struct {
	nodes   []node // the children of a node are neighbours
	words   []string
	weights []cost // half of what NewLexicon was given
}

type node struct {
	letter   uint8
	children uint8
	first    int32 // child
	word     int32 // index + 1
	least    cost  // weight of the words from here down
}

// NewLexicon makes the trie of words and their weights: −ln of how frequent
// they are, which tells whom to prefer among the many that a bad reading may
// stand for. Words with signs that are no letters are left out.
func NewLexicon(words map[string]float64) *Lexicon {
	l := &Lexicon{nodes: make([]node, 1)}
	var spelled [][]uint8
	for _, w := range slices.Sorted(maps.Keys(words)) {
		if s, ok := spell(w); ok {
			l.words, l.weights = append(l.words, w), append(l.weights, nats(words[w]/2))
			spelled = append(spelled, s)
		}
	}
	order := make([]int32, len(spelled))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return slices.Compare(spelled[a], spelled[b]) })
	l.grow(0, 0, spelled, order)
	return l
}

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

// grow makes the children of a node at depth from the words below it, which
// are in order.
func (l *Lexicon) grow(at, depth int, spelled [][]uint8, order []int32) {
	n := &l.nodes[at]
	n.least = impossible
	if len(order) > 0 && len(spelled[order[0]]) == depth {
		n.word, n.least = order[0]+1, l.weights[order[0]]
		order = order[1:]
	}
	first := len(l.nodes)
	var below [][]int32
	for len(order) > 0 {
		letter := spelled[order[0]][depth]
		end := 1
		for end < len(order) && spelled[order[end]][depth] == letter {
			end++
		}
		l.nodes = append(l.nodes, node{letter: letter})
		below, order = append(below, order[:end]), order[end:]
	}
	l.nodes[at].first, l.nodes[at].children = int32(first), uint8(len(below))
	for i, words := range below {
		l.grow(first+i, depth+1, spelled, words)
		l.nodes[at].least = min(l.nodes[at].least, l.nodes[first+i].least)
	}
}

// Len is the number of words.
func (l *Lexicon) Len() int { return len(l.words) }

// Word is the word of a number, as it was given.
func (l *Lexicon) Word(n int) string { return l.words[n] }
