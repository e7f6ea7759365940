package index

// Words in a row of a column: title:"trẻ em", unit:"Sở Y tế".
//
// The columns below have their words and pairs of words indexed (fields.go), as
// texts have. One word or a pair is answered by the index alone. Of more words
// the index gives the values that have all the pairs, and those are read: a
// value that many entries have, once.
//
// Before, each distinct value was folded and looked through: of 30,000 titles
// of 310 bytes 100 ms when first asked for and 10 for every condition, so that
// twenty took 340 ms of CPU in a new generation. Now they take 35, or 60 joined
// by OR, no folded titles are held, and the index is 3 % larger.

import (
	"slices"
	"strings"
)

// wordedColumns are those asked for by words in a row.
var wordedColumns = []int{colTitle, colIssuer, colSigner, colFile, colUnit}

// fieldOfWords is the field that a column's words are indexed in.
func fieldOfWords(col int) string { return columnNames[col] + " words" }

// wordedParts are the texts in a column's value: words in a row are of one.
func wordedParts(col int, value string) []string {
	if col == colUnit {
		return strings.Split(value, unitBreak)
	}
	return []string{value}
}

// wordFilter allows the entries of which a column has words in a row.
func (p planner) wordFilter(col int, want string) (filter, error) {
	words := syllables(want)
	found, err := every(rowTerms(words), func(term string) (set, error) { return p.term(fieldOfWords(col), term) })
	if err != nil {
		return filter{}, err
	}
	column := &p.g.columns.all[col]
	allowed := make([]bool, len(column.values))
	found.each(func(entry uint64) { allowed[p.g.columns.code(col, entry)] = true })
	if len(words) > 2 {
		has := hasInRow(fold(want))
		for code, value := range column.values {
			allowed[code] = allowed[code] && slices.ContainsFunc(wordedParts(col, value), has)
		}
	}
	return p.g.columns.withCodes(col, allowed), nil
}

// rowTerms are the terms that words in a row have: their pairs.
func rowTerms(words []syllable) []string {
	if len(words) == 1 {
		return []string{words[0].folded}
	}
	var pairs []string
	for i := 1; i < len(words); i++ {
		pairs = append(pairs, words[i].pair)
	}
	return unique(pairs)
}

// hasInRow reports of a text whether folded words stand in it in a row.
func hasInRow(want string) func(text string) bool {
	want = " " + want + " "
	return func(text string) bool { return strings.Contains(" "+fold(text)+" ", want) }
}
