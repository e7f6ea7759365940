package main

import (
	"context"
	"path/filepath"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/scores"
	"vanthu/normalize/tone"
)

// search looks for each scan by what gold says of it. What is searched is our
// own reading of the page, so errors of OCR count against it.
func (b *bench) search(ctx context.Context) error {
	gold, err := readObjects(filepath.Join(b.shared, "scans", "fields.jsonl"))
	if err != nil {
		return err
	}
	kinds := []struct {
		what, bar string
		text      func(object) string
	}{
		{"by title", "≥ 0.95", func(o object) string { s, _ := o["title"].(string); return s }},
		{"by title, no marks", "≥ 0.93", func(o object) string { s, _ := o["title"].(string); return tone.Fold(s) }},
		{"by number", "1.00", func(o object) string { s, _ := o["number"].(string); return s }},
	}
	return b.withArchive(ctx, func(v *pipeline.View, records map[string]pipeline.Record) error {
		names := map[string]string{}
		for file, r := range records {
			names[string(r.Document.ID)] = file
		}
		for _, kind := range kinds {
			var queries []scores.Query
			for _, o := range gold {
				if text := kind.text(o); text != "" {
					queries = append(queries, scores.Query{Text: text, Want: o.file()})
				}
			}
			ranks, err := scores.Rank(ctx, v, names, queries)
			if err != nil {
				return err
			}
			row := ranks.Row("scans", kind.what)
			row.Bar = kind.bar + " recall@1"
			b.rows = append(b.rows, row)
		}
		return nil
	})
}
