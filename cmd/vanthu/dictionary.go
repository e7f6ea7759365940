package main

import (
	"fmt"
	"os"
	"strings"

	"vanthu/normalize"
)

// newRestorer loads the language model and the user's dictionary. What a
// Restorer was made from is part of the version of every record, so that a
// changed dictionary makes them stale.
func (a *app) newRestorer() (*normalize.Restorer, error) {
	terms, err := readTerms(a.config.Dictionary)
	if err != nil {
		return nil, err
	}
	return normalize.New(normalize.Options{Dictionary: terms})
}

// readTerms reads a dictionary: one term a line, # begins a comment. Without a
// file there are none.
func readTerms(file string) (terms []string, err error) {
	if file == "" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read dictionary: %w", err)
	}
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		line, _, _ = strings.Cut(line, "#")
		if term := strings.Join(strings.Fields(line), " "); term != "" {
			terms = append(terms, term)
		}
	}
	return terms, nil
}
