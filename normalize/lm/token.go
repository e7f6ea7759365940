package lm

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/tone"
)

// Kind says what a piece of text is to the model.
type Kind uint8

// The kinds. All but Word are classes: the model sees that a number stands
// there, never which.
const (
	Word       Kind = iota
	Sign            // punctuation only
	Number          // 2024, 1.250, 97%, 61,3
	Date            // 14/6/2021
	Identifier      // 206/KH-UBND, QH14, A1
	Address         // e-mail, web address
)

// Piece is a part of a white-space field: a core between signs. The field
// `(xã/phường),` is two pieces, `(xã/` and `phường),`.
type Piece struct {
	Pre, Core, Post string
	Kind            Kind
}

// String is the piece as it stood.
func (p Piece) String() string { return p.Pre + p.Core + p.Post }

// Split cuts a field into pieces. Their strings together are the field.
func Split(field string) []Piece {
	pre := len(field) - len(strings.TrimLeftFunc(field, isSign))
	if pre == len(field) {
		return []Piece{{Pre: field, Kind: Sign}}
	}
	post := len(strings.TrimRightFunc(field, isSign))
	p := Piece{Pre: field[:pre], Core: field[pre:post], Post: field[post:]}
	p.Kind = kindOf(p.Core)
	if p.Kind != Word {
		return []Piece{p}
	}
	return cutWord(p)
}

// cutWord cuts a core at the signs inside it: xã/phường, Hà-Nội.
func cutWord(p Piece) []Piece {
	i := strings.IndexFunc(p.Core, isSign)
	if i < 0 {
		return []Piece{p}
	}
	n := len(p.Core[i:]) - len(strings.TrimLeftFunc(p.Core[i:], isSign))
	head := Piece{Pre: p.Pre, Core: p.Core[:i], Post: p.Core[i : i+n]}
	return append([]Piece{head}, cutWord(Piece{Core: p.Core[i+n:], Post: p.Post})...)
}

func isSign(r rune) bool {
	return r < utf8.RuneSelf && !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9') ||
		r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r)
}

func kindOf(core string) Kind {
	switch {
	case strings.Contains(core, "@"), strings.Contains(core, "://"), strings.HasPrefix(core, "www."), strings.Contains(core, ".vn"):
		return Address
	case !strings.ContainsFunc(core, unicode.IsDigit):
		return Word
	case strings.ContainsFunc(core, unicode.IsLetter):
		return Identifier
	case strings.Count(core, "/") == 2:
		return Date
	}
	return Number
}

// Case is how a word is written where case tells something: at the start of a
// sentence and in headings it does not, and counts as Lower.
type Case uint8

// The cases.
const (
	Lower Case = iota
	Title
	Upper
)

// look is how the letters themselves are written.
func look(core string) Case {
	first, n, upper := true, 0, 0
	title := false
	for _, r := range core {
		if !unicode.IsLetter(r) {
			continue
		}
		n++
		if unicode.IsUpper(r) {
			upper++
			title = title || first
		}
		first = false
	}
	switch {
	case n > 1 && upper*3 > n*2:
		return Upper
	case title:
		return Title
	}
	return Lower
}

// Cases tells for every piece of a paragraph what its case means.
//
//	"Căn cứ Luật Đất đai"   Lower lower Title Title lower
//	"QUYẾT ĐỊNH CỦA UBND"   headings count as Lower; UBND is found as an acronym by Model.ID
func Cases(pieces []Piece) []Case {
	cases := make([]Case, len(pieces))
	for i, p := range pieces {
		cases[i] = look(p.Core)
	}
	looks := append([]Case(nil), cases...)
	start := true // at the start of a sentence
	for i, p := range pieces {
		if p.Kind == Word {
			switch {
			case looks[i] == Upper && neighbour(pieces, looks, i, Upper):
				cases[i] = Lower
			case looks[i] == Title && (start || strings.ContainsAny(p.Pre, "\"“(")) && !(i+1 < len(pieces) && p.Post == "" && pieces[i+1].Kind == Word && looks[i+1] == Title):
				cases[i] = Lower
			}
		}
		start = endsSentence(p, start)
	}
	return cases
}

// neighbour reports whether the word before or after is written so too.
func neighbour(pieces []Piece, looks []Case, i int, c Case) bool {
	is := func(j int) bool {
		return j >= 0 && j < len(pieces) && pieces[j].Kind == Word && looks[j] == c
	}
	return is(i-1) || is(i+1)
}

// endsSentence reports whether a new sentence starts after the piece. List
// marks (`1.`, `a)`, `-`) at the start leave us at the start.
func endsSentence(p Piece, start bool) bool {
	if p.Core == "" {
		return start || strings.ContainsAny(p.Pre, ".?!:;-+•")
	}
	if start && (p.Kind != Word || utf8.RuneCountInString(p.Core) == 1) && p.Post != "" {
		return true
	}
	return strings.ContainsAny(p.Post, ".?!:;")
}

// key is the word as the vocabulary writes it.
func key(core string, c Case) string {
	low := tone.Canonical(strings.ToLower(core))
	switch c {
	case Upper:
		return strings.ToUpper(low)
	case Title:
		r, n := utf8.DecodeRuneInString(low)
		return string(unicode.ToUpper(r)) + low[n:]
	}
	return low
}
