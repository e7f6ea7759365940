package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"vanthu/cmd/internal/catalogue"
	"vanthu/index"
	"vanthu/ingest"
)

// Problem is something that does not fit together.
type Problem struct {
	ID       ingest.ID `json:"id"`
	What     string    `json:"what"`
	Repaired bool      `json:"repaired"`
}

// What can be wrong. Only a lost or damaged original cannot be repaired: it
// is the one thing that is not derived.
const (
	originalLost    = "the original is lost"
	originalDamaged = "the original is damaged"
	recordMissing   = "there is no record"
	recordStrange   = "the record cannot be read"
	cardMissing     = "the catalogue does not know it"
	notIndexed      = "the index does not hold it"
	indexedStrange  = "the index holds it, the archive does not"
)

// Report is what Check found.
type Report struct {
	Originals, Records, Indexed int
	Problems                    []Problem
}

// Left counts the problems that were not repaired.
func (r Report) Left() int {
	n := 0
	for _, p := range r.Problems {
		if !p.Repaired {
			n++
		}
	}
	return n
}

func (r *Report) add(id ingest.ID, what string) {
	r.Problems = append(r.Problems, Problem{ID: id, What: what})
}

// Check reads every original and compares it with its name, records with
// originals, and the index with the records. With repair, what is derived is
// made anew where it is missing or wrong.
func (p *Pipeline) Check(ctx context.Context, repair bool, progress Progress) (Report, error) {
	var r Report
	if err := p.checkOriginals(ctx, &r, progress); err != nil {
		return r, err
	}
	if err := p.checkIndex(ctx, &r); err != nil {
		return r, err
	}
	if repair {
		return r, p.repair(ctx, &r, progress)
	}
	return r, nil
}

func (p *Pipeline) checkOriginals(ctx context.Context, r *Report, progress Progress) error {
	there := map[ingest.ID]bool{}
	for id, err := range p.originals.All() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			return err
		}
		there[id] = true
		r.Originals++
		if progress.Found != nil {
			progress.Found()
		}
		if err := p.checkDocument(ctx, id, r); err != nil {
			return err
		}
	}
	cards, err := p.catalogue.Documents(ctx)
	for _, c := range cards {
		if !there[c.ID] {
			r.add(c.ID, originalLost)
		}
	}
	return err
}

func (p *Pipeline) checkDocument(ctx context.Context, id ingest.ID, r *Report) error {
	if err := p.folder.sweep(id); err != nil {
		return fmt.Errorf("remove what was half written: %w", err)
	}
	switch err := p.originals.Verify(ctx, id); {
	case errors.Is(err, ingest.ErrDamaged):
		r.add(id, originalDamaged)
	case err != nil:
		return err
	}
	switch _, err := p.folder.LoadRecord(id); {
	case errors.Is(err, fs.ErrNotExist):
		r.add(id, recordMissing)
		return nil
	case err != nil:
		r.add(id, recordStrange)
		return nil
	}
	r.Records++
	_, err := p.catalogue.Document(ctx, id)
	if errors.Is(err, catalogue.ErrNotFound) {
		r.add(id, cardMissing)
		err = nil
	}
	return err
}

// checkIndex compares the index with the catalogue. An index that cannot be
// opened holds nothing.
func (p *Pipeline) checkIndex(ctx context.Context, r *Report) error {
	held, err := p.index.Documents()
	if err != nil && !rebuildHelps(err) {
		return err
	}
	r.Indexed = len(held)
	cards, err := p.catalogue.Documents(ctx)
	for _, c := range cards {
		if _, ok := held[string(c.ID)]; !ok || c.Indexed != c.Record {
			r.add(c.ID, notIndexed)
		}
		delete(held, string(c.ID))
	}
	for id := range held {
		r.add(ingest.ID(id), indexedStrange)
	}
	return err
}

// repair makes records anew from the originals and the index from the
// records, then looks again at what it set out to mend.
func (p *Pipeline) repair(ctx context.Context, r *Report, progress Progress) error {
	for _, problem := range r.Problems {
		if problem.What == recordStrange || problem.What == recordMissing {
			if err := p.catalogue.Remove(ctx, problem.ID); err != nil {
				return err
			}
			if err := os.Remove(p.folder.Record(problem.ID)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("repair record: %w", err)
			}
		}
	}
	if _, err := p.Add(ctx, AddOptions{}, progress); err != nil {
		return err
	}
	if err := p.rebuildIndex(ctx); err != nil {
		return err
	}
	var after Report
	err := errors.Join(p.checkOriginals(ctx, &after, Progress{}), p.checkIndex(ctx, &after))
	left := map[Problem]bool{}
	for _, problem := range after.Problems {
		left[problem] = true
	}
	for i := range r.Problems {
		r.Problems[i].Repaired = !left[r.Problems[i]]
	}
	return err
}

// rebuildHelps reports whether an index is missing or of no use.
func rebuildHelps(err error) bool {
	return errors.Is(err, index.ErrMissing) || errors.Is(err, index.ErrSchema) || errors.Is(err, index.ErrDamaged)
}

// openIndex opens the index; one that is lost or made by another version is
// filled again from the records when something is next added or repaired.
func (p *Pipeline) openIndex(ctx context.Context) (err error) {
	if p.index, err = index.OpenStore(p.folder.index(), index.Options{}); err != nil {
		return err
	}
	if _, err = p.index.Documents(); rebuildHelps(err) {
		return p.rebuildIndex(ctx)
	}
	return err
}

// rebuildIndex makes a new generation from all records.
func (p *Pipeline) rebuildIndex(ctx context.Context) error {
	w, err := p.index.Rebuild(ctx)
	if err != nil {
		return err
	}
	if err := errors.Join(p.catalogue.ForgetIndex(ctx), w.Commit(ctx), w.Close()); err != nil {
		return err
	}
	return p.catchUp(ctx)
}
