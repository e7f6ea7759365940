package index

import (
	"cmp"
	"slices"
	"strings"
)

// facetColumns are the facets that count a column.
var facetColumns = map[string]int{
	"province": colProvince, "province_now": colProvinceNow, "year": colYear, "type": colType,
	"issuer": colIssuer, "level": colLevel, "state": colState,
}

// facetCites counts the numbers that documents cite.
const facetCites = "cites"

// FacetNames are the facets in the order in which people want to see them.
var FacetNames = []string{"province", "province_now", "year", "type", "issuer", "level", facetCites, "state"}

// maxFacetValues of one facet are listed.
const maxFacetValues = 100

// facets counts the found documents by value.
func (c *collector) facets() map[string][]FacetCount {
	out := map[string][]FacetCount{}
	for name, col := range facetColumns {
		column := &c.columns.all[col]
		counts := make([]int, len(column.values))
		for _, doc := range c.documents {
			counts[column.codes[doc]]++
		}
		out[name] = facetCounts(column.values, counts)
	}
	cited := &c.columns.cited
	counts := make([]int, len(cited.values))
	for _, doc := range c.documents {
		for _, code := range cited.of(doc) {
			counts[code]++
		}
	}
	out[facetCites] = facetCounts(cited.values, counts)
	return out
}

// facetCounts lists the values that most documents have, then by name; no
// value is no entry.
func facetCounts(values []string, counts []int) []FacetCount {
	var out []FacetCount
	for i, n := range counts {
		if n > 0 && values[i] != "" {
			out = append(out, FacetCount{Value: values[i], Count: n})
		}
	}
	slices.SortFunc(out, func(a, b FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	return out[:min(len(out), maxFacetValues)]
}
