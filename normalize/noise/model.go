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
	"math"
	"sort"
	"strconv"
	"strings"

	"vanthu/normalize/tone"
)

const (
	maxRaw  = 3 // signs of a segment
	trust   = 3 // how many observations outweigh the back-off
	minPair = 2 // observations that make a pair of letters a segment
)

// Model is a channel: how often which letters were read as what.
type Model struct {
	single [2]map[string]float64 // by key gold+"\t"+raw; [1] pairs of letters
	totals map[string]float64    // by context, see contexts
	joint  map[string]float64    // context+"\t"+raw
}

func newModel() *Model {
	return &Model{single: [2]map[string]float64{{}, {}}, totals: map[string]float64{}, joint: map[string]float64{}}
}

// contexts are what a letter's statistics back off through: the letter, the
// letter without its shape, without its tone, without either.
func contexts(g rune) [3]string {
	l := tone.Split(g)
	p := string(l.Plain)
	return [3]string{p, p + "t" + strconv.Itoa(int(l.Tone)), p + "s" + strconv.Itoa(int(l.Shape))}
}

// token names a segment in a back-off context: the kinship where it says
// enough, else the segment itself.
func token(g rune, s string) string {
	switch k := related(g, []rune(s)); k {
	case same:
		return "="
	case bare:
		return "-"
	}
	return s
}

// add counts n readings of gold as raw.
func (m *Model) add(gold, raw string, n float64) {
	g := []rune(gold)
	m.single[len(g)-1][gold+"\t"+raw] += n
	m.totals[gold] += n
	if len(g) > 1 {
		return
	}
	for _, c := range contexts(g[0]) {
		m.totals["*"+c] += n
		m.joint[c+"\t"+token(g[0], raw)] += n
	}
}

// cost is −ln P(raw | letter).
func (m *Model) cost(g rune, raw string) float64 {
	s := []rune(raw)
	k := related(g, s)
	p := shares[tone.Split(g).Marks()][k] / members[k]
	t := token(g, raw)
	c := contexts(g)
	p = m.backOff(c[0], t, p)
	p = (m.backOff(c[1], t, p) + m.backOff(c[2], t, p)) / 2
	p = (m.single[0][string(g)+"\t"+raw] + trust*p) / (m.totals[string(g)] + trust)
	return -math.Log(math.Max(p, 1e-9))
}

func (m *Model) backOff(context, t string, p float64) float64 {
	return (m.joint[context+"\t"+t] + trust*p) / (m.totals["*"+context] + trust)
}

// pairCost is −ln P(raw | two letters) for a pair read so n times.
func (m *Model) pairCost(first string, n float64) float64 {
	return -math.Log((n + 0.002) / (m.totals[first] + trust))
}

// WriteTo writes the counts as "gold TAB raw TAB count" lines, the most
// frequent first.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	type entry struct {
		key string
		n   float64
	}
	var all []entry
	for _, counts := range m.single {
		for k, n := range counts {
			if n >= 0.5 {
				all = append(all, entry{k, n})
			}
		}
	}
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
	for _, part := range []struct {
		m *Model
		w float64
	}{{m, 1}, {other, weight}} {
		for _, counts := range part.m.single {
			for k, n := range counts {
				gold, raw, _ := strings.Cut(k, "\t")
				out.add(gold, raw, n*part.w)
			}
		}
	}
	return out
}
