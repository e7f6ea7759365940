package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/scores"
	"vanthu/ingest"
)

// speed is what the first run over ../shared cost, kept in speed.json: later
// runs read no pages, so their time says nothing.
type speed struct {
	Taken    time.Time         `json:"taken"`
	Load     string            `json:"load"` // of the machine when it began
	Versions pipeline.Versions `json:"versions"`
	Ledger   pipeline.Ledger   `json:"ledger"`
	Pages    map[string]int    `json:"pages"` // by source: ocr, text-layer, …
	Cost     cost              `json:"cost"`
}

// addShared takes the files of ../shared into the archive, or makes anew what
// was restored and extracted, so that nothing stale is measured.
func (b *bench) addShared(ctx context.Context) error {
	_, err := os.Stat(string(b.archive()))
	first := errors.Is(err, fs.ErrNotExist)
	load := loadAverage()
	args := []string{"add", "--json", "--data", string(b.archive())}
	if !first {
		args = append(args, "--redo", "normalize")
	}
	for _, folder := range []string{filepath.Join("scans", "pdf"), "seeds", "badfiles"} {
		args = append(args, filepath.Join(b.shared, folder))
	}
	out, cost, err := measured(ctx, b.program(), args...)
	if err != nil {
		return err
	}
	ledger, err := readLedger(out)
	if err != nil {
		return err
	}
	if first {
		err = b.keepSpeed(ctx, speed{Taken: time.Now().UTC(), Load: load, Ledger: ledger, Cost: cost})
	}
	return errors.Join(err, b.speedRows(ledger, cost))
}

// readLedger finds the ledger, the last line that `vanthu add --json` prints.
func readLedger(out []byte) (pipeline.Ledger, error) {
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	var last struct{ Ledger *pipeline.Ledger }
	err := json.Unmarshal(lines[len(lines)-1], &last)
	if err == nil && last.Ledger == nil {
		err = errors.New("add ended without a ledger")
	}
	if err != nil {
		return pipeline.Ledger{}, err
	}
	return *last.Ledger, nil
}

func (b *bench) speedFile() string { return filepath.Join(b.build, "speed.json") }

func (b *bench) keepSpeed(ctx context.Context, s speed) error {
	s.Pages = map[string]int{}
	return b.withArchive(ctx, func(_ *pipeline.View, records map[string]pipeline.Record) error {
		for _, r := range records {
			s.Versions = r.Versions
			for _, p := range r.Document.Pages {
				s.Pages[sourceOf(p)]++
			}
		}
		data, err := json.MarshalIndent(s, "", "\t")
		if err != nil {
			return err
		}
		return os.WriteFile(b.speedFile(), data, 0o644)
	})
}

func sourceOf(p ingest.Page) string {
	if p.Err != "" {
		return "not read"
	}
	return string(p.Source)
}

// speedRows are the ledgers of the first and of this run, and what the first
// one cost.
func (b *bench) speedRows(ledger pipeline.Ledger, now cost) error {
	row := func(what string, n int, figure, bar, note string) {
		b.rows = append(b.rows, scores.Row{Section: scores.Speed, Set: "shared", What: what, N: n, Figure: figure, Bar: bar, Note: note})
	}
	data, err := os.ReadFile(b.speedFile())
	if errors.Is(err, fs.ErrNotExist) {
		row("first run", 0, "not measured", "", "the first run was cut off; -fresh measures again")
		return nil
	}
	var s speed
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", b.speedFile(), err)
	}
	pages := 0
	for _, n := range s.Pages {
		pages += n
	}
	row("first run", s.Ledger.Seen, ledgerText(s.Ledger), "adds up", "taken "+s.Taken.Format("2006-01-02 15:04")+" UTC, load "+s.Load)
	row("read by", pages, strings.Trim(fmt.Sprint(s.Pages), "map[]"), "", s.Versions.Read)
	row("pages/min, wall", pages, fmt.Sprintf("%.1f", float64(pages)/s.Cost.Wall.Minutes()), "", fmt.Sprintf("%.0f s", s.Cost.Wall.Seconds()))
	row("CPU s/page", pages, fmt.Sprintf("%.2f", s.Cost.CPU.Seconds()/float64(max(pages, 1))), "≤ 1.15 × bare tesseract", fmt.Sprintf("%.0f s, all processes", s.Cost.CPU.Seconds()))
	row("peak memory", 0, fmt.Sprintf("%d MB parent, %d MB a reader", s.Cost.Parent>>20, s.Cost.Child>>20), "≤ 250 MB a reader", "")
	row("this run", ledger.Seen, ledgerText(ledger), "", fmt.Sprintf("text, fields and index in %.0f s CPU", now.CPU.Seconds()))
	return nil
}

func ledgerText(l pipeline.Ledger) string {
	return fmt.Sprintf("seen %d = added %d + duplicate %d + failed %d + skipped %d", l.Seen, l.Added, l.Duplicate, l.Failed, l.Skipped)
}
