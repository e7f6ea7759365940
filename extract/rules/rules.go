// Package rules is what extract knows by heart: type names and their codes,
// bodies that issue documents, titles that sign, words that mark a place. It
// is data: tab-separated files beside this one, embedded, each line with the
// regulation it comes from or the deviation it stands for, the kind of document
// it was seen in, and an example that `go test` checks. README.md tells more.
//
// Load parses the files and reports the first bad line as file:line. A Set is
// read-only afterwards and safe for concurrent use.
package rules

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"strings"

	"vanthu/extract/fold"
)

//go:embed *.tsv
var files embed.FS

// Type is a type of document, "KH" and "Kế hoạch".
type Type struct{ Code, Name, Folded, Example string }

// Body is an organisation, or the way its name begins when Open: then a place
// or a field of work follows ("Ủy ban nhân dân …").
type Body struct {
	Name, Folded string
	Open         bool
	Codes        []string
	Example      string
}

// Sector is a field of state management, "Y tế", with its abbreviations.
type Sector struct {
	Name, Folded string
	Codes        []string
	Example      string
}

// Phrase is an anchor, a title or a surname.
type Phrase struct{ Text, Folded, Example string }

// Set is all rules.
type Set struct {
	Types     []Type
	Bodies    []Body
	Sectors   []Sector
	Positions []Phrase
	Surnames  []Phrase
	Anchors   map[string][]Phrase
}

// Load parses the embedded files.
func Load() (*Set, error) {
	s := &Set{Anchors: map[string][]Phrase{}}
	parse := []struct {
		file    string
		columns int
		add     func(col []string)
	}{
		{"types.tsv", 5, s.addType},
		{"bodies.tsv", 5, s.addBody},
		{"sectors.tsv", 5, s.addSector},
		{"positions.tsv", 4, func(c []string) { s.Positions = append(s.Positions, phrase(c[0], c[3])) }},
		{"surnames.tsv", 4, func(c []string) { s.Surnames = append(s.Surnames, phrase(c[0], c[3])) }},
		{"anchors.tsv", 5, func(c []string) { s.Anchors[c[0]] = append(s.Anchors[c[0]], phrase(c[1], c[4])) }},
	}
	for _, p := range parse {
		if err := read(p.file, p.columns, p.add); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func read(file string, columns int, add func(col []string)) error {
	data, err := files.ReadFile(file)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		col := strings.Split(lines.Text(), "\t")
		if len(col) != columns || col[0] == "" || col[columns-1] == "" {
			return fmt.Errorf("%s:%d: want %d columns, have %d, none but the codes empty", file, n, columns, len(col))
		}
		add(col)
	}
	return lines.Err()
}

func phrase(text, example string) Phrase {
	return Phrase{Text: text, Folded: fold.String(text), Example: example}
}

func (s *Set) addType(col []string) {
	s.Types = append(s.Types, Type{Code: col[0], Name: col[1], Folded: fold.String(col[1]), Example: col[4]})
}

func (s *Set) addBody(col []string) {
	name, open := strings.CutSuffix(col[0], " …")
	s.Bodies = append(s.Bodies, Body{
		Name: name, Folded: fold.String(name), Open: open, Codes: codes(col[1]), Example: col[4],
	})
}

func (s *Set) addSector(col []string) {
	s.Sectors = append(s.Sectors, Sector{
		Name: col[0], Folded: fold.String(col[0]), Codes: codes(col[1]), Example: col[4],
	})
}

func codes(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}
