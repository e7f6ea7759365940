// Package fuse is a static map from 64-bit keys to small values that does not
// store its keys: a binary fuse filter (Graf and Lemire 2022) with values in
// it. The n-grams of normalize/lm and the views of normalize/rescore lie in
// such maps.
//
//	m, err := fuse.New(keys, values, 18, 12) // 12 bits of check, 6 of value
//	v, ok := m.Get(key)
//	m, err = fuse.Open(m.Shape, m.Cells)     // after writing and reading both
//
// A Map is read where it lies, in the binary or a mapped file; it is read-only
// and safe for concurrent use.
package fuse

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// A Map holds small values by key.
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
type Map struct {
	Shape
	Cells []byte
}

// Shape is what must be known to read the cells.
type Shape struct {
	Segment uint32 // cells per segment, a power of two
	Count   uint32 // number of segments a key's first cell may be in
	Seed    uint64
	Width   uint8 // bits of a cell, at most 25
	Check   uint8 // bits of it that are check
}

// Open reads a map where it lies.
func Open(s Shape, cells []byte) (*Map, error) {
	if s.Segment == 0 || s.Segment&(s.Segment-1) != 0 || s.Segment > maxSegment || s.Width > maxWidth || s.Check > s.Width || s.bytes() > uint64(len(cells)) {
		return nil, errors.New("open fuse map: cells are cut off")
	}
	return &Map{s, cells}, nil
}

const (
	maxWidth   = 25 // a cell lies in four bytes wherever it begins
	maxSegment = 1 << 18
)

// bytes is the size of the cells; four more are read behind the last.
func (s Shape) bytes() uint64 {
	return (uint64(s.Count)+2)*uint64(s.Segment)*uint64(s.Width)/8 + 4
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
func (f *Map) places(h uint64) (uint32, uint32, uint32) {
	hi, _ := bits.Mul64(h, uint64(f.Count)*uint64(f.Segment))
	a := uint32(hi)
	m := f.Segment - 1
	b := a + f.Segment
	c := b + f.Segment
	return a, b ^ uint32(h>>18)&m, c ^ uint32(h)&m
}

func (f *Map) cell(i uint32) uint32 {
	bit := uint64(i) * uint64(f.Width)
	return binary.LittleEndian.Uint32(f.Cells[bit>>3:]) >> (bit & 7)
}

// Get returns the value of key and whether the map holds it.
func (f *Map) Get(key uint64) (uint32, bool) {
	h := mix(key + f.Seed)
	a, b, c := f.places(h)
	x := (f.cell(a) ^ f.cell(b) ^ f.cell(c)) & (1<<f.Width - 1)
	values := f.Width - f.Check
	return x & (1<<values - 1), x>>values == f.checkOf(h)
}

func (f *Map) checkOf(h uint64) uint32 { return uint32(h*0x9e3779b97f4a7c15>>40) & (1<<f.Check - 1) }

// Size is the number of bytes of cells for n keys.
func Size(n int, width uint8) int {
	segment, count := shape(n)
	return (int(count+2)*int(segment)*int(width)+7)/8 + 4
}

// shape is the paper's choice of segment length and slack.
func shape(n int) (segment, count uint32) {
	logN := math.Log(float64(max(n, 2)))
	segment = 1 << min(18, max(4, int(logN/math.Log(3.33)+2.25)))
	slack := max(1.125, 0.875+0.25*math.Log(1e6)/logN)
	cells := uint32(float64(n) * slack)
	return segment, max((cells+segment-1)/segment, 3) - 2
}

// New fills a map. Keys must be distinct.
func New(keys []uint64, values []uint32, width, check uint8) (*Map, error) {
	f := &Map{Shape: Shape{Width: width, Check: check}, Cells: make([]byte, Size(len(keys), width))}
	f.Segment, f.Count = shape(len(keys))
	for f.Seed = 1; f.Seed < 100; f.Seed++ {
		if order, cell, ok := f.peel(keys); ok {
			f.assign(keys, values, order, cell)
			return f, nil
		}
	}
	return nil, errors.New("fill fuse map: keys repeat")
}

// peel finds the order in which cells can be fixed: the cell of order[i] is
// untouched by the keys before it.
func (f *Map) peel(keys []uint64) (order []uint32, cell []uint32, ok bool) {
	n := (f.Count + 2) * f.Segment
	degree, sum := make([]uint8, n), make([]uint32, n) // sum: xor of the key numbers in a cell
	touch := func(k uint32, d uint8) {
		a, b, c := f.places(mix(keys[k] + f.Seed))
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
		a, b, c := f.places(mix(keys[k] + f.Seed))
		for _, j := range [...]uint32{a, b, c} {
			if degree[j] == 1 {
				alone = append(alone, j)
			}
		}
	}
	return order, cell, len(order) == len(keys)
}

func (f *Map) assign(keys []uint64, values []uint32, order, cell []uint32) {
	for i := len(order) - 1; i >= 0; i-- {
		k := order[i]
		h := mix(keys[k] + f.Seed)
		a, b, c := f.places(h)
		want := f.checkOf(h)<<(f.Width-f.Check) | values[k]
		f.set(cell[i], want^f.cell(a)^f.cell(b)^f.cell(c)) // its own cell is still zero
	}
}

// set writes a cell that is still zero.
func (f *Map) set(i, v uint32) {
	v &= 1<<f.Width - 1
	bit := uint64(i) * uint64(f.Width)
	p := f.Cells[bit>>3:]
	binary.LittleEndian.PutUint32(p, binary.LittleEndian.Uint32(p)|v<<(bit&7))
}
