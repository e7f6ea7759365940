package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"vanthu/ingest"
)

// State of a document, a string so that stored values survive renumbering.
type State string

// A document is done when its record holds what could be read, failed when
// nothing could.
const (
	Done   State = "done"
	Failed State = "failed"
)

// Document is one card: a document and the fields people sort and filter by.
// Empty means unknown.
type Document struct {
	ID       ingest.ID `json:"id"`
	Kind     string    `json:"kind"`
	Pages    int       `json:"pages"`
	State    State     `json:"state"`
	Reason   string    `json:"reason,omitempty"`
	Retry    bool      `json:"-"` // trying again could help
	MadeBy   string    `json:"-"` // versions of the stages that made the record
	Record   string    `json:"-"` // checksum of the record
	Indexed  string    `json:"-"` // checksum of the record in the index
	Number   string    `json:"number"`
	Type     string    `json:"type"`
	Title    string    `json:"title"`
	Issuer   string    `json:"issuer"`
	Province string    `json:"province"`
	Issued   string    `json:"issued"`
	Sketch   string    `json:"-"` // of the text, see extract.Alike
}

const documentColumns = `id, kind, pages, state, reason, retry, made_by, record, indexed, number, type, title, issuer, province, issued, sketch`

func scanDocument(row interface{ Scan(...any) error }) (d Document, err error) {
	err = row.Scan(&d.ID, &d.Kind, &d.Pages, &d.State, &d.Reason, &d.Retry, &d.MadeBy, &d.Record, &d.Indexed,
		&d.Number, &d.Type, &d.Title, &d.Issuer, &d.Province, &d.Issued, &d.Sketch)
	return d, err
}

// PutDocument writes the card and its deadlines, replacing older ones. The
// index mark of an older card stays, so that a changed record shows up as not
// indexed.
func (c *Catalogue) PutDocument(ctx context.Context, d Document, deadlines []Deadline) error {
	return c.inTx(ctx, "write document "+d.ID.Short(), func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO documents (`+documentColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
			ON CONFLICT (id) DO UPDATE SET kind=excluded.kind, pages=excluded.pages, state=excluded.state, reason=excluded.reason,
			retry=excluded.retry, made_by=excluded.made_by, record=excluded.record, number=excluded.number, type=excluded.type, title=excluded.title, issuer=excluded.issuer,
			province=excluded.province, issued=excluded.issued, sketch=excluded.sketch`,
			d.ID, d.Kind, d.Pages, d.State, d.Reason, d.Retry, d.MadeBy, d.Record, d.Indexed, d.Number, d.Type, d.Title, d.Issuer, d.Province, d.Issued, d.Sketch)
		if err != nil {
			return err
		}
		return putDeadlines(ctx, tx, d.ID, deadlines)
	})
}

// Document returns one card, or ErrNotFound.
func (c *Catalogue) Document(ctx context.Context, id ingest.ID) (Document, error) {
	d, err := scanDocument(c.db.QueryRowContext(ctx, `SELECT `+documentColumns+` FROM documents WHERE id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return d, fmt.Errorf("read document %s: %w", id.Short(), err)
	}
	return d, nil
}

// ErrSeveral: more than one document fits. More digits of the ID help.
var ErrSeveral = errors.New("more than one document fits")

// maxNamed is how many documents ErrSeveral names.
const maxNamed = 10

// Find returns the one document whose ID begins like this or whose number is
// exactly that; ErrNotFound or ErrSeveral if there is not one.
func (c *Catalogue) Find(ctx context.Context, idOrNumber string) (Document, error) {
	if idOrNumber == "" {
		return Document{}, fmt.Errorf("find document: %w", ErrNotFound)
	}
	found, err := c.documents(ctx, `WHERE id GLOB ? OR number = ? ORDER BY id LIMIT ?`,
		globEscape(strings.ToLower(idOrNumber))+"*", idOrNumber, maxNamed)
	switch {
	case err != nil:
		return Document{}, err
	case len(found) == 0:
		return Document{}, fmt.Errorf("find %q: %w", idOrNumber, ErrNotFound)
	case len(found) > 1:
		var ids []ingest.ID
		for _, d := range found {
			ids = append(ids, d.ID)
		}
		return Document{}, Several(idOrNumber, ids)
	}
	return found[0], nil
}

// Several is the error that tells which documents one name fits.
func Several(name string, ids []ingest.ID) error {
	var short []string
	for _, id := range ids[:min(len(ids), maxNamed)] {
		short = append(short, id.Short())
	}
	return fmt.Errorf("find %q: %w: %s", name, ErrSeveral, strings.Join(short, ", "))
}

func globEscape(s string) string {
	return strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]").Replace(s)
}

// Documents returns every card, ordered by ID.
func (c *Catalogue) Documents(ctx context.Context) ([]Document, error) {
	return c.documents(ctx, `ORDER BY id`)
}

// Unindexed returns the cards whose record the index does not hold yet.
func (c *Catalogue) Unindexed(ctx context.Context) ([]Document, error) {
	return c.documents(ctx, `WHERE indexed <> record ORDER BY id`)
}

func (c *Catalogue) documents(ctx context.Context, where string, args ...any) ([]Document, error) {
	rows, err := c.db.QueryContext(ctx, `SELECT `+documentColumns+` FROM documents `+where, args...)
	if err != nil {
		return nil, fmt.Errorf("read catalogue: %w", err)
	}
	defer rows.Close()
	var all []Document
	for rows.Next() {
		d, err := scanDocument(rows)
		if err != nil {
			return nil, fmt.Errorf("read catalogue: %w", err)
		}
		all = append(all, d)
	}
	return all, rows.Err()
}

// MarkIndexed notes that the index now holds the record with this checksum.
func (c *Catalogue) MarkIndexed(ctx context.Context, id ingest.ID, record string) error {
	_, err := c.db.ExecContext(ctx, `UPDATE documents SET indexed = ? WHERE id = ?`, record, id)
	return wrap("mark as indexed", err)
}

// ForgetIndex notes that the index holds nothing.
func (c *Catalogue) ForgetIndex(ctx context.Context) error {
	_, err := c.db.ExecContext(ctx, `UPDATE documents SET indexed = ''`)
	return wrap("forget index", err)
}

// Remove takes the card of a document away.
func (c *Catalogue) Remove(ctx context.Context, id ingest.ID) error {
	_, err := c.db.ExecContext(ctx, `DELETE FROM documents WHERE id = ?`, id)
	return wrap("remove document", err)
}

func (c *Catalogue) inTx(ctx context.Context, what string, do func(*sql.Tx) error) error {
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return wrap(what, err)
	}
	if err := do(tx); err != nil {
		return wrap(what, errors.Join(err, tx.Rollback()))
	}
	return wrap(what, tx.Commit())
}

func wrap(what string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
