package index

import "slices"

// findAbsent finds the parts of the query that no document has, as they were
// typed: of a search that found nothing they say why.
func (s *searching) findAbsent() error {
	p := s.planner(tierRaw)
	if s.query.Exact {
		p = s.planner(tierExact)
	}
	for _, c := range slices.Concat(s.parsed.must, s.parsed.filters) {
		found, err := p.clause(c)
		if err != nil {
			return err
		}
		if _, any := found.next(0); !any {
			s.absent = append(s.absent, s.query.Text[c.atoms[0].at:c.atoms[len(c.atoms)-1].end])
		}
	}
	return nil
}
