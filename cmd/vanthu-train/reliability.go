package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"vanthu/normalize"
	"vanthu/normalize/score"
	"vanthu/normalize/tone"
)

// reliability tells how often words given a confidence are right.
type reliability struct {
	bounds []float64
	words  []int
	right  []int
}

func newReliability() *reliability {
	b := []float64{0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .99, 1.01}
	return &reliability{b, make([]int, len(b)), make([]int, len(b))}
}

func (r *reliability) add(sure float64, right bool) {
	for i := range r.bounds[:len(r.bounds)-1] {
		if sure >= r.bounds[i] && sure < r.bounds[i+1] {
			r.words[i]++
			if right {
				r.right[i]++
			}
		}
	}
}

// count restores raw and compares the words it weighed with gold.
func (r *reliability) count(n *normalize.Restorer, gold, raw string, hint normalize.Damage) error {
	var page [][]normalize.Word
	for _, l := range strings.Split(raw, "\n") {
		var line []normalize.Word
		for _, f := range strings.Fields(l) {
			line = append(line, normalize.Word{Raw: f})
		}
		page = append(page, line)
	}
	if err := n.Lines(context.Background(), page, hint); err != nil {
		return err
	}
	var text []string
	var sure []float64
	for _, line := range page {
		for _, w := range line {
			for _, part := range strings.Fields(w.Text) {
				text, sure = append(text, canonicalField(part)), append(sure, w.Sure)
			}
		}
	}
	right := score.RightOf(strings.Fields(canonicalText(gold)), text)
	for i := range text {
		if sure[i] > 0 {
			r.add(sure[i], right[i])
		}
	}
	return nil
}

func canonicalText(s string) string { return mapFields(s, canonicalField) }

// reliability prints the table for misread and for stripped words.
func (b *bench) reliability() error {
	for _, set := range []string{"badlayer (dev)", "rendered, foreign engines", "rendered, tesseract-vie", "gold pages, tesseract-vie (dev)", "stripped news (test)"} {
		r := newReliability()
		if err := b.reliabilityOf(set, r); err != nil {
			return err
		}
		fmt.Fprintf(b.out, "reliability, %s\tconfidence\twords\tright %%\n", set)
		for i := range r.bounds[:len(r.bounds)-1] {
			fmt.Fprintf(b.out, "\t%.2f–%.2f\t%d\t%.1f\n", r.bounds[i], min(r.bounds[i+1], 1), r.words[i], 100*float64(r.right[i])/float64(max(r.words[i], 1)))
		}
	}
	return nil
}

func (b *bench) reliabilityOf(set string, r *reliability) error {
	if strings.HasPrefix(set, "stripped") {
		text, err := heldOutText(b.shared+"/corpus", []string{"vietnews"}, test, b.size)
		if err != nil {
			return err
		}
		return r.count(b.r, text[:min(len(text), 100<<10)], tone.Fold(text[:min(len(text), 100<<10)]), normalize.Unknown)
	}
	if kind, ok := strings.CutPrefix(set, "rendered, "); ok {
		return b.eachRendered(kind == vietnamese, func(p readPage, hint normalize.Damage) error { return r.count(b.r, p.gold, p.raw, hint) })
	}
	if strings.HasPrefix(set, "gold pages") {
		return b.eachGoldPage(func(raw, gold string) error { return r.count(b.r, gold, raw, normalize.VietnameseOCR) })
	}
	return b.eachBadLayer(func(_, raw, gold string) error { return r.count(b.r, gold, raw, normalize.Unknown) })
}

// eachRendered visits the pages that were rendered and read, if they are kept:
// by the engine that knows Vietnamese, or by all others.
func (b *bench) eachRendered(knows bool, visit func(readPage, normalize.Damage) error) error {
	p := press{dir: filepath.Join(os.TempDir(), "vanthu-score", "rendered")}
	for _, e := range engines {
		if (e.name == vietnamese) != knows {
			continue
		}
		hint := normalize.Unknown
		if knows {
			hint = normalize.VietnameseOCR
		}
		pages, err := readPages(p.file(e))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		for _, page := range pages {
			if err := visit(page, hint); err != nil {
				return err
			}
		}
	}
	return nil
}
