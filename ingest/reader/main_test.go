package reader_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"vanthu/ingest/reader"
	"vanthu/ingest/worker"
	"vanthu/normalize/charset"
)

// childVariable makes the test binary behave as a worker's child.
const childVariable = "VANTHU_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) == "" {
		os.Exit(m.Run())
	}
	r := reader.New(reader.Options{Reads: charset.Vietnamese})
	if err := worker.Main(context.Background(), r); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// newPool starts real child processes with the real reader.
func newPool(t *testing.T, o worker.Options) *worker.Pool {
	t.Helper()
	o.Path, o.Args, o.Env = os.Args[0], []string{}, []string{childVariable + "=1"}
	pool, err := worker.NewPool(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	return pool
}

// shared gives a folder of the shared data, or skips the test.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", name)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("shared data is not here: %v", err)
	}
	return dir
}
