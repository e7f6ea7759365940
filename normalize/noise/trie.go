package noise

import "slices"

// trie is strings of letters that share their beginnings. The first node is
// the root; the children of a node are neighbours.
type trie []node

type node struct {
	letter   uint8
	children uint8
	first    int32 // child
	item     int32 // the number of the string that ends here, and one
	least    cost  // weight of the strings from here down
}

func newTrie(spelled [][]uint8, weights []cost) trie {
	order := make([]int32, len(spelled))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return slices.Compare(spelled[a], spelled[b]) })
	t := trie{{least: impossible}}
	t.grow(0, 0, spelled, weights, order)
	return t
}

// grow makes what is below a node at depth from the strings there, which are
// in order.
func (t *trie) grow(at, depth int, spelled [][]uint8, weights []cost, order []int32) {
	least := impossible
	if len(order) > 0 && len(spelled[order[0]]) == depth {
		(*t)[at].item, least = order[0]+1, weights[order[0]]
		order = order[1:]
	}
	first := len(*t)
	var below [][]int32
	for len(order) > 0 {
		letter, end := spelled[order[0]][depth], 1
		for end < len(order) && spelled[order[end]][depth] == letter {
			end++
		}
		*t = append(*t, node{letter: letter})
		below, order = append(below, order[:end]), order[end:]
	}
	(*t)[at].first, (*t)[at].children = int32(first), uint8(len(below))
	for i, strings := range below {
		t.grow(first+i, depth+1, spelled, weights, strings)
		least = min(least, (*t)[first+i].least)
	}
	slices.SortStableFunc((*t)[first:first+len(below)], func(a, b node) int { return int(a.least - b.least) })
	(*t)[at].least = least
}

// strings is the number of strings in the trie.
func (t trie) strings() int {
	n := 0
	for i := range t {
		if t[i].item > 0 {
			n++
		}
	}
	return n
}
