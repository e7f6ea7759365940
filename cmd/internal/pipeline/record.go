package pipeline

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/google/renameio/v2"

	"vanthu/cmd/internal/catalogue"
	"vanthu/extract"
	"vanthu/ingest"
)

// Versions names what made a record, stage by stage. Two equal Versions give
// equal records of the same original, so a record whose Versions are not
// today's is stale from the first stage that differs.
type Versions struct {
	Read      string `json:"read"`      // reader, engine, language, dpi
	Normalize string `json:"normalize"` // layout, charset, language model, channels
	Extract   string `json:"extract"`   // rules
}

// String joins the versions for the catalogue.
func (v Versions) String() string { return v.Read + " | " + v.Normalize + " | " + v.Extract }

// Record is everything known of one document. It holds no times and no paths,
// so the same original always gives the same bytes.
type Record struct {
	Versions Versions        `json:"versions"`
	State    catalogue.State `json:"state"`
	Reason   string          `json:"reason,omitempty"` // why it failed, or which pages did
	// Retry is set when trying again could help: a time limit, a crash.
	Retry    bool            `json:"retry,omitempty"`
	Document ingest.Document `json:"document"` // pages in reading order, restored
	Fields   extract.Fields  `json:"fields"`
}

// reading is what ocr.json.gz holds, and one page of it pages/NNNN.json.
type reading struct {
	Version  string          `json:"version"`           // Versions.Read
	Failure  string          `json:"failure,omitempty"` // why nothing could be read
	Retry    bool            `json:"retry,omitempty"`
	Document ingest.Document `json:"document"`
}

// LoadRecord reads a document's record. The error wraps fs.ErrNotExist when
// there is none.
func (f Folder) LoadRecord(id ingest.ID) (Record, error) {
	r, _, err := f.loadRecord(id)
	return r, err
}

// loadRecord reads a document's record and its checksum.
func (f Folder) loadRecord(id ingest.ID) (r Record, sum string, err error) {
	data, err := os.ReadFile(f.Record(id))
	if err == nil {
		err = json.Unmarshal(data, &r)
	}
	if err != nil {
		return r, "", fmt.Errorf("read record %s: %w", id.Short(), err)
	}
	return r, checksum(data), nil
}

// saveRecord writes the record, whole or not at all, and returns its checksum.
func (f Folder) saveRecord(id ingest.ID, r Record) (string, error) {
	data, err := json.Marshal(r)
	if err == nil {
		err = writeFile(f.Record(id), data)
	}
	if err != nil {
		return "", fmt.Errorf("write record %s: %w", id.Short(), err)
	}
	return checksum(data), nil
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// loadReading reads ocr.json.gz; ok is false when there is none made by this
// version. A damaged one counts as none: the pages are read again.
func (f Folder) loadReading(id ingest.ID, version string) (r reading, ok bool) {
	r, err := load(f.reading(id))
	return r, err == nil && r.Version == version
}

// load reads a reading, whatever made it.
func load(name string) (r reading, err error) {
	file, err := os.Open(name)
	if err != nil {
		return r, err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return r, fmt.Errorf("read %s: %w", name, err)
	}
	return r, json.NewDecoder(z).Decode(&r)
}

// poor reports whether a page of a document was read with less confidence than
// this, or not at all.
func (f Folder) poor(id ingest.ID, below float64) bool {
	r, err := load(f.reading(id))
	return err != nil || slices.ContainsFunc(r.Document.Pages, func(p ingest.Page) bool {
		return p.Err != "" || confidence(p) < below
	})
}

// saveReading writes ocr.json.gz and then lets go of the single pages.
func (f Folder) saveReading(id ingest.ID, r reading) error {
	if err := os.MkdirAll(filepath.Dir(f.reading(id)), 0o755); err != nil {
		return fmt.Errorf("write reading of %s: %w", id.Short(), err)
	}
	t, err := renameio.TempFile(filepath.Dir(f.reading(id)), f.reading(id))
	if err != nil {
		return fmt.Errorf("write reading of %s: %w", id.Short(), err)
	}
	defer t.Cleanup()
	z := gzip.NewWriter(t)
	err = errors.Join(json.NewEncoder(z).Encode(r), z.Close())
	if err == nil {
		err = t.CloseAtomicallyReplace()
	}
	if err == nil {
		err = f.dropPages(id)
	}
	if err != nil {
		return fmt.Errorf("write reading of %s: %w", id.Short(), err)
	}
	return nil
}

// loadPage reads a page that was read by this version before the run ended.
func (f Folder) loadPage(id ingest.ID, number int, version string) (r reading, ok bool) {
	data, err := os.ReadFile(f.page(id, number))
	if err != nil {
		return r, false
	}
	err = json.Unmarshal(data, &r)
	return r, err == nil && r.Version == version && len(r.Document.Pages) == 1
}

// savePage keeps a reading of one page.
func (f Folder) savePage(id ingest.ID, r reading) error {
	number := r.Document.Pages[0].Number
	data, err := json.Marshal(r)
	if err == nil {
		err = writeFile(f.page(id, number), data)
	}
	if err != nil {
		return fmt.Errorf("write page %d of %s: %w", number, id.Short(), err)
	}
	return nil
}

// setAside keeps how a document was read under another name, for comparison;
// its record stays until the new one replaces it.
func (f Folder) setAside(id ingest.ID) error {
	if err := os.Rename(f.reading(id), f.before(id)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("set reading of %s aside: %w", id.Short(), err)
	}
	return nil
}

// dropPages lets go of single pages, for which there is a whole reading.
func (f Folder) dropPages(id ingest.ID) error { return os.RemoveAll(f.pages(id)) }

// sweep removes what a killed run left half written for a document.
func (f Folder) sweep(id ingest.ID) error {
	halves, err := filepath.Glob(filepath.Join(filepath.Dir(f.Record(id)), ".*"))
	for _, half := range halves {
		err = errors.Join(err, os.Remove(half))
	}
	return err
}

// writeWhole writes a file whole or not at all. Its half lies beside it, where
// sweep finds it after kill -9, not in the folder for temporary files. Replaced
// by tests.
var writeWhole = func(path string, data []byte, mode os.FileMode) error {
	return renameio.WriteFile(path, data, mode, renameio.WithTempDir(filepath.Dir(path)))
}

// writeFile writes a file whole or not at all, making its folder.
func writeFile(path string, data []byte) error {
	err := writeWhole(path, data, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
			err = writeWhole(path, data, 0o644)
		}
	}
	return err
}
