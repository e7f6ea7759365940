package scores

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
)

// Records are the records of an archive by the name their file came by;
// documents that could not be read are left out.
func Records(ctx context.Context, v *pipeline.View) (map[string]pipeline.Record, error) {
	records := map[string]pipeline.Record{}
	for r, err := range v.Records(ctx) {
		if err != nil {
			return nil, err
		}
		if r.State == catalogue.Done {
			records[r.Document.File] = r
		}
	}
	return records, nil
}

// Table reads a file of rows split at tabs, without empty rows, comments and
// the heading.
func Table(path string) ([][]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	if len(rows) < 2 {
		return nil, fmt.Errorf("read %s: no rows", path)
	}
	return rows[1:], nil
}

// readManifest tells which document each file shows.
func readManifest(path string) (map[string]string, error) {
	rows, err := Table(path)
	documents := map[string]string{}
	for _, r := range rows {
		documents[filepath.Base(r[0])] = r[1]
	}
	return documents, err
}

func readQueries(path string) ([]Query, error) {
	rows, err := Table(path)
	var queries []Query
	for _, r := range rows {
		queries = append(queries, Query{Text: r[0], Want: r[1]})
	}
	return queries, err
}

// goldTexts has the generator of the samples write what a perfect reader
// would see, by document.
func goldTexts(ctx context.Context, root string) (texts map[string]string, err error) {
	dir, err := os.MkdirTemp("", "vanthu-gold-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	cmd := exec.CommandContext(ctx, "go", "run", "./cmd/vanthu-samples", "-texts", dir)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("write gold texts: %w: %s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	texts = map[string]string{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		texts[strings.TrimSuffix(filepath.Base(f), ".txt")] = string(data)
	}
	return texts, err
}
