package scores

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"vanthu/index"
)

// Known measures how well documents are found that somebody has seen: invented
// ones, many of them nearly alike, asked for by some words of the title, by the
// title without marks, by a phrase, by the number in some form and by a sentence
// as OCR might have it. They go straight into an index in dir. Faults name the
// queries of which the document is not the first hit.
func Known(ctx context.Context, testdata, dir string) (rows []Row, faults []string, err error) {
	documents, err := Table(filepath.Join(testdata, "known", "documents.tsv"))
	if err != nil {
		return nil, nil, err
	}
	queries, err := Table(filepath.Join(testdata, "known", "queries.tsv"))
	if err != nil {
		return nil, nil, err
	}
	store, err := index.OpenStore(dir, index.Options{})
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if err := put(ctx, store, documents); err != nil {
		return nil, nil, err
	}
	ranks := map[string]Ranks{}
	var kinds []string
	for _, q := range queries {
		kind, text, want := q[0], q[1], q[2]
		place, err := placeOf(ctx, store, text, want)
		if err != nil {
			return nil, nil, err
		}
		if place != 1 {
			faults = append(faults, fmt.Sprintf("search %s: %s is at place %d", text, want, place))
		}
		if ranks[kind] == nil {
			kinds = append(kinds, kind)
		}
		ranks[kind] = append(ranks[kind], place)
	}
	for _, kind := range kinds {
		rows = append(rows, ranks[kind].Row("known", kind))
	}
	return rows, faults, nil
}

// put makes an index of documents: number, title and text.
func put(ctx context.Context, store *index.Store, documents [][]string) (err error) {
	w, err := store.Rebuild(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	for _, d := range documents {
		e := index.Entry{Key: d[0], ID: d[0], Kind: index.KindDocument, Page: 1, Number: d[0], Title: d[1], Text: d[1] + "\n" + d[2]}
		if err := w.Put(ctx, e.ID, []index.Entry{e}); err != nil {
			return err
		}
	}
	return w.Commit(ctx)
}

// placeOf is the place of a document among the first twenty hits, 0 if it is
// not there.
func placeOf(ctx context.Context, store *index.Store, text, want string) (int, error) {
	found, err := store.Search(ctx, index.Query{Text: text})
	if err != nil {
		return 0, fmt.Errorf("search %q: %w", text, err)
	}
	for i, h := range found.Hits {
		if h.ID == want {
			return i + 1, nil
		}
	}
	return 0, nil
}
