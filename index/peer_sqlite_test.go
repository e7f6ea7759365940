package index

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"
)

// sqliteFTS is SQLite's FTS5, in the pure Go build that the catalogue uses.
type sqliteFTS struct{ db *sql.DB }

func (s *sqliteFTS) name() string       { return "SQLite FTS5" }
func (s *sqliteFTS) cpu() time.Duration { return cpuTime() }

func (s *sqliteFTS) load(t *testing.T, entries []Entry) {
	var err error
	if s.db, err = sql.Open("sqlite", filepath.Join(t.TempDir(), "fts.db")+"?_pragma=synchronous(off)&_pragma=journal_mode(off)"); err != nil {
		t.Fatal(err)
	}
	s.db.SetMaxOpenConns(1)
	t.Cleanup(func() { s.db.Close() })
	tx, err := s.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	do := func(statement string, args ...any) {
		if _, err := tx.Exec(statement, args...); err != nil {
			t.Fatal(err)
		}
	}
	do(`CREATE TABLE docs (n INTEGER PRIMARY KEY, id TEXT, province TEXT, year INTEGER, type TEXT)`)
	do(`CREATE VIRTUAL TABLE fts USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')`)
	for n, e := range entries {
		do(`INSERT INTO docs VALUES (?,?,?,?,?)`, n, e.ID, e.Province, e.Year, e.Type)
		do(`INSERT INTO fts (rowid, text) VALUES (?,?)`, n, e.said())
	}
	do(`INSERT INTO fts (fts) VALUES ('optimize')`)
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}

func (s *sqliteFTS) find(t *testing.T, q question) []string {
	var quoted []string
	for _, w := range q.words {
		quoted = append(quoted, `"`+w+`"`)
	}
	asked := []string{strings.Join(quoted, " AND "), strings.Join(quoted, " OR ")}
	if q.phrase {
		asked = []string{`"` + strings.Join(q.words, " ") + `"`}
	}
	for _, match := range asked {
		ids := texts(t, s.db, `SELECT id FROM fts JOIN docs ON n = fts.rowid WHERE fts MATCH ? ORDER BY rank LIMIT 10`, match)
		if q.facets {
			for _, column := range []string{"province", "year", "type"} {
				texts(t, s.db, `SELECT `+column+` || ' ' || count(*) FROM fts JOIN docs ON n = fts.rowid WHERE fts MATCH ? GROUP BY `+column, match)
			}
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// texts are the rows of a query with one column.
func texts(t *testing.T, db *sql.DB, statement string, args ...any) (out []string) {
	t.Helper()
	rows, err := db.Query(statement, args...)
	if err != nil {
		t.Fatal(statement, args, err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
