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
func (b *bench) tesseract(ctx context.Context, g goldPage) (peer, error) {
	base := filepath.Join(b.build, "peer", filepath.Base(g.gold))
	return remembered(base, func() (peer, error) {
		defer os.Remove(base + ".pgm")
		n := strconv.Itoa(g.number)
		drawn, err := spent(ctx, "pdftoppm", "-r", "300", "-gray", "-singlefile", "-f", n, "-l", n, filepath.Join(b.shared, "scans", "pdf", g.pdf), base)
		if err != nil {
			return peer{}, err
		}
		p, err := bareTesseract(ctx, base, base+".pgm")
		p.CPU += drawn
		return p, err
	})
}

// bareTesseract reads a picture.
func bareTesseract(ctx context.Context, base, picture string, args ...string) (peer, error) {
	cpu, err := spent(ctx, "tesseract", append([]string{picture, base + ".tesseract", "-l", "vie", "--psm", "3"}, args...)...)
	return peer{Text: base + ".tesseract.txt", CPU: cpu}, err
}

// remembered keeps text and cost between runs: the same program reads the same
// again.
func remembered(base string, read func() (peer, error)) (p peer, err error) {
	if data, err := os.ReadFile(base + ".json"); err == nil {
		return p, json.Unmarshal(data, &p)
	}
	if err = os.MkdirAll(filepath.Dir(base), 0o755); err != nil {
		return p, err
	}
	if p, err = read(); err != nil {
		return p, err
	}
	data, err := json.Marshal(p)
	if err != nil {
		return p, err
	}
	return p, os.WriteFile(base+".json", data, 0o644)
}

// spent runs another program with one thread and returns its CPU time.
func spent(ctx context.Context, name string, args ...string) (time.Duration, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%s: %w: %s", name, err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
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
