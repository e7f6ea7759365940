package extract

import (
	"fmt"
	"slices"
	"strings"

	"vanthu/ingest"
)

// note keeps the evidence of a field: the words of a span, where they stand,
// which rule read them and how sure it is of itself. The words' own confidence
// lowers it.
func (r *reader) note(field string, sp span, rule string, sure float64) {
	e := r.evidence(sp)
	e.Rule, e.Confidence = rule, round(sure*e.Confidence)
	r.fields.Evidence[field] = e
}

// evidence is the place and text of a span; Confidence is that of its words.
func (r *reader) evidence(sp span) Evidence {
	e := Evidence{Text: r.str(sp), Confidence: 1, Alternatives: []string{}}
	words := r.wordsOf(sp)
	if len(words) == 0 {
		return e
	}
	first := r.pages[words[0].page]
	e.Page, e.Source = first.Number, string(first.Source)
	sum := 0.0
	for _, w := range words {
		on := r.onPage(w)
		sum += on.Conf
		if w.page == words[0].page {
			e.Box = e.Box.Union(on.Box)
		}
	}
	e.Confidence = sum / float64(len(words))
	return e
}

// alternative adds a value the evidence of a field also allows.
func (r *reader) alternative(field, value string) {
	e := r.fields.Evidence[field]
	e.Alternatives = once(e.Alternatives, value)
	r.fields.Evidence[field] = e
}

// review adds a note for a person.
func (r *reader) review(field, format string, args ...any) {
	r.fields.Review = append(r.fields.Review, field+": "+fmt.Sprintf(format, args...))
}

// instead is the evidence of a value that takes the place of another, which
// becomes the first of the alternatives.
func (e Evidence) instead(before *string, value string) Evidence {
	others := append([]string{}, e.Alternatives...)
	if before != nil {
		others = append([]string{*before}, others...)
	}
	e.Alternatives = slices.DeleteFunc(others, func(a string) bool { return a == value })
	return e
}

// settled are the notes for review that are left when a field needs none.
func settled(review []string, field string) []string {
	return slices.DeleteFunc(slices.Clone(review), func(note string) bool { return strings.HasPrefix(note, field+":") })
}

// set gives a single field its value and evidence.
func (r *reader) set(field string, to **string, value string, sp span, rule string, sure float64) {
	if value == "" {
		return
	}
	*to = &value
	r.note(field, sp, rule, sure)
}

// from changes where the evidence of a field is said to come from.
func (r *reader) from(field string, source ingest.Source) {
	e := r.fields.Evidence[field]
	e.Source = string(source)
	r.fields.Evidence[field] = e
}

func round(x float64) float64 { return float64(int(x*100+0.5)) / 100 }
