package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"vanthu/cmd/internal/scores"
	"vanthu/cmd/vanthu-scores/internal/spoil"
	"vanthu/ingest/kind"
	"vanthu/ingest/layout"
	"vanthu/ingest/raster"
	"vanthu/ingest/worker"
)

const (
	// everyThird gold page is spoiled: two kinds of letterhead, colour and
	// bitonal inner pages, a few hundred CPU seconds in all.
	everyThird = 3
	// hopeless is the CER from which a page is no use to anybody, useful the
	// one below which it can be searched and restored.
	hopeless = 0.20
	useful   = 0.10
)

// poorScore is the CER of one spoiled page.
type poorScore struct{ bare, ours float64 }

// poorPages spoils gold pages in all the ways of package spoil and sets our
// reading (raw, nothing restored) beside that of bare Tesseract, which is told
// the resolution.
func (b *bench) poorPages(ctx context.Context) (err error) {
	pages, err := b.listGoldPages()
	if err != nil {
		return err
	}
	pool, err := worker.NewPool(worker.Options{Path: b.program()})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	all := map[string][]poorScore{}
	for i := 1; i < len(pages); i += everyThird {
		page, err := b.drawGold(pages[i])
		if err != nil {
			return err
		}
		for _, k := range spoil.Kinds() {
			s, err := b.poorPage(ctx, pool, pages[i], k, page)
			if err != nil {
				return fmt.Errorf("%s, %s: %w", filepath.Base(pages[i].pdf), k.Name, err)
			}
			all[k.Name] = append(all[k.Name], s)
		}
	}
	b.poorRows(all)
	return nil
}

// drawGold is the picture of a gold page as spoil wants it.
func (b *bench) drawGold(g goldPage) (*image.Gray, error) {
	doc, err := raster.Open(filepath.Join(b.shared, "scans", "pdf", g.pdf), kind.PDF)
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	pic, _, err := doc.Render(g.number-1, spoil.DPI)
	return pic, err
}

func (b *bench) poorPage(ctx context.Context, pool *worker.Pool, g goldPage, k spoil.Kind, page *image.Gray) (s poorScore, err error) {
	base := filepath.Join(b.build, "poor", filepath.Base(g.gold)+"."+strings.ReplaceAll(k.Name, " ", "-"))
	if err := savePicture(base+".png", k, page); err != nil {
		return s, err
	}
	bare, err := remembered(base, func() (peer, error) {
		return bareTesseract(ctx, base, base+".png", "--dpi", strconv.Itoa(k.DPI))
	})
	if err != nil {
		return s, err
	}
	read, err := pool.Read(ctx, worker.Request{File: base + ".png", Kind: kind.PNG, Page: 1})
	if err != nil {
		return s, err
	}
	if err := os.WriteFile(base+".raw", []byte(layout.Arrange(read).Raw()), 0o644); err != nil {
		return s, err
	}
	theirs, err := b.scoreText(ctx, g.gold, bare.Text)
	if err != nil {
		return s, err
	}
	ours, err := b.scoreText(ctx, g.gold, base+".raw")
	if b.show {
		fmt.Fprintf(os.Stderr, "%-20s %-40.40s CER %6.2f, tesseract %6.2f: %s\n", k.Name, filepath.Base(g.gold), 100*ours.CER, 100*theirs.CER, read.Why)
	}
	return poorScore{bare: theirs.CER, ours: ours.CER}, err
}

// savePicture keeps a spoiled page between runs, as tesseract's reading of it
// is kept.
func savePicture(file string, k spoil.Kind, page *image.Gray) error {
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(f, k.Spoil(page)), f.Close())
}

// poorRows are the median and the worst page of each kind, and how many of the
// pages that bare Tesseract cannot read we can.
func (b *bench) poorRows(all map[string][]poorScore) {
	lost, won := 0, 0
	for _, k := range spoil.Kinds() {
		var bare, ours []float64
		for _, s := range all[k.Name] {
			bare, ours = append(bare, s.bare), append(ours, s.ours)
			if s.bare > hopeless {
				lost++
				if s.ours < useful {
					won++
				}
			}
		}
		if len(ours) > 0 {
			b.rows = append(b.rows, scores.Row{Section: scores.OCR, Set: "spoiled", What: k.Name, N: len(ours),
				Figure: medianWorst(ours), Bar: "tesseract " + medianWorst(bare)})
		}
	}
	b.rows = append(b.rows, scores.Row{Section: scores.OCR, Set: "spoiled", What: "tesseract's CER > 20, ours < 10", N: lost,
		Figure: fmt.Sprintf("%d of %d", won, lost), Bar: "half"})
}

func medianWorst(cers []float64) string {
	slices.Sort(cers)
	n := len(cers)
	return fmt.Sprintf("CER %.2f, worst %.2f", 50*(cers[(n-1)/2]+cers[n/2]), 100*cers[n-1])
}
