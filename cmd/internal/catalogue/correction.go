package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vanthu/ingest"
)

// ErrNotCorrected: nobody corrected this.
var ErrNotCorrected = errors.New("it was not corrected")

// Words is the Field of a correction of words.
const Words = "text"

// Correction is what a person knew better than the program: the value of a
// field, or words on a page. Corrections outlive reading a document anew.
type Correction struct {
	ID    ingest.ID `json:"id"`
	Field string    `json:"field"`         // JSON name (extract.Fields), or Words
	Page  int       `json:"page,omitzero"` // of words; 0: wherever they stand
	Was   string    `json:"was,omitempty"` // words as they were read
	Value string    `json:"value"`         // "": the document has none
	Made  time.Time `json:"made"`
}

// Correct keeps corrections, all or none; older ones of the same are forgotten.
func (c *Catalogue) Correct(ctx context.Context, all ...Correction) error {
	return c.inTx(ctx, "keep corrections", func(tx *sql.Tx) error {
		for _, x := range all {
			if _, err := tx.ExecContext(ctx, `INSERT INTO corrections (id, field, page, was, value, made) VALUES (?,?,?,?,?,?)
				ON CONFLICT DO UPDATE SET value = excluded.value, made = excluded.made`,
				x.ID, x.Field, x.Page, x.Was, x.Value, x.Made.Unix()); err != nil {
				return err
			}
		}
		return nil
	})
}

// Uncorrect forgets what was corrected of a field of a document, or with Words
// of its words.
func (c *Catalogue) Uncorrect(ctx context.Context, id ingest.ID, field string) error {
	r, err := c.db.ExecContext(ctx, `DELETE FROM corrections WHERE id = ? AND field = ?`, id, field)
	if err == nil {
		if n, _ := r.RowsAffected(); n == 0 {
			err = ErrNotCorrected
		}
	}
	return wrap("undo correction of "+field, err)
}

// Corrections lists those of a document in the order they were made.
func (c *Catalogue) Corrections(ctx context.Context, id ingest.ID) ([]Correction, error) {
	return c.corrections(ctx, `WHERE id = ? ORDER BY made, field, page, was`, id)
}

// AllCorrections lists those of all documents in the order they were made.
func (c *Catalogue) AllCorrections(ctx context.Context) ([]Correction, error) {
	return c.corrections(ctx, `ORDER BY made, id, field, page, was`)
}

func (c *Catalogue) corrections(ctx context.Context, where string, args ...any) ([]Correction, error) {
	rows, err := c.db.QueryContext(ctx, `SELECT id, field, page, was, value, made FROM corrections `+where, args...)
	if err != nil {
		return nil, wrap("list corrections", err)
	}
	defer rows.Close()
	var all []Correction
	for rows.Next() {
		x, err := scanCorrection(rows)
		if err != nil {
			return nil, wrap("list corrections", err)
		}
		all = append(all, x)
	}
	return all, rows.Err()
}

func scanCorrection(rows *sql.Rows) (x Correction, err error) {
	var made int64
	err = rows.Scan(&x.ID, &x.Field, &x.Page, &x.Was, &x.Value, &made)
	x.Made = time.Unix(made, 0)
	return x, err
}
