package normalize

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
)

// What a misread field looks like: which of its signs are letters, where it is
// cut, and in which capitals its words may have been written.

const (
	openers = `("“'[`
	closers = `.,;:)!?”"']…/-`
)

// splitMisread cuts a field that may have been misread: signs inside it may be
// letters.
func splitMisread(field string) []lm.Piece {
	pre := len(field) - len(strings.TrimLeft(field, openers))
	post := len(strings.TrimRight(field, closers))
	if pre == 0 && post < len(field) && (field[post] == '\'' || field[post] == ']') {
		post++ // no quotation opened: a bit of the letter before
	}
	if pre >= post {
		return []lm.Piece{{Pre: field, Kind: lm.Sign}}
	}
	p := lm.Piece{Pre: field[:pre], Core: field[pre:post], Post: field[post:]}
	p.Kind = misreadKind(p.Core)
	if p.Kind != lm.Word {
		return []lm.Piece{p}
	}
	if m := beforeYear.FindStringSubmatch(p.Core); m != nil {
		year := lm.Piece{Core: m[2], Post: p.Post, Kind: lm.Number}
		return append(cutMisread(lm.Piece{Pre: p.Pre, Core: m[1], Post: " "}), year)
	}
	return cutBlanks(p)
}

// blank is a row of dots, left open for a hand: ngày...tháng...năm.
var blank = regexp.MustCompile(`…|[.…]{2,}`)

// cutBlanks cuts a core at blanks, and then on.
func cutBlanks(p lm.Piece) []lm.Piece {
	at := blank.FindStringIndex(p.Core)
	switch {
	case at == nil:
		return cutMisread(p)
	case at[0] == 0:
		return cutBlanks(lm.Piece{Pre: p.Pre + p.Core[:at[1]], Core: p.Core[at[1]:], Post: p.Post})
	}
	head := lm.Piece{Pre: p.Pre, Core: p.Core[:at[0]], Post: p.Core[at[0]:at[1]]}
	return append(cutMisread(head), cutBlanks(lm.Piece{Core: p.Core[at[1]:], Post: p.Post})...)
}

// beforeYear is a word that ran into a year or two: đoạn2016-2021.
var beforeYear = regexp.MustCompile(`^([^\d/]*\p{Ll}[^\d/]*)((?:19|20)\d\d(?:[-–](?:19|20)\d\d)?)$`)

// cutMisread cuts a core at the signs that part words.
func cutMisread(p lm.Piece) []lm.Piece {
	for i, r := range p.Core {
		if !strings.ContainsRune("-–/&,", r) {
			continue
		}
		after := p.Core[i+utf8.RuneLen(r):]
		if between := parting(p.Core[:i], r, after); between != "" {
			head := lm.Piece{Pre: p.Pre, Core: p.Core[:i], Post: between}
			return append([]lm.Piece{head}, cutMisread(lm.Piece{Core: after, Post: p.Post})...)
		}
	}
	return []lm.Piece{p}
}

// parting is what is between two words, if the sign there parts them: a dash or
// a slash between two letters or more each, the slash of an abbreviation
// (t/hiện), the & of capitals (GD&ĐT), a comma that lost its space. It is ""
// where the sign may be a bit of a letter: Vi&t, thu,ang, t,yc.
func parting(before string, sign rune, after string) string {
	n, m := letters(before), letters(after)
	loud := strings.ToUpper(before+after) == before+after
	switch {
	case strings.ContainsRune("-–/", sign) && n > 1 && m > 1,
		sign == '/' && n == 1 && len(before) == 1 && m > 1,
		sign == '&' && n > 1 && m > 1 && loud:
		return string(sign)
	case sign == ',' && n > 2 && m > 2 && !loud && !strings.HasSuffix(before, "u") && !strings.HasSuffix(before, "o"):
		return ", "
	}
	return ""
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// oddSign reports a sign that seldom or never stands alone, and may have been a
// letter: ¢ for c, & for ở.
func oddSign(core string) bool {
	return utf8.RuneCountInString(core) == 1 && strings.ContainsAny(core, "¢§€£©®¥@&")
}

// identifier is what letters and digits together may be, if no letter was
// taken for a digit: a number first, or capitals.
var identifier = regexp.MustCompile(`^(\d[\p{L}\d/.,&–-]*|[\p{Lu}/.-]+\d[\p{L}\d/.,&–-]*)$`)

// digitWord is a word whose letters were taken for digits: 16i, 1y.
var digitWord = regexp.MustCompile(`^\d{1,2}[a-z]{1,5}$`)

// misreadKind is the kind of a core whose letters may look like digits.
func misreadKind(core string) lm.Kind {
	digits, letters := 0, letters(core)
	for _, r := range core {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	switch {
	case strings.Contains(core, "@") && strings.Contains(core, "."), strings.Contains(core, ".vn"):
		return lm.Address
	case documentNumber.MatchString(core):
		return lm.Identifier
	case digits == 0 && letters == 0 && !oddSign(core):
		return lm.Sign
	case digits == 0:
		return lm.Word
	case letters == 0 && strings.Count(core, "/") == 2:
		return lm.Date
	case letters == 0:
		return lm.Number
	case digitWord.MatchString(core):
		return lm.Word
	case identifier.MatchString(core) && (digits > 2 || digits >= letters && digits > 1 || strings.Contains(core, "/")):
		return lm.Identifier
	}
	return lm.Word
}

// forms are the ways a core may have been written, by its capitals and by
// whether the words around are in capitals.
func forms(core string, meaning lm.Case, loud bool) []noise.Form {
	n, capitals, first := 0, 0, false
	for i, r := range core {
		if unicode.IsLetter(r) {
			n++
		}
		if unicode.IsUpper(r) {
			capitals++
			first = first || i == 0
		}
	}
	switch {
	case loud && capitals > 0 && capitals*2 >= n:
		return []noise.Form{noise.Capitals}
	case capitals > 1 && capitals == n, (!first || capitals > 2) && capitals > 1 && capitals*2 > n:
		return []noise.Form{noise.Capitals, noise.Capital}
	case first && meaning == lm.Lower:
		return []noise.Form{noise.Capital}
	case first:
		return []noise.Form{noise.Capital, noise.AsIs}
	}
	return []noise.Form{noise.AsIs}
}

// loud tells for every piece whether the words around it, two on each side,
// are mostly in capitals.
func loud(ps []lm.Piece) []bool {
	out := make([]bool, len(ps))
	for i := range ps {
		small, large := 0, 0
		for j := max(0, i-2); j < min(len(ps), i+3); j++ {
			if j == i || ps[j].Kind != lm.Word {
				continue
			}
			for _, r := range ps[j].Core {
				if unicode.IsUpper(r) {
					large++
				} else if unicode.IsLower(r) {
					small++
				}
			}
		}
		out[i] = large > 2*small && large > 2
	}
	return out
}
