package scores

import (
	"context"
	"fmt"

	"vanthu/cmd/internal/pipeline"
	"vanthu/index"
)

// Query is what somebody types, and the document that should come first.
type Query struct{ Text, Want string }

// Ranks are the places at which documents were found: 1 is first, 0 is not
// among the first twenty.
type Ranks []int

// Rank asks the index. Documents has the name of each document by its ID; two
// files of one document have the same name, and either is right.
func Rank(ctx context.Context, v *pipeline.View, documents map[string]string, queries []Query) (Ranks, error) {
	ranks := make(Ranks, len(queries))
	for i, q := range queries {
		found, err := v.Search(ctx, index.Query{Text: q.Text})
		if err != nil {
			return nil, fmt.Errorf("search %q: %w", q.Text, err)
		}
		for place, hit := range found.Hits {
			if documents[hit.ID] == q.Want {
				ranks[i] = place + 1
				break
			}
		}
	}
	return ranks, nil
}

// RecallAt is the share of queries whose document is among the first n hits.
func (r Ranks) RecallAt(n int) float64 {
	return r.mean(func(place int) float64 {
		if place <= n {
			return 1
		}
		return 0
	})
}

// MRR is the mean reciprocal rank.
func (r Ranks) MRR() float64 { return r.mean(func(place int) float64 { return 1 / float64(place) }) }

func (r Ranks) mean(worth func(place int) float64) float64 {
	sum := 0.0
	for _, place := range r {
		if place > 0 {
			sum += worth(place)
		}
	}
	return sum / float64(max(len(r), 1))
}

// Row is the ranks as a row.
func (r Ranks) Row(set, what string) Row {
	return Row{Section: Search, Set: set, What: what, N: len(r),
		Figure: fmt.Sprintf("recall@1 %.3f @5 %.3f MRR %.3f", r.RecallAt(1), r.RecallAt(5), r.MRR())}
}
