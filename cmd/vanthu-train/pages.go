package main

import (
	"context"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"vanthu/normalize"
	"vanthu/normalize/score"
	"vanthu/normalize/tone"
)

// pages measures what restoration does for Tesseract vie on scanned pages
// with exact transcriptions. What Tesseract read is kept in the temporary
// folder, since reading takes minutes.
func (b *bench) pages() error {
	var all score.Count
	var total time.Duration
	words := 0
	err := b.eachGoldPage(func(raw, gold string) error {
		text, took, err := b.restoreOCR(raw)
		all.Add(score.Words(gold, raw, text))
		total += took
		words += len(strings.Fields(raw))
		return err
	})
	b.row("Tesseract vie on gold_pages", all, words, total, "WER −40 %, helped : hurt ≥ 20")
	return err
}

// eachGoldPage visits the scanned pages with exact transcriptions.
func (b *bench) eachGoldPage(visit func(raw, gold string) error) error {
	list, err := os.Open(filepath.Join(b.shared, "scans", "gold_pages", "pages.tsv"))
	if err != nil {
		return err
	}
	defer list.Close()
	table := csv.NewReader(list)
	table.Comma, table.LazyQuotes, table.FieldsPerRecord = '\t', true, -1
	rows, err := table.ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows[1:] {
		raw, err := readScan(filepath.Join(b.shared, "scans", "pdf", row[0]), row[1], row[2])
		if err != nil {
			return err
		}
		gold, err := b.file("scans", "gold_pages", row[2])
		if err != nil {
			return err
		}
		if err := visit(raw, unhand(gold)); err != nil {
			return err
		}
	}
	return nil
}

// restoreOCR restores a page as the pipeline does, knowing its reader.
func (b *bench) restoreOCR(raw string) (string, time.Duration, error) {
	var page [][]normalize.Word
	for _, l := range strings.Split(raw, "\n") {
		var line []normalize.Word
		for _, f := range strings.Fields(l) {
			line = append(line, normalize.Word{Raw: f})
		}
		page = append(page, line)
	}
	start := processorTime()
	err := b.r.Lines(context.Background(), page, normalize.VietnameseOCR)
	took := processorTime() - start
	var text strings.Builder
	for _, line := range page {
		for _, w := range line {
			text.WriteString(w.Text + " ")
		}
		text.WriteByte('\n')
	}
	return text.String(), took, err
}

// readScan is the text that Tesseract vie reads on a page at 300 dpi.
func readScan(pdf, page, name string) (string, error) {
	kept := filepath.Join(os.TempDir(), "vanthu-score", name)
	if data, err := os.ReadFile(kept); err == nil {
		return tone.NFC(string(data)), nil
	}
	if err := os.MkdirAll(filepath.Dir(kept), 0o755); err != nil {
		return "", err
	}
	picture := kept + ".picture"
	defer os.Remove(picture + ".pgm")
	if err := exec.Command("pdftoppm", "-r", "300", "-gray", "-singlefile", "-f", page, "-l", page, pdf, picture).Run(); err != nil {
		return "", err
	}
	cmd := exec.Command("tesseract", picture+".pgm", "-", "-l", "vie")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	out, err := cmd.Output()
	if err != nil {
		return "", err
	}
	return tone.NFC(string(out)), os.WriteFile(kept, out, 0o644)
}
