package index

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
	"github.com/blevesearch/bleve/v2/search/query"
)

// standardBleve is Bleve as it comes.
type standardBleve struct{ index bleve.Index }

func (b *standardBleve) name() string       { return "Bleve" }
func (b *standardBleve) cpu() time.Duration { return cpuTime() }

func (b *standardBleve) load(t *testing.T, entries []Entry) {
	var err error
	if b.index, err = bleve.New(filepath.Join(t.TempDir(), "bleve"), bleve.NewIndexMapping()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.index.Close() })
	batch := b.index.NewBatch()
	for i, e := range entries {
		if err := batch.Index(e.ID+"#"+e.Key, map[string]any{"text": e.said(), "province": e.Province, "type": e.Type}); err != nil {
			t.Fatal(err)
		}
		if batch.Size() == 1000 || i == len(entries)-1 {
			if err := b.index.Batch(batch); err != nil {
				t.Fatal(err)
			}
			batch.Reset()
		}
	}
}

func (b *standardBleve) find(t *testing.T, q question) []string {
	text := strings.Join(q.words, " ")
	all := bleve.NewMatchQuery(text)
	all.SetOperator(query.MatchQueryOperatorAnd)
	asked := []query.Query{all, bleve.NewMatchQuery(text)}
	if q.phrase {
		asked = []query.Query{bleve.NewMatchPhraseQuery(text)}
	}
	for _, one := range asked {
		request := bleve.NewSearchRequestOptions(one, 10, 0, false)
		if q.facets {
			request.AddFacet("province", bleve.NewFacetRequest("province", 100))
			request.AddFacet("type", bleve.NewFacetRequest("type", 100))
		}
		found, err := b.index.Search(request)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, h := range found.Hits {
			id, _, _ := strings.Cut(h.ID, "#")
			ids = append(ids, id)
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}
