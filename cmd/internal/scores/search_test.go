package scores

import "testing"

func TestRanks(t *testing.T) {
	for _, c := range []struct {
		ranks Ranks
		want  string
	}{
		{Ranks{1, 1}, "recall@1 1.000 @5 1.000 MRR 1.000"},
		{Ranks{1, 2, 10, 0}, "recall@1 0.250 @5 0.500 MRR 0.400"},
		{nil, "recall@1 0.000 @5 0.000 MRR 0.000"},
	} {
		if have := c.ranks.Row("", "").Figure; have != c.want {
			t.Errorf("%v\n-want %s\n+have %s", c.ranks, c.want, have)
		}
	}
}
