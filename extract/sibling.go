package extract

import (
	"slices"
	"strings"
	"time"

	"vanthu/extract/fold"
)

// What an archive knows of a document by the others of the same body. Nothing of
// this goes into a record, which is made of its original alone: it is worked
// out anew whenever a document is looked at, so it never depends on what was
// added first, and a document that comes later may settle an earlier one.
//
//   - Who signs as Hiệu trưởng in October signs so in November: a name that
//     nobody can read under the same title is that name, if all others agree.
//   - A name that two others spell Hiền is not Hiên; one is enough where the
//     page shows no marks at all.
//   - Numbers rise with dates: between 1140/KH-ĐHTĐ of 24 October and
//     1152/KH-ĐHTĐ of 3 November a number of 28 October that may be 1146 or 1116
//     is hardly 1116: what a person gets to choose from comes in this order.
//   - A document of the same body that cites it gives number and date.
//   - Offices copy their Nơi nhận from one document to the next (copied.go).
//
// Deputies are several, so of them a name must be left of which the end agrees.

// Sibling is what one document tells of another of the same body.
type Sibling struct {
	Number, Issued         string // as read, "" if not
	SignerName, SignerPost string
	Recipients             []string
	Cited                  []Citation
}

// AsSibling is what the fields of a document tell of others: what was read
// surely and, again, from itself alone.
func AsSibling(f Fields) Sibling {
	sure := func(field string, v *string) string {
		if e := f.Evidence[field]; v == nil || e.Source == SourceArchive || e.Confidence < sureSibling {
			return ""
		}
		return *v
	}
	return Sibling{
		Number: sure("number", f.Number), Issued: sure("issued", f.Issued),
		SignerName: sure("signer.name", f.Signer.Name), SignerPost: value(f.Signer.Position),
		Recipients: f.sureRecipients(), Cited: f.Citations,
	}
}

// value of a field; "" if there is none.
func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

const (
	// SourceArchive is the source of what siblings tell: no page shows it.
	SourceArchive = "archive"
	// sureSibling is how sure a document must be of what it tells of another.
	sureSibling = 0.6
	// term is how many days apart two documents may be for one to tell who
	// signs the other.
	term = 400
	// spellers is how many siblings must agree against what was read surely.
	spellers = 2
)

// Unsettled reports whether siblings could tell more of a document: a signer, a
// number, a date or a recipient that was not read. Names are always compared.
func Unsettled(f Fields) bool {
	return f.Signer.Position != nil || f.Number == nil || f.Issued == nil || len(f.sureRecipients()) < len(f.Recipients)
}

// Settle gives the fields with what siblings tell of them. The fields given are
// not changed.
func Settle(f Fields, siblings []Sibling) Fields {
	evidence := make(map[string]Evidence, len(f.Evidence))
	for field, e := range f.Evidence {
		evidence[field] = e
	}
	f.Evidence, f.Review, f.Recipients = evidence, slices.Clone(f.Review), slices.Clone(f.Recipients)
	f.settleSigner(siblings)
	f.settleNumber(siblings)
	f.settleIssued(siblings)
	f.settleRecipients(siblings)
	return f
}

// settle sets a field to what the archive tells, unless a person has set it.
func (f *Fields) settle(field string, to **string, value, rule string, sure float64) {
	e := f.Evidence[field]
	if e.Source == SourcePerson {
		return
	}
	e = e.instead(*to, value)
	e.Source, e.Rule, e.Confidence = SourceArchive, rule, sure
	*to, f.Evidence[field] = &value, e
	f.Review = settled(f.Review, field)
}

// settleSigner takes the name of who signs the others under the same title.
func (f *Fields) settleSigner(siblings []Sibling) {
	if f.Signer.Position == nil {
		return
	}
	names := map[string]int{}
	for _, s := range siblings {
		if s.SignerName != "" && fold.String(s.SignerPost) == fold.String(*f.Signer.Position) && f.near(s.Issued) {
			names[s.SignerName]++
		}
	}
	if f.Signer.Name != nil {
		f.respell(names)
		return
	}
	left := f.Evidence["signer.name"].Text
	deputy := strings.HasPrefix(*f.Signer.Position, "PHÓ ")
	if len(names) != 1 {
		return
	}
	for name := range names {
		if mayBeLeft(left, name) && !(deputy && left == "") {
			f.settle("signer.name", &f.Signer.Name, name, "archive:signer", 0.75)
		}
	}
}

// respell takes the marks of a name as siblings have them.
func (f *Fields) respell(names map[string]int) {
	read := *f.Signer.Name
	best := read
	for name, n := range names {
		if sameFolded(name, read) && n > names[best] {
			best = name
		}
	}
	needed := spellers
	if f.Evidence["signer.name"].Confidence < sureSibling {
		needed = 1
	}
	if best != read && names[best] >= names[read]+needed {
		f.settle("signer.name", &f.Signer.Name, best, "archive:spelling", 0.85)
	}
}

// near reports whether a day is within the term of the document's own, or one
// of the two is not known.
func (f *Fields) near(issued string) bool {
	own := f.days()
	other, err := time.Parse(time.DateOnly, issued)
	if err != nil || len(own) == 0 {
		return true
	}
	apart := own[0].Sub(other).Hours() / 24
	return apart > -term && apart < term
}

// days are the dates the document may have, the likeliest first.
func (f *Fields) days() (all []time.Time) {
	may := f.Evidence["issued"].Alternatives
	if f.Issued != nil {
		may = []string{*f.Issued}
	}
	for _, iso := range may {
		if at, err := time.Parse(time.DateOnly, iso); err == nil {
			all = append(all, at)
		}
	}
	return all
}

// settleNumber takes the number that a sibling cites with the document's date,
// and shows which of those it may be the series allows.
func (f *Fields) settleNumber(siblings []Sibling) {
	if f.Number != nil || f.Issued == nil {
		return
	}
	may := f.Evidence["number"].Alternatives
	for _, c := range f.citedBy(siblings) {
		if *c.Issued == *f.Issued && slices.Contains(may, c.Number) {
			f.settle("number", &f.Number, c.Number, "archive:cited", 0.9)
			return
		}
	}
	f.order("number", func(number string) bool { return inSeries(number, *f.Issued, siblings) })
}

// settleIssued takes the date that a sibling cites the document with, and shows
// which of those it may be the series allows.
func (f *Fields) settleIssued(siblings []Sibling) {
	if f.Issued != nil || f.Number == nil {
		return
	}
	may := f.Evidence["issued"].Alternatives
	for _, c := range f.citedBy(siblings) {
		if c.Number == *f.Number && slices.Contains(may, *c.Issued) {
			f.settle("issued", &f.Issued, *c.Issued, "archive:cited", 0.9)
			return
		}
	}
	f.order("issued", func(day string) bool { return inSeries(*f.Number, day, siblings) })
}

// citedBy are the dated citations of siblings that may be of this document.
func (f *Fields) citedBy(siblings []Sibling) (all []Citation) {
	for _, s := range siblings {
		for _, c := range s.Cited {
			if c.Issued != nil && (c.Issuer == nil || f.Issuer == nil || fold.String(*c.Issuer) == fold.String(*f.Issuer)) {
				all = append(all, c)
			}
		}
	}
	return all
}

// order puts the values that fit before the others. A series never sets a value:
// what was written may be none of those thought of.
func (f *Fields) order(field string, fits func(value string) bool) {
	e := f.Evidence[field]
	var in, out []string
	for _, v := range e.Alternatives {
		if fits(v) {
			in = append(in, v)
		} else {
			out = append(out, v)
		}
	}
	if len(in) == 0 || len(out) == 0 {
		return
	}
	e.Alternatives = append(in, out...)
	f.Evidence[field] = e
	f.Review = append(f.Review, field+": numbers and dates of the archive allow "+strings.Join(in, ", "))
}
