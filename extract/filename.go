package extract

import (
	"path"
	"strings"
	"time"

	"vanthu/extract/fold"
)

// A file's name often holds the number, with anything for strokes:
//
//	di-68-KH-UBND.signed.pdf      68  KH UBND
//	87_QĐUB.signed_2025.pdf       87  QĐ UB
//	QD_so_539_Vv_thanh_lap.pdf    539 QĐ
//	2770_(08-CT-UBND).pdf         08  CT UBND (and 2770, which has no type)
//
// Every reading is a candidate; what it is worth depends on the page.

// fileNumbers are the symbols that the file's name may mean.
func (r *reader) fileNumbers() []symbol {
	name := path.Base(strings.ReplaceAll(r.file, "\\", "/"))
	parts := nameParts(name)
	var found []symbol
	for i, p := range parts {
		if !isSerial(p) || inDate(parts, i) {
			continue
		}
		s := symbol{serial: p}
		r.codesAfter(&s, parts[i+1:])
		if s.code() == "" {
			s.typ = r.typeBeforeSerial(parts[:i])
		}
		found = append(found, s)
	}
	return found
}

// fileDates are the dates that the file's name gives, and the day on which a
// program says that it made the file (`…_20250510_124908.pdf`), or zero: a document
// is not issued later.
func (r *reader) fileDates() (named []time.Time, made time.Time) {
	name := strings.ReplaceAll(path.Base(strings.ReplaceAll(r.file, "\\", "/")), "_", " ")
	for _, d := range dates(newFolded(name).f) {
		if d.year != 0 && d.valid() {
			named = append(named, d.time())
		}
	}
	for _, part := range nameParts(name) {
		if at, err := time.Parse("20060102", part); err == nil && at.Year() >= firstYear && at.Year() < endYears {
			made = at
		}
	}
	return named, made
}

// nameParts cuts a name at marks and between digits and letters.
func nameParts(name string) []string {
	var parts []string
	class, last := 0, 0
	for i, c := range name {
		now := 2
		switch {
		case strings.ContainsRune("-_ .()[],", c):
			now = 0
		case '0' <= c && c <= '9':
			now = 1
		}
		if now != class {
			if class != 0 {
				parts = append(parts, name[last:i])
			}
			class, last = now, i
		}
	}
	return parts
}

// hyphened puts the hyphen back into a symbol that the page seems to write as
// one, if the file's name parts its letters: KCNQHMT and 406_kcn-qhmt.pdf.
func (r *reader) hyphened(s symbol) symbol {
	if s.typ != "" || strings.Contains(s.issuer, "-") {
		return s
	}
	parts := nameParts(path.Base(strings.ReplaceAll(r.file, "\\", "/")))
	for i := 1; i < len(parts); i++ {
		before, after := []rune(parts[i-1]), []rune(parts[i])
		letters := []rune(s.issuer)
		if len(before) > 1 && len(after) > 1 && len(letters) == len(before)+len(after) &&
			fold.String(parts[i-1]+parts[i]) == fold.String(s.issuer) {
			s.issuer = string(letters[:len(before)]) + "-" + string(letters[len(before):])
			return s
		}
	}
	return s
}

func isSerial(p string) bool {
	return len(p) <= 5 && strings.Trim(p, "0123456789") == ""
}

// inDate reports whether a part of a name is the day, month or year of a date:
// `KH 07.5.2019.pdf`.
func inDate(parts []string, i int) bool {
	for first := max(i-2, 0); first <= i && first+3 <= len(parts); first++ {
		if _, err := time.Parse("2 1 2006", strings.Join(parts[first:first+3], " ")); err == nil {
			return true
		}
	}
	return false
}

// codesAfter takes type and issuer from the parts after a serial.
func (r *reader) codesAfter(s *symbol, parts []string) {
	var rest []string
	for _, p := range parts {
		key := fold.String(p)
		switch {
		case s.typ == "" && len(rest) == 0 && r.grammar.types[key] != "":
			s.typ = r.grammar.types[key]
		case s.typ == "" && len(rest) == 0 && r.glued(s, key):
			return
		case len(rest) < 3 && r.grammar.body(key) != "":
			rest = append(rest, p)
		default:
			s.issuer = r.grammar.spell(rest)
			return
		}
	}
	s.issuer = r.grammar.spell(rest)
}

// glued reads type and issuer written as one: QĐUB.
func (r *reader) glued(s *symbol, key string) bool {
	for _, issuer := range []string{"ubnd", "ub"} {
		if typ, ok := strings.CutSuffix(key, issuer); ok && r.grammar.types[typ] != "" {
			s.typ, s.issuer = r.grammar.types[typ], "UBND"
			return true
		}
	}
	return false
}

// typeBeforeSerial reads `QD_so` or `TB` before a serial.
func (r *reader) typeBeforeSerial(parts []string) string {
	n := len(parts)
	if n > 0 && fold.String(parts[n-1]) == "so" {
		n--
	}
	if n == 0 {
		return ""
	}
	return r.grammar.types[fold.String(parts[n-1])]
}

// agree reports whether a symbol from another source says nothing against the
// one on the page.
func agree(page, other symbol) bool {
	if other.typ == "CV" && page.typ == "" {
		other.typ = ""
	}
	return other.serial != "" && (other.typ == "" || other.typ == page.typ) && sameIssuer(page.issuer, other.issuer)
}

// sameIssuer compares issuers; UB in a file name is UBND, and a name may leave
// the end out.
func sameIssuer(page, other string) bool {
	a, b := fold.String(page), fold.String(other)
	return b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(a, strings.Replace(b, "ub", "ubnd", 1))
}
