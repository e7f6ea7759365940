package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"vanthu/cmd/internal/note"
	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/ingest"
)

// explainFields prints why each field of a file has its value: the rule, where it
// looked, the words it read, how sure it is and what else they could mean; what
// a person should look at comes last.
func (a *app) explainFields(r pipeline.Record) error {
	values, err := fieldValues(r.Fields)
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, r.Document.File)
	for _, field := range slices.SortedFunc(maps.Keys(r.Fields.Evidence), byField) {
		a.explainField(field, values[field], r.Fields.Evidence[field])
	}
	for _, text := range a.notes(r.Fields.Review) {
		fmt.Fprintln(a.out, a.say("to review: %s", text))
	}
	_, err = fmt.Fprintln(a.out)
	return err
}

// notes are notes for review in the user's language.
func (a *app) notes(all []string) []string {
	var out []string
	for _, text := range all {
		out = append(out, note.Say(a.say, text))
	}
	return out
}

func (a *app) explainField(field, value string, e extract.Evidence) {
	name, item, isItem := strings.Cut(field, "[")
	number := ""
	if n, err := strconv.Atoi(strings.TrimSuffix(item, "]")); isItem && err == nil {
		number = strconv.Itoa(n + 1)
	}
	if value == "" {
		value = a.say("not set")
	}
	fmt.Fprintf(a.out, "  %s: %s\n", strings.Join(compact(a.say(name), number), " "), value)
	fmt.Fprintf(a.out, "    %s\n", a.say("rule %s: %s", e.Rule, a.say(ruleSays(e.Rule))))
	if e.Text != "" {
		fmt.Fprintf(a.out, "    %s\n", a.say("words: “%s”", strings.Join(strings.Fields(e.Text), " ")))
	}
	fmt.Fprintf(a.out, "    %s\n", a.say("page %d%s, %s, confidence %d%%", e.Page, boxText(e.Box), a.say(e.Source), int(e.Confidence*100+0.5)))
	if len(e.Alternatives) > 0 {
		fmt.Fprintf(a.out, "    %s\n", a.say("could also be: %s", strings.Join(e.Alternatives, "; ")))
	}
}

// boxText is where on its page something stands, in points.
func boxText(b ingest.Box) string {
	if b.IsZero() {
		return ""
	}
	return fmt.Sprintf(" (%.0f, %.0f – %.0f, %.0f)", b.X0, b.Y0, b.X1, b.Y1)
}

// byField orders fields by name and those of a list by number.
func byField(a, b string) int {
	nameA, numberA, _ := strings.Cut(a, "[")
	nameB, numberB, _ := strings.Cut(b, "[")
	return cmp.Or(cmp.Compare(nameA, nameB), cmp.Compare(len(numberA), len(numberB)), cmp.Compare(numberA, numberB))
}

// fieldValues are the values by the names that Evidence has for them: those of
// objects joined by dots, items of lists by their number.
func fieldValues(f extract.Fields) (map[string]string, error) {
	data, err := json.Marshal(f)
	if err != nil {
		return nil, err
	}
	var object map[string]any
	if err := json.Unmarshal(data, &object); err != nil {
		return nil, err
	}
	values := map[string]string{}
	for name, v := range object {
		addValue(values, name, v)
	}
	return values, nil
}

func addValue(values map[string]string, name string, v any) {
	switch v := v.(type) {
	case nil:
	case map[string]any:
		values[name] = summary(v)
		for part, inner := range v {
			addValue(values, name+"."+part, inner)
		}
	case []any:
		values[name] = fmt.Sprint(len(v))
		for i, item := range v {
			addValue(values, fmt.Sprintf("%s[%d]", name, i), item)
		}
	default:
		values[name] = fmt.Sprint(v)
	}
}

// summary is an item of a list in a line: what names it first.
func summary(item map[string]any) string {
	var parts []string
	for _, key := range []string{"number", "label", "title", "unit", "value", "date", "rule", "issued", "relation", "comparison", "what", "text"} {
		if s, ok := item[key].(string); ok && s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// ruleSays tells what a rule goes by.
func ruleSays(rule string) string {
	if says := rules[rule]; says != "" {
		return says
	}
	family, _, _ := strings.Cut(rule, ":")
	return rules[family]
}

// rules by their names, or by the part before the colon.
var rules = map[string]string{
	"number:head": "the number under the issuer", "number:file-name": "the name of the file", "number:annotation": "what a signing program stamped",
	"number:site-heading": "the heading of a law site", "number:hand": "the digits of a hand, weighed with all else", "number": "the number under the issuer",
	"issued:head": "place and date under the motto", "issued:annotation": "what a signing program stamped", "issued:site-heading": "the heading of a law site",
	"issued:hand": "the digits of a hand, weighed with all else", "issued": "place and date under the motto",
	"place": "the name before the date of the head", "issuer:head": "the body named on the left above the number", "issuer:superior": "the body named above the issuer",
	"issuer:level": "what the name of the issuer says", "province:issuer": "the place in the issuer's name", "province:district": "the province of the issuer's district",
	"province": "the places that the document names", "title:type-name": "a line that is the name of a type in capitals", "title:below-type": "the lines below the name of the type",
	"title:about": "what follows V/v under the number", "type": "the code in the number", "year:title": "the year in the subject", "year": "the year of the head",
	"signature:capacity": "TM., KT., TL., TUQ. or Q. at the foot", "signature:position": "the title at the foot", "signature:name": "the name below the title",
	"signature:damaged": "a name damaged by pen or seal, put right where one surname fits", "signature:spoiled": "a title that the seal hides in part", "signature": "the foot of the document",
	"recipients": "the list under Nơi nhận", "citation": "a number of another document, and what stands around it", "task:unit": "a unit in the part on implementation, and what it is told",
	"task:table": "a row of a table with a column of units", "target": "a figure that shall be reached", "deadline": "a date behind a word like trước, or how often something comes back",
	"effective:date": "the date after có hiệu lực", "effective:issued": "in force from the date of issue", "stamp": "a stamp on the first page", "annex": "a heading behind the main document",
}
