package lm

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// A fuse is a static map from 64-bit keys to small values that does not store
// its keys: a binary fuse filter (Graf and Lemire 2022) with values in it.
//
// Every key picks three cells in three neighbouring segments; the exclusive or
// of the three cells is check<<valueBits | value. Of keys that are not in the
// map one in 2^checkBits is taken for present. A cell takes width bits, packed
// without gaps, and there are about 1.13 cells a key: at 18 bits a cell a
// 4-gram costs 2.5 bytes, where a bucketed hash with the same chance of a
// wrong answer needs 4.
//
// Filling solves the equations by peeling: a cell that only one key uses
// fixes that key last; take the key out, look for the next such cell. The
// order reversed assigns every cell once.
type fuse struct {
	cells   []byte
	segment uint32 // cells per segment, a power of two
	count   uint32 // number of segments a key's first cell may be in
	width   uint8  // bits of a cell, at most 25
	check   uint8  // bits of it that are check
	seed    uint64
}

// mix is the finaliser of MurmurHash3.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	h ^= h >> 33
	return h
}

// places returns the three cells of a hashed key.
func (f *fuse) places(h uint64) (uint32, uint32, uint32) {
	hi, _ := bits.Mul64(h, uint64(f.count)*uint64(f.segment))
	a := uint32(hi)
	m := f.segment - 1
	b := a + f.segment
	c := b + f.segment
	return a, b ^ uint32(h>>18)&m, c ^ uint32(h)&m
}

func (f *fuse) cell(i uint32) uint32 {
	bit := uint64(i) * uint64(f.width)
	return binary.LittleEndian.Uint32(f.cells[bit>>3:]) >> (bit & 7)
}

// get returns the value of key and whether the map holds it.
func (f *fuse) get(key uint64) (uint32, bool) {
	h := mix(key + f.seed)
	a, b, c := f.places(h)
	x := (f.cell(a) ^ f.cell(b) ^ f.cell(c)) & (1<<f.width - 1)
	values := f.width - f.check
	return x & (1<<values - 1), x>>values == f.checkOf(h)
}

func (f *fuse) checkOf(h uint64) uint32 { return uint32(h*0x9e3779b97f4a7c15>>40) & (1<<f.check - 1) }

// fuseSize is the number of bytes of cells for n keys.
func fuseSize(n int, width uint8) int {
	segment, count := fuseShape(n)
	return (int(count+2)*int(segment)*int(width)+7)/8 + 4
}

// fuseShape is the paper's choice of segment length and slack.
func fuseShape(n int) (segment, count uint32) {
	logN := math.Log(float64(max(n, 2)))
	segment = 1 << min(18, max(4, int(logN/math.Log(3.33)+2.25)))
	slack := max(1.125, 0.875+0.25*math.Log(1e6)/logN)
	cells := uint32(float64(n) * slack)
	return segment, max((cells+segment-1)/segment, 3) - 2
}

// newFuse fills a map. Keys must be distinct.
func newFuse(keys []uint64, values []uint32, width, check uint8) (*fuse, error) {
	f := &fuse{width: width, check: check, cells: make([]byte, fuseSize(len(keys), width))}
	f.segment, f.count = fuseShape(len(keys))
	for f.seed = 1; f.seed < 100; f.seed++ {
		if order, cell, ok := f.peel(keys); ok {
			f.assign(keys, values, order, cell)
			return f, nil
		}
	}
	return nil, errors.New("fill fuse map: keys repeat")
}

// peel finds the order in which cells can be fixed: the cell of order[i] is
// untouched by the keys before it.
func (f *fuse) peel(keys []uint64) (order []uint32, cell []uint32, ok bool) {
	n := (f.count + 2) * f.segment
	degree, sum := make([]uint8, n), make([]uint32, n) // sum: xor of the key numbers in a cell
	touch := func(k uint32, d uint8) {
		a, b, c := f.places(mix(keys[k] + f.seed))
		for _, i := range [...]uint32{a, b, c} {
			degree[i] += d
			sum[i] ^= k
		}
	}
	for k := range keys {
		touch(uint32(k), 1)
	}
	var alone []uint32
	for i := range degree {
		if degree[i] == 1 {
			alone = append(alone, uint32(i))
		}
	}
	for len(alone) > 0 {
		i := alone[len(alone)-1]
		alone = alone[:len(alone)-1]
		if degree[i] != 1 {
			continue
		}
		k := sum[i]
		order, cell = append(order, k), append(cell, i)
		touch(k, 255) // −1
		a, b, c := f.places(mix(keys[k] + f.seed))
		for _, j := range [...]uint32{a, b, c} {
			if degree[j] == 1 {
				alone = append(alone, j)
			}
		}
	}
	return order, cell, len(order) == len(keys)
}

func (f *fuse) assign(keys []uint64, values []uint32, order, cell []uint32) {
	for i := len(order) - 1; i >= 0; i-- {
		k := order[i]
		h := mix(keys[k] + f.seed)
		a, b, c := f.places(h)
		want := f.checkOf(h)<<(f.width-f.check) | values[k]
		f.set(cell[i], want^f.cell(a)^f.cell(b)^f.cell(c)) // its own cell is still zero
	}
}

// set writes a cell that is still zero.
func (f *fuse) set(i, v uint32) {
	v &= 1<<f.width - 1
	bit := uint64(i) * uint64(f.width)
	p := f.cells[bit>>3:]
	binary.LittleEndian.PutUint32(p, binary.LittleEndian.Uint32(p)|v<<(bit&7))
}
