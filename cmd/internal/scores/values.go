package scores

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"vanthu/extract"
	"vanthu/normalize/tone"
)

// same reports whether two values of a field are equal for a reader.
func same(field, a, b string) bool {
	a, b = plain(a), plain(b)
	switch field {
	case "number", "citations", "targets", "phones":
		return unspaced(a) == unspaced(b)
	case "title", "issuer", "issuer_parent", "recipients", "signer.position", "signer.capacity":
		longest := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
		return levenshtein.ComputeDistance(a, b)*100 <= 8*longest
	}
	return a == b
}

var dashes = strings.NewReplacer("–", "-", "—", "-")

// plain is a value without what does not count.
func plain(s string) string {
	words := strings.Fields(strings.ToLower(dashes.Replace(tone.NFC(s))))
	for i, w := range words {
		words[i] = tone.Canonical(w)
	}
	return strings.TrimFunc(strings.Join(words, " "), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`.,;:-+*“”"'`, r)
	})
}

func unspaced(s string) string { return strings.ReplaceAll(s, " ", "") }

// flat lifts the signer's parts: "signer.name".
func flat(gold map[string]any) map[string]any {
	out := map[string]any{}
	for key, v := range gold {
		if parts, ok := v.(map[string]any); ok && key == "signer" {
			for part, v := range parts {
				out["signer."+part] = v
			}
			continue
		}
		out[key] = v
	}
	return out
}

// between stands between the number and the date of a citation.
const between = " @ "

// goldValues are a gold field's values as strings.
func goldValues(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		out = []string{v}
	case float64:
		out = []string{strconv.FormatFloat(v, 'f', -1, 64)}
	case []any: // a list of values, or the parts of a citation
		for _, e := range v {
			out = append(out, strings.Join(goldValues(e), between))
		}
	case map[string]any: // units and how many tasks they have
		for unit, n := range v {
			out = append(out, fmt.Sprintf("%s: %v", unit, n))
		}
	}
	return out
}

// foundValues are the extracted fields in the form of goldValues.
func foundValues(f extract.Fields) map[string][]string {
	v := map[string][]string{
		"recipients": f.Recipients,
		"emails":     f.Contacts.Emails,
		"phones":     f.Contacts.Phones,
		"sections":   each(f.Sections, func(s extract.Section) string { return s.Path }),
		"targets":    each(f.Targets, func(t extract.Target) string { return t.Value }),
		"citations":  each(f.Citations, func(c extract.Citation) string { return c.Number + between + text(c.Issued) }),
		"deadlines":  each(f.Deadlines, func(d extract.Deadline) string { return cmp.Or(text(d.Rule), text(d.Date)) }),
		"task_units": taskUnits(f.Tasks),
		"year":       nil,
	}
	if f.Year != nil {
		v["year"] = []string{strconv.Itoa(*f.Year)}
	}
	for field, single := range map[string]*string{
		"doc_type": f.DocType, "number": f.Number, "place": f.Place, "issued": f.Issued, "issuer": f.Issuer,
		"issuer_parent": f.IssuerParent, "province": f.Province, "title": f.Title,
		"signer.name": f.Signer.Name, "signer.position": f.Signer.Position, "signer.capacity": f.Signer.Capacity,
	} {
		if text(single) != "" {
			v[field] = []string{*single}
		} else {
			v[field] = nil
		}
	}
	return v
}

func taskUnits(tasks []extract.Task) (out []string) {
	units := map[string]int{}
	for _, t := range tasks {
		if t.Unit != "" {
			units[t.Unit]++
		}
	}
	for unit, n := range units {
		out = append(out, fmt.Sprintf("%s: %d", unit, n))
	}
	return out
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func each[T any](all []T, of func(T) string) []string {
	out := make([]string, len(all))
	for i, v := range all {
		out[i] = of(v)
	}
	return out
}
