package normalize

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/rescore"
	"vanthu/normalize/tone"
)

// reading is a word that folds to a given form.
type reading struct {
	word    string     // lower case, canonical
	hash    uint64     // of the word, as rescore knows it
	ids     [3]lm.ID   // by lm.Case
	ps      [3]float64 // log probability on its own, by lm.Case
	p       float64    // the same, whatever the case
	acronym bool       // stands only for capitals: HĐND
	term    bool       // known from the dictionary alone
}

// readings are the words that a lower-case word may be with more, fewer or
// other marks.
func (r *Restorer) readings(low string) []reading {
	return r.folded[tone.Fold(low)]
}

// foldReadings lists, for every folded form, its words.
func foldReadings(m *lm.Model) map[string][]reading {
	out := make(map[string][]reading, m.Words()/2)
	for folded, words := range m.Families() {
		out[folded] = readingsOf(m, words[0], words[1])
	}
	return out
}

// readingsOf are the words from one to before another, each in all its cases.
func readingsOf(m *lm.Model, from, to lm.ID) []reading {
	list := make([]reading, 0, to-from)
	for id := from; id < to; id++ {
		w := m.Word(id)
		low := strings.ToLower(w)
		i := indexOf(list, low)
		if i < 0 {
			i = len(list)
			list = append(list, reading{word: low, hash: rescore.Hash(low), acronym: isAcronym(w) && !lm.IsSyllable(w)})
		}
		list[i].written(w, id)
	}
	for i := range list {
		list[i].weigh(m)
	}
	return list
}

// written notes that the vocabulary has the word written so. What has only
// some capitals (TPhcm) is nobody's reading.
func (rd *reading) written(w string, id lm.ID) {
	if w == rd.word {
		rd.ids[lm.Lower] = id
		return
	}
	if _, n := utf8.DecodeRuneInString(w); strings.HasSuffix(rd.word, w[n:]) {
		rd.ids[lm.Title] = id
	}
	if strings.ToUpper(w) == w {
		rd.ids[lm.Upper] = id
	}
}

// weigh looks the word up in all cases: one that the vocabulary lacks counts as
// the small one, as lm.Model.ID has it.
func (rd *reading) weigh(m *lm.Model) {
	rd.p = -20
	for c := range rd.ids {
		if rd.ids[c] == lm.Unknown && c != int(lm.Lower) {
			rd.ids[c] = max(rd.ids[lm.Lower], lm.UnknownTitle)
		}
		if rd.ps[c], _ = m.Score(lm.State{}, rd.ids[c]); rd.ids[c] > lm.UnknownTitle {
			rd.p = max(rd.p, rd.ps[c])
		}
	}
}

// indexOf is the place of a word in a list, −1 if it is not there.
func indexOf(list []reading, word string) int {
	return slices.IndexFunc(list, func(r reading) bool { return r.word == word })
}

// strippedCase is what the case of a core means; acronyms amid capitals
// (GD-ĐT) are still acronyms.
func strippedCase(core string, c lm.Case) lm.Case {
	if c == lm.Lower && isAcronym(core) && !lm.IsSyllable(core) {
		return lm.Upper
	}
	return c
}

// lostMark is a reading that explains a core by lost marks.
type lostMark struct {
	*reading
	id    lm.ID
	alone float64 // log probability without context
	score float64 // with all that is known but the words before
}

// strippedOptions are the readings of slot i that explain it by lost marks,
// each mark lost with probability p.
func (d *document) strippedOptions(s *slot, i int, p float64) []option {
	core := s.piece.Core
	low := tone.Canonical(strings.ToLower(core))
	d.found = d.r.explanations(d.found[:0], core, low, strippedCase(core, s.meaning), p)
	if len(d.found) == 0 {
		return []option{d.d.asIs(core, s.meaning)}
	}
	found := d.sides.weigh(d.found, i)
	out := make([]option, len(found))
	for j, f := range found {
		o := option{text: core, cost: f.alone - f.score, n: 1} // the language model adds the rest
		o.ids[0] = f.id
		if f.term {
			o.cost += unknownCost
		}
		if f.word != low {
			o.text, o.change = dress(f.word, core), ChangeStripped
		}
		out[j] = o
	}
	return out
}

// explanations appends to found the readings of which low is what is left.
func (r *Restorer) explanations(found []lostMark, core, low string, c lm.Case, p float64) []lostMark {
	list := r.readings(low)
	for i := range list {
		rd := &list[i]
		n := lostMarks(low, rd.word)
		if n < 0 || rd.acronym && !isAcronym(core) || rd.ids[c] <= lm.UnknownTitle && !rd.term {
			continue
		}
		alone := rd.ps[c]
		found = append(found, lostMark{rd, rd.ids[c], alone, alone - markCost(rd.word, n, p)})
	}
	return found
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
