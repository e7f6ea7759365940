package index

// Fields of the query language: field:value.
//
//	number:5/KH-UBND     số:  sh:            the document's own number, in any form
//	cites:23/QĐ-TTg      việndẫn: căncứ: dẫn: names that document
//	ref:5/kh                                 either, as a number among the words
//	title:"trẻ em"       tríchyếu: tiêuđề:   has these words in a row
//	issuer:"sở y tế"     cơquan: cq:         has these words in a row
//	signer:lan           ngườiký: ký:        has these words in a row
//	unit:"Sở Y tế"       đơnvị:              of a task, the unit in charge or one beside it
//	file:scan            tệp:                has these words in a row
//	province:huế         tỉnh:               then or today
//	region:nam           miền: vùng:         miền or vùng of the province then (province.go)
//	type:"kế hoạch"      loại:               code or name
//	level:xã             cấp:                of the issuer
//	kind:task            mục:                document, section, task, target, deadline
//	state:review         tìnhtrạng:          ok, review (to be looked at), failed
//	year:>=2020          năm:                range of numbers
//	issued:2020..2024    ngày: banhành:      range of dates: year, month or day
//	due:<2024-07-01      hạn:                range of dates, of a task or deadline
//	target:>95%          chỉtiêu:            range of figures; a unit must agree if given
//	by:2025              đến:                range of years, of a target
//
// Names, and values that are names, are compared folded and without what joins
// their syllables, so cơ quan, co-quan and coquan are one. A date may also be written 1/7/2024 or 7/2024. A
// target of which the page says "trên 95%" is above 95; one of "97%" is 97.
//
// What is narrowed by fields is the entry that matches: kind:task unit:… due:…
// asks for one task that is all three. What belongs to the document (number,
// cites, issuer, province, …) holds for all its entries.

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// valueKind is how the value of a field is read.
type valueKind int

const (
	valueText   valueKind = iota // words in a row
	valueNumber                  // a document's number
	valueName                    // one of a few names
	valueDate                    // range of dates
	valueFigure                  // range of figures
)

// fieldForm describes a field of the query language.
type fieldForm struct {
	name    string
	kind    valueKind
	aliases []string            // folded, without spaces
	names   map[string][]string // of valueName: what each value is called
}

var fieldForms = []fieldForm{
	{name: "number", kind: valueNumber, aliases: []string{"so", "sh", "sohieu", "kyhieu"}},
	{name: "cites", kind: valueNumber, aliases: []string{"dan", "viendan", "cancu"}},
	{name: "ref", kind: valueNumber, aliases: []string{"vanban"}},
	{name: "title", aliases: []string{"tieude", "trichyeu"}},
	{name: "issuer", aliases: []string{"coquan", "cq"}},
	{name: "signer", aliases: []string{"signedby", "nguoiky", "ky"}},
	{name: "unit", aliases: []string{"donvi"}},
	{name: "file", aliases: []string{"tep"}},
	{name: "province", kind: valueName, aliases: []string{"tinh"}},
	{name: "region", kind: valueName, aliases: []string{"mien", "vung"}, names: regionNames},
	{name: "type", kind: valueName, aliases: []string{"loai"}},
	{name: "level", kind: valueName, aliases: []string{"cap"}, names: map[string][]string{
		LevelCentral: {"trung ương", "tw"}, LevelProvince: {"tỉnh"}, LevelDistrict: {"huyện"}, LevelCommune: {"xã", "phường"},
	}},
	{name: "kind", kind: valueName, aliases: []string{"muc"}, names: map[string][]string{
		KindDocument: {"văn bản"}, KindSection: {"phần", "đoạn"}, KindTask: {"nhiệm vụ", "việc"},
		KindTarget: {"chỉ tiêu"}, KindDeadline: {"thời hạn", "hạn"},
	}},
	{name: "state", kind: valueName, aliases: []string{"tinhtrang", "review"}, names: map[string][]string{
		StateOK: {"xong", "được", "done"}, StateReview: {"xem lại", "cần xem", "cần xem lại", "yes"}, StateFailed: {"lỗi"},
	}},
	{name: "year", kind: valueFigure, aliases: []string{"nam"}},
	{name: "issued", kind: valueDate, aliases: []string{"ngay", "banhanh"}},
	{name: "due", kind: valueDate, aliases: []string{"han"}},
	{name: "target", kind: valueFigure, aliases: []string{"chitieu"}},
	{name: "by", kind: valueFigure, aliases: []string{"den"}},
}

// fieldNamed finds a field by its name or an alias, as typed.
func fieldNamed(name string) (fieldForm, bool) {
	key := glued(strings.ReplaceAll(name, "_", " "))
	for _, f := range fieldForms {
		if f.name == key || slices.Contains(f.aliases, key) {
			return f, true
		}
	}
	return fieldForm{}, false
}

// glued is a name folded, its syllables as one word.
func glued(name string) string { return strings.ReplaceAll(fold(name), " ", "") }

// condition is a value asked of a field, in canonical form.
type condition struct {
	field string
	text  string // of text and names
	span  valueSpan
}

var headForm = regexp.MustCompile(`^([\pL\pM_-]{2,24}(?: [\pL\pM]{1,16})?):(\s*)([^\s/])`)

// fieldHere reads a field with its value. A colon with nothing behind it is no
// field's, nor is one in 10:30 or http://…; one with a space only if a field has
// that name and its value is quoted or a range: people paste "Số: 05". Two words
// before a colon are only a field's, as in cơ quan:ubnd; of others the second may
// be.
func (p *parser) fieldHere() (atom, bool, error) {
	start := p.at
	m := headForm.FindStringSubmatchIndex(p.text[start:])
	if m == nil {
		return atom{}, false, nil
	}
	name, value := p.text[start:start+m[3]], p.text[start+m[6]:]
	form, ok := fieldNamed(name)
	if !ok && strings.Contains(name, " ") {
		return atom{}, false, nil
	}
	if m[4] < m[5] && !(ok && strings.ContainsAny(value[:m[7]-m[6]], quotes+"<>≤≥")) {
		return atom{}, false, nil
	}
	p.at = start + m[6]
	value, err := p.value()
	switch {
	case err != nil:
		return atom{}, false, err
	case !ok:
		return atom{}, false, p.suggest(start, ProblemField, insteadOfField(name, value))
	}
	if p.fields++; p.fields > maxFields {
		return atom{}, false, p.fail(start, ProblemTooManyFields)
	}
	a, err := p.condition(form, value, start)
	return a, true, err
}

// value reads a word or what stands in quotation marks.
func (p *parser) value() (string, error) {
	if r, n := utf8.DecodeRuneInString(p.text[p.at:]); strings.ContainsRune(quotes, r) {
		return p.quoted(n)
	}
	return p.word(), nil
}

// insteadOfField is the field that was probably meant, or the words in quotes.
func insteadOfField(name, value string) string {
	key := glued(name)
	best, least := "", 3
	for _, f := range fieldForms {
		for _, known := range append([]string{f.name}, f.aliases...) {
			d := distance(key, known)
			if len(key) > 2 && strings.HasPrefix(known, key) {
				d = 0
			}
			if d < least && d*2 < len(known) {
				best, least = f.name, d
			}
		}
	}
	if best == "" {
		return `"` + name + " " + value + `"`
	}
	return condition{field: best, text: value}.String()
}

// condition makes an atom of a field and its value.
func (p *parser) condition(form fieldForm, value string, at int) (atom, error) {
	c := condition{field: form.name, text: strings.TrimSpace(value)}
	a := atom{kind: atomField, at: at}
	var problem Problem
	suggested := ""
	switch form.kind {
	case valueText:
		if fold(value) == "" {
			problem = ProblemNoValue
		}
	case valueNumber:
		a.number = parseNumber(value)
		if isWords(value) {
			return a, p.suggest(at, ProblemFigure, `"`+c.text+`"`)
		} else if c.text = a.number.print(); c.text == "" {
			problem = ProblemNoValue
		} else if form.name == "ref" {
			a.kind = atomNumber
			return a, nil
		}
	case valueName:
		c.text, suggested = form.nameOf(value)
		if c.text == "" {
			problem = ProblemValue
		}
	default:
		c.text = ""
		c.span, problem, suggested = parseSpan(value, form)
	}
	if problem != "" {
		if suggested != "" {
			suggested = form.name + ":" + suggested
		}
		return a, p.suggest(at, problem, suggested)
	}
	a.field = c
	return a, nil
}

// isWords reports whether what is asked of a number is words of a title.
func isWords(value string) bool {
	return strings.Contains(strings.TrimSpace(value), " ") && !strings.ContainsAny(value, "/*-–0123456789")
}

// nameOf is the canonical value of that name, or what might have been meant.
func (f fieldForm) nameOf(value string) (name, suggested string) {
	switch f.name {
	case "province":
		return provinceNamed(value)
	case "type":
		return typeCode(value)
	}
	key := glued(value)
	best, least := "", 3
	for name, others := range f.names {
		for _, known := range append([]string{name}, others...) {
			d := distance(key, glued(known))
			if d == 0 {
				return name, ""
			}
			if d < least || d == least && name < best {
				best, least = name, d
			}
		}
	}
	if best == "" {
		best = slices.Sorted(maps.Keys(f.names))[0]
	}
	return "", quotedIfNeeded(best)
}

// typeCode is the code of a type given by code or name; a code that we do not
// know is taken as it is.
func typeCode(value string) (code, suggested string) {
	best, least := "KH", 4
	for name, code := range typeNames {
		d := distance(glued(value), glued(name))
		if d == 0 {
			return code, ""
		}
		if d < least || d == least && code < best {
			best, least = code, d
		}
	}
	if n := utf8.RuneCountInString(value); n >= 1 && n <= 5 && !strings.Contains(value, " ") && fold(value) != "" {
		return value, ""
	}
	return "", best
}

// String prints a condition so that it parses to the same.
func (c condition) String() string {
	if c.span != (valueSpan{}) {
		return c.field + ":" + c.span.String()
	}
	return c.field + ":" + quotedIfNeeded(c.text)
}

func quotedIfNeeded(text string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune("/*%.-", r)
	}
	if text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !plain(r) }) {
		return text
	}
	return `"` + text + `"`
}
