package normalize

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// reading is a word that folds to a given form.
type reading struct {
	word    string   // lower case, canonical
	ids     [3]lm.ID // by lm.Case
	p       float64  // log probability on its own, whatever the case
	acronym bool     // stands only for capitals: HĐND
	term    bool     // known from the dictionary alone
}

// readings are the words that a lower-case word may be with more, fewer or
// other marks.
func (r *Restorer) readings(low string) []reading {
	return r.folded[tone.Fold(low)]
}

// foldReadings lists, for every folded form, its words.
func foldReadings(m *lm.Model) map[string][]reading {
	out := make(map[string][]reading)
	for id := lm.FirstWord; int(id) < m.Words(); id++ {
		w := m.Word(id)
		low := strings.ToLower(w)
		f := tone.Fold(low)
		list := out[f]
		if contains(list, low) {
			continue
		}
		out[f] = append(list, newReading(m, low, isAcronym(w) && !lm.IsSyllable(w)))
	}
	return out
}

func newReading(m *lm.Model, low string, acronym bool) reading {
	rd := reading{word: low, acronym: acronym, p: -20}
	for c, word := range [...]string{low, dress(low, "Aa"), strings.ToUpper(low)} {
		rd.ids[c] = m.ID(word, lm.Case(c))
		if p, _ := m.Score(lm.State{}, rd.ids[c]); rd.ids[c] > lm.UnknownTitle {
			rd.p = max(rd.p, p)
		}
	}
	return rd
}

func contains(list []reading, word string) bool {
	for _, r := range list {
		if r.word == word {
			return true
		}
	}
	return false
}

// strippedCase is what the case of a core means; acronyms amid capitals
// (GD-ĐT) are still acronyms.
func strippedCase(core string, c lm.Case) lm.Case {
	if c == lm.Lower && isAcronym(core) && !lm.IsSyllable(core) {
		return lm.Upper
	}
	return c
}

// strippedOptions are the readings of a core that explain it by lost marks,
// each mark lost with probability p.
func (d *decoder) strippedOptions(core string, c lm.Case, p float64) []option {
	c = strippedCase(core, c)
	low := tone.Canonical(strings.ToLower(core))
	var out []option
	for _, rd := range d.r.readings(low) {
		n := lostMarks(low, rd.word)
		if n < 0 || rd.acronym && !isAcronym(core) || rd.ids[c] <= lm.UnknownTitle && !rd.term {
			continue
		}
		o := option{text: core, cost: markCost(rd.word, n, p)}
		o.ids[0], o.n = rd.ids[c], 1
		if rd.term {
			o.cost += unknownCost
		}
		if rd.word != low {
			o.text, o.change = dress(rd.word, core), ChangeStripped
		}
		out = append(out, o)
	}
	if len(out) == 0 {
		out = append(out, d.asIs(core, c))
	}
	return out
}

func markCost(word string, lost int, p float64) float64 {
	kept := -lost
	for _, r := range word {
		kept += tone.Split(r).Marks()
	}
	return -float64(lost)*math.Log(p) - float64(kept)*math.Log(1-p)
}

// unknownCost is the share of one word among those the model does not know.
const unknownCost = 9

// asIs is the option of leaving a core as it stands.
func (d *decoder) asIs(core string, c lm.Case) option {
	o := option{text: core, n: 1, cost: unknownCost}
	o.ids[0] = d.r.lm.ID(core, c)
	return o
}

// dress writes a lower-case word with the capitals of the one it replaces.
func dress(word, like string) string {
	first, _ := utf8.DecodeRuneInString(like)
	switch {
	case !unicode.IsUpper(first):
		if strings.ToLower(like) == like {
			return word
		}
	case utf8.RuneCountInString(like) > 1 && strings.ToUpper(like) == like:
		return strings.ToUpper(word)
	}
	ws, ls := []rune(word), []rune(like)
	if unicode.IsUpper(first) && strings.ToLower(like[1:]) == like[1:] {
		ls = ls[:1]
	}
	for i := range ws {
		if i < len(ls) && unicode.IsUpper(ls[i]) {
			ws[i] = unicode.ToUpper(ws[i])
		}
	}
	return string(ws)
}
