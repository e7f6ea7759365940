package noise

import "unicode/utf8"

// maxReading is the longest reading, in signs; what is longer is no word.
const maxReading = 24

// reading is what stands in the text, cut into segments, with all that they
// may cost.
type reading struct {
	n      int
	starts [maxReading + 1][maxRaw + 1]*row // segments by start and length
	two    [maxReading][]pairCost           // by sign
	rest   [maxReading + 1]cost             // the least for the signs from here on
	costs  [alphabet]letterCosts
	made   [alphabet]bool // of the costs
}

// letterCosts is what a letter costs as each segment, by start and then by
// length: the rows of the segments, turned round, so that the columns of a
// letter find their costs side by side.
type letterCosts [stride * (pad + maxReading + 1)]cost

const stride = maxRaw + 1

// pairCost is what a pair of letters costs as some sign.
type pairCost struct {
	pair [2]uint8
	cost cost
}

// noRow is the row of segments that go beyond the end.
var noRow = func() *row {
	r := new(row)
	for i := range r.of {
		r.of[i] = impossible
	}
	return r
}()

// fits reports whether s may be a reading.
func fits(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 0 && n <= maxReading
}

// set looks up what the segments of s cost.
func (r *reading) set(s string, rows *rows, pairs map[string][]pairCost) {
	var at [maxReading + 1]int // bytes before each sign
	r.n = 0
	for i := range s {
		at[r.n] = i
		r.n++
	}
	at[r.n] = len(s)
	for j := range r.n + 1 {
		for k := range maxRaw + 1 {
			r.starts[j][k] = noRow
			if j+k <= r.n {
				r.starts[j][k] = rows.at(s[at[j]:at[j+k]])
			}
		}
		if j < r.n {
			r.two[j] = pairs[s[at[j]:at[j+1]]]
		}
	}
	clear(r.made[:])
	r.rest[r.n] = 0
	for j := r.n - 1; j >= 0; j-- {
		r.rest[j] = r.restFrom(j)
	}
}

func (r *reading) restFrom(j int) cost {
	least := impossible
	for k := 1; k <= maxRaw && j+k <= r.n; k++ {
		least = min(least, r.starts[j][k].least+r.rest[j+k])
	}
	for _, p := range r.two[j] {
		least = min(least, p.cost+r.rest[j+1])
	}
	return least
}

// of is the costs of letter g.
func (r *reading) of(g uint8) *letterCosts {
	of := &r.costs[g]
	if !r.made[g] {
		r.made[g] = true
		for j := range r.n + 1 {
			to := of[stride*(pad+j) : stride*(pad+j)+stride]
			for k, row := range &r.starts[j] {
				to[k] = row.of[g]
			}
		}
	}
	return of
}
