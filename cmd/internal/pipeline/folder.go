package pipeline

import (
	"fmt"
	"path/filepath"

	"vanthu/ingest"
)

// Folder is an archive on disk:
//
//	originals/            the files as handed in, by SHA-256, read-only
//	derived/<id>/         what was made of a document
//	    pages/0001.json   a page that was read, until the document is whole
//	    ocr.json.gz       all pages as they were read: dear, made once
//	    ocr.before.json.gz  as they were read before that, for comparison
//	    record.json       restored text and fields: cheap, made again at will
//	catalogue.db          what is known of each document (SQLite)
//	index/<generation>/   the full-text index
//	lock                  who is writing
type Folder string

func (f Folder) in(name ...string) string {
	return filepath.Join(append([]string{string(f)}, name...)...)
}

func (f Folder) originals() string { return f.in("originals") }
func (f Folder) derived() string   { return f.in("derived") }
func (f Folder) catalogue() string { return f.in("catalogue.db") }
func (f Folder) index() string     { return f.in("index") }
func (f Folder) lock() string      { return f.in("lock") }

// Record is where the record of a document lies.
func (f Folder) Record(id ingest.ID) string { return f.in("derived", string(id), "record.json") }

func (f Folder) reading(id ingest.ID) string { return f.in("derived", string(id), "ocr.json.gz") }
func (f Folder) before(id ingest.ID) string  { return f.in("derived", string(id), "ocr.before.json.gz") }
func (f Folder) pages(id ingest.ID) string   { return f.in("derived", string(id), "pages") }

func (f Folder) page(id ingest.ID, number int) string {
	return filepath.Join(f.pages(id), fmt.Sprintf("%04d.json", number))
}
