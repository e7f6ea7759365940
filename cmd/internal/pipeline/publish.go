package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"vanthu/cmd/internal/catalogue"
	"vanthu/extract"
	"vanthu/ingest"
)

// publish makes a record known: on disk first, then in the catalogue, and
// before long in the index.
func (p *Pipeline) publish(ctx context.Context, id ingest.ID, r Record) error {
	sum, err := p.folder.saveRecord(id, r)
	if err != nil {
		return err
	}
	if err := p.catalogue.PutDocument(ctx, card(id, r, sum), deadlines(r.Fields)); err != nil {
		return err
	}
	return p.catchUpNowAndThen(ctx)
}

// adopt makes the card of a document whose record is there: the last run was
// killed between the two, or the catalogue was lost.
func (p *Pipeline) adopt(ctx context.Context, id ingest.ID) (catalogue.Document, error) {
	r, sum, err := p.folder.loadRecord(id)
	if err != nil {
		return catalogue.Document{}, fmt.Errorf("%w: %w", catalogue.ErrNotFound, err)
	}
	c := card(id, r, sum)
	return c, p.catalogue.PutDocument(ctx, c, deadlines(r.Fields))
}

func card(id ingest.ID, r Record, sum string) catalogue.Document {
	return catalogue.Document{
		ID: id, Kind: r.Document.Kind, Pages: len(r.Document.Pages),
		State: r.State, Reason: r.Reason, Retry: r.Retry,
		MadeBy: r.Versions.String(), Record: sum,
		Number: text(r.Fields.Number), Type: text(r.Fields.DocType), Title: text(r.Fields.Title),
		Issuer: text(r.Fields.Issuer), Province: text(r.Fields.Province), Issued: text(r.Fields.Issued),
		Sketch: r.Fields.Sketch,
	}
}

func deadlines(f extract.Fields) []catalogue.Deadline {
	var all []catalogue.Deadline
	for _, d := range slices.Concat(f.Deadlines, f.Periodic) {
		all = append(all, catalogue.Deadline{Date: text(d.Date), Rule: text(d.Rule), What: d.What, To: text(d.To), Text: d.Text, Page: d.Page})
	}
	return all
}

// text of a field; absent is empty.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// catchUpNowAndThen brings the index up to date if that was not done lately.
func (p *Pipeline) catchUpNowAndThen(ctx context.Context) error {
	p.indexing.Lock()
	defer p.indexing.Unlock()
	if time.Since(p.indexed) < p.indexEvery {
		return nil
	}
	return p.feedIndex(ctx)
}

// catchUp brings the index up to date with the catalogue.
func (p *Pipeline) catchUp(ctx context.Context) error {
	p.indexing.Lock()
	defer p.indexing.Unlock()
	return p.feedIndex(ctx)
}

// batch is how many documents go into the index at a time.
const batch = 200

func (p *Pipeline) feedIndex(ctx context.Context) error {
	p.indexed = time.Now()
	waiting, err := p.catalogue.Unindexed(ctx)
	for err == nil && len(waiting) > 0 {
		n := min(batch, len(waiting))
		err = p.indexBatch(ctx, waiting[:n])
		waiting = waiting[n:]
	}
	return err
}

// indexBatch puts documents into the index and then notes that they are
// there; killed in between, they are put again.
func (p *Pipeline) indexBatch(ctx context.Context, cards []catalogue.Document) (err error) {
	w, err := p.index.Update(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	for _, c := range cards {
		r, err := p.folder.LoadRecord(c.ID)
		if errors.Is(err, os.ErrNotExist) {
			continue // check --repair will see to it
		}
		if err != nil {
			return err
		}
		if err := w.Put(ctx, string(c.ID), p.stages.entries(c.ID, r)); err != nil {
			return err
		}
	}
	if err := w.Commit(ctx); err != nil {
		return err
	}
	for _, c := range cards {
		if err := p.catalogue.MarkIndexed(ctx, c.ID, c.Record); err != nil {
			return err
		}
	}
	return nil
}
