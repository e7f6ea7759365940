package extract

import (
	"slices"
	"strings"

	"vanthu/extract/fold"
)

// The grammar of a số, ký hiệu. Six forms are in use:
//
//	05a/KH-UBND         serial / type - issuer (- unit)*        administrative
//	26/2021/NQ-HĐND     serial / year / type - issuer           normative; 121/2020/QH14 for laws
//	2275/SYT-NVY        serial / issuer - unit                  công văn, which carries no type
//	28-CT/TW            serial - type / issuer                  party
//	98 TB/TĐTN          serial type / issuer                    youth union
//	12/2025/DS-ST       serial / year / case - instance         courts
//
// A reading starts at every `/` or `-` that follows a digit and takes in what
// the grammar allows, over single spaces (`90 /KH- UBND`, `2017/Q Đ-UBND`). Each
// code is looked up folded among the known ones; Đ that a scanner saw as P or B
// is looked up as D (`NQ-HPND` is NQ-HĐND). What has neither a known type nor
// the word "số" before it is no symbol: `24/24h`, `15/5`, `2010/BXD` after
// `TCVN 5687:` fall through. Nothing is put right that has two readings; a
// citation's serial with a letter for a figure is, if it was read with confidence,
// and a person told.

// symbol is one số, ký hiệu found in the text.
type symbol struct {
	span
	serial string // "1979", "05a"
	year   string // "" where the form has none
	typ    string // type code; "" for a công văn or a law
	issuer string // the codes after the type: "UBND", "BTC-BTTTT"
	party  bool   // 28-CT/TW
	spaced bool   // 98 TB/TĐTN
	called bool   // "số" or a type's name stands before it
	torn   bool   // something follows that must belong to it, but cannot be read
	mended bool   // letters in the serial were read as figures
}

// String is the symbol in its regular spelling.
func (s symbol) String() string { return s.serial + s.tail() }

// tail is the symbol without its serial.
func (s symbol) tail() string {
	switch {
	case s.spaced:
		return " " + s.typ + "/" + s.issuer
	case s.party:
		return "-" + s.typ + "/" + s.issuer
	case s.year != "":
		return "/" + s.year + "/" + s.code()
	}
	return "/" + s.code()
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
	s := symbol{span: span{from, to}, serial: strings.ReplaceAll(t.f[from:to], " ", ""), called: called(t.f, from)}
	if from == to {
		s = misreadSerial(t, pivot)
	}
	if s.serial == "" {
		return g.spacedAt(t, pivot)
	}
	if !g.tailAt(t, pivot, &s) {
		return symbol{}, false
	}
	if s.mended {
		return s, (s.typ != "" && s.issuer != "" || g.isLetter(s)) && !s.torn
	}
	return s, s.typ != "" && s.issuer != "" || s.called && s.code() != ""
}

// isLetter reports whether a symbol is that of a công văn of a known body.
func (g grammar) isLetter(s symbol) bool {
	body, unit, _ := strings.Cut(s.issuer, "-")
	return s.typ == "" && unit != "" && g.body(fold.String(body)) != ""
}

// spacedAt reads `số 98 TB/TĐTN`, as the youth union writes 98-TB/TĐTN, whose stroke
// is at pivot.
func (g grammar) spacedAt(t *folded, pivot int) (symbol, bool) {
	from := pivot
	for from > 0 && fold.IsLetter(t.f[from-1]) {
		from--
	}
	if typ := t.str(span{from, pivot}); t.f[pivot] != '/' || from < 2 || t.f[from-1] != ' ' || !g.exact[typ] && typ != "CV" {
		return symbol{}, false
	}
	first, to := serialBefore(t.f, from-1)
	s := symbol{span: span{first, to}, serial: t.f[first:to], called: called(t.f, first), spaced: true}
	return s, s.called && s.serial != "" && g.partyTail(t, from, &s)
}

// complete reports whether nothing of the symbol is missing: a type alone
// (`11/CT-` before a spot) is half a symbol.
func (s symbol) complete() bool {
	if s.torn {
		return false
	}
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
	} else if s.year != "" && !strings.Contains(fold.String(parts[0]), "qh") && !(s.called && isCourts(parts)) {
		return false
	}
	s.issuer = g.spell(parts)
	s.torn = g.torn(t, end, parts)
	return true
}

// isCourts reports whether codes are those of a court: DS-ST, QĐXXST-HNGĐ. The kind of
// a case is one of them.
func isCourts(parts []string) bool {
	return len(parts) > 1 && slices.ContainsFunc(parts, func(p string) bool {
		return slices.Contains([]string{"DS", "HS", "HC", "HNGĐ", "KDTM", "LĐ"}, p)
	})
}

// torn reports whether the symbol that ends at pos goes on: with a hyphen before
// dirt (`3432/UBND- ' : KT`), or, after a code that no list holds, with a piece
// of it before the date (`04/KH-GA VI ngày`).
func (g grammar) torn(t *folded, pos int, parts []string) bool {
	rest := t.f[pos:]
	if strings.HasPrefix(rest, "- ") {
		next := skipSpace(t.f, pos+1)
		return next == len(t.f) || !fold.IsLetter(t.f[next]) || t.upper(next)
	}
	piece, end := code(t, skipSpace(t.f, pos))
	return len(parts) > 0 && g.known(fold.String(parts[len(parts)-1])) == "" &&
		len(piece) > 0 && len(piece) < 4 && allUpper(piece) && strings.HasPrefix(t.f[end:], " ngay ")
}

// partyTail reads `CT/TW` after the hyphen of `28-CT/TW`.
func (g grammar) partyTail(t *folded, pos int, s *symbol) bool {
	typ, end := code(t, pos)
	s.typ = g.typeCode(typ)
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

// yearAt reads `2021/` and where it ends.
func yearAt(f string, pos int) (string, int) {
	if pos+4 >= len(f) || f[pos:pos+2] != "20" && f[pos:pos+2] != "19" || !fold.IsDigit(f[pos+2]) || !fold.IsDigit(f[pos+3]) {
		return "", pos
	}
	slash := skipSpace(f, pos+4)
	if slash == pos+4 && slash < len(f) && fold.IsLetter(f[slash]) { // 2023NQ-HĐND
		return f[pos:slash], slash
	}
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
