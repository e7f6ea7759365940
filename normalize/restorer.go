package normalize

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"vanthu/normalize/lm"
	"vanthu/normalize/model"
	"vanthu/normalize/noise"
	"vanthu/normalize/rescore"
	"vanthu/normalize/tone"
)

// Options of a Restorer.
type Options struct {
	// Model is the path of a language model; "" is the one built in.
	Model string
	// Doubt is the confidence below which a misread word is left as it was and
	// marked doubtful; 0 means 0.06.
	Doubt float64
	// Dictionary holds names and terms that must be known: one word or phrase
	// each, with marks.
	Dictionary []string
}

func (o Options) applyDefaults() Options {
	if o.Doubt == 0 {
		o.Doubt = 0.06
	}
	return o
}

// Restorer restores damaged Vietnamese. It is read-only after New and safe for
// concurrent use.
type Restorer struct {
	options      Options
	lm           *lm.Model
	sides        *rescore.Model
	folded       map[string][]reading
	terms        terms
	lexicon      *noise.Lexicon
	words        []lexical         // of the lexicon
	bareAcronyms map[string]string // with marks, by their letters without
	foreign      *noise.Model
	vie          *noise.Model
}

// New loads the models.
func New(o Options) (*Restorer, error) {
	r := &Restorer{options: o.applyDefaults()}
	data := unsafe.Slice(unsafe.StringData(model.LM), len(model.LM))
	if o.Model != "" {
		var err error
		if data, err = os.ReadFile(o.Model); err != nil {
			return nil, fmt.Errorf("read language model: %w", err)
		}
	}
	var err error
	if r.lm, err = lm.Open(data); err != nil {
		return nil, err
	}
	if r.sides, err = rescore.Open(unsafe.Slice(unsafe.StringData(model.Rescore), len(model.Rescore))); err != nil {
		return nil, err
	}
	if r.foreign, err = noise.Read(strings.NewReader(model.Foreign)); err != nil {
		return nil, err
	}
	if r.vie, err = noise.Read(strings.NewReader(model.Vietnamese)); err != nil {
		return nil, err
	}
	r.know(o.Dictionary)
	return r, nil
}

// With is a restorer that knows more terms, such as what people corrected
// before. They are no part of its Version: what was restored without them is
// not stale.
func (r *Restorer) With(terms []string) *Restorer {
	if len(terms) == 0 {
		return r
	}
	more := *r
	more.know(slices.Concat(r.options.Dictionary, terms))
	return &more
}

// know makes the readings of words and the lexicon, terms among them.
func (r *Restorer) know(terms []string) {
	r.folded = foldReadings(r.lm)
	r.terms = newTerms(terms)
	r.addTerms()
	r.makeLexicon()
}

// paragraphWords is where a paragraph is cut if it does not end before.
const paragraphWords = 400

// Lines restores the words of a document, or of some pages of one, in place:
// Text, Sure, Doubtful, Change and Candidates are set. The numbers of lines
// and words do not change, so that the caller finds its boxes again. Lines
// without words separate paragraphs.
func (r *Restorer) Lines(ctx context.Context, page [][]Word, hint Damage) error {
	return r.restore(ctx, page, hint, true)
}

// restore is Lines, with or without the weighing of candidates, which takes
// as long as the rest.
func (r *Restorer) restore(ctx context.Context, page [][]Word, hint Damage, weigh bool) error {
	var fields []string
	for _, line := range page {
		for i := range line {
			line[i].reset()
		}
	}
	r.joinSpread(page)
	if hint == Trusted {
		return ctx.Err()
	}
	if hint == Unknown {
		r.readKeys(page)
	}
	for _, line := range page {
		for i := range line {
			fields = append(fields, line[i].Text)
		}
	}
	all := r.examine(fields)
	if hint == Unknown && all.otherLanguage() {
		return ctx.Err()
	}
	d := newDocument(r, hint, all)
	d.weigh, d.plainQuotes = weigh, hasOnlyPlainQuotes(fields)
	d.slips = hint == Unknown && d.slipped(paragraphs(page))
	if err := d.restore(ctx, paragraphs(page)); err != nil {
		return err
	}
	r.byForm(page, hint == VietnameseOCR, d.damaged())
	keepSpelling(page)
	settle(page)
	return nil
}

// byForm repairs what its form alone tells, on a page that was read from paper
// or is damaged.
func (r *Restorer) byForm(page [][]Word, paper, damaged bool) {
	if !paper && !damaged {
		return
	}
	repairLists(page)
	repairDates(page)
	repairFormulas(page)
	if paper {
		repairSpecks(page)
		repairStrokes(page)
		repairFigures(page)
		repairDashes(page)
		repairCapitals(page)
		repairPercents(page)
		r.repairAcronyms(page)
	}
}

// settle leaves words in doubt as they were meant, and says how sure that is
// of keystrokes.
func settle(page [][]Word) {
	for _, line := range page {
		for i := range line {
			w := &line[i]
			if w.Doubtful && w.meant != "" {
				w.Text, w.Change = w.form()
			}
			if w.by == ChangeTyping && w.Text == w.meant {
				w.Sure, w.Candidates = w.sure, []Candidate{{w.meant, w.sure}, {w.Raw, 1 - w.sure}}
			}
		}
	}
}

// reset sets a word's text to what was meant by its raw form, in NFC.
func (w *Word) reset() {
	w.Sure, w.Doubtful, w.Candidates = 0, false, nil
	w.Text, w.Change = w.form()
}

// form is the word before it is restored, and what made it differ from Raw.
func (w *Word) form() (text, change string) {
	switch text = tone.NFC(w.Raw); {
	case w.taken:
		return "", w.by
	case w.meant != "":
		return w.meant, w.by
	case !utf8.ValidString(w.Raw) || text == w.Raw:
		return w.Raw, ""
	}
	return text, ChangeForm
}

// paragraphs groups the words of a page. A line goes on with the sentence
// before it when it starts small, or when the line before was full and did not
// end a sentence; text that was not broken into lines has no full ones.
func paragraphs(page [][]Word) [][]*Word {
	var out [][]*Word
	var p []*Word
	full := fullLine(page)
	for i, line := range page {
		if len(line) == 0 || i > 0 && !goesOn(page[i-1], line, full) || len(p) > paragraphWords {
			out, p = append(out, p), nil
		}
		for j := range line {
			if line[j].taken {
				continue
			}
			if p = append(p, &line[j]); len(p) > 2*paragraphWords {
				out, p = append(out, p), nil
			}
		}
	}
	return append(out, p)
}

// longestLine is how long, in bytes, a line of a printed page can be.
const longestLine = 220

// fullLine is the length from which on a line of the page is full.
func fullLine(page [][]Word) int {
	longest := 0
	for _, line := range page {
		if n := length(line); n < longestLine {
			longest = max(longest, n)
		}
	}
	return longest * 3 / 4
}

func length(line []Word) int {
	n := 0
	for _, w := range line {
		n += len(w.Text) + 1
	}
	return n
}

func goesOn(before, line []Word, full int) bool {
	if len(before) == 0 || strings.ContainsAny(before[len(before)-1].Text[max(len(before[len(before)-1].Text)-1, 0):], ".:;!?") {
		return false
	}
	n := length(before)
	first, _ := utf8.DecodeRuneInString(line[0].Text)
	return n < longestLine && (n >= full || unicode.IsLower(first))
}
