package extract

import (
	"strings"

	"vanthu/extract/fold"
	"vanthu/extract/rules"
)

// The grammar of a số, ký hiệu. Four forms are in use:
//
//	05a/KH-UBND         serial / type - issuer (- unit)*        administrative
//	26/2021/NQ-HĐND     serial / year / type - issuer           normative; 121/2020/QH14 for laws
//	2275/SYT-NVY        serial / issuer - unit                  công văn, which carries no type
//	28-CT/TW            serial - type / issuer                  party
//
// A reading starts at every `/` or `-` that follows a digit and takes in what
// the grammar allows, over single spaces (`90 /KH- UBND`, `2017/Q Đ-UBND`). Each
// code is looked up folded among the known ones; Đ that a scanner saw as P or B
// is looked up as D (`NQ-HPND` is NQ-HĐND). What has neither a known type nor
// the word "số" before it is no symbol: `24/24h`, `15/5`, `2010/BXD` after
// `TCVN 5687:` fall through. Nothing is put right that has two readings.

// symbol is one số, ký hiệu found in the text.
type symbol struct {
	span
	serial string // "1979", "05a"
	year   string // "" where the form has none
	typ    string // type code; "" for a công văn or a law
	issuer string // the codes after the type: "UBND", "BTC-BTTTT"
	party  bool   // 28-CT/TW
	called bool   // "số" or a type's name stands before it
}

// String is the symbol in its regular spelling.
func (s symbol) String() string { return s.serial + s.tail() }

// tail is the symbol without its serial.
func (s symbol) tail() string {
	switch {
	case s.party:
		return "-" + s.typ + "/" + s.issuer
	case s.year != "":
		return "/" + s.year + "/" + s.code()
	}
	return "/" + s.code()
}

func (s symbol) code() string {
	if s.typ == "" || s.issuer == "" {
		return s.typ + s.issuer
	}
	return s.typ + "-" + s.issuer
}

// grammar knows the codes.
type grammar struct {
	types  map[string]string // folded code → code
	bodies map[string]string
}

func newGrammar(set *rules.Set) grammar {
	g := grammar{types: map[string]string{"cv": "CV"}, bodies: map[string]string{}}
	for _, t := range set.Types {
		g.types[fold.String(t.Code)] = t.Code
	}
	for _, b := range set.Bodies {
		for _, c := range b.Codes {
			g.bodies[fold.String(c)] = c
		}
	}
	for _, s := range set.Sectors {
		for _, c := range s.Codes {
			for _, prefix := range []string{"", "S", "B", "P"} {
				if key := fold.String(prefix + c); g.bodies[key] == "" {
					g.bodies[key] = prefix + c
				}
			}
		}
	}
	misread(g.types)
	misread(g.bodies)
	return g
}

// misread adds to a table of codes those that differ by Đ seen as P or B,
// unless they are another code.
func misread(codes map[string]string) {
	more := map[string]string{}
	for _, code := range codes {
		for _, p := range []string{"p", "b"} {
			if wrong := fold.String(strings.ReplaceAll(code, "Đ", p)); strings.Contains(code, "Đ") {
				more[wrong] = code
			}
		}
	}
	for wrong, code := range more {
		if codes[wrong] == "" {
			codes[wrong] = code
		}
	}
}

// symbols finds every symbol of the text.
func (g grammar) symbols(t *folded) []symbol {
	var found []symbol
	end := 0
	for i := 1; i < len(t.f); i++ {
		if t.f[i] != '/' && t.f[i] != '-' {
			continue
		}
		if s, ok := g.at(t, i); ok && s.from >= end {
			found = append(found, s)
			end = s.to
		}
	}
	return found
}

// at reads the symbol whose serial ends before the separator at pivot.
func (g grammar) at(t *folded, pivot int) (symbol, bool) {
	from, to := serialBefore(t.f, pivot)
	if from == to {
		return symbol{}, false
	}
	s := symbol{span: span{from, to}, serial: t.f[from:to], called: called(t.f, from)}
	if !g.tailAt(t, pivot, &s) {
		return symbol{}, false
	}
	return s, s.typ != "" && s.issuer != "" || s.called && s.code() != ""
}

// serialBefore is the serial that ends at pivot, or an empty span.
func serialBefore(f string, pivot int) (from, to int) {
	to = pivot
	if f[to-1] == ' ' {
		to--
	}
	from = to
	if from > 1 && 'a' <= f[from-1] && f[from-1] <= 'e' && fold.IsDigit(f[from-2]) {
		from--
	}
	digits := from
	for from > 0 && fold.IsDigit(f[from-1]) {
		from--
	}
	if n := digits - from; n == 0 || n > 5 {
		return pivot, pivot
	}
	if from > 0 && (fold.IsLetter(f[from-1]) || strings.IndexByte("/-.,?", f[from-1]) >= 0) {
		return pivot, pivot
	}
	if from > 1 && f[from-1] == ':' && fold.IsDigit(f[from-2]) {
		return pivot, pivot
	}
	return from, to
}

// complete reports whether nothing of the symbol is missing: a type alone
// (`11/CT-` before a spot) is half a symbol.
func (s symbol) complete() bool {
	return s.typ != "" && s.issuer != "" || s.typ == "" && len(s.issuer) >= 3 || s.called && s.issuer == "UB"
}

// called reports whether the text before a position calls what follows a
// number: "số", in any misreading of two letters that begins with s.
func called(f string, pos int) bool {
	i := pos
	for i > 0 && (f[i-1] == ' ' || f[i-1] == ':' || f[i-1] == '.') {
		i--
	}
	end := i
	for i > 0 && f[i-1] != ' ' && f[i-1] != '\n' && f[i-1] != '(' {
		i--
	}
	return end-i >= 1 && end-i <= 2 && f[i] == 's'
}

// tailAt reads year, type and issuer from the separator on, into s.
func (g grammar) tailAt(t *folded, pivot int, s *symbol) bool {
	pos := skipSpace(t.f, pivot+1)
	if t.f[pivot] == '-' {
		return g.partyTail(t, pos, s)
	}
	if y, next := yearAt(t.f, pos); y != "" {
		s.year, pos = y, next
	}
	parts, end := g.codes(t, pos)
	if len(parts) == 0 || end < len(t.f) && (fold.IsLetter(t.f[end]) || fold.IsDigit(t.f[end])) {
		return false
	}
	s.to = end
	if code := g.typeCode(parts[0]); code != "" {
		s.typ, parts = code, parts[1:]
	} else if s.year != "" && !strings.Contains(fold.String(parts[0]), "qh") {
		return false
	}
	s.issuer = g.spell(parts)
	return true
}

// typeCode is the type that a printed code stands for.
func (g grammar) typeCode(p string) string {
	key := fold.String(p)
	if code := g.types[key]; code != "" {
		return code
	}
	return g.types[strings.ReplaceAll(key, "dd", "d")]
}

// partyTail reads `CT/TW` after the hyphen of `28-CT/TW`.
func (g grammar) partyTail(t *folded, pos int, s *symbol) bool {
	typ, end := code(t, pos)
	s.typ = g.types[fold.String(typ)]
	slash := skipSpace(t.f, end)
	if s.typ == "" || slash >= len(t.f) || t.f[slash] != '/' {
		return false
	}
	parts, end := g.codes(t, skipSpace(t.f, slash+1))
	if len(parts) == 0 {
		return false
	}
	s.party, s.to, s.issuer = true, end, g.spell(parts)
	return true
}

// codes reads the codes joined by hyphens that begin at pos.
func (g grammar) codes(t *folded, pos int) (parts []string, end int) {
	end = pos
	for {
		part, next := code(t, pos)
		if part == "" {
			return parts, end
		}
		part, next = g.split(t, part, next)
		parts, end = append(parts, part), next
		hyphen := skipSpace(t.f, end)
		if hyphen >= len(t.f) || t.f[hyphen] != '-' {
			return parts, end
		}
		pos = skipSpace(t.f, hyphen+1)
		if spaced := hyphen > end || pos > hyphen+1; spaced && !g.firm(t, pos) {
			return parts, end
		}
	}
}

// split joins a code that a space has broken: `Q Đ`.
func (g grammar) split(t *folded, part string, next int) (string, int) {
	pos := skipSpace(t.f, next)
	if pos == next || len(part) != 1 {
		return part, next
	}
	rest, end := code(t, pos)
	if rest == "" || g.types[fold.String(part+rest)] == "" {
		return part, next
	}
	return part + rest, end
}

// firm reports whether a code stands at pos that may follow a spaced hyphen.
func (g grammar) firm(t *folded, pos int) bool {
	part, _ := code(t, pos)
	return g.bodies[fold.String(part)] != "" || g.types[fold.String(part)] != "" || len(part) >= 3 && allUpper(part)
}

// spell joins codes in their regular spelling.
func (g grammar) spell(parts []string) string {
	spelled := make([]string, len(parts))
	for i, p := range parts {
		spelled[i] = g.spellOne(p)
	}
	return strings.Join(spelled, "-")
}

// twins are letters that scanners take for each other, folded.
var twins = []string{"vy", "yv", "it", "ti", "oq", "qo", "il", "li", "1i", "i1", "0o", "o0", "5s", "s5", "8b", "b8"}

// spellOne is a code in its regular spelling. An unknown code of three letters
// or more that one twin turns into just one known code is taken for that:
// `BVT` is BYT, `BOL` is BQL.
func (g grammar) spellOne(p string) string {
	key := fold.String(p)
	if strings.HasPrefix(key, "qh") && len(key) == 4 {
		return "QH" + strings.NewReplacer("i", "1", "l", "1", "o", "0", "s", "5").Replace(key[2:])
	}
	if known := g.known(key); known != "" {
		return known
	}
	if known := g.known(strings.ReplaceAll(key, "dd", "d")); known != "" { // ĐÐ, one letter seen twice
		return known
	}
	found := ""
	for i := 0; i < len(key) && len(key) >= 3; i++ {
		for _, t := range twins {
			if key[i] != t[0] {
				continue
			}
			known := g.bodies[key[:i]+t[1:]+key[i+1:]]
			if known != "" && found != "" && known != found {
				return p
			}
			if known != "" {
				found = known
			}
		}
	}
	if found != "" {
		return found
	}
	return p
}

func (g grammar) known(key string) string {
	if known := g.bodies[key]; known != "" {
		return known
	}
	return g.types[key]
}

// code is the run of letters, digits and & that begins with a capital at pos.
func code(t *folded, pos int) (string, int) {
	if !t.upper(pos) {
		return "", pos
	}
	end := pos
	for end < len(t.f) && end-pos < 10 && (fold.IsLetter(t.f[end]) || fold.IsDigit(t.f[end]) || t.f[end] == '&') {
		end++
	}
	return t.str(span{pos, end}), end
}

// yearAt reads `2021/` and where it ends.
func yearAt(f string, pos int) (string, int) {
	if pos+4 >= len(f) || f[pos:pos+2] != "20" && f[pos:pos+2] != "19" || !fold.IsDigit(f[pos+2]) || !fold.IsDigit(f[pos+3]) {
		return "", pos
	}
	slash := skipSpace(f, pos+4)
	if slash >= len(f) || f[slash] != '/' {
		return "", pos
	}
	return f[pos : pos+4], skipSpace(f, slash+1)
}

func skipSpace(f string, pos int) int {
	if pos < len(f) && f[pos] == ' ' {
		pos++
	}
	return pos
}
