package catalogue

import (
	"context"
	"database/sql"

	"vanthu/ingest"
)

// Deadline is something due, with the document that says so.
type Deadline struct {
	ID       ingest.ID `json:"id"`
	Number   string    `json:"number"`
	Issuer   string    `json:"issuer"`
	Province string    `json:"province"`
	Date     string    `json:"date"` // ISO; empty for a purely recurring one
	Rule     string    `json:"rule"` // RFC 5545 RRULE
	What     string    `json:"what"`
	To       string    `json:"to"`
	Text     string    `json:"text"`
	Page     int       `json:"page"`
}

// DeadlineFilter narrows Deadlines; zero values mean "any". Recurring
// deadlines without a date pass From and To: they are due in every period.
type DeadlineFilter struct {
	From, To string // ISO dates, inclusive
	Province string
}

// Deadlines returns the deadlines in order of date, recurring ones last.
func (c *Catalogue) Deadlines(ctx context.Context, f DeadlineFilter) ([]Deadline, error) {
	rows, err := c.db.QueryContext(ctx, `SELECT d.id, d.number, d.issuer, d.province, l.date, l.rule, l.what, l.dest, l.text, l.page
		FROM deadlines l JOIN documents d USING (id)
		WHERE (l.date >= @from OR l.date = '') AND (@to = '' OR l.date <= @to) AND (@province = '' OR d.province = @province)
		ORDER BY l.date = '', l.date, d.number, l.page, l.text`,
		sql.Named("from", f.From), sql.Named("to", f.To), sql.Named("province", f.Province))
	if err != nil {
		return nil, wrap("read deadlines", err)
	}
	defer rows.Close()
	var all []Deadline
	for rows.Next() {
		var d Deadline
		if err := rows.Scan(&d.ID, &d.Number, &d.Issuer, &d.Province, &d.Date, &d.Rule, &d.What, &d.To, &d.Text, &d.Page); err != nil {
			return nil, wrap("read deadlines", err)
		}
		all = append(all, d)
	}
	return all, rows.Err()
}

func putDeadlines(ctx context.Context, tx *sql.Tx, id ingest.ID, deadlines []Deadline) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM deadlines WHERE id = ?`, id); err != nil {
		return err
	}
	for _, d := range deadlines {
		_, err := tx.ExecContext(ctx, `INSERT INTO deadlines (id, date, rule, what, dest, text, page) VALUES (?,?,?,?,?,?,?)`,
			id, d.Date, d.Rule, d.What, d.To, d.Text, d.Page)
		if err != nil {
			return err
		}
	}
	return nil
}
