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
	"slices"
	"strings"
	"time"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/scores"
	"vanthu/ingest"
)

// speed is what it cost to read ../shared when no page of it was known, kept
// in speed.json: later runs read no pages, so their time says nothing.
type speed struct {
	Taken    time.Time         `json:"taken"`
	Load     string            `json:"load"` // of the machine when it began
	Versions pipeline.Versions `json:"versions"`
	Runs     []addRun          `json:"runs"`
}

// addRun is one `vanthu add`.
type addRun struct {
	Set    string          `json:"set"`
	Ledger pipeline.Ledger `json:"ledger"`
	Pages  map[string]int  `json:"pages"` // that it read, by source: ocr, text-layer, …
	Cost   cost            `json:"cost"`
}

// office is what an office might hand in, hostile what nobody should: it has
// a file of 500 pages, so its time is kept apart.
var (
	office  = []string{filepath.Join("scans", "pdf"), "seeds"}
	hostile = append(slices.Clone(office), "badfiles")
)

// addShared takes the files of ../shared into the archive, or makes anew what
// was restored and extracted, so that nothing stale is measured.
func (b *bench) addShared(ctx context.Context) error {
	if _, err := os.Stat(string(b.archive())); errors.Is(err, fs.ErrNotExist) {
		if err := b.addFirst(ctx); err != nil {
			return err
		}
	}
	if err := b.speedRows(); err != nil {
		return err
	}
	again, err := b.add(ctx, "everything again", hostile, "--redo", "normalize")
	b.speedRow(again.Set, again.Ledger.Seen, ledgerText(again.Ledger),
		"added 0", fmt.Sprintf("text, fields and index anew in %.0f s CPU", again.Cost.CPU.Seconds()))
	return err
}

// addFirst fills a new archive and keeps what that cost.
func (b *bench) addFirst(ctx context.Context) error {
	s := speed{Taken: time.Now().UTC(), Load: loadAverage()}
	before := map[string]int{}
	for _, set := range []struct {
		name    string
		folders []string
	}{{"scans and seeds", office}, {"with badfiles", hostile}} {
		run, err := b.add(ctx, set.name, set.folders)
		if err != nil {
			return err
		}
		var pages map[string]int
		if pages, s.Versions, err = b.countPages(ctx); err != nil {
			return err
		}
		run.Pages = map[string]int{}
		for source, n := range pages {
			run.Pages[source] = n - before[source]
		}
		before = pages
		s.Runs = append(s.Runs, run)
	}
	data, err := json.MarshalIndent(s, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(b.speedFile(), data, 0o644)
}

// add runs `vanthu add` over folders of ../shared.
func (b *bench) add(ctx context.Context, set string, folders []string, flags ...string) (addRun, error) {
	args := append([]string{"add", "--json", "--data", string(b.archive())}, flags...)
	for _, folder := range folders {
		args = append(args, filepath.Join(b.shared, folder))
	}
	out, cost, err := measured(ctx, b.program(), args...)
	if err != nil {
		return addRun{}, err
	}
	ledger, err := readLedger(out)
	return addRun{Set: set, Ledger: ledger, Cost: cost}, err
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

// countPages counts the pages in the archive by where their words came from.
func (b *bench) countPages(ctx context.Context) (pages map[string]int, v pipeline.Versions, err error) {
	pages = map[string]int{}
	err = b.withArchive(ctx, func(_ *pipeline.View, records map[string]pipeline.Record) error {
		for _, r := range records {
			v = r.Versions
			for _, p := range r.Document.Pages {
				pages[sourceOf(p)]++
			}
		}
		return nil
	})
	return pages, v, err
}

func sourceOf(p ingest.Page) string {
	if p.Err != "" {
		return "not read"
	}
	return string(p.Source)
}

func (b *bench) speedRow(what string, n int, figure, bar, note string) {
	b.rows = append(b.rows, scores.Row{Section: scores.Speed, Set: "shared", What: what, N: n, Figure: figure, Bar: bar, Note: note})
}

// speedRows are the runs that read pages.
func (b *bench) speedRows() error {
	data, err := os.ReadFile(b.speedFile())
	if errors.Is(err, fs.ErrNotExist) {
		b.speedRow("first run", 0, "not measured", "", "it was cut off; -fresh measures again")
		return nil
	}
	var s speed
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", b.speedFile(), err)
	}
	when := fmt.Sprintf("taken %s UTC, load %s; %s", s.Taken.Format("2006-01-02 15:04"), s.Load, s.Versions.Read)
	for _, r := range s.Runs {
		pages := 0
		for _, n := range r.Pages {
			pages += n
		}
		b.speedRow(r.Set+": ledger", r.Ledger.Seen, ledgerText(r.Ledger), "adds up", when)
		b.speedRow(r.Set+": pages/min", pages, fmt.Sprintf("%.1f", float64(pages)/r.Cost.Wall.Minutes()), "",
			fmt.Sprintf("%.0f s; %s", r.Cost.Wall.Seconds(), strings.Trim(fmt.Sprint(r.Pages), "map[]")))
		b.speedRow(r.Set+": CPU s/page", pages, fmt.Sprintf("%.2f", r.Cost.CPU.Seconds()/float64(max(pages, 1))), "",
			fmt.Sprintf("%.0f s, all processes", r.Cost.CPU.Seconds()))
		b.speedRow(r.Set+": peak memory", 0, fmt.Sprintf("%d MB parent, %d MB a reader", r.Cost.Parent>>20, r.Cost.Child>>20), "≤ 250 MB a reader", "")
	}
	return nil
}

func ledgerText(l pipeline.Ledger) string {
	return fmt.Sprintf("seen %d = added %d + duplicate %d + failed %d + skipped %d", l.Seen, l.Added, l.Duplicate, l.Failed, l.Skipped)
}
