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
)

// peer is what another program made of a page: the file of its text, and what
// that cost.
type peer struct {
	Text string
	CPU  time.Duration
}

// tesseract reads a page as people do without vanthu: drawn by pdftoppm at
// 300 dpi in grey, read by Tesseract with its Vietnamese model, one thread.
// Text and cost are kept: the same program reads the same again.
func (b *bench) tesseract(ctx context.Context, g goldPage) (p peer, err error) {
	folder := filepath.Join(b.build, "peer")
	base := filepath.Join(folder, filepath.Base(g.gold))
	known := base + ".json"
	if data, err := os.ReadFile(known); err == nil {
		return p, json.Unmarshal(data, &p)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return p, err
	}
	defer os.Remove(base + ".pgm")
	n := strconv.Itoa(g.number)
	for _, args := range [][]string{
		{"pdftoppm", "-r", "300", "-gray", "-singlefile", "-f", n, "-l", n, filepath.Join(b.shared, "scans", "pdf", g.pdf), base},
		{"tesseract", base + ".pgm", base + ".tesseract", "-l", "vie", "--psm", "3"},
	} {
		cmd := exec.CommandContext(ctx, args[0], args[1:]...)
		cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			return p, fmt.Errorf("%s: %w: %s", args[0], err, out)
		}
		p.CPU += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	p.Text = base + ".tesseract.txt"
	data, err := json.Marshal(p)
	if err == nil {
		err = os.WriteFile(known, data, 0o644)
	}
	return p, err
}

// ours is the CPU time of `vanthu extract`, file to fields, on the same pages:
// each is cut out of its document once.
func (b *bench) ours(ctx context.Context, pages []goldPage) (cost, error) {
	args := []string{"extract", "--no-progress"}
	for _, g := range pages {
		page := filepath.Join(b.build, "peer", filepath.Base(g.gold)+".pdf")
		args = append(args, page)
		if _, err := os.Stat(page); err == nil {
			continue
		}
		whole := filepath.Join(b.shared, "scans", "pdf", g.pdf)
		cut := exec.CommandContext(ctx, "qpdf", "--warning-exit-0", "--empty", "--pages", whole, strconv.Itoa(g.number), "--", page)
		if out, err := cut.CombinedOutput(); err != nil {
			return cost{}, fmt.Errorf("qpdf: %w: %s", err, out)
		}
	}
	_, c, err := measured(ctx, b.program(), args...)
	return c, err
}
