// Package noise is the noisy channel: how likely a reader that looks at a
// Vietnamese word puts down the string that stands in the text.
//
//	m, _ := noise.Read(file)
//	search := m.NewSearch(lexicon)
//	search.Find("dudng")   // đường, dương, dùng … with their costs
//
// A word is spelled letter by letter; each letter, or pair of letters, is read
// as a segment of up to three signs:
//
//	Đ  ư ờ ng      c  ủ  a      l  ố  i
//	d  u d ng      c  ii a      1  6  i
//
// The cost of a segment is −ln of its probability, learned from pairs of
// words and readings (train.go). A cost of a word is the sum along the
// cheapest spelling.
//
// A Model is read-only after Read and safe for concurrent use. A Search
// belongs to one goroutine.
package noise

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
)

const (
	maxRaw  = 3 // signs of a segment
	trust   = 3 // how many observations outweigh the back-off
	minPair = 2 // observations that make a pair of letters a segment
)

// Model is a channel: how often which letters were read as what.
type Model struct {
	segments map[string][]count // by the signs read
	totals   [alphabet]float64  // readings of each letter
	context  []float64          // readings of the letters of each context
	same     []float64          // of them, kept
	bare     []float64          // of them, read without marks
	pairs    map[[2]uint8]map[string]float64
}

// count is how often a letter was read as the segment it is counted under.
type count struct {
	letter uint8
	n      float64
}

func newModel() *Model {
	return &Model{
		segments: make(map[string][]count),
		context:  make([]float64, contextCount),
		same:     make([]float64, contextCount),
		bare:     make([]float64, contextCount),
		pairs:    make(map[[2]uint8]map[string]float64),
	}
}

// add counts n readings of a letter or a pair of letters as raw.
func (m *Model) add(gold, raw string, n float64) {
	g := []rune(gold)
	first, ok := numbers[g[0]]
	if !ok {
		return
	}
	m.totals[first] += n
	if len(g) == 1 {
		m.addLetter(first, raw, n)
	} else if second, ok := numbers[g[1]]; ok {
		m.addPair([2]uint8{first, second}, raw, n)
	}
}

func (m *Model) addPair(pair [2]uint8, raw string, n float64) {
	if m.pairs[pair] == nil {
		m.pairs[pair] = make(map[string]float64)
	}
	m.pairs[pair][raw] += n
}

func (m *Model) addLetter(g uint8, raw string, n float64) {
	m.segments[raw] = addCount(m.segments[raw], g, n)
	k := related(int(g), newSigns(raw))
	for _, c := range contexts[g] {
		m.context[c] += n
		switch k {
		case same:
			m.same[c] += n
		case bare:
			m.bare[c] += n
		}
	}
}

func addCount(counts []count, g uint8, n float64) []count {
	for i := range counts {
		if counts[i].letter == g {
			counts[i].n += n
			return counts
		}
	}
	return append(counts, count{g, n})
}

// each calls visit with every count.
func (m *Model) each(visit func(gold, raw string, n float64)) {
	for raw, counts := range m.segments {
		for _, c := range counts {
			visit(string(letters[c.letter]), raw, c.n)
		}
	}
	for pair, readings := range m.pairs {
		for raw, n := range readings {
			visit(string([]rune{letters[pair[0]], letters[pair[1]]}), raw, n)
		}
	}
}

// WriteTo writes the counts as "gold TAB raw TAB count" lines, the most
// frequent first.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	type entry struct {
		key string
		n   float64
	}
	var all []entry
	m.each(func(gold, raw string, n float64) {
		if n >= 0.5 {
			all = append(all, entry{gold + "\t" + raw, n})
		}
	})
	sort.Slice(all, func(i, j int) bool {
		return all[i].n > all[j].n || all[i].n == all[j].n && all[i].key < all[j].key
	})
	var written int64
	for _, e := range all {
		n, err := fmt.Fprintf(w, "%s\t%.4g\n", e.key, e.n)
		written += int64(n)
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// Read reads what WriteTo wrote.
func Read(r io.Reader) (*Model, error) {
	m := newModel()
	in := bufio.NewScanner(r)
	for line := 1; in.Scan(); line++ {
		f := strings.Split(in.Text(), "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("read channel: line %d: want 3 fields, have %d", line, len(f))
		}
		n, err := strconv.ParseFloat(f[2], 64)
		if g := len([]rune(f[0])); err != nil || g < 1 || g > 2 {
			return nil, fmt.Errorf("read channel: line %d: %q", line, in.Text())
		}
		m.add(f[0], f[1], n)
	}
	return m, in.Err()
}

// Join is the channel that has seen what both have, the other's observations
// counted weight times.
func (m *Model) Join(other *Model, weight float64) *Model {
	out := newModel()
	out.take(m, 1)
	out.take(other, weight)
	return out
}

// take adds what other has seen, counted weight times.
func (m *Model) take(other *Model, weight float64) {
	for raw, counts := range other.segments {
		own := m.segments[raw]
		if own == nil {
			own = make([]count, 0, len(counts))
		}
		for _, c := range counts {
			own = addCount(own, c.letter, c.n*weight)
		}
		m.segments[raw] = own
	}
	for pair, readings := range other.pairs {
		for raw, n := range readings {
			m.addPair(pair, raw, n*weight)
		}
	}
	addAll(m.totals[:], other.totals[:], weight)
	addAll(m.context, other.context, weight)
	addAll(m.same, other.same, weight)
	addAll(m.bare, other.bare, weight)
}

func addAll(to, from []float64, weight float64) {
	for i, x := range from {
		to[i] += x * weight
	}
}
