package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/ingest/ocr"
	"vanthu/ingest/reader"
	"vanthu/ingest/worker"
	"vanthu/normalize/charset"
)

// workerName is the hidden command that reader processes run.
const workerName = "worker"

// workerCommand is one reader process: pages are asked for on standard input.
func (a *app) workerCommand() *cobra.Command {
	return &cobra.Command{
		Use:    workerName,
		Short:  "read pages for another vanthu process",
		Hidden: true,
		Args:   cobra.NoArgs,
		// The settings came with the requests; none are read here.
		PersistentPreRunE: func(*cobra.Command, []string) error { return nil },
		RunE: func(cmd *cobra.Command, _ []string) error {
			r := reader.New(reader.Options{Reads: charset.Vietnamese})
			return errors.Join(worker.Main(cmd.Context(), r), r.Close())
		},
	}
}

// openStages makes the rooms that documents go through. No process is started
// and no engine loaded until a page is to be read.
func (a *app) openStages() (pipeline.Stages, func() error, error) {
	var s pipeline.Stages
	pool, err := worker.NewPool(worker.Options{
		Args:     []string{workerName},
		Workers:  a.config.Workers,
		Memory:   int64(a.config.PageMemoryMB) << 20,
		PageTime: a.config.PageTimeout,
	})
	if err != nil {
		return s, nil, err
	}
	s = pipeline.Stages{Reader: pool, Engine: "tesseract " + ocr.Version(), LangOCR: a.config.LangOCR, DPI: a.config.DPI}
	if s.Restorer, err = a.newRestorer(); err == nil {
		s.Extractor, err = extract.New(extract.Options{})
	}
	if err != nil {
		return s, nil, errors.Join(err, pool.Close())
	}
	return s, pool.Close, nil
}

// openPipeline opens the archive for writing.
func (a *app) openPipeline(ctx context.Context) (*pipeline.Pipeline, func() error, error) {
	stages, closeStages, err := a.openStages()
	if err != nil {
		return nil, nil, err
	}
	p, err := pipeline.Open(ctx, pipeline.Folder(a.config.Data), a.config.Workers, stages)
	if err != nil {
		return nil, nil, errors.Join(err, closeStages())
	}
	return p, func() error { return errors.Join(p.Close(), closeStages()) }, nil
}

// withArchive runs do on the archive, open for reading only.
func (a *app) withArchive(do func(*pipeline.View) error) error {
	v, err := pipeline.OpenView(pipeline.Folder(a.config.Data))
	if err != nil {
		return err
	}
	return errors.Join(do(v), v.Close())
}
