package pipeline

import (
	"cmp"
	"context"
	"slices"
	"time"

	"vanthu/cmd/internal/catalogue"
	"vanthu/extract"
	"vanthu/ingest"
)

// siblings are the documents of an archive by the body that issued them, for
// what they tell of each other (extract.Settle). Records are loaded when they
// are asked for and each at most once.
type siblings struct {
	folder Folder
	cards  map[string][]catalogue.Document
	told   map[ingest.ID]extract.Sibling
}

// asked is how many siblings are asked about a document: those nearest in time.
const asked = 12

func (v *View) siblings(ctx context.Context) (*siblings, error) {
	cards, err := v.catalogue.Documents(ctx)
	if err != nil {
		return nil, err
	}
	s := &siblings{v.folder, map[string][]catalogue.Document{}, map[ingest.ID]extract.Sibling{}}
	for _, c := range cards {
		if c.Issuer != "" {
			s.cards[c.Issuer] = append(s.cards[c.Issuer], c)
		}
	}
	return s, nil
}

// settle gives a record with what its siblings tell of it. One that cannot be
// read tells nothing.
func (s *siblings) settle(r Record) Record {
	if !extract.Unsettled(r.Fields) {
		return r
	}
	cards := slices.DeleteFunc(slices.Clone(s.cards[text(r.Fields.Issuer)]), func(c catalogue.Document) bool { return c.ID == r.Document.ID })
	day := likeliestDay(r.Fields)
	slices.SortStableFunc(cards, func(a, b catalogue.Document) int { return cmp.Compare(apart(a.Issued, day), apart(b.Issued, day)) })
	var all []extract.Sibling
	for _, c := range cards[:min(asked, len(cards))] {
		all = append(all, s.of(c.ID))
	}
	r.Fields = extract.Settle(r.Fields, all)
	return r
}

func (s *siblings) of(id ingest.ID) extract.Sibling {
	told, ok := s.told[id]
	if !ok {
		if r, err := s.folder.LoadRecord(id); err == nil {
			told = extract.AsSibling(r.Fields)
		}
		s.told[id] = told
	}
	return told
}

// likeliestDay is the date of a document, or the first that it may be.
func likeliestDay(f extract.Fields) string {
	if f.Issued != nil {
		return *f.Issued
	}
	for _, day := range f.Evidence["issued"].Alternatives {
		return day
	}
	return ""
}

// apart is how far two days are apart; one that is not known is far.
func apart(a, b string) time.Duration {
	from, err := time.Parse(time.DateOnly, a)
	to, wrong := time.Parse(time.DateOnly, b)
	if err != nil || wrong != nil {
		return time.Duration(1<<63 - 1)
	}
	return to.Sub(from).Abs()
}
