package lm

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"vanthu/normalize/fuse"
)

var errFormat = errors.New("not a language model of this version")

// Open reads a model. The data must stay unchanged while the model is used;
// only the words are copied.
func Open(data []byte) (*Model, error) {
	r := reader{data: data}
	if string(r.bytes(8)) != magic || r.u32() != version {
		return nil, errFormat
	}
	n := int(r.u32())
	m := &Model{words: strings.Split(string(r.bytes(int(r.u32()))), "\n")}
	m.unigrams = r.bytes(8 * n)
	for i := range m.grams {
		m.grams[i] = r.grams()
	}
	if r.err != nil || len(m.words) != n || n > maxID {
		return nil, fmt.Errorf("open model: %w", errors.Join(errFormat, r.err))
	}
	m.index()
	return m, nil
}

// reader takes values off a byte slice; after the end it gives zeros and
// remembers the error.
type reader struct {
	data []byte
	err  error
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.err = errors.New("file is cut off")
		return make([]byte, min(max(n, 0), 64))
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) u32() uint32 { return binary.LittleEndian.Uint32(r.bytes(4)) }

func (r *reader) floats(n int) []float32 {
	out := make([]float32, 0, min(n, 1<<12))
	for range n {
		if r.err != nil {
			return nil
		}
		out = append(out, math.Float32frombits(r.u32()))
	}
	return out
}

func (r *reader) grams() grams {
	var g grams
	g.number = int(r.u32())
	shape := fuse.Shape{Segment: r.u32(), Count: r.u32(), Seed: binary.LittleEndian.Uint64(r.bytes(8))}
	b := r.bytes(4)
	shape.Width, shape.Check, g.bBits = b[0], b[1], b[3]
	if b[2]+b[3]+b[1] != b[0] || b[2] > 12 || b[3] > 12 {
		r.err = errors.New("widths of n-grams do not add up")
		return g
	}
	g.p = r.floats(1 << b[2])
	g.b = r.floats(1 << b[3])
	g.bMask = 1<<b[3] - 1
	cells := r.bytes(int(r.u32()))
	if r.err == nil {
		g.fuse, r.err = fuse.Open(shape, cells)
	}
	return g
}
