package normalize

import (
	"math"
	"strings"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
	"vanthu/normalize/typing"
)

// Keystrokes left in a text: "dduwowngf loois cuar Đảng", or one word amid good
// ones, "đưowngf". What keys would have written is known (package typing);
// whether they were meant so is for the language model to say, since "too" is
// a word and the keys of tô, and most English words with an s, f, r, x or j
// behind a vowel are some syllable's. Each field is scored with three fields
// before and after it, as it stands and as it may have been meant:
//
//	gain = ln P(meant) − ln P(as it stands), a word the model does not know
//	       costing unknownCost on top
//
//	"chính sách ban dduwowngf loois cuar Đảng"   đường   19.1, clear   changed
//	"Căn cứ nghij quyết của Hội"                 nghị    22.8          changed
//	"Phòng too chức cán bộ"                      tô       5.5          stays
//	"cài phần mềm test hệ thống mới"             tét     −1.7          stays
//
// A gain must be worth the price: little for keys that nothing else explains
// (dd, w, a digit between letters), much for others, less where the text has
// more of them, more for a digit at the end, which may be a number (khoan2),
// for what the model knows as a word of its own, amid English, and in misread
// text, which has dd and w where the page has none.
//
// Measured on 2,100 paragraphs of law, news and Wikipedia (88,152 words of
// ../shared/corpus; a third of them in VNI, the rest in Telex, tones typed at
// the end): clean, no word changed; with one word in thirty as keys, 84 % right
// and none harmed (most of the rest are VNI words with one digit at their end,
// khoan2, which stay numbers unless VNI is frequent); all as keys, 88 % and 30
// harmed, among them hoà and hóa, which the keys do not tell.
const (
	clearPrice = 4.0
	keysPrice  = 11.0
	typedPrice = 3.0 // where keysOften words of the text are clear or gain much
	keysOften  = 3
	meantSpan  = 3 // fields before and after
)

// keyed is a field that may be keystrokes.
type keyed struct {
	at       int // among the fields
	reading  typing.Reading
	text     string // the field as it may have been meant
	gain     float64
	ordinary bool // the model knows the word as it stands
}

// readKeys sets what was meant by words that are keystrokes.
func (r *Restorer) readKeys(page [][]Word) {
	words := everyWord(page)
	fields := make([]string, len(words))
	for i, w := range words {
		fields[i] = w.Text
	}
	found := r.findKeys(fields)
	if len(found) == 0 {
		return
	}
	price := r.keysPrice(fields, found)
	for _, k := range found {
		if p := price(k); k.gain > p {
			w := words[k.at]
			w.meant, w.by = k.text, ChangeTyping
			w.sure = 1 / (1 + math.Exp((p-k.gain)/2-1))
			w.reset()
		}
	}
}

func everyWord(page [][]Word) []*Word {
	var words []*Word
	for _, line := range page {
		for i := range line {
			words = append(words, &line[i])
		}
	}
	return words
}

// findKeys finds the fields that may be keystrokes, with their gains. Those to
// the left of a field count as they were probably meant.
func (r *Restorer) findKeys(fields []string) []keyed {
	var found []keyed
	meant := append([]string(nil), fields...)
	for i, f := range fields {
		for _, reading := range readField(f) {
			if _, known := r.lm.Lookup(tone.Canonical(strings.ToLower(reading.core.Text))); known {
				found = append(found, keyed{at: i, reading: reading.core, text: reading.text, ordinary: r.isWord(f)})
				meant[i] = reading.text
				break
			}
		}
	}
	for i := range found {
		k := &found[i]
		k.gain = r.gain(fields, meant, k)
	}
	return found
}

// fieldReading is a reading of a field's core, and the field with it.
type fieldReading struct {
	core typing.Reading
	text string
}

// readField reads the keys in a field: one core with signs around it.
func readField(field string) (out []fieldReading) {
	if len(field) > maxField || !utf8.ValidString(field) {
		return nil
	}
	pieces := lm.Split(field)
	if len(pieces) != 1 || pieces[0].Kind != lm.Word && pieces[0].Kind != lm.Identifier {
		return nil
	}
	p := pieces[0]
	for _, r := range typing.Read(p.Core) {
		out = append(out, fieldReading{r, p.Pre + r.Text + p.Post})
	}
	return out
}

// isWord reports whether the model knows the field's core.
func (r *Restorer) isWord(field string) bool {
	_, known := r.lm.Lookup(tone.Canonical(strings.ToLower(lm.Split(field)[0].Core)))
	return known
}

// gain is what the text becomes likelier by if k was meant.
func (r *Restorer) gain(fields, meant []string, k *keyed) float64 {
	from, to := max(0, k.at-meantSpan), min(len(fields), k.at+meantSpan+1)
	window := append([]string(nil), meant[from:to]...)
	window[k.at-from] = k.text
	with := r.likelihood(window)
	window[k.at-from] = fields[k.at]
	return with - r.likelihood(window)
}

// likelihood is the log probability of fields, unknown words spelled out.
func (r *Restorer) likelihood(fields []string) float64 {
	ps, _ := pieces(fields, lm.Split)
	cases := lm.Cases(ps)
	state, sum := r.lm.Start(), 0.0
	follow := func(ids ...lm.ID) {
		for _, id := range ids {
			var p float64
			p, state = r.lm.Score(state, id)
			sum += p
		}
	}
	for i, p := range ps {
		follow(r.lm.Signs(p.Pre)...)
		switch id := r.lm.ID(p.Core, cases[i]); {
		case p.Core == "":
		case p.Kind != lm.Word:
			follow(lm.ClassOf(p.Kind))
		default:
			follow(id)
			if id <= lm.UnknownTitle {
				sum -= unknownCost
			}
		}
		follow(r.lm.Signs(p.Post)...)
	}
	return sum
}

// keysPrice is the price of taking a field for keystrokes in this text.
func (r *Restorer) keysPrice(fields []string, found []keyed) func(keyed) float64 {
	often := map[string]int{}
	rest := append([]string(nil), fields...)
	for _, k := range found {
		if k.ordinary || k.gain <= 0 {
			continue
		}
		rest[k.at] = ""
		if k.reading.Clear && k.gain > clearPrice || k.gain > keysPrice && k.reading.Method == typing.Telex {
			often[k.reading.Method]++
		}
	}
	misread := r.examine(rest).oddShare(0.02) > oddOCR
	return func(k keyed) float64 {
		price, further := keysPrice, keysPrice
		switch n := often[k.reading.Method]; {
		case n >= keysOften && 100*n > len(fields):
			price, further = typedPrice, typedPrice
		case k.reading.Clear:
			price = clearPrice
		}
		if k.reading.Method == typing.VNI && !k.reading.Clear {
			price += further
		}
		if k.ordinary {
			price += further
		}
		if misread {
			price += keysPrice
		}
		if r.amidEnglish(rest, k.at) {
			price += 2 * keysPrice
		}
		return price
	}
}

// amidEnglish reports whether the fields around one, keystrokes left out, are
// English.
func (r *Restorer) amidEnglish(fields []string, at int) bool {
	h := r.examine(fields[max(0, at-8):min(len(fields), at+9)])
	return h.english > 1 || h.words > 3 && 2*h.syllables < h.words
}
