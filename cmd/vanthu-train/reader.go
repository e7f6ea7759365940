package main

import (
	"hash/maphash"
	"strings"

	"vanthu/normalize/tone"
)

// reader feeds a trainer.
type reader struct {
	add  func(paragraph string, weight int)
	seen map[uint64]bool
	hash maphash.Hash
}

// read reads the training part of a corpus; of a source that shares names, one
// block in so many.
func (r *reader) read(corpus string, shares map[string]int) error {
	files, err := sources(corpus)
	if err != nil {
		return err
	}
	if err := r.closeHeldOut(files); err != nil {
		return err
	}
	for _, file := range files {
		if err := r.source(file, max(shares[sourceName(file)], 1)); err != nil {
			return err
		}
		report("read " + sourceName(file))
	}
	return nil
}

// new reports whether the paragraph comes for the first time.
func (r *reader) new(paragraph string) bool {
	r.hash.Reset()
	r.hash.WriteString(strings.ToLower(paragraph))
	h := r.hash.Sum64()
	if r.seen[h] {
		return false
	}
	r.seen[h] = true
	return true
}

// closeHeldOut marks what stands in dev and test as seen.
func (r *reader) closeHeldOut(files []string) error {
	for _, file := range files {
		err := readBlocks(file, func(p part, lines []string) error {
			for _, l := range lines {
				if p != training {
					r.new(tone.NFC(l))
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) source(file string, share int) error {
	weight, n := max(weights[sourceName(file)], 1), 0
	return readBlocks(file, func(p part, lines []string) error {
		if n++; p != training || n%share != 0 {
			return nil
		}
		for _, l := range lines {
			if l = tone.NFC(l); r.new(l) {
				r.add(l, weight)
			}
		}
		return nil
	})
}
