// Package rescore weighs the readings of a word that lost its marks by the
// words around it.
//
// An n-gram model hears a sentence from left to right and has forgotten the
// beginning after three words. But of stripped text both sides of a word are
// known, only without marks; and "may hom nay" alone all but settles mấy. So
// every word is looked at in twenty-two views (view.go): its neighbour on the
// left, the one on the right, both, the two before, … Each view that mattered
// in training has a weight for each reading of the word, and the weights add
// up to log odds:
//
//	ln P(reading | around) = ln P(reading) + Σ weight(view, reading) + constant
//
// a logistic regression (maximum entropy) with millions of yes-or-no features.
// For "nha may thep Thai Nguyen" and the readings mấy, máy, may of the second
// word, the views "nha _", "_ thep" and "nha _ thep" each speak for máy.
//
//	pieces := lm.Pieces("nha may thep Thai Nguyen")
//	tokens, at := rescore.Tokens(pieces, lm.Cases(pieces))
//	scores := []float64{ /* ln P(mấy), ln P(máy) */ }
//	m.Score(tokens, at[1], []uint64{rescore.Hash("mấy"), rescore.Hash("máy")}, scores)
//
// The decoder adds the scores to the costs of its options; neighbours are
// never decided on here. The package knows no marks, lattices or documents.
//
// Training (learn.go) goes twice through the text: first it learns all weights
// it meets in a hashed table, then it keeps those that matter most and learns
// these once more, without the others. A Model is a map from (view, reading)
// to five bits of weight (normalize/fuse), two bytes a weight: 2 MB hold the
// million that matter most.
//
// On its own, with every weight of 42 million words of text, it reads 98.1 % of
// stripped news right (dev), as many as the language model; both together
// 98.57.
//
// Learning beside the language model what it gets wrong (four models, each
// decoding the quarter of the text it has not seen; 4.2 million words it was
// not sure of, with its own odds as a feature) is quick and takes more of the
// errors with all 55 million weights: news +0.30 (dev) where this file has
// +0.25, and +0.14 on top of this. Not yet done: that in two megabytes. A small
// network in its place (eight words on each side, 192 units, a million
// examples once) had +0.10 and was still learning. A network in place of this
// file (the marked words that were read on both sides, 128 units, a million
// examples twice) takes 291 of the 6,443 wrong words of news where this file
// takes 809.
//
// Not done: one lookup a view instead of one a view and reading, which is
// where the time goes.
package rescore

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"vanthu/normalize/fuse"
)

// The file, little-endian: magic, version:u32, scale:float32, segment:u32
// count:u32 seed:u64 width:u8 check:u8, size:u32, the cells of the fuse map.
// A value v stands for the weight (v − half) · scale.
const (
	magic   = "vanthurs"
	version = 1

	check = 10 // bits: of the weights looked for in vain one in 1,024 is taken for there
	value = 5
	half  = 1 << (value - 1)
)

var errFormat = errors.New("not a rescoring model of this version")

// A Model is read-only and safe for concurrent use.
type Model struct {
	weights *fuse.Map
	scale   float32
}

type header struct {
	Magic          [8]byte
	Version        uint32
	Scale          float32
	Segment, Count uint32
	Seed           uint64
	Width, Check   uint8
	Size           uint32
}

// Open reads a model. The data must stay unchanged while the model is used.
func Open(data []byte) (*Model, error) {
	var h header
	n, err := binary.Decode(data, binary.LittleEndian, &h)
	if err != nil || string(h.Magic[:]) != magic || h.Version != version || h.Width != h.Check+value || uint64(h.Size) > uint64(len(data)-n) {
		return nil, errFormat
	}
	shape := fuse.Shape{Segment: h.Segment, Count: h.Count, Seed: h.Seed, Width: h.Width, Check: h.Check}
	m, err := fuse.Open(shape, data[n:n+int(h.Size)])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errFormat, err)
	}
	return &Model{m, h.Scale}, nil
}

// Weight is the share of the evidence that counts: a language model beside it
// has heard most of it too.
const Weight = 0.5

// Score adds to scores what the words around token i say for each of its
// readings, as log odds. The scores that come in are log probabilities. The
// nearest words are asked first; readings that fall behind are asked for no
// more, and when all but one did, the matter is settled.
func (m *Model) Score(tokens []Token, i int, readings []uint64, scores []float64) {
	vs := views(tokens, i)
	floor := math.Inf(-1)
	for k, n := range order {
		if k&1 == 1 {
			var rivals int
			if floor, rivals = leaders(scores); rivals < 2 {
				return
			}
		}
		for r, hash := range readings {
			if scores[r] < floor {
				continue
			}
			if x, ok := m.weights.Get(keyOf(vs[n], hash)); ok {
				scores[r] += Weight * float64(float32(int(x)-half)*m.scale)
			}
		}
	}
}

// order is the order in which views are asked.
var order = [Views]int{0, 6, 1, 2, 5, 7, 17, 3, 4, 9, 10, 8, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21}

// behind is how far behind the best, in nats, a reading has no hope.
const behind = 3.0

// leaders counts the readings not far behind the best; floor is how low their
// scores may be.
func leaders(scores []float64) (floor float64, n int) {
	floor = math.Inf(-1)
	for _, s := range scores {
		floor = max(floor, s-behind)
	}
	for _, s := range scores {
		if s >= floor {
			n++
		}
	}
	return floor, n
}

// keyOf is the key of a reading in a view.
func keyOf(view, reading uint64) uint64 { return view ^ reading }

// fits is how many weights a file of so many bytes holds.
func fits(bytes int) int {
	const sample = 1 << 20
	return int(float64(bytes) / float64(fuse.Size(sample, check+value)) * sample)
}

func write(w io.Writer, weights []weight) error {
	scale := scaleOf(weights)
	keys, values := make([]uint64, 0, len(weights)), make([]uint32, 0, len(weights))
	for _, x := range weights {
		if v := max(-half, min(half-1, int(math.Round(float64(x.w/scale))))); v != 0 {
			keys, values = append(keys, x.key), append(values, uint32(v+half))
		}
	}
	m, err := fuse.New(keys, values, check+value, check)
	if err != nil {
		return err
	}
	h := header{Version: version, Scale: scale, Segment: m.Segment, Count: m.Count, Seed: m.Seed, Width: m.Width, Check: m.Check, Size: uint32(len(m.Cells))}
	copy(h.Magic[:], magic)
	var b bytes.Buffer
	binary.Write(&b, binary.LittleEndian, h) // into memory: cannot fail
	b.Write(m.Cells)
	_, err = b.WriteTo(w)
	return err
}

// scaleOf makes the largest value four times the usual weight.
func scaleOf(weights []weight) float32 {
	sum := 0.0
	for _, x := range weights {
		sum += math.Abs(float64(x.w))
	}
	return float32(4*sum/float64(max(len(weights), 1))/half) + 1e-6
}
