package index

// How a document's number is recognised, however it is written.
//
// An identifier (số, ký hiệu) is a serial, sometimes a year, and a symbol of
// letters: 05/KH-UBND, 26/2021/NQ-HĐND, 08-CTr/TU, 121/2020/QH14. People and
// OCR write it in many ways, so each becomes one term in which what varies is
// gone:
//
//	05/KH-UBND, 5/KH-UBND, O5/KH UBND, "5 /kh- ubnd"   5/khubnd
//	0§-CTr/TU, 08-CTr/TU                               8/ctrtu
//	26/2021/NQ-HĐND                                    26/2021/nqhdnd
//
// In the serial O is 0, l I | are 1, § is 8 and leading zeros go. In the symbol
// marks, separators and spaces go, 0 is o, and 1 and l are i: the classes are
// wider than truth, which costs nothing, since a number that differs from
// another only so does not occur.
//
// A document's own number is indexed under shorter terms as well, so that less
// can be asked for: 5/kh (kế hoạch số 5), 5/ (số 5), /khubnd (*/KH-UBND), and
// with and without the year. Of the numbers that a document names the serial
// must be asked for, and the first letters of the symbol: quyết định số 23 finds
// what names 23/QĐ-TTg, but */KH-UBND only plans.

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// identifier is a number taken apart; the parts are in term form.
type identifier struct {
	start, end int    // bytes of the text it was found in
	serial     string // "5", "5a", or "" for any
	year       string // "2021" or ""
	symbol     string // "khubnd"
	first      string // "kh": the first group of the symbol
}

// term is the identifier's full term.
func (id identifier) term() string {
	if id.year != "" {
		return id.serial + "/" + id.year + "/" + id.symbol
	}
	return id.serial + "/" + id.symbol
}

// terms are all the terms under which a document with this number is found.
// The year is the document's, "" if unknown; typ its type code.
func (id identifier) terms(year, typ string) []string {
	out := []string{id.term(), id.serial + "/", "/" + id.symbol, id.serial + "/" + id.symbol, id.serial + "/" + id.first}
	if id.year != "" {
		year = id.year
	}
	if year != "" {
		out = append(out, id.serial+"/"+year+"/"+id.symbol, id.serial+"/"+year+"/"+id.first)
	}
	if typ != "" {
		out = append(out, id.serial+"/"+symbolTerm(typ))
	}
	return unique(out)
}

// namedTerms are the terms under which a document that names this number is
// found.
func (id identifier) namedTerms() []string {
	out := []string{id.term(), id.serial + "/" + id.symbol, id.serial + "/" + id.first}
	if id.year != "" {
		out = append(out, id.serial+"/"+id.year+"/"+id.first)
	}
	return unique(out)
}

const serialForm = `[0-9OoIl|§]{1,5}[a-eđ]?`

// form builds the pattern of an identifier whose groups of letters begin with
// the given class: capitals in a text, any letter in a query.
func form(separators, initial, tail string) *regexp.Regexp {
	group := `(?:Q\s?[ĐÐ]|` + initial + `[\pL\d]{0,9})`
	symbol := group + `(?:\s?[-–/]\s?` + group + `){0,4}`
	if tail != "" {
		symbol += `(?:` + tail + `(?:[-–/]` + group + `)*)?`
	}
	return regexp.MustCompile(`(\*|` + serialForm + `)(\s?[` + separators + `]\s?)(?:((?:19|20)\d\d)\s?/\s?)?(` + symbol + `)`)
}

var (
	textForm   = form(`-–/`, `\p{Lu}`, ``)
	queryForm  = form(`-–/ `, `\pL`, `\s(?:\p{Lu}[\p{Lu}\d]{1,9}|(?i:ubnd|h[đd]nd|ttg|cp)\b)`) // the tail: 5/KH UBND
	groupBreak = regexp.MustCompile(`\s?[-–/]\s?|\s`)
	spacedQD   = regexp.MustCompile(`Q\s[ĐÐ]`)
	assembly   = regexp.MustCompile(`^[Qq][Hh]\d`)
)

// A number in a text has a slash: this much around one is looked at.
const beforeSlash, afterSlash = 20, 80

// identifiersIn finds the numbers that a document's text mentions.
func identifiersIn(text string) []identifier {
	var out []identifier
	for at := 0; ; {
		slash := strings.IndexByte(text[at:], '/')
		if slash < 0 {
			return out
		}
		slash += at
		found := findIdentifiers(text, max(at, slash-beforeSlash), min(len(text), slash+afterSlash), textForm)
		at = slash + 1
		if len(found) > 0 {
			out = append(out, found[0])
			at = max(at, found[0].end)
		}
	}
}

// termForm is an identifier that is in term form already, or only a serial.
var termForm = regexp.MustCompile(`^(\*|[0-9]{1,9}[a-eđ]?|)(?:/(?:((?:19|20)\d\d)/)?([\pL\d]*))?$`)

// parseNumber reads a text that is a number and nothing else, also one in term
// form (5/khubnd) or a mere serial; what does not look like one is taken as a
// symbol without a serial.
func parseNumber(text string) identifier {
	text = strings.TrimSpace(text)
	if m := termForm.FindStringSubmatch(text); m != nil {
		symbol := symbolTerm(m[3])
		return identifier{end: len(text), serial: serialTerm(m[1]), year: m[2], symbol: symbol, first: symbol}
	}
	if found := findIdentifiers(text, 0, len(text), queryForm); len(found) > 0 {
		return found[0]
	}
	return identifier{symbol: symbolTerm(text), first: symbolTerm(text)}
}

// Number reads a text that is a document's number and nothing else, in any of
// the forms that queries know: "O5/KH UBND", "kế hoạch số 5". What it gives back
// can stand in Query.Number and Query.Cites.
func Number(text string) (number string, ok bool) {
	q, err := parse(text)
	if err != nil || len(q.must) != 1 || len(q.filters)+len(q.exclude) > 0 {
		return "", false
	}
	numbers := q.numbers()
	if len(numbers) != 1 || len(atomsOf(q.must)) != 1 || numbers[0].serial == "" {
		return "", false
	}
	return numbers[0].print(), true
}

// findIdentifiers finds those that stand in text[from:to].
func findIdentifiers(text string, from, to int, form *regexp.Regexp) []identifier {
	var out []identifier
	for from < to {
		m := form.FindStringSubmatchIndex(text[from:to])
		if m == nil {
			break
		}
		id, ok := newIdentifier(text, from, m)
		if ok {
			out = append(out, id)
			from = id.end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[id.start:])
		from = id.start + n
	}
	return out
}

// newIdentifier checks a match of a form in text[at:]: groups 1 serial,
// 2 separator, 3 year, 4 symbol.
func newIdentifier(text string, at int, m []int) (identifier, bool) {
	part := func(n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return text[at+m[2*n] : at+m[2*n+1]]
	}
	id := identifier{start: at + m[0], end: at + m[1], year: part(3)}
	if !wordStarts(text, id.start) || !strings.ContainsAny(part(1), "*0123456789§Oo") {
		return id, false
	}
	groups := groupBreak.Split(spacedQD.ReplaceAllString(part(4), "QĐ"), -1)
	id.serial, id.symbol, id.first = serialTerm(part(1)), symbolTerm(part(4)), symbolTerm(groups[0])
	if id.serial == "" && part(1) != "*" { // 0/KH-UBND
		return id, false
	}
	switch separator := strings.TrimSpace(part(2)); {
	case separator == "": // 5 KH-UBND
		return id, len(groups) > 1 && isTypeCode(groups[0])
	case separator != "/": // 08-CTr/TU
		return id, strings.Contains(part(4), "/")
	case len(groups) == 1: // 121/2020/QH14, 05/KH
		return id, assembly.MatchString(groups[0]) || isTypeCode(groups[0])
	}
	return id, true
}

// wordStarts reports whether nothing before start belongs to the same number.
func wordStarts(text string, start int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:start])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/'
}

var confusedDigits = strings.NewReplacer("O", "0", "o", "0", "I", "1", "l", "1", "|", "1", "§", "8")

// serialTerm is the serial in term form; "*" is any serial, "".
func serialTerm(serial string) string {
	if serial == "*" {
		return ""
	}
	digits := strings.TrimLeft(confusedDigits.Replace(serial), "0")
	return strings.ToLower(digits)
}

var confusedLetters = strings.NewReplacer("0", "o", "1", "i", "l", "i")

// symbolTerm is the symbol in term form: folded letters and digits only.
func symbolTerm(symbol string) string {
	return confusedLetters.Replace(strings.ReplaceAll(fold(symbol), " ", ""))
}

// typeNames are the document types by folded name, as people type them before
// "số"; codes are those of Nghị định 30/2020/NĐ-CP.
var typeNames = map[string]string{
	"nghi quyet": "NQ", "quyet dinh": "QĐ", "chi thi": "CT", "quy che": "QC", "quy dinh": "QyĐ",
	"thong cao": "TC", "thong bao": "TB", "huong dan": "HD", "chuong trinh": "CTr", "ke hoach": "KH",
	"phuong an": "PA", "de an": "ĐA", "du an": "DA", "bao cao": "BC", "bien ban": "BB", "to trinh": "TTr",
	"hop dong": "HĐ", "cong dien": "CĐ", "giay moi": "GM", "nghi dinh": "NĐ", "thong tu": "TT",
	"thong tu lien tich": "TTLT", "cong van": "CV", "ket luan": "KL", "luat": "L",
}

// isTypeCode reports whether a group of letters is a type's code: KH, qđ, ctr.
func isTypeCode(group string) bool {
	folded := fold(group)
	for _, code := range typeNames {
		if fold(code) == folded {
			return true
		}
	}
	return false
}

// unique sorts terms and removes repeats.
func unique(terms []string) []string {
	slices.Sort(terms)
	return slices.Compact(terms)
}

// numbersInQuery finds identifiers as people type them, and "kế hoạch số 5",
// "KH 05", and a whole query "số 5".
func numbersInQuery(text string) []identifier {
	found := findIdentifiers(text, 0, len(text), queryForm)
	words := syllables(text)
	for i, w := range words {
		if !isDigits(w.folded) || len(w.folded) > 5 || covered(found, w.start) {
			continue
		}
		if id, ok := spokenNumber(text, words, i); ok {
			found = append(found, id)
		}
	}
	return found
}

// wholeNumber reads words that are a number and nothing else: 5 KH UBND.
func wholeNumber(words []syllable) (identifier, bool) {
	var folded []string
	for _, w := range words {
		folded = append(folded, w.folded)
	}
	text := strings.Join(folded, " ")
	found := findIdentifiers(text, 0, len(text), queryForm)
	if len(found) != 1 || found[0].end-found[0].start != len(text) {
		return identifier{}, false
	}
	return found[0], true
}

func covered(ids []identifier, at int) bool {
	return slices.ContainsFunc(ids, func(id identifier) bool { return id.start <= at && at < id.end })
}

// spokenNumber reads words[:i+1] as "… kế hoạch số 5".
func spokenNumber(text string, words []syllable, i int) (identifier, bool) {
	id := identifier{start: words[i].start, end: words[i].end, serial: words[i].folded}
	words = words[together(text, words[:i+1]) : i+1]
	i = len(words) - 1
	before := words[:i]
	said := i > 0 && words[i-1].folded == "so"
	if said {
		before = words[:i-1]
	}
	if code, n := typeBefore(before); n > 0 && said {
		id.start, id.symbol = before[len(before)-n].start, symbolTerm(code)
		return id, true
	}
	if last := len(before) - 1; last >= 0 && isCapitalCode(text[before[last].start:before[last].end]) {
		id.start, id.symbol = before[last].start, symbolTerm(before[last].folded)
		return id, true
	}
	id.start = words[0].start
	return id, said && len(words) == 2 && strings.Trim(text[:id.start]+text[id.end:], " :.,") == ""
}

// together is the first of the words that stand beside each other up to the
// last, with no sign between them that parts what is asked for.
func together(text string, words []syllable) int {
	first := len(words) - 1
	for first > 0 && strings.Trim(text[words[first-1].end:words[first].start], " \t\n:.,") == "" {
		first--
	}
	return first
}

// typeBefore is the code of the type whose name ends words, and how many
// syllables the name has.
func typeBefore(words []syllable) (code string, n int) {
	name := ""
	for i := len(words) - 1; i >= 0 && n < 5; i-- {
		name = strings.TrimSpace(words[i].folded + " " + name)
		if c, ok := typeNames[name]; ok {
			code, n = c, len(words)-i
		}
	}
	return code, n
}

func isCapitalCode(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word && isTypeCode(word)
}
