package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleve "github.com/blevesearch/bleve_index_api"
	"github.com/google/renameio/v2"
)

// Errors that a caller acts on.
var (
	// ErrMissing: there is no index yet. Rebuild it from the records.
	ErrMissing = errors.New("no index: rebuild it")
	// ErrSchema: the index was written by another version of the program.
	// Rebuild it from the records.
	ErrSchema = errors.New("index is of another version: rebuild it")
	// ErrDamaged: the index cannot be read. Rebuild it from the records.
	ErrDamaged = errors.New("index is damaged: rebuild it")
	// ErrBusy: another process writes the index. Try again later.
	ErrBusy = errors.New("another process is writing the index")
)

// Generation is one published index, open for reading. It never changes. It is
// safe for concurrent use.
type Generation struct {
	scorch  *scorch.Scorch
	reader  bleve.IndexReader
	columns *columns
}

// Open opens a generation for reading. Many processes may at once, and none
// waits: nobody writes to a published generation.
func Open(dir string) (*Generation, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	s, err := openScorch(dir, bleve.NewAnalysisQueue(0), map[string]any{"read_only": true})
	if err != nil {
		return nil, err
	}
	g := &Generation{scorch: s}
	if err := g.read(m); err != nil {
		return nil, errors.Join(fmt.Errorf("read index %s: %w: %w", dir, ErrDamaged, err), g.Close())
	}
	return g, nil
}

// read loads what is held in memory. Bleve opens an index whose segments are
// unreadable as an empty one and only logs it, hence the count.
func (g *Generation) read(m manifest) (err error) {
	if g.reader, err = g.scorch.Reader(); err != nil {
		return err
	}
	n, err := g.reader.DocCount()
	if err != nil {
		return err
	}
	if n != m.Entries {
		return fmt.Errorf("%d entries of %d", n, m.Entries)
	}
	g.columns, err = readColumns(g.reader)
	return err
}

// Close releases the generation; no search may be running.
func (g *Generation) Close() error {
	var err error
	if g.reader != nil {
		err = g.reader.Close()
	}
	return errors.Join(err, g.scorch.Close())
}

// Create makes an empty generation in dir.
func Create(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("create index: %w", err)
	}
	s, err := openScorch(dir, bleve.NewAnalysisQueue(0), map[string]any{})
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return fmt.Errorf("create index %s: %w", dir, err)
	}
	return writeManifest(dir, manifest{Schema: schema})
}

// manifest stands beside the segments and says what they should hold.
type manifest struct {
	Schema  int    `json:"schema"`
	Entries uint64 `json:"entries"`
}

const manifestFile = "manifest.json"

func readManifest(dir string) (m manifest, err error) {
	data, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return m, fmt.Errorf("open index %s: %w", dir, ErrMissing)
	}
	if err != nil {
		return m, fmt.Errorf("open index: %w", err)
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return m, fmt.Errorf("open index %s: %w: %w", dir, ErrDamaged, err)
	}
	if m.Schema != schema {
		return m, fmt.Errorf("open index %s: schema %d, need %d: %w", dir, m.Schema, schema, ErrSchema)
	}
	return m, nil
}

func writeManifest(dir string, m manifest) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if err := renameio.WriteFile(filepath.Join(dir, manifestFile), append(data, '\n'), 0o644, renameio.WithTempDir(dir)); err != nil {
		return fmt.Errorf("write index manifest: %w", err)
	}
	return nil
}

// openScorch opens Bleve's segment store. Without the timeout it would wait
// for ever on the lock of its root.bolt.
func openScorch(dir string, queue *bleve.AnalysisQueue, config map[string]any) (*scorch.Scorch, error) {
	if _, err := os.Stat(filepath.Join(dir, "root.bolt")); config["read_only"] == true && err != nil {
		return nil, fmt.Errorf("open index %s: %w: %w", dir, ErrDamaged, err)
	}
	config["path"], config["bolt_timeout"] = dir, "2s"
	opened, err := scorch.NewScorch(scorch.Name, config, queue)
	if err == nil {
		err = opened.Open()
	}
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w: %w", dir, ErrDamaged, err)
	}
	return opened.(*scorch.Scorch), nil
}
