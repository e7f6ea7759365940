package extract

import (
	"cmp"
	"maps"
	"strings"

	"vanthu/extract/fold"
	"vanthu/extract/rules"
)

// A symbol is made of codes: type, issuer, unit. The known ones come from rules;
// each is looked up folded, and with the letters that scanners confuse.

func (s symbol) code() string {
	if s.typ == "" || s.issuer == "" {
		return s.typ + s.issuer
	}
	return s.typ + "-" + s.issuer
}

// grammar knows the codes.
type grammar struct {
	types  map[string]string // folded code → code
	exact  map[string]bool   // codes as they are printed: HD is no HĐ
	bodies map[string]string
	slips  map[string]string // what bodies are misread as
	names  map[string]string // code → body, of which there is one in the country
}

func newGrammar(set *rules.Set) grammar {
	g := grammar{types: map[string]string{"cv": "CV"}, exact: map[string]bool{}, bodies: map[string]string{}, names: map[string]string{}}
	for _, t := range set.Types {
		g.types[fold.String(t.Code)] = t.Code
		g.exact[t.Code] = true
	}
	for _, b := range set.Bodies {
		for _, c := range b.Codes {
			g.bodies[fold.String(c)] = c
			if !b.Open {
				g.names[c] = b.Name
			}
		}
	}
	for _, s := range set.Sectors {
		for _, c := range s.Codes {
			g.names["B"+c] = "Bộ " + s.Name // BCT is Bộ Công Thương, but for the party
			for _, prefix := range []string{"", "S", "B", "P"} {
				if key := fold.String(prefix + c); g.bodies[key] == "" {
					g.bodies[key] = prefix + c
				}
			}
		}
	}
	maps.Copy(g.types, misread(g.types))
	g.slips = misread(g.bodies)
	g.slips["tteg"], g.slips["fteg"] = "TTg", "TTg" // its small g is read as Eg
	return g
}

// misread are the codes of a table with Đ seen as P or B, unless they are
// another code.
func misread(codes map[string]string) map[string]string {
	more := map[string]string{}
	for _, code := range codes {
		for _, p := range []string{"p", "b"} {
			if wrong := fold.String(strings.ReplaceAll(code, "Đ", p)); strings.Contains(code, "Đ") && codes[wrong] == "" {
				more[wrong] = code
			}
		}
	}
	return more
}

// issuerOf is the body that a symbol names by itself: NĐ-CP is the government's,
// TTLT-BYT-BNV that of two ministries.
func (g grammar) issuerOf(s symbol) string {
	code := strings.TrimRight(s.issuer, "0123456789") // QH15
	if s.party || s.typ == "" && code != "QH" {
		return ""
	}
	if s.typ != "TTLT" {
		return g.names[code]
	}
	var all []string
	for one := range strings.SplitSeq(code, "-") {
		if g.names[one] == "" {
			return ""
		}
		all = append(all, g.names[one])
	}
	return strings.Join(all, " - ")
}

// typeCode is the type that a printed code stands for.
func (g grammar) typeCode(p string) string {
	if g.exact[p] {
		return p
	}
	key := fold.String(p)
	if code := g.types[key]; code != "" {
		return code
	}
	return g.types[strings.ReplaceAll(key, "dd", "d")]
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
		if hyphen == end && pos < len(t.f) && t.f[pos] == '-' { // broken at the end of a line: CT- -TTg
			pos = skipSpace(t.f, pos+1)
		}
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
	part, end := code(t, pos)
	if len(part) >= 2 && allUpper(part) && strings.HasPrefix(t.f[end:], " ngay ") {
		return true // 655/UBND- VX ngày …
	}
	return g.body(fold.String(part)) != "" || g.types[fold.String(part)] != "" || len(part) >= 3 && allUpper(part)
}

// spell joins codes in their regular spelling.
func (g grammar) spell(parts []string) string {
	spelled := make([]string, len(parts))
	for i, p := range parts {
		if spelled[i] = p; i == 0 || len(fold.String(p)) >= leastSure {
			spelled[i] = g.spellOne(p)
		}
	}
	return strings.Join(spelled, "-")
}

// leastSure is how long a code behind the first must be to be put right: the
// first is a body, those behind it are units, which every office calls as it
// likes (GDPT is no GDĐT, DT no ĐT).
const leastSure = 5

// twins are letters that scanners take for each other, folded.
var twins = []string{"vy", "yv", "it", "ti", "oq", "qo", "il", "li", "1i", "i1", "0o", "o0", "5s", "s5", "8b", "b8"}

// termDigits are the figures of a term of the National Assembly, read as letters.
var termDigits = strings.NewReplacer("i", "1", "l", "1", "o", "0", "s", "5")

// spellOne is a code in its regular spelling. An unknown code of three letters
// or more that one twin turns into just one known code is taken for that:
// `BVT` is BYT, `BOL` is BQL.
func (g grammar) spellOne(p string) string {
	key := fold.String(p)
	if term, ok := strings.CutPrefix(key, "qh"); ok && len(term) == 2 { // of the National Assembly: QH14
		if term = termDigits.Replace(term); allDigits(term) {
			return "QH" + term
		}
	}
	if known := cmp.Or(g.known(key), g.slips[key]); known != "" {
		return known
	}
	if known := g.known(skeleton(key)); known != "" { // ĐÐ, one letter seen twice
		return known
	}
	found := ""
	for i := 0; i < len(key) && len(key) >= 3; i++ {
		for _, t := range twins {
			if key[i] != t[0] {
				continue
			}
			known := g.body(key[:i] + t[1:] + key[i+1:])
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

// body is the body's code that a folded one stands for, however it was read.
func (g grammar) body(key string) string { return cmp.Or(g.bodies[key], g.slips[key]) }

// known is the code that is spelled so, folded.
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
