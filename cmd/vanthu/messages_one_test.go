package main

import (
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

func TestMessagesOfOne(t *testing.T) {
	english := message.NewPrinter(language.English, message.Catalog(messages))
	for _, test := range []struct {
		want string
		key  string
		args []any
	}{
		{"0 documents found", "%d documents found", []any{0}},
		{"1 document found", "%d documents found", []any{1}},
		{"1,234 documents found", "%d documents found", []any{1234}},
		{"1 new of 3 documents", "%d new of %d documents", []any{1, 3}},
		{"3 new of 1 document", "%d new of %d documents", []any{3, 1}},
		{"1 original, 2 records, 3 in the index, 1 problem", "%d originals, %d records, %d in the index, %d problems", []any{1, 2, 3, 1}},
		{"1 word was in TCVN3", "%d words were in %s", []any{1, "TCVN3"}},
		{"21 pages", "%d pages", []any{21}},
		{"1% of the words the same", "%d%% of the words the same", []any{1}},
	} {
		if have := english.Sprintf(test.key, test.args...); have != test.want {
			t.Errorf("want %q, have %q", test.want, have)
		}
	}
	vietnamese := message.NewPrinter(language.Vietnamese, message.Catalog(messages))
	if have := vietnamese.Sprintf("%d documents found", 1); have != "tìm thấy 1 văn bản" {
		t.Errorf("have %q", have)
	}
}

// Every phrase that countedForm finds has its form of one, and is found.
func TestOnesAreFound(t *testing.T) {
	for many := range ones {
		if !countedForm.MatchString("%[1]d " + many) {
			t.Errorf("countedForm does not find %q", many)
		}
	}
	for _, table := range []map[string]string{vietnamese, vietnamesePages} {
		for key := range table {
			for _, m := range countedForm.FindAllStringSubmatch(numbered(key), -1) {
				if ones[m[2]] == "" {
					t.Errorf("%q: no form of one for %q", key, m[2])
				}
			}
		}
	}
}
