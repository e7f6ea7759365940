package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vanthu/ingest"
)

// Status says what became of a file that was seen.
type Status string

// Every file seen has exactly one of these; the ledger counts them.
const (
	Added     Status = "added"
	Duplicate Status = "duplicate"
	NotRead   Status = "failed"
	Skipped   Status = "skipped"
	// Waiting is a file on its way; it stays so only when a run was cut off.
	Waiting Status = "waiting"
)

// File is one path that was seen, as it was when last seen.
type File struct {
	Path    string
	ID      ingest.ID // empty when it did not become a document
	Size    int64
	Changed time.Time
	Status  Status
	Reason  string
}

// PutFile notes what became of a file.
func (c *Catalogue) PutFile(ctx context.Context, f File) error {
	_, err := c.db.ExecContext(ctx, `INSERT INTO files (path, id, size, changed, status, reason) VALUES (?,?,?,?,?,?)
		ON CONFLICT (path) DO UPDATE SET id=excluded.id, size=excluded.size, changed=excluded.changed, status=excluded.status, reason=excluded.reason`,
		f.Path, f.ID, f.Size, f.Changed.UnixNano(), f.Status, f.Reason)
	return wrap("note file", err)
}

// File returns what was noted of a path, and whether anything was.
func (c *Catalogue) File(ctx context.Context, path string) (File, bool, error) {
	f := File{Path: path}
	var changed int64
	err := c.db.QueryRowContext(ctx, `SELECT id, size, changed, status, reason FROM files WHERE path = ?`, path).
		Scan(&f.ID, &f.Size, &changed, &f.Status, &f.Reason)
	if errors.Is(err, sql.ErrNoRows) {
		return f, false, nil
	}
	f.Changed = time.Unix(0, changed)
	return f, err == nil, wrap("look up file", err)
}

// Paths returns where a document was seen, in order of path.
func (c *Catalogue) Paths(ctx context.Context, id ingest.ID) ([]string, error) {
	rows, err := c.db.QueryContext(ctx, `SELECT path FROM files WHERE id = ? ORDER BY path`, id)
	if err != nil {
		return nil, wrap("look up paths", err)
	}
	defer rows.Close()
	var paths []string
	for rows.Next() {
		var p string
		if err := rows.Scan(&p); err != nil {
			return nil, wrap("look up paths", err)
		}
		paths = append(paths, p)
	}
	return paths, rows.Err()
}
