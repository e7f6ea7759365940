package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"vanthu/cmd/internal/catalogue"
	"vanthu/index"
	"vanthu/ingest"
)

// Search finds documents in the index.
func (v *View) Search(ctx context.Context, q index.Query) (index.Result, error) {
	return v.index.Search(ctx, q)
}

// Matching lists the IDs of all documents that match, in order.
func (v *View) Matching(ctx context.Context, q index.Query) ([]string, error) {
	return v.index.Matching(ctx, q)
}

// named is the document with this ID, the beginning of it, or this number in
// any form.
func (v *View) named(ctx context.Context, idOrNumber string) (catalogue.Document, error) {
	card, err := v.catalogue.Find(ctx, idOrNumber)
	number, ok := index.Number(idOrNumber)
	if !ok || !errors.Is(err, catalogue.ErrNotFound) {
		return card, err
	}
	ids, searchErr := v.index.Matching(ctx, index.Query{Number: number, Kind: index.KindDocument})
	switch {
	case searchErr != nil || len(ids) == 0: // without an index it is as if there were none
		return card, err
	case len(ids) == 1:
		return v.catalogue.Document(ctx, ingest.ID(ids[0]))
	}
	var all []ingest.ID
	for _, id := range ids {
		all = append(all, ingest.ID(id))
	}
	return card, catalogue.Several(idOrNumber, all)
}

// Follow keeps the view ready for searches until the context ends: what is added
// meanwhile is found within a second or two, and no search waits for it.
func (v *View) Follow(ctx context.Context) { v.index.Follow(ctx, time.Second) }

// Similar finds documents like one, named as for Find.
func (v *View) Similar(ctx context.Context, idOrNumber string, limit int) (index.Result, error) {
	card, err := v.named(ctx, idOrNumber)
	if err != nil {
		return index.Result{}, err
	}
	return v.index.Similar(ctx, string(card.ID), limit)
}

// CitedBy finds the documents that cite one, named as for Find; the query
// narrows them. A number may also be that of a document which is not here.
func (v *View) CitedBy(ctx context.Context, idOrNumber string, q index.Query) (index.Result, error) {
	card, err := v.named(ctx, idOrNumber)
	if number, ok := index.Number(idOrNumber); ok && errors.Is(err, catalogue.ErrNotFound) {
		q.Cites = number
		return v.index.Search(ctx, q)
	}
	if err != nil {
		return index.Result{}, err
	}
	return v.index.CitedBy(ctx, string(card.ID), q)
}

// Cites lists what a document cites, named as for Find.
func (v *View) Cites(ctx context.Context, idOrNumber string) ([]index.Cited, error) {
	card, err := v.named(ctx, idOrNumber)
	if err != nil {
		return nil, err
	}
	return v.index.Cites(ctx, string(card.ID))
}

// Missing lists what documents cite and the archive has not, most cited first.
func (v *View) Missing(ctx context.Context, limit int) ([]index.Cited, error) {
	return v.index.Missing(ctx, limit)
}

// Coverage counts what matches by province, naming provinces that have none.
func (v *View) Coverage(ctx context.Context, q index.Query) ([]index.ProvinceCount, error) {
	return v.index.Coverage(ctx, q)
}

// BatchRow is what one query of a batch found.
type BatchRow struct {
	Query string            `json:"query"`
	Total int               `json:"total"`
	Best  *index.Hit        `json:"best"` // null if nothing was found
	Wrong *index.QueryError `json:"wrong,omitempty"`
}

// Batch asks each query, narrowed by the filters of q. A wrong query costs its
// own row only.
func (v *View) Batch(ctx context.Context, queries []string, q index.Query) ([]BatchRow, error) {
	var rows []BatchRow
	for _, text := range queries {
		q.Text, q.Limit = text, 1
		row := BatchRow{Query: text}
		found, err := v.index.Search(ctx, q)
		if err != nil && !errors.As(err, &row.Wrong) {
			return rows, err
		}
		if row.Total = found.Total; len(found.Hits) > 0 {
			row.Best = &found.Hits[0]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// SavedSearch is a search kept under a name.
type SavedSearch struct {
	Name  string      `json:"name"`
	Query index.Query `json:"query"`
	Ran   time.Time   `json:"ran"`
}

// SaveSearch keeps a query under a name. What it finds now is not new when it
// is run.
func (v *View) SaveSearch(ctx context.Context, name string, q index.Query) error {
	ids, err := v.index.Matching(ctx, q)
	if err != nil {
		return err
	}
	text, err := json.Marshal(q)
	if err != nil {
		return fmt.Errorf("save search: %w", err)
	}
	return v.note(ctx, func(c *catalogue.Catalogue) error {
		if err := c.SaveSearch(ctx, name, string(text)); err != nil {
			return err
		}
		_, err := c.SawResults(ctx, name, ids, time.Now())
		return err
	})
}

// NewSince runs a saved search and finds the documents that it had not found
// when it last ran; all is how many it finds by now.
func (v *View) NewSince(ctx context.Context, name string) (fresh index.Result, all int, err error) {
	var q index.Query
	var ids []string
	err = v.note(ctx, func(c *catalogue.Catalogue) error {
		s, err := c.SavedSearch(ctx, name)
		if err == nil {
			err = json.Unmarshal([]byte(s.Query), &q)
		}
		if err == nil {
			ids, err = v.index.Matching(ctx, q)
		}
		if err == nil {
			all = len(ids)
			q.IDs, err = c.SawResults(ctx, name, ids, time.Now())
		}
		return err
	})
	if err != nil || len(q.IDs) == 0 {
		return index.Result{Hits: []index.Hit{}}, all, err
	}
	fresh, err = v.index.Search(ctx, q)
	return fresh, all, err
}

// SavedSearches lists the searches that are kept, by name.
func (v *View) SavedSearches(ctx context.Context) (all []SavedSearch, err error) {
	err = v.note(ctx, func(c *catalogue.Catalogue) error {
		kept, err := c.SavedSearches(ctx)
		for _, k := range kept {
			s := SavedSearch{Name: k.Name, Ran: k.Ran}
			err = errors.Join(err, json.Unmarshal([]byte(k.Query), &s.Query))
			all = append(all, s)
		}
		return err
	})
	return all, err
}

// ForgetSearch lets go of a saved search.
func (v *View) ForgetSearch(ctx context.Context, name string) error {
	return v.note(ctx, func(c *catalogue.Catalogue) error { return c.ForgetSearch(ctx, name) })
}

// note works on what people keep in the catalogue, for which it is opened for
// writing as long as that takes. SQLite lets the process that adds documents
// wait meanwhile.
func (v *View) note(ctx context.Context, do func(*catalogue.Catalogue) error) (err error) {
	c, err := catalogue.Open(ctx, v.folder.catalogue())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	return do(c)
}
