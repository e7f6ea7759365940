//go:build cgo && !race

// The race detector would read the same figures at many times the price.

package scores

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/cmd/internal/config"
	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/ingest/ocr"
	"vanthu/ingest/reader"
	"vanthu/ingest/worker"
	"vanthu/normalize"
	"vanthu/normalize/charset"
)

var update = flag.Bool("update", false, "rewrite testdata/scores.txt")

// workerVariable makes the test binary a reader process.
const workerVariable = "VANTHU_TEST_WORKER"

func TestMain(m *testing.M) {
	if os.Getenv(workerVariable) == "" {
		os.Exit(m.Run())
	}
	r := reader.New(reader.Options{Reads: charset.Vietnamese})
	if err := worker.Main(context.Background(), r); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

const root = "../../.."

// TestScores holds the quality on the project's own samples: a change of a
// figure is a diff of testdata/scores.txt. Another Tesseract reads otherwise,
// so its figures are not compared.
func TestScores(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	golden := filepath.Join(root, "testdata", "scores.txt")
	want, err := os.ReadFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	engine := "tesseract " + ocr.Version()
	if with, _, _ := strings.Cut(string(want), ","); with != engine && !*update {
		t.Skipf("testdata/scores.txt was made with %s; this is %s", with, engine)
	}
	have := measured(t, engine)
	if *update {
		if err := os.WriteFile(golden, have, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(have), "\n")); diff != "" {
		t.Errorf("figures changed; if for the better, go test ./cmd/internal/scores -update\n-want +have\n%s", diff)
	}
}

// measured is the table of the samples.
func measured(t *testing.T, engine string) []byte {
	t.Helper()
	c := config.Default()
	rows, faults, err := Samples(t.Context(), root, pipeline.Folder(t.TempDir()), 2, stages(t, engine, c))
	if err != nil {
		t.Fatal(err)
	}
	t.Log(strings.Join(faults, "\n"))
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s, %s\n", engine, c.LangOCR)
	for _, s := range Sections() {
		if err := Write(&b, s, rows); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// stages are those of the product; this binary is its own reader process.
func stages(t *testing.T, engine string, c config.Config) pipeline.Stages {
	t.Helper()
	pool, err := worker.NewPool(worker.Options{Path: os.Args[0], Args: []string{}, Env: []string{workerVariable + "=1"}, Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	s := pipeline.Stages{Reader: pool, Engine: engine, LangOCR: c.LangOCR, DPI: c.DPI}
	if s.Restorer, err = normalize.New(normalize.Options{}); err == nil {
		s.Extractor, err = extract.New(extract.Options{})
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}
