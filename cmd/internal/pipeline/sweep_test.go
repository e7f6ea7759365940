package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestHalvesAreSwept leaves what a killed run may leave: a record half written,
// beside the whole one.
func TestHalvesAreSwept(t *testing.T) {
	folder := Folder(t.TempDir())
	s := stages(t, &fakeReader{})
	if _, _, err := add(t, folder, s, AddOptions{Paths: []string{inbox(t)}}); err != nil {
		t.Fatal(err)
	}
	records, err := filepath.Glob(filepath.Join(folder.derived(), "*", "record.json"))
	if err != nil || len(records) == 0 {
		t.Fatalf("%d records: %v", len(records), err)
	}
	half := filepath.Join(filepath.Dir(records[0]), ".record.json123")
	if err := os.WriteFile(half, []byte(`{"vers`), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := Open(context.Background(), folder, 1, s)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := p.Check(context.Background(), false, Progress{}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(half); !os.IsNotExist(err) {
		t.Errorf("half a record is still there: %v", err)
	}
	if _, err := os.Stat(records[0]); err != nil {
		t.Errorf("the whole one is not: %v", err)
	}
}
