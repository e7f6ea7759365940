package index

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// Peers: what else could search these texts, asked the same in the same run.
//
//	go test ./index -run TestPeers -index.peers -index.entries 300000 -timeout 90m -v
//
// Every engine gets what its authors ship: Bleve's standard analyzer, SQLite's
// unicode61 tokenizer without diacritics, PostgreSQL's simple configuration over
// unaccent. A question is asked as a search box would: all the words; where
// that finds nothing, any of them, best first. CPU time is that of the process
// that does the work; PostgreSQL's is its backend's.

var comparePeers = flag.Bool("index.peers", false, "compare with Bleve, SQLite FTS5 and PostgreSQL FTS")

// question is what is asked of all engines.
type question struct {
	text   string // in our query language
	words  []string
	phrase bool
	facets bool // counts by province, year and type, too
}

// engine is one way to search. Find gives the IDs of the best ten documents.
type engine interface {
	name() string
	load(t *testing.T, entries []Entry)
	find(t *testing.T, q question) []string
	cpu() time.Duration
}

func TestPeers(t *testing.T) {
	if !*comparePeers {
		t.Skip("takes long: ask for it with -index.peers")
	}
	t.Run("recall", comparePeersRecall)
	t.Run("speed", comparePeersSpeed)
}

// engines are ours and its peers, each empty; one that is not installed says so
// and is left out.
func engines(t *testing.T) []engine {
	all := []engine{&ours{}, &standardBleve{}, &sqliteFTS{}}
	if pg := startPostgres(t); pg != nil {
		all = append(all, pg)
	}
	return all
}

// knownKinds are the ways in which somebody remembers a document.
func (s *knownSet) kinds() []knownKind {
	return []knownKind{
		{"six words of the title", s.titleWords},
		{"title without marks", s.plainTitle},
		{"phrase of six from the body", s.bodyPhrase},
		{"number, written in some way", s.numberVariant},
		{"sentence with OCR noise", s.noisySentence},
	}
}

type knownKind struct {
	name string
	make func(Entry) string
}

// questions makes queries of a kind, each with the document it was taken from.
func (s *knownSet) questions(kind knownKind, n int) (out []question, want []string) {
	for len(out) < n {
		e := s.docs[s.random.IntN(len(s.docs))]
		if text := kind.make(e); text != "" {
			out = append(out, question{text: text, words: wordsOf(text), phrase: strings.HasPrefix(text, `"`)})
			want = append(want, e.ID)
		}
	}
	return out, want
}

func comparePeersRecall(t *testing.T) {
	docs := corpusDocuments(t, knownDocuments)
	for _, e := range engines(t) {
		e.load(t, docs)
		set := newKnownSet(docs) // the same questions for all
		for _, kind := range set.kinds() {
			asked, want := set.questions(kind, knownQueries)
			var ranks []int
			for i, q := range asked {
				ranks = append(ranks, 1+slices.Index(e.find(t, q), want[i]))
			}
			first, _, mrr := rates(ranks)
			t.Logf("%-12s %-30s recall@1 %.3f MRR %.3f", e.name(), kind.name, first, mrr)
		}
	}
}

func comparePeersSpeed(t *testing.T) {
	texts := sections(t, *benchEntries)
	var entries []Entry
	documents := 0
	for part := range slices.Chunk(texts, sectionsPerDocument) {
		entries = append(entries, document(documents, part)...)
		documents++
	}
	for _, e := range engines(t) {
		if _, ok := e.(*standardBleve); ok && *benchEntries > 50_000 {
			continue // its index of 300,000 with positions takes a quarter of an hour
		}
		began, wall := e.cpu(), time.Now()
		e.load(t, entries)
		t.Logf("%-12s loaded in %v, %v of CPU", e.name(), time.Since(wall).Round(time.Second), (e.cpu() - began).Round(time.Second))
		random := rand.New(rand.NewPCG(7, 7))
		for _, kind := range []struct {
			name   string
			words  int
			phrase bool
			facets bool
		}{{"AND of 4", 4, false, false}, {"phrase of 3", 3, true, false}, {"AND of 4, facets", 4, false, true}, {"phrase of 3, facets", 3, true, true}} {
			var took []time.Duration
			for range 200 {
				q := question{words: someWords(random, texts, kind.words), phrase: kind.phrase, facets: kind.facets}
				if q.text = strings.Join(q.words, " "); q.phrase {
					q.text = `"` + q.text + `"`
				}
				before := e.cpu()
				e.find(t, q)
				took = append(took, e.cpu()-before)
			}
			slices.Sort(took)
			t.Logf("%-12s %-20s p50 %7.1f ms p95 %7.1f ms", e.name(), kind.name, milliseconds(took[len(took)/2]), milliseconds(took[len(took)*95/100]))
		}
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// ours is this package.
type ours struct{ store *Store }

func (o *ours) name() string       { return "vanthu" }
func (o *ours) cpu() time.Duration { return cpuTime() }

// load takes the index kept by benchmarks if there is one of these entries.
func (o *ours) load(t *testing.T, entries []Entry) {
	dir := os.Getenv("VANTHU_BENCH_INDEX")
	if dir == "" || len(entries) != *benchEntries {
		dir = t.TempDir()
	}
	var err error
	if o.store, err = OpenStore(dir, Options{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.store.Close() })
	if _, err := o.store.current(); err == nil {
		return
	}
	w, err := o.store.Rebuild(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for len(entries) > 0 {
		id, n := entries[0].ID, 1
		for n < len(entries) && entries[n].ID == id {
			n++
		}
		es := slices.Clone(entries[:n])
		for i := range es {
			if es[i].Key == "" {
				es[i].Key, es[i].Kind = id, KindDocument
			}
		}
		if err := w.Put(t.Context(), id, es); err != nil {
			t.Fatal(err)
		}
		entries = entries[n:]
	}
	if err := w.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func (o *ours) find(t *testing.T, q question) (ids []string) {
	r, err := o.store.Search(t.Context(), Query{Text: q.text, Limit: 10, Facets: q.facets})
	if err != nil {
		t.Fatal(q.text, err)
	}
	for _, h := range r.Hits {
		ids = append(ids, h.ID)
	}
	return ids
}

// said is the text that peers get of an entry.
func (e Entry) said() string { return fmt.Sprintf("%s\n%s\n%s", e.Number, e.Title, e.Text) }
