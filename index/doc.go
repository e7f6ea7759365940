// Package index finds documents by what they say.
//
// In come entries: one for a document and one for each of its sections, tasks,
// targets and deadlines. Out come documents, best first, each with the passage that
// matched, its page and why it matched. The package knows nothing of page
// pictures, records or archives; what it holds can be rebuilt from the entries
// at any time. It is the only importer of Bleve, of which it uses the
// segment store and the searchers (scorch); analysis, query language, ranking
// tiers, grouping, facets and snippets are our own, because Vietnamese needs
// them so.
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
//     results in search.go.
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
