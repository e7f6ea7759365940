// Package index finds documents by what they say.
//
// In come entries: one for a document and one for each of its sections, tasks,
// targets and deadlines. Out come documents, best first, each with the passage that
// matched, its page and why it matched. The package knows nothing of page
// pictures, records or archives; what it holds can be rebuilt from the entries
// at any time. It is the only importer of Bleve, of which it uses the
// segment store (scorch); analysis, query language, matching, ranking, grouping,
// facets and snippets are our own, because Vietnamese needs them so.
//
// # Ways to be found
//
//   - Words match with or without marks; a document that has the marks as they
//     were typed stands before one that has not, and both before one where only
//     the raw reading of the page matches. See syllable.go.
//   - "Phrases" go through a field of syllable pairs. See fields.go.
//   - Identifiers (05/KH-UBND) match in whatever form they are written or
//     misread. See identifier.go.
//   - The query language is in parse.go, its fields in field.go, the order of
//     results in search.go; misspelt words are asked back by spell.go.
//   - Documents like one, those that cite one, and what is cited but not here:
//     similar.go and citation.go.
//
// # On disk
//
// A Store is a folder of generations, each never changed once published, and a
// file CURRENT that names the live one. Adding makes a new generation out of
// hard links to the live one's segments, so that readers, in this process or
// another, never wait and never see half a change. See store.go.
//
// # Figures
//
// 300,000 sections of 930 bytes of law (bench_search_test.go), November 2026, two
// cores shared with other work (load 10); p95 in CPU time, milliseconds, words with
// marks and without:
//
//	one syllable                  9    7
//	all of 4 words               18   12
//	any of 4 words               18   20
//	phrase of 3                  12   13
//	one syllable, with facets    13    7
//	any of 4, with facets        18   17
//	phrase of 3, with facets      8    8
//
// Peers in one run (peers_test.go) on the same machine:
//
//	p95 in CPU time          vanthu   SQLite FTS5   PostgreSQL FTS
//	all of 4 words            18 ms        183 ms           284 ms
//	phrase of 3               13           103              375
//	all of 4, with facets     13           419              357
//	phrase of 3, with facets  11           214             1550
//
// Known items, 1,000 documents, 100 queries of each kind, recall@1 (MRR):
//
//	                          vanthu         Bleve, standard  SQLite FTS5    PostgreSQL
//	six words of the title    1.00 (1.00)    0.32 (0.41)      0.12 (0.22)    0.14 (0.28)
//	title without marks       1.00 (1.00)    0.05 (0.09)      0.11 (0.20)    0.25 (0.40)
//	phrase from the body      1.00 (1.00)    0.99 (0.99)      1.00 (1.00)    0.98 (0.98)
//	number, in some form      1.00 (1.00)    0.49 (0.56)      0.48 (0.55)    0.00 (0.00)
//	sentence with OCR noise   0.95 (0.97)    0.38 (0.47)      0.21 (0.29)    0.26 (0.35)
//
// (Peers have number, title and text as one field, unweighted, as they come.)
//
// Indexing, 300,000 entries: 1,350 a second of CPU and 860 on the clock of both
// cores with four others at work (load 10; merging twice, as before, 1,230 and
// 710). The index is 3.0 times its text. A process that did
// nothing but index them all had 539 MB at most, half of it files that it merged;
// one that adds a document at a time and searches, 294 MB: a document more is
// found after 0.75 to 0.85 s of CPU. A hostile query costs at most 0.16 s of CPU,
// of a new generation too (the most is then a thousand results with passages).
//
// # Concurrency
//
// A Store and a Generation are safe for concurrent use; a Writer is for one
// goroutine at a time, and there is at most one on a folder.
//
// # Example
//
//	store, err := index.OpenStore("vanthu-data/index", index.Options{})
//	w, err := store.Update(ctx)            // or store.Rebuild(ctx)
//	err = w.Put(ctx, id, entries)          // replaces what the document had
//	err = w.Commit(ctx)                    // readers see it from here on
//	found, err := store.Search(ctx, index.Query{Text: `ke hoach "chuyển đổi số" -2019`})
package index
