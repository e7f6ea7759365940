package noise

import (
	"math"
	"unicode/utf8"
)

// Rows. For every segment of a reading the search needs the cost of each
// letter being read so. A page of 500 words has some 900 segments of up to
// three signs, most of them never seen in training; and the channel changes
// with every round. So a row must be cheap to make.
//
// The probability of a segment that was never seen is a product: what the
// kinship of segment and letter makes likely, times how little the letter has
// left for the unseen. Rows of such products are made once a model, one for
// each kinship; the row of an unseen segment is a copy of one of them, patched
// for the letters that stand in the segment. Only the letters akin to those
// that were read as the segment are computed one by one.

// cost is −ln of a probability in units of 1/1024: whole numbers are the
// fastest to compare.
type cost = int32

const (
	unit       = 1024
	impossible = cost(1 << 28)
)

func costOf(p float64) cost { return nats(-math.Log(p)) }

func nats(x float64) cost { return cost(math.Round(x * unit)) }

// row is the costs of a segment by letter; the rest of 256 is padding that
// saves the bounds checks.
type row struct {
	of    [256]cost
	least cost // of all letters
}

// rows are the rows of a model, made when they are first needed. One
// goroutine at a time.
type rows struct {
	m      *Model
	known  map[string]*row
	slab   []row
	unseen [kinships]*row
	near   []float64 // by context: readings of its letters as the segment at hand
}

func newRows(m *Model) *rows {
	r := &rows{m: m, known: make(map[string]*row, 1024), near: make([]float64, contextCount)}
	for k := wider; k < kinships; k++ {
		r.unseen[k] = r.unseenRow(k)
	}
	return r
}

// unseenRow is the costs of a segment never seen, if all letters had kinship k
// with it.
func (r *rows) unseenRow(k kinship) *row {
	out := new(row)
	for g := range alphabet {
		out.of[g] = r.m.cost(g, k, 0, r.near)
	}
	return out
}

// at is the row of a segment.
func (r *rows) at(segment string) *row {
	if row, ok := r.known[segment]; ok {
		return row
	}
	if len(r.slab) == 0 {
		r.slab = make([]row, 64)
	}
	row := &r.slab[0]
	r.slab = r.slab[1:]
	r.fill(row, segment)
	r.known[segment] = row
	return row
}

func (r *rows) fill(row *row, segment string) {
	signs := newSigns(segment)
	seen := r.m.segments[segment]
	r.gather(seen, signs, 1)
	if utf8.RuneCountInString(segment) < 2 {
		for g := range alphabet {
			row.of[g] = r.m.cost(g, related(g, signs), countOf(seen, g), r.near)
		}
	} else {
		r.patch(row, seen, signs)
	}
	r.gather(seen, signs, 0)
	row.least = impossible
	for _, c := range row.of[:alphabet] {
		row.least = min(row.least, c)
	}
}

// patch makes the row of a segment of two signs or three.
func (r *rows) patch(row *row, seen []count, signs []sign) {
	longer, strokes := kinship(len(signs)-2), true
	for _, s := range signs {
		strokes = strokes && s.stroke
	}
	base := remote
	if strokes {
		base = garble
	}
	row.of = r.unseen[base+longer].of
	for _, s := range signs {
		for _, g := range family[s.letter.Plain] {
			row.of[g] = r.unseen[wider+longer].of[g]
		}
	}
	for _, c := range seen {
		for _, g := range family[parted[c.letter].Plain] {
			row.of[g] = r.m.cost(int(g), related(int(g), signs), countOf(seen, int(g)), r.near)
		}
	}
}

// gather counts the readings by the contexts of their letters; with 0 it
// forgets them.
func (r *rows) gather(seen []count, signs []sign, times float64) {
	for _, s := range seen {
		if related(int(s.letter), signs) <= bare {
			continue
		}
		for _, c := range contexts[s.letter] {
			if r.near[c] += s.n; times == 0 {
				r.near[c] = 0
			}
		}
	}
}

func countOf(seen []count, g int) float64 {
	for _, c := range seen {
		if int(c.letter) == g {
			return c.n
		}
	}
	return 0
}

// stranger is the share of readings that nothing learned explains: engines
// and scanners differ more than languages do.
const stranger = 0.10

// cost is −ln P(segment | letter g) if the letter was read so n times, near of
// the letters of its contexts were, and it has kinship k with the segment.
func (m *Model) cost(g int, k kinship, n float64, near []float64) cost {
	prior := shares[parted[g].Marks()][k] / members[k]
	c := contexts[g]
	p := m.backOff(c[0], k, near, prior)
	p = (m.backOff(c[1], k, near, p) + m.backOff(c[2], k, near, p)) / 2
	p = mixed(n, m.totals[g], p)
	return costOf((1-stranger)*p + stranger*prior)
}

func (m *Model) backOff(c uint16, k kinship, near []float64, p float64) float64 {
	n := near[c]
	switch k {
	case same:
		n = m.same[c]
	case bare:
		n = m.bare[c]
	}
	return mixed(n, m.context[c], p)
}

// mixed is the estimate of n among total with a back-off p that weighs as
// trust observations, or a fiftieth of all.
func mixed(n, total, p float64) float64 {
	w := max(trust, total/50)
	return (n + w*p) / (total + w)
}

// pairCost is −ln P(raw | pair).
func (m *Model) pairCost(pair [2]uint8, raw string) cost {
	return costOf((m.pairs[pair][raw] + 0.002) / (m.totals[pair[0]] + trust))
}
