// Package note says notes for review in the reader's language.
//
// In come the notes of a record as extract wrote them, in English with what they
// are about filled in ("issued: 31/02/2020 is no date of the calendar"), and the
// reader's way of saying a message by its English key. Out comes the same note
// in that language. A note of a form that is not known here stays as it is; a
// test holds the forms against the code of extract. It never changes a record.
//
// It is safe for concurrent use.
//
// Example, with the messages of vanthu in Vietnamese:
//
//	note.Say(say, "signer.name: not read") // người ký: không đọc được
package note

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
)

// forms are what stands behind the name of the field.
var forms = []string{
	"not found", "not read", "not read for sure: %s", "no signature found", "two sign: %s, %s, and %s", "handwritten, may be %s",
	"numbers and dates of the archive allow %s",

	// Number and type.
	"title says %s, number says %s", "page says %s, file name says %s",
	"serial handwritten or not read on the page, taken from the file name", "serial handwritten or not read, symbol %s",
	"not found on the page; annotation or file name suggests %s",

	// Dates.
	"%s is no date of the calendar", "%s: %s is no date of the calendar", "day or month handwritten, may be %s",
	"day or month blank, handwritten or not read: %s", "from the date of issue, which is not known",
	"%s: every year, as the plan is for several", "%s: year taken from the subject", "%s: year not given",
	"%s lies before the document", "%s: taken for %s", "%s: counted from a day that is not given",

	// Citations, recipients, positions, parts.
	"%s on page %d is incomplete", "%s on page %d may be %s", "%s is cited with two dates, %s and %s", "%s without a place", "%s or PHÓ %s: %s",
	"page %d begins %s, left out of head, signature and sections", "an annex begins before the signature: %s",
}

// kinds are what may begin on a page.
var kinds = []string{"an annex", "an attached text", "another document"}

// labels are what fields are called where their own name is no message.
var labels = map[string]string{
	"doc_type": "type", "issued": "date of issue", "document": "this document", "signer": "signature",
	"signer.name": "signed by", "signer.position": "position",
}

// Keys are all messages that notes are made of.
func Keys() []string {
	keys := append([]string{"number", "issuer", "citations", "recipients", "deadlines", "effective"}, forms...)
	for _, label := range labels {
		keys = append(keys, label)
	}
	return append(keys, kinds...)
}

// shape recognises a note of one form.
type shape struct {
	form string
	*regexp.Regexp
}

// shapes are those of all forms, the more particular first.
var shapes = func() (all []shape) {
	verbs := strings.NewReplacer("%s", `(.+)`, "%d", `(\d+)`)
	for _, form := range forms {
		all = append(all, shape{form, regexp.MustCompile(`(?s)^` + verbs.Replace(regexp.QuoteMeta(form)) + `$`)})
	}
	return all
}()

// Say says a note by the messages of say.
func Say(say func(key string, args ...any) string, note string) string {
	field, text, ok := strings.Cut(note, ": ")
	if !ok {
		return note
	}
	field = say(cmp.Or(labels[field], field))
	for _, s := range shapes {
		if found := s.FindStringSubmatch(text); found != nil {
			return field + ": " + say(s.form, arguments(say, s.form, found[1:])...)
		}
	}
	return field + ": " + text
}

var verb = regexp.MustCompile(`%[sd]`)

// arguments are what a form was filled in with.
func arguments(say func(string, ...any) string, form string, texts []string) []any {
	out := make([]any, len(texts))
	for i, v := range verb.FindAllString(form, -1) {
		out[i] = texts[i]
		for _, kind := range kinds {
			if texts[i] == kind {
				out[i] = say(kind)
			}
		}
		if n, err := strconv.Atoi(texts[i]); v == "%d" && err == nil {
			out[i] = n
		}
	}
	return out
}
