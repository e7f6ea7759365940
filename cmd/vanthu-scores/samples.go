package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"vanthu/cmd/internal/config"
	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/scores"
	"vanthu/extract"
	"vanthu/ingest/ocr"
	"vanthu/ingest/worker"
	"vanthu/normalize"
)

// samples measures the project's own samples, read by processes of the
// program that was just built.
func (b *bench) samples(ctx context.Context) (err error) {
	pool, err := worker.NewPool(worker.Options{Path: b.program()})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	c := config.Default()
	stages := pipeline.Stages{Reader: pool, Engine: "tesseract " + ocr.Version(), LangOCR: c.LangOCR, DPI: c.DPI}
	if stages.Restorer, err = normalize.New(normalize.Options{}); err != nil {
		return err
	}
	if stages.Extractor, err = extract.New(extract.Options{}); err != nil {
		return err
	}
	rows, faults, err := scores.Samples(ctx, ".", pipeline.Folder(filepath.Join(b.build, "samples")), runtime.NumCPU(), stages)
	b.rows = append(b.rows, rows...)
	if b.show {
		fmt.Fprintln(os.Stderr, strings.Join(faults, "\n"))
	}
	return err
}
