// Package catalogue is the archive's card index: what is known of every
// document and of every file that was ever seen, in one SQLite file.
//
// What stands here can be rebuilt from the records under derived/, so a lost
// catalogue costs minutes, never knowledge. The exception is what people put
// there: saved searches and corrections; they have no other home.
//
// One process writes, many read; WAL lets readers go on meanwhile. WAL needs
// shared memory, which network file systems do not give: Open refuses them.
//
// A Catalogue is safe for concurrent use.
package catalogue

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"

	"github.com/pressly/goose/v3"
	"golang.org/x/sys/unix"
	_ "modernc.org/sqlite" // pure Go, so the catalogue needs no C compiler
)

//go:embed migrations/*.sql
var migrations embed.FS

// ErrNetworkDisk: SQLite's WAL does not work over NFS or SMB. A retry is
// useless; the archive must move to a local disk.
var ErrNetworkDisk = errors.New("the catalogue cannot stand on a network disk")

// ErrNotFound: no such document. Not retried.
var ErrNotFound = errors.New("no such document")

// Catalogue is an open catalogue.
type Catalogue struct{ db *sql.DB }

// Open opens the catalogue at path for writing, making it and bringing its
// schema up to date first.
func Open(ctx context.Context, path string) (*Catalogue, error) {
	if err := checkDisk(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("open catalogue %s: %w", path, err)
	}
	db, err := connect(path, "rwc")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // one writer; SQLite would make the others wait anyway
	if err := migrate(ctx, db); err != nil {
		return nil, errors.Join(fmt.Errorf("open catalogue %s: %w", path, err), db.Close())
	}
	return &Catalogue{db}, nil
}

// OpenReadOnly opens an existing catalogue beside a process that may be
// writing to it.
func OpenReadOnly(path string) (*Catalogue, error) {
	db, err := connect(path, "ro")
	if err != nil {
		return nil, err
	}
	return &Catalogue{db}, nil
}

func connect(path, mode string) (*sql.DB, error) {
	q := url.Values{
		"mode":    {mode},
		"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(10000)", "foreign_keys(1)", "synchronous(normal)"},
	}
	if mode == "rwc" {
		q.Add("_pragma", "journal_mode(wal)")
	}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: q.Encode()}).String())
	if err == nil {
		err = db.Ping()
	}
	if err != nil {
		return nil, fmt.Errorf("open catalogue %s: %w", path, err)
	}
	return db, nil
}

func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

// checkDisk refuses file systems without shared memory between processes.
func checkDisk(dir string) error {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return err
	}
	switch int64(st.Type) {
	case unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC:
		return ErrNetworkDisk
	}
	return nil
}

// Close lets go of the file.
func (c *Catalogue) Close() error { return c.db.Close() }
