package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"vanthu/normalize/score"
)

const (
	renderedPages = 60
	renderedSeed  = 77
)

// rendered measures on pages printed from the part of the corpus that is set
// aside, worn, and read by every engine that is installed: what restoration
// does where it is known what stood on the page. The readings are kept in the
// temporary folder, since reading takes minutes.
func (b *bench) rendered() error {
	ctx := context.Background()
	p := press{dir: filepath.Join(os.TempDir(), "vanthu-score", "rendered"), deck: deck(installedEngines(ctx)), seed: renderedSeed}
	if _, err := os.Stat(p.dir); errors.Is(err, os.ErrNotExist) {
		if err := p.run(ctx, filepath.Join(b.shared, "corpus"), dev, renderedPages, renderedPages); err != nil {
			return errors.Join(err, os.RemoveAll(p.dir))
		}
	}
	var foreign score.Count
	for _, e := range engines {
		c, err := b.engine(p, e)
		if err != nil {
			return err
		}
		if e.name != vietnamese {
			foreign.Add(c)
		}
	}
	b.row("rendered, foreign engines", foreign, 0, time.Second, "")
	return nil
}

// engine measures on what one engine read, page by page.
func (b *bench) engine(p press, e engine) (score.Count, error) {
	var all score.Count
	pages, err := readPages(p.file(e))
	if errors.Is(err, os.ErrNotExist) {
		return all, nil
	}
	var total time.Duration
	words := 0
	for _, page := range pages {
		text, took := b.restore(page.raw)
		if e.name == vietnamese {
			if text, took, err = b.restoreOCR(page.raw); err != nil {
				return all, err
			}
		}
		all.Add(score.Words(page.gold, page.raw, text))
		total += took
		words += len(strings.Fields(page.raw))
	}
	b.row(fmt.Sprintf("rendered, %s", e.name), all, words, total, "")
	return all, err
}

// readPage is what stood on a page and what was read there, line for line.
type readPage struct{ gold, raw string }

// readPages reads a file of pairs.
func readPages(file string) ([]readPage, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var pages []readPage
	var p readPage
	in := bufio.NewScanner(f)
	for in.Scan() {
		gold, raw, ok := strings.Cut(in.Text(), "\t")
		if !ok {
			pages, p = append(pages, p), readPage{}
			continue
		}
		p.gold, p.raw = p.gold+gold+"\n", p.raw+raw+"\n"
	}
	if p.gold != "" {
		pages = append(pages, p)
	}
	return pages, in.Err()
}
