package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

// peer is what another program made of a page: the file of its text, and what
// that cost.
type peer struct {
	Text string
	CPU  time.Duration
}

// tesseract is what a page says to people without vanthu.
func (b *bench) tesseract(ctx context.Context, g goldPage) (peer, error) {
	base := b.peerBase(g)
	return remembered(base, func() (peer, error) { return b.readBare(ctx, g, base) })
}

func (b *bench) peerBase(g goldPage) string {
	return filepath.Join(b.build, "peer", filepath.Base(g.gold))
}

// readBare reads a page as people do without vanthu: drawn by pdftoppm at 300
// dpi in grey, read by Tesseract with its Vietnamese model, one thread.
func (b *bench) readBare(ctx context.Context, g goldPage, base string) (peer, error) {
	defer os.Remove(base + ".pgm")
	n := strconv.Itoa(g.number)
	drawn, err := spent(ctx, "pdftoppm", "-r", "300", "-gray", "-singlefile", "-f", n, "-l", n, filepath.Join(b.shared, "scans", "pdf", g.pdf), base)
	if err != nil {
		return peer{}, err
	}
	p, err := bareTesseract(ctx, base, base+".pgm")
	p.CPU += drawn
	return p, err
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

// bareCost is the CPU time of readBare, measured now: a machine that is busy
// with other things takes up to three times as long over the same page, and
// what it took another day is not to be compared.
func (b *bench) bareCost(ctx context.Context, pages []goldPage) (sum time.Duration, err error) {
	for _, g := range pages {
		p, err := b.readBare(ctx, g, b.peerBase(g))
		if err != nil {
			return sum, err
		}
		sum += p.CPU
	}
	return sum, nil
}

// extractArgs make vanthu read files to fields and keep quiet.
var extractArgs = []string{"extract", "--no-progress"}

// cutPages cuts each page out of its document once, into a file of its own.
func (b *bench) cutPages(ctx context.Context, pages []goldPage) (files []string, err error) {
	for _, g := range pages {
		page := b.peerBase(g) + ".pdf"
		if err := os.MkdirAll(filepath.Dir(page), 0o755); err != nil {
			return nil, err
		}
		files = append(files, page)
		if _, err := os.Stat(page); err == nil {
			continue
		}
		whole := filepath.Join(b.shared, "scans", "pdf", g.pdf)
		if _, err := spent(ctx, "qpdf", "--warning-exit-0", "--empty", "--pages", whole, strconv.Itoa(g.number), "--", page); err != nil {
			return files, err
		}
	}
	return files, nil
}

// together does things at the same time.
func together(do ...func() error) error {
	errs := make([]error, len(do))
	var group sync.WaitGroup
	for i, f := range do {
		group.Go(func() { errs[i] = f() })
	}
	group.Wait()
	return errors.Join(errs...)
}
