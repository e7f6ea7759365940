package lm

import (
	"bytes"
	"encoding/binary"
	"io"
	"math"
	"slices"
	"strings"

	"vanthu/normalize/fuse"
)

// write writes a pruned model in the format of model.go.
func write(w io.Writer, words []string, s *smoothed) error {
	var b bytes.Buffer
	b.WriteString(magic)
	put(&b, uint32(version), uint32(len(words)))
	list := strings.Join(words, "\n")
	put(&b, uint32(len(list)))
	b.WriteString(list)
	g := s.grams[0]
	for i := range words {
		put(&b, float32(math.Log(float64(g.p[i]))), g.back[i])
	}
	for n := 1; n < order; n++ {
		if err := writeGrams(&b, s.grams[n], n); err != nil {
			return err
		}
	}
	_, err := b.WriteTo(w)
	return err
}

func put(b *bytes.Buffer, values ...any) {
	for _, v := range values {
		binary.Write(b, binary.LittleEndian, v) // into memory: cannot fail
	}
}

func writeGrams(b *bytes.Buffer, g smoothGrams, n int) error {
	w := widths[n]
	logs := make([]float32, len(g.p))
	for i, p := range g.p {
		logs[i] = float32(math.Log(float64(p)))
	}
	p, back := codebook(logs, w.p), codebook(g.back, w.b)
	values := make([]uint32, len(g.keys))
	for i := range values {
		values[i] = nearest(p, logs[i])<<w.b | nearest(back, g.back[i])
	}
	f, err := fuse.New(g.keys, values, w.check+w.p+w.b, w.check)
	if err != nil {
		return err
	}
	put(b, uint32(len(g.keys)), f.Segment, f.Count, f.Seed, f.Width, f.Check, w.p, w.b, p, back)
	put(b, uint32(len(f.Cells)), f.Cells)
	return nil
}

// codebook is 2^bits levels, each the mean of an equal share of the values;
// rising.
func codebook(values []float32, bits uint8) []float32 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	levels := 1 << bits
	book := make([]float32, levels)
	for i := range book {
		share := sorted[i*len(sorted)/levels : (i+1)*len(sorted)/levels]
		for _, v := range share {
			book[i] += v / float32(len(share))
		}
		if len(share) == 0 && len(sorted) > 0 { // fewer values than levels
			book[i] = sorted[i*len(sorted)/levels]
		}
	}
	return book
}

// nearest is the level closest to v.
func nearest(book []float32, v float32) uint32 {
	i, _ := slices.BinarySearch(book, v)
	if i == len(book) || i > 0 && v-book[i-1] < book[i]-v {
		i--
	}
	return uint32(i)
}
