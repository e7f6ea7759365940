package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrNoSearch: no search was saved under this name.
var ErrNoSearch = errors.New("no search is saved under this name")

// SavedSearch is a query that somebody asks again and again.
type SavedSearch struct {
	Name  string
	Query string // in a form that its owner can read
	Ran   time.Time
}

// SaveSearch keeps a query under a name; one of that name before it is
// forgotten, with what it had found.
func (c *Catalogue) SaveSearch(ctx context.Context, name, query string) error {
	return c.inTx(ctx, "save search", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM searches WHERE name = ?`, name); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO searches (name, query, ran) VALUES (?,?,0)`, name, query)
		return err
	})
}

// ForgetSearch takes a saved search away.
func (c *Catalogue) ForgetSearch(ctx context.Context, name string) error {
	r, err := c.db.ExecContext(ctx, `DELETE FROM searches WHERE name = ?`, name)
	if err == nil {
		if n, _ := r.RowsAffected(); n == 0 {
			err = ErrNoSearch
		}
	}
	return wrap(fmt.Sprintf("forget search %q", name), err)
}

// SavedSearches lists them by name.
func (c *Catalogue) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	rows, err := c.db.QueryContext(ctx, `SELECT name, query, ran FROM searches ORDER BY name`)
	if err != nil {
		return nil, wrap("list searches", err)
	}
	defer rows.Close()
	var all []SavedSearch
	for rows.Next() {
		s, err := scanSearch(rows)
		if err != nil {
			return nil, wrap("list searches", err)
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

// SavedSearch returns one, or ErrNoSearch.
func (c *Catalogue) SavedSearch(ctx context.Context, name string) (SavedSearch, error) {
	s, err := scanSearch(c.db.QueryRowContext(ctx, `SELECT name, query, ran FROM searches WHERE name = ?`, name))
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNoSearch
	}
	return s, wrap(fmt.Sprintf("read search %q", name), err)
}

func scanSearch(row interface{ Scan(...any) error }) (s SavedSearch, err error) {
	var ran int64
	err = row.Scan(&s.Name, &s.Query, &ran)
	if ran > 0 {
		s.Ran = time.Unix(ran, 0)
	}
	return s, err
}

// SawResults notes that a saved search found these documents and returns those
// that it had not found before, in the order given.
func (c *Catalogue) SawResults(ctx context.Context, name string, ids []string, when time.Time) (fresh []string, err error) {
	err = c.inTx(ctx, "note results", func(tx *sql.Tx) error {
		note, err := tx.PrepareContext(ctx, `INSERT INTO searches_seen (name, id) VALUES (?,?) ON CONFLICT DO NOTHING`)
		if err != nil {
			return err
		}
		defer note.Close()
		for _, id := range ids {
			r, err := note.ExecContext(ctx, name, id)
			if err != nil {
				return err
			}
			if n, _ := r.RowsAffected(); n > 0 {
				fresh = append(fresh, id)
			}
		}
		_, err = tx.ExecContext(ctx, `UPDATE searches SET ran = ? WHERE name = ?`, when.Unix(), name)
		return err
	})
	return fresh, err
}
