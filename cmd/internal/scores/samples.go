package scores

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"vanthu/cmd/internal/pipeline"
	"vanthu/ingest"
)

// samplesSet is what rows call the project's own samples.
const samplesSet = "samples"

// samples are the project's own files with what is known of them.
type samples struct {
	folder    string            // testdata
	documents map[string]string // by file name: which document it shows
	texts     map[string]string // by document: what a perfect reader sees
}

// Samples takes the samples of the repository at root through the stages into
// the archive in folder, and measures what came out. An archive that is there
// already is made anew from its readings on, so that nothing stale is ever
// measured. Faults are the field values that are not right, for people.
func Samples(ctx context.Context, root string, folder pipeline.Folder, workers int, stages pipeline.Stages) (rows []Row, faults []string, err error) {
	s := samples{folder: filepath.Join(root, "testdata")}
	if s.documents, err = readManifest(filepath.Join(s.folder, "samples", "manifest.tsv")); err != nil {
		return nil, nil, err
	}
	if s.texts, err = goldTexts(ctx, root); err != nil {
		return nil, nil, err
	}
	if err := s.add(ctx, folder, workers, stages); err != nil {
		return nil, nil, err
	}
	v, err := pipeline.OpenView(folder)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	return s.measure(ctx, v)
}

func (s samples) add(ctx context.Context, folder pipeline.Folder, workers int, stages pipeline.Stages) (err error) {
	p, err := pipeline.Open(ctx, folder, workers, stages)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	scans := filepath.Join(s.folder, "samples", "scans")
	ledger, err := p.Add(ctx, pipeline.AddOptions{Paths: []string{scans}, Redo: pipeline.StageNormalize}, pipeline.Progress{})
	if err == nil && ledger.Failed+ledger.Skipped > 0 {
		err = fmt.Errorf("add samples: %d failed, %d skipped", ledger.Failed, ledger.Skipped)
	}
	return err
}

func (s samples) measure(ctx context.Context, v *pipeline.View) ([]Row, []string, error) {
	records, err := Records(ctx, v)
	if err != nil {
		return nil, nil, err
	}
	rows := slices.Concat(s.measureTexts(records), s.measureReliability(records))
	tally, err := s.measureFields(records)
	if err != nil {
		return nil, nil, err
	}
	found, missed, err := s.measureSearch(ctx, v, records)
	return slices.Concat(rows, tally.Rows(samplesSet), found), append(tally.Faults, missed...), err
}

// measureTexts compares each file with its gold text: under OCR where a page
// was read by it, else under restoration.
func (s samples) measureTexts(records map[string]pipeline.Record) (rows []Row) {
	all := map[Section]*Text{Restoration: {}, OCR: {}}
	row := func(section Section, what string, t Text) {
		rows = append(rows, Row{Section: section, Set: samplesSet, What: what, N: t.Words, Figure: t.String()})
	}
	for _, file := range slices.Sorted(maps.Keys(records)) {
		pages := records[file].Document.Pages
		section := Restoration
		if slices.ContainsFunc(pages, func(p ingest.Page) bool { return p.Source == ingest.SourceOCR }) {
			section = OCR
		}
		t := CompareText(s.texts[s.documents[file]], joined(pages, ingest.Page.Raw), joined(pages, ingest.Page.Text))
		all[section].Add(t)
		row(section, file, t)
	}
	for _, section := range []Section{Restoration, OCR} {
		row(section, "all", *all[section])
	}
	return rows
}

func joined(pages []ingest.Page, text func(ingest.Page) string) string {
	var all []string
	for _, p := range pages {
		all = append(all, text(p))
	}
	return strings.Join(all, "\n\n")
}

func (s samples) measureFields(records map[string]pipeline.Record) (*Tally, error) {
	var t Tally
	for _, file := range slices.Sorted(maps.Keys(records)) {
		data, err := os.ReadFile(filepath.Join(s.folder, "samples", "documents", s.documents[file]+".json"))
		if err != nil {
			return nil, err
		}
		var gold map[string]any
		if err := json.Unmarshal(data, &gold); err != nil {
			return nil, fmt.Errorf("read gold of %s: %w", file, err)
		}
		t.Compare(file, gold, records[file].Fields)
	}
	return &t, nil
}

func (s samples) measureSearch(ctx context.Context, v *pipeline.View, records map[string]pipeline.Record) ([]Row, []string, error) {
	queries, err := readQueries(filepath.Join(s.folder, "queries.tsv"))
	if err != nil {
		return nil, nil, err
	}
	names := map[string]string{}
	for file, r := range records {
		names[string(r.Document.ID)] = s.documents[file]
	}
	ranks, err := Rank(ctx, v, names, queries)
	var faults []string
	for i, place := range ranks {
		if place != 1 {
			faults = append(faults, fmt.Sprintf("search %s: %s is at place %d", queries[i].Text, queries[i].Want, place))
		}
	}
	if err != nil {
		return nil, nil, err
	}
	known, missed, err := s.measureKnown(ctx)
	return append([]Row{ranks.Row(samplesSet, "queries.tsv")}, known...), append(faults, missed...), err
}

// measureKnown measures search on documents that need no reading.
func (s samples) measureKnown(ctx context.Context) (rows []Row, faults []string, err error) {
	dir, err := os.MkdirTemp("", "vanthu-known-")
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	return Known(ctx, s.folder, dir)
}
