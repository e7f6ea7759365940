package index

import "context"

// ProvinceCount is one of the 63 provinces until 30 June 2025, or Huế, with how many
// documents of it were found.
type ProvinceCount struct {
	Province string `json:"province"`
	Now      string `json:"now"` // the province of today it belongs to
	Region   string `json:"region"`
	Count    int    `json:"count"`
	// CountNow is that of the whole province of today: documents made since, or
	// by any province that went into it.
	CountNow int `json:"count_now"`
}

// Coverage counts the documents that match a query by province, naming those
// that have none too: which provinces have a plan under this decision, and which
// have not.
func (g *Generation) Coverage(ctx context.Context, q Query) ([]ProvinceCount, error) {
	q.Facets, q.Limit = true, 1
	r, err := g.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	then, now := countsByKey(r.Facets["province"]), countsByKey(r.Facets["province_now"])
	out := make([]ProvinceCount, 0, len(provinces))
	for _, p := range provinces {
		c := ProvinceCount{Province: p.name, Now: p.now, Region: p.region, Count: then[fold(p.name)], CountNow: now[fold(p.now)]}
		if p.now == "Huế" {
			c.Count += then["hue"]
		}
		out = append(out, c)
	}
	return out, nil
}

func countsByKey(facet []FacetCount) map[string]int {
	out := map[string]int{}
	for _, f := range facet {
		out[provinceKey(f.Value)] += f.Count
	}
	return out
}
