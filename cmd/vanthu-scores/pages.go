package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/scores"
	"vanthu/ingest"
)

// goldPage is a page of a scan that was transcribed by hand, and files with
// what was read on it.
type goldPage struct {
	pdf    string // below scans/pdf
	number int
	gold   string
}

// pageScore is what score_text.py prints.
type pageScore struct {
	Chars, Words int
	CER, WER     float64
	Before       float64 `json:"wer_before"`
	Helped, Hurt int
}

// pageSum adds up a group of pages, by their letters and words.
type pageSum struct {
	pages, words, helped, hurt int
	letters                    float64
	cer, wer                   [3]float64 // errors: tesseract, ours raw, ours restored
}

// goldPages reads the hand-made transcriptions beside our reading and that of
// bare Tesseract; handwriting is left out. First pages, whose two-column head
// is the harder part, are told apart from inner ones.
func (b *bench) goldPages(ctx context.Context) error {
	pages, err := b.listGoldPages()
	if err != nil {
		return err
	}
	var head, inner, all pageSum
	err = b.withArchive(ctx, func(_ *pipeline.View, records map[string]pipeline.Record) error {
		for _, g := range pages {
			group := &inner
			if g.number == 1 {
				group = &head
			}
			if err := b.goldPage(ctx, g, records, group, &all); err != nil {
				return fmt.Errorf("%s page %d: %w", filepath.Base(g.pdf), g.number, err)
			}
		}
		return nil
	})
	b.pageRows("letterhead pages", head, "CER ≤ 4")
	b.pageRows("inner pages", inner, "CER ≤ 1.1")
	b.pageRows("all pages", all, "CER ≤ 2.8, WER halved")
	if err != nil {
		return err
	}
	return b.costRow(ctx, pages)
}

func (b *bench) listGoldPages() (pages []goldPage, err error) {
	folder := filepath.Join(b.shared, "scans", "gold_pages")
	rows, err := scores.Table(filepath.Join(folder, "pages.tsv"))
	for _, r := range rows {
		n, err := strconv.Atoi(r[1])
		if err != nil {
			return nil, err
		}
		pages = append(pages, goldPage{pdf: r[0], number: n, gold: filepath.Join(folder, r[2])})
	}
	return pages, err
}

// goldPage scores one page and adds it to sums.
func (b *bench) goldPage(ctx context.Context, g goldPage, records map[string]pipeline.Record, sums ...*pageSum) error {
	ours := records[filepath.Base(g.pdf)].Document.Pages
	if len(ours) < g.number {
		return fmt.Errorf("it is not in the archive")
	}
	raw, restored, err := b.savePage(g, ours[g.number-1])
	if err != nil {
		return err
	}
	bare, err := b.tesseract(ctx, g)
	if err != nil {
		return err
	}
	var s [3]pageScore
	for i, args := range [][]string{{g.gold, bare.Text}, {g.gold, raw}, {"--raw", raw, g.gold, restored}} {
		if s[i], err = b.scoreText(ctx, args...); err != nil {
			return err
		}
	}
	for _, sum := range sums {
		sum.add(s)
	}
	b.rows = append(b.rows, scores.Row{Section: scores.OCR, Set: "gold pages", What: fmt.Sprintf("%.40s p%d", filepath.Base(g.pdf), g.number),
		N: s[2].Words, Figure: figure(s[1].CER, s[2].CER, s[1].WER, s[2].WER, s[2].Helped, s[2].Hurt),
		Bar: fmt.Sprintf("tesseract CER %.2f WER %.1f", 100*s[0].CER, 100*s[0].WER)})
	return nil
}

// savePage writes what the page said and what it was restored to.
func (b *bench) savePage(g goldPage, p ingest.Page) (raw, restored string, err error) {
	folder := filepath.Join(b.build, "pages")
	base := filepath.Join(folder, filepath.Base(g.gold))
	raw, restored = base+".raw", base+".restored"
	if err = os.MkdirAll(folder, 0o755); err == nil {
		err = os.WriteFile(raw, []byte(p.Raw()), 0o644)
	}
	if err == nil {
		err = os.WriteFile(restored, []byte(p.Text()), 0o644)
	}
	return raw, restored, err
}

func (b *bench) scoreText(ctx context.Context, args ...string) (s pageScore, err error) {
	tool := []string{filepath.Join(b.shared, "tools", "score_text.py"), "--skip-hand"}
	cmd := exec.CommandContext(ctx, "python3", append(tool, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return s, fmt.Errorf("score text: %w", err)
	}
	return s, json.Unmarshal(out, &s)
}

func (t *pageSum) add(s [3]pageScore) {
	t.pages++
	t.letters += float64(s[0].Chars)
	t.words += s[0].Words
	t.helped += s[2].Helped
	t.hurt += s[2].Hurt
	for i := range s {
		t.cer[i] += s[i].CER * float64(s[i].Chars)
		t.wer[i] += s[i].WER * float64(s[i].Words)
	}
}

func (b *bench) pageRows(what string, t pageSum, bar string) {
	if t.pages == 0 {
		return
	}
	cer := func(i int) float64 { return t.cer[i] / t.letters }
	wer := func(i int) float64 { return t.wer[i] / float64(t.words) }
	b.rows = append(b.rows, scores.Row{Section: scores.OCR, Set: "gold pages", What: what, N: t.words,
		Figure: figure(cer(1), cer(2), wer(1), wer(2), t.helped, t.hurt),
		Bar:    fmt.Sprintf("tesseract CER %.2f WER %.1f", 100*cer(0), 100*wer(0)), Note: "bar: " + bar})
}

// costRow sets what a page costs us beside what it costs bare Tesseract. Both
// read at the same time, so that both find the machine equally busy.
func (b *bench) costRow(ctx context.Context, pages []goldPage) error {
	files, err := b.cutPages(ctx, pages)
	if err != nil {
		return err
	}
	var bare time.Duration
	var ours cost
	err = together(
		func() (err error) { bare, err = b.bareCost(ctx, pages); return err },
		func() (err error) {
			_, ours, err = measured(ctx, b.program(), append(extractArgs, files...)...)
			return err
		},
	)
	n := float64(len(pages))
	b.rows = append(b.rows, scores.Row{Section: scores.Speed, Set: "gold pages", What: "CPU s/page, file to fields", N: len(pages),
		Figure: fmt.Sprintf("%.2f", ours.CPU.Seconds()/n), Bar: fmt.Sprintf("≤ 1.15 × tesseract's %.2f", bare.Seconds()/n),
		Note: fmt.Sprintf("%.2f ×, at the same time; tesseract with pdftoppm -r 300 -gray; peak of a reader %d MB", ours.CPU.Seconds()/bare.Seconds(), ours.Child>>20)})
	return err
}

// figure is written as scores.Text is.
func figure(cerBefore, cer, werBefore, wer float64, helped, hurt int) string {
	return fmt.Sprintf("CER %.2f→%.2f WER %.1f→%.1f +%d −%d", 100*cerBefore, 100*cer, 100*werBefore, 100*wer, helped, hurt)
}
