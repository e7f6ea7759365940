package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"vanthu/cmd/internal/scores"
)

// pdfPages are about so many pages of the scans, from first to last.
const pdfPages = 12

// searchable sets what a searchable PDF costs us beside what it costs ocrmypdf,
// Debian's package, on pages of the scans that hold no text (it refuses others),
// both at the same time. It is measured only if asked for, for not everybody has
// ocrmypdf.
func (b *bench) searchable(ctx context.Context) error {
	if _, err := exec.LookPath("ocrmypdf"); err != nil {
		return fmt.Errorf("%w (install ocrmypdf)", err)
	}
	pages, err := b.textless(ctx)
	if err != nil {
		return err
	}
	files, err := b.cutPages(ctx, pages)
	if err != nil {
		return err
	}
	in, out := filepath.Join(b.build, "pdf.in.pdf"), filepath.Join(b.build, "pdf")
	bind := append([]string{"--warning-exit-0", "--empty", "--pages"}, files...)
	if _, err := spent(ctx, "qpdf", append(bind, "--", in)...); err != nil {
		return err
	}
	var peer time.Duration
	var ours cost
	err = together(
		func() (err error) {
			peer, err = spent(ctx, "ocrmypdf", "--quiet", "-l", "vie", in, out+".ocrmypdf.pdf")
			return err
		},
		func() (err error) {
			_, ours, err = measured(ctx, b.program(), "ocr", "--no-progress", in, "-o", out+".ours.pdf")
			return err
		},
	)
	n := float64(len(pages))
	b.rows = append(b.rows, scores.Row{Section: scores.Speed, Set: "searchable PDF", What: "CPU s/page", N: len(pages),
		Figure: fmt.Sprintf("%.2f", ours.CPU.Seconds()/n), Bar: fmt.Sprintf("≤ 0.5 × ocrmypdf's %.2f", peer.Seconds()/n),
		Note: fmt.Sprintf("%.2f ×, at the same time", ours.CPU.Seconds()/peer.Seconds())})
	return err
}

// textless are some of the first and second pages of the scans that are pictures
// and nothing else, evenly chosen.
func (b *bench) textless(ctx context.Context) (pages []goldPage, err error) {
	root := filepath.Join(b.shared, "scans", "pdf")
	files, err := filepath.Glob(filepath.Join(root, "*", "*.pdf"))
	for _, file := range files {
		for number := 1; number <= 2; number++ {
			n := strconv.Itoa(number)
			text, err := exec.CommandContext(ctx, "pdftotext", "-f", n, "-l", n, file, "-").Output()
			if err != nil || len(bytes.TrimSpace(text)) > 0 {
				continue // there is no such page, or there is text on it
			}
			pdf, _ := filepath.Rel(root, file)
			pages = append(pages, goldPage{pdf: pdf, number: number, gold: filepath.Base(file) + ".p" + n})
		}
	}
	step := max(len(pages)/pdfPages, 1)
	var some []goldPage
	for i := 0; i < len(pages); i += step {
		some = append(some, pages[i])
	}
	return some, err
}
