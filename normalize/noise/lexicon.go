package noise

import (
	"maps"
	"slices"
)

// Lexicon is the trie of the words that may be found. Read-only once made;
// safe for concurrent use.
type Lexicon struct {
	nodes   []node
	words   []string
	weights []float64
}

type node struct {
	letter      uint8
	first, next int32 // first child, next sibling; 0 = none
	word        int32 // index + 1
}

// NewLexicon makes the trie of words and their weights: −ln of how frequent
// they are, which tells whom to prefer among the many that a bad reading may
// stand for. Words with signs that are no letters are left out.
func NewLexicon(words map[string]float64) *Lexicon {
	l := &Lexicon{nodes: make([]node, 1)}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		l.insert(w, words[w])
	}
	return l
}

func (l *Lexicon) insert(word string, weight float64) {
	at := int32(0)
	for _, r := range word {
		n, ok := numbers[r]
		if !ok {
			return
		}
		at = l.child(at, n)
	}
	if l.nodes[at].word == 0 {
		l.words = append(l.words, word)
		l.weights = append(l.weights, weight)
		l.nodes[at].word = int32(len(l.words))
	}
}

func (l *Lexicon) child(at int32, n uint8) int32 {
	for c := l.nodes[at].first; c != 0; c = l.nodes[c].next {
		if l.nodes[c].letter == n {
			return c
		}
	}
	c := int32(len(l.nodes))
	l.nodes = append(l.nodes, node{letter: n, next: l.nodes[at].first})
	l.nodes[at].first = c
	return c
}
