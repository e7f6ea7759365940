package pipeline

import (
	"cmp"
	"context"
	"slices"

	"vanthu/cmd/internal/catalogue"
	"vanthu/extract"
)

// Twin is a document that is, or may be, the same paper as another. Twins are
// shown and never merged: which of them to keep a person decides.
type Twin struct {
	catalogue.Document
	// Same is set where number, issuer and date are the same; else the texts
	// are nearly so.
	Same  bool
	Alike float64 // what share of their words the texts have in common
}

// Twins finds the documents that may be the same paper as this one, the
// surest first.
func (v *View) Twins(ctx context.Context, r Record) ([]Twin, error) {
	cards, err := v.catalogue.Documents(ctx)
	if err != nil {
		return nil, err
	}
	return twins(card(r.Document.ID, r, ""), cards), nil
}

// twins finds the twins of one card among all. Those whose numbers are both
// known and differ are two papers, however alike their words: a form.
func twins(own catalogue.Document, cards []catalogue.Document) (found []Twin) {
	for _, c := range cards {
		if c.ID == own.ID {
			continue
		}
		t := Twin{Document: c, Same: sameHead(own, c), Alike: extract.Alike(own.Sketch, c.Sketch)}
		form := own.Number != "" && c.Number != "" && own.Number != c.Number
		if t.Same || t.Alike >= extract.AlikeFrom && !form {
			found = append(found, t)
		}
	}
	slices.SortStableFunc(found, func(a, b Twin) int { return cmp.Compare(b.sure(), a.sure()) })
	return found
}

func (t Twin) sure() float64 {
	if t.Same {
		return 1 + t.Alike
	}
	return t.Alike
}

// sameHead reports whether number, issuer and date are known and the same.
func sameHead(a, b catalogue.Document) bool {
	return a.Number != "" && a.Issuer != "" && a.Issued != "" && a.Number == b.Number && a.Issuer == b.Issuer && a.Issued == b.Issued
}
