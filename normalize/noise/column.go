package noise

// maxDepth is the longest word looked for, and one.
const maxDepth = 24

// pad keeps the cells around a column from being asked for.
const pad = maxRaw

// column is the costs of a node of a trie by sign; cell j is at pad + j. Only
// the cells from low to high can still come within the bound. Those beside
// them are impossible, as far as a segment reaches; what is farther off is
// left over from other nodes and never looked at.
type column struct {
	cost      [pad + maxReading + 1 + pad]cost
	low, high int
}

// start makes c the column of a root: nothing is spelled, at sign j.
func (c *column) start(j int) {
	c.reach(j, j)
	c.cost[pad+j] = 0
}

// reach makes the cells from low to high those of c.
func (c *column) reach(low, high int) {
	c.low, c.high = low, high
	before, after := c.cost[low:low+pad], c.cost[pad+high+1:pad+high+1+pad]
	for i := range pad {
		before[i], after[i] = impossible, impossible
	}
}

// widen adds cells, still impossible, to those of c.
func (c *column) widen(low, high int) {
	for c.low > low {
		c.low--
		c.cost[c.low] = impossible // the pad is before it
	}
	for c.high < high {
		c.high++
		c.cost[c.high+2*pad] = impossible
	}
}

// fill makes c the column of a letter with the given costs that comes after
// those of before.
func (c *column) fill(before *column, of *letterCosts, n int) {
	c.reach(before.low, min(before.high+maxRaw, n))
	for j := c.low; j <= c.high; j++ {
		from, costs := before.cost[j:j+4], of[stride*j+3:stride*j+13] // three signs before j, two, one and none
		x := min(from[0]+costs[0], from[1]+costs[3])
		c.cost[pad+j] = min(x, from[2]+costs[6], from[3]+costs[9])
	}
}

// fillBack fills the cells of c, the column of a letter that comes before those
// of after.
func (c *column) fillBack(after *column, of *letterCosts) {
	for j := c.low; j <= c.high; j++ {
		from, costs := after.cost[pad+j:pad+j+4], of[stride*(pad+j):stride*(pad+j)+stride]
		x := min(from[0]+costs[0], from[1]+costs[1])
		c.cost[pad+j] = min(x, from[2]+costs[2], from[3]+costs[3])
	}
}

// narrow leaves the cells that come within bound with the least that the signs
// before or after them must cost. It reports whether there are any.
func (c *column) narrow(bound cost, other *[maxReading + 1]cost) bool {
	for c.low <= c.high && c.cost[pad+c.low]+other[c.low] > bound {
		c.low++
	}
	for c.high >= c.low && c.cost[pad+c.high]+other[c.high] > bound {
		c.high--
	}
	return c.low <= c.high
}

// lower makes least the least of itself and the column.
func (c *column) lower(least *[maxReading + 1]cost) {
	for j := c.low; j <= c.high; j++ {
		least[j] = min(least[j], c.cost[pad+j])
	}
}

// join is the least sum of two columns.
func (c *column) join(other *column) cost {
	least := impossible
	for j := max(c.low, other.low); j <= min(c.high, other.high); j++ {
		least = min(least, c.cost[pad+j]+other.cost[pad+j])
	}
	return least
}
