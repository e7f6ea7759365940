package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
	"vanthu/normalize/tone"
)

// ocrReader finds what misread cores may have been, and remembers them.
type ocrReader struct {
	r      *Restorer
	m      *noise.Model
	search *noise.Search
	known  map[string][]option
}

func newOCRReader(r *Restorer, m *noise.Model) *ocrReader {
	return &ocrReader{r: r, m: m, search: m.NewSearch(r.lexicon), known: make(map[string][]option)}
}

// lexiconWords are the words that misreadings may be: syllables, and acronyms
// in capitals.
func (r *Restorer) lexiconWords() []string {
	var out []string
	for id := lm.FirstWord; int(id) < r.lm.Words(); id++ {
		w := r.lm.Word(id)
		low := strings.ToLower(w)
		switch {
		case w == low && lm.IsSyllable(w):
			out = append(out, w)
		case isAcronym(w) && !lm.IsSyllable(w):
			out = append(out, w)
		}
	}
	return out
}

// isAcronym: capitals only, as UBND is written.
func isAcronym(core string) bool {
	return len(core) > 1 && strings.ToUpper(core) == core
}

// ocrSlots makes the slots of misread fields.
func (d *document) ocrSlots(fields []string) []slot {
	slots := d.newSlots(pieces(fields, splitMisread))
	for i := range slots {
		s := &slots[i]
		if s.piece.Kind == lm.Word {
			s.options = d.d.ocr.options(s.piece.Core, s.meaning)
		} else {
			s.options = d.fixed(s.piece)
		}
	}
	return slots
}

const (
	mostOptions = 14
	leaveCost   = 6.0 // of leaving a core that is no known word
	leaveLetter = 1.0 // the same, per letter
)

// options are the readings of a core.
func (o *ocrReader) options(core string, meaning lm.Case) []option {
	key := core + string(rune('0'+meaning))
	if known, ok := o.known[key]; ok {
		return known
	}
	out := []option{o.leave(core, meaning)}
	for _, f := range forms(core) {
		for _, found := range o.search.Find(core, f, mostOptions) {
			if out = append(out, o.option(found, f, meaning, core)); found.Word == tone.Canonical(core) {
				out[len(out)-1].text, out[len(out)-1].change = core, ""
			}
		}
	}
	o.known[key] = out
	return out
}

func (o *ocrReader) option(f noise.Found, form noise.Form, meaning lm.Case, core string) option {
	c := meaning
	if c != lm.Lower || form == noise.AsIs {
		c = caseOf(form)
	}
	opt := option{text: f.Word, cost: f.Cost, n: 1, change: ChangeOCR}
	opt.ids[0] = o.r.lm.ID(f.Word, c)
	return opt
}

func caseOf(f noise.Form) lm.Case {
	switch f {
	case noise.Capital:
		return lm.Title
	case noise.Capitals:
		return lm.Upper
	}
	return lm.Lower
}

// leave is the option of keeping the core.
func (o *ocrReader) leave(core string, meaning lm.Case) option {
	opt := option{text: core, n: 1, cost: leaveCost + leaveLetter*float64(utf8.RuneCountInString(core))}
	opt.ids[0] = o.r.lm.ID(core, meaning)
	return opt
}

// forms are the ways a core may have been written, by its capitals.
func forms(core string) []noise.Form {
	n, capitals := 0, 0
	first := false
	for i, r := range core {
		if unicode.IsLetter(r) {
			n++
		}
		if unicode.IsUpper(r) {
			capitals++
			first = first || i == 0
		}
	}
	var out []noise.Form
	if !first {
		out = append(out, noise.AsIs)
	}
	if first {
		out = append(out, noise.Capital)
	}
	if capitals > 1 || capitals == 1 && n <= 2 {
		out = append(out, noise.Capitals)
	}
	return out
}

const (
	openers = `("“'[`
	closers = `.,;:)!?”"']…`
)

// splitMisread cuts a field that may have been misread: signs inside it may be
// letters.
func splitMisread(field string) []lm.Piece {
	pre := len(field) - len(strings.TrimLeft(field, openers))
	post := len(strings.TrimRight(field, closers))
	if pre >= post {
		return []lm.Piece{{Pre: field, Kind: lm.Sign}}
	}
	p := lm.Piece{Pre: field[:pre], Core: field[pre:post], Post: field[post:]}
	p.Kind = misreadKind(p.Core)
	if p.Kind != lm.Word {
		return []lm.Piece{p}
	}
	return cutMisread(p)
}

// cutMisread cuts a core at dashes and slashes between parts of two letters.
func cutMisread(p lm.Piece) []lm.Piece {
	for i, r := range p.Core {
		if !strings.ContainsRune("-–/", r) {
			continue
		}
		after := p.Core[i+utf8.RuneLen(r):]
		if letters(p.Core[:i]) > 1 && letters(after) > 1 {
			head := lm.Piece{Pre: p.Pre, Core: p.Core[:i], Post: string(r)}
			return append([]lm.Piece{head}, cutMisread(lm.Piece{Core: after, Post: p.Post})...)
		}
	}
	return []lm.Piece{p}
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
	case digits == 0 && letters == 0:
		return lm.Sign
	case digits == 0:
		return lm.Word
	case letters == 0 && strings.Count(core, "/") == 2:
		return lm.Date
	case letters == 0:
		return lm.Number
	case digits > 2, digits >= letters && digits > 1, strings.Contains(core, "/"):
		return lm.Identifier
	}
	return lm.Word
}
