package extract

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// ErrNoField: there is no single field of this name that a person could set.
var ErrNoField = errors.New("no field of this name can be corrected")

// ErrNoDate: a field that holds a date was given something else.
var ErrNoDate = errors.New("not a date")

// SourcePerson is the source of what a person knew better. Nothing else that
// is known of a document changes such a field.
const SourcePerson = "person"

// corrigible are the fields a person may set, by their JSON names.
var corrigible = map[string]func(*Fields) **string{
	"doc_type":        func(f *Fields) **string { return &f.DocType },
	"number":          func(f *Fields) **string { return &f.Number },
	"place":           func(f *Fields) **string { return &f.Place },
	"issued":          func(f *Fields) **string { return &f.Issued },
	"issuer":          func(f *Fields) **string { return &f.Issuer },
	"issuer_parent":   func(f *Fields) **string { return &f.IssuerParent },
	"province":        func(f *Fields) **string { return &f.Province },
	"title":           func(f *Fields) **string { return &f.Title },
	"effective":       func(f *Fields) **string { return &f.Effective },
	"urgency":         func(f *Fields) **string { return &f.Urgency },
	"secrecy":         func(f *Fields) **string { return &f.Secrecy },
	"arrival.number":  func(f *Fields) **string { return &f.Arrival.Number },
	"arrival.date":    func(f *Fields) **string { return &f.Arrival.Date },
	"signer.name":     func(f *Fields) **string { return &f.Signer.Name },
	"signer.position": func(f *Fields) **string { return &f.Signer.Position },
	"signer.capacity": func(f *Fields) **string { return &f.Signer.Capacity },
}

// Corrigible lists the fields that a person may set, by name.
func Corrigible() []string { return slices.Sorted(maps.Keys(corrigible)) }

// dated are the corrigible fields that hold a date.
var dated = map[string]bool{"issued": true, "effective": true, "arrival.date": true}

// Correct sets a field to what a person says it is; the empty value says that
// the document has none. The evidence keeps its place on the page, and what was
// read becomes the first alternative; notes for review about the field are
// settled. Dates may be written 2021-03-05 or 5/3/2021.
func (f *Fields) Correct(name, value string) error {
	field, ok := corrigible[name]
	if !ok {
		return fmt.Errorf("correct %s: %w", name, ErrNoField)
	}
	value = norm.NFC.String(strings.Join(strings.Fields(value), " "))
	if dated[name] && value != "" {
		day, err := isoDate(value)
		if err != nil {
			return fmt.Errorf("correct %s: %q: %w", name, value, err)
		}
		value = day
	}
	to := field(f)
	e := f.Evidence[name].instead(*to, value)
	e.Source, e.Rule, e.Confidence = SourcePerson, SourcePerson, 1
	if *to = &value; value == "" {
		*to = nil
	}
	f.Evidence = maps.Clone(f.Evidence)
	if f.Evidence == nil {
		f.Evidence = map[string]Evidence{}
	}
	f.Evidence[name], f.Review = e, settled(f.Review, name)
	return nil
}

// isoDate reads a date as people write it.
func isoDate(s string) (string, error) {
	for _, layout := range []string{time.DateOnly, "2/1/2006", "2-1-2006", "2.1.2006"} {
		if day, err := time.Parse(layout, s); err == nil {
			return day.Format(time.DateOnly), nil
		}
	}
	return "", ErrNoDate
}
