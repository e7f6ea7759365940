package extract

import (
	"encoding/base64"
	"encoding/binary"
	"hash/fnv"

	"vanthu/extract/fold"
)

// The same paper scanned twice gives other bytes and other slips of the
// scanner, but nearly the same text. How near is told by the runs of three
// syllables that two texts share, and that is estimated from a sketch of each:
// of the runs, hashed and dealt into 64 bins, every bin keeps the least (one
// permutation hashing, Li, Owen and Zhang 2012). Two bins agree as often as
// the texts share runs, so with 64 of them the share is known to about ±0.06.
//
//	Căn cứ Luật Cán bộ, công chức     can cu luat · cu luat can · luat can bo · …
//	Căn cứ Luật Cán bồ, công chức     the same runs: marks do not count
//	Căn cứ Luậi Cán bộ, công chức     one slip spoils three runs
//
// Of 70 scans read by two versions of the reader 67 had 0.70 and more in common
// with themselves, the median 1.00; of all pairs of different papers the nearest
// had 0.61: two decisions of one office on one school, in the words of its form.
// Words that OCR breaks spoil no runs but their own, as a line or a page would
// be spoilt. A second scan of one paper could not be had to measure. A library
// for this (MinHash, SimHash) would be no shorter, and its hashes would have to
// stay the same for ever, since sketches are stored.

// sketchBins is the number of bins, of 16 bits each.
const sketchBins = 64

// AlikeFrom is the share from which two texts are taken for the same paper.
const AlikeFrom = 0.7

// emptyBin is a bin that no run fell into.
const emptyBin = 0xffff

// shingle is how many syllables a run has.
const shingle = 3

// sketchOf is the sketch of a folded text, "" for one of few words.
func sketchOf(f string) string {
	var bins [sketchBins]uint16
	for i := range bins {
		bins[i] = emptyBin
	}
	words := syllables(f)
	if len(words) < leastSketched {
		return ""
	}
	h := fnv.New64a()
	for i := 0; i+shingle <= len(words); i++ {
		h.Reset()
		for _, w := range words[i : i+shingle] {
			h.Write([]byte(w))
			h.Write([]byte{' '})
		}
		sum := mix(h.Sum64())
		bin, value := sum%sketchBins, uint16(sum>>48)
		bins[bin] = min(bins[bin], value)
	}
	var raw [2 * sketchBins]byte
	for i, b := range bins {
		binary.BigEndian.PutUint16(raw[2*i:], b)
	}
	return base64.RawStdEncoding.EncodeToString(raw[:])
}

// syllables are the runs of letters and digits of a folded text. They are some
// hundred thousand in a long document, so room for them is made once.
func syllables(f string) []string {
	all := make([]string, 0, len(f)/4)
	from := 0
	for i := range len(f) + 1 {
		if i < len(f) && (fold.IsLetter(f[i]) || fold.IsDigit(f[i])) {
			continue
		}
		if i > from {
			all = append(all, f[from:i])
		}
		from = i + 1
	}
	return all
}

// leastSketched is how many words a text must have to be told from others.
const leastSketched = 40

// mix spreads a hash over all its bits (the finalizer of SplitMix64): those of
// FNV that differ in the last letter share their high bits.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Alike estimates from their sketches what share of their runs of words two
// texts have in common, 0 to 1; 0 where one has no sketch.
func Alike(a, b string) float64 {
	p, q := binsOf(a), binsOf(b)
	if p == nil || q == nil {
		return 0
	}
	same, filled := 0, 0
	for i := range sketchBins {
		x, y := binary.BigEndian.Uint16(p[2*i:]), binary.BigEndian.Uint16(q[2*i:])
		if x == emptyBin && y == emptyBin {
			continue
		}
		filled++
		if x == y {
			same++
		}
	}
	return float64(same) / float64(max(1, filled))
}

func binsOf(sketch string) []byte {
	raw, err := base64.RawStdEncoding.DecodeString(sketch)
	if err != nil || len(raw) != 2*sketchBins {
		return nil
	}
	return raw
}
