package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"
)

// ones is what English messages say of one thing in place of many. Vietnamese
// says the same of both.
var ones = map[string]string{
	"words were": "word was", "words have": "word has", "lines have": "line has", "halves of characters": "half of a character", "provinces have": "province has",
	"documents": "document", "pages": "page", "originals": "original", "records": "record", "problems": "problem", "days": "day", "deadlines": "deadline",
}

var (
	verbForm    = regexp.MustCompile(`%([a-z%])`)
	countedForm = regexp.MustCompile(`%\[(\d)\]d (` + strings.Join(slices.Sorted(maps.Keys(ones)), "|") + `)\b`)
)

// speakOfOne teaches the catalogue what a message says where one of its counts
// is one: "1 document found".
func speakOfOne(b *catalog.Builder, key string) error {
	var of []catalog.Message
	text := countedForm.ReplaceAllStringFunc(numbered(key), func(counted string) string {
		m := countedForm.FindStringSubmatch(counted)
		arg, _ := strconv.Atoi(m[1]) // a digit
		of = append(of, catalog.Var("counted"+m[1], plural.Selectf(arg, "%d",
			plural.One, "%["+m[1]+"]d "+ones[m[2]], plural.Other, counted)))
		return "${counted" + m[1] + "}"
	})
	if len(of) == 0 {
		return nil
	}
	return b.Set(language.English, key, append(of, catalog.String(text))...)
}

// numbered is a message whose verbs say which argument they take: %[1]d.
func numbered(message string) string {
	n := 0
	return verbForm.ReplaceAllStringFunc(message, func(verb string) string {
		if verb == "%%" {
			return verb
		}
		n++
		return fmt.Sprintf("%%[%d]%s", n, verb[1:])
	})
}
