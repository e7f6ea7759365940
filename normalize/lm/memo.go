package lm

// Memo scores as its model does and remembers what it looked up. A search that
// weighs the same words after the same words again and again — eight paths
// that end alike, the rounds of a document — asks the cache of the processor
// then and not the memory, which is where a lookup spends its time. One
// goroutine at a time.
type Memo struct {
	m       *Model
	entries []memory
}

// memory is an n-gram that was looked up. The numbers of n-grams of different
// order may be equal, so the order belongs to it.
type memory struct {
	key   uint64
	value uint32
	order uint8 // and one; 0 where nothing was looked up
	found bool
}

// memoBits is the size of a memo: a quarter of a megabyte.
const memoBits = 14

// NewMemo makes an empty memo.
func (m *Model) NewMemo() *Memo {
	return &Memo{m: m, entries: make([]memory, 1<<memoBits)}
}

// Score is Model.Score.
func (c *Memo) Score(s State, w ID) (float64, State) { return c.m.score(s, w, c) }

// get looks up an n-gram.
func (c *Memo) get(m *Model, i uint8, key uint64) (uint32, bool) {
	if c == nil {
		return m.grams[i].fuse.Get(key)
	}
	e := &c.entries[(key+uint64(i))*0x9e3779b97f4a7c15>>(64-memoBits)]
	if e.key != key || e.order != i+1 {
		value, found := m.grams[i].fuse.Get(key)
		*e = memory{key, value, i + 1, found}
	}
	return e.value, e.found
}
