package normalize

import (
	"context"
	"strings"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/noise"
	"vanthu/normalize/tone"
)

// document is the state of one call of Lines.
type document struct {
	r     *Restorer
	hint  Damage
	weigh bool // set confidences and candidates too
	slips bool // right but for slips (slips.go)
	// plainQuotes: the reader knew only straight quotation marks
	plainQuotes bool
	all         health
	d           *decoder
	memory      *memory // of stripped words; nil until there are any
	sides       sides
	found       []lostMark
}

// decoder reads slots. One goroutine at a time.
type decoder struct {
	r      *Restorer
	width  int     // of the beam
	spread float64 // cost above the best at which a path is given up
	arena  []path
	lm     *lm.Memo
	how    method
	ocr    *ocrReader
}

// beamWidth and beamSpread bound the paths of a search (decoder.go). The first
// of several rounds, from which is only learned, takes fewer paths: the same
// words come out but for 5 of 32,000, a tenth sooner.
const beamWidth, firstWidth, beamSpread = 8, 4, 9.0

func newDocument(r *Restorer, hint Damage, all health) *document {
	return &document{r: r, hint: hint, all: all, d: &decoder{r: r, lm: r.lm.NewMemo(), width: beamWidth, spread: beamSpread}}
}

// Misread text is read in rounds: first as the general channel has it, then as
// the channel that was learned from what the round before was sure of. The
// third round is for text that is still in doubt then.
const (
	rounds     = 3
	stillDoubt = 0.43 // share of the cores from which on
)

// restore reads the paragraphs.
func (d *document) restore(ctx context.Context, paragraphs [][]*Word) error {
	var misread, slipped []plan
	for _, p := range d.plans(paragraphs) {
		if err := ctx.Err(); err != nil {
			return err
		}
		switch p.how {
		case unmark:
			d.d.how = unmark
			d.write(p.words, d.strippedSlots(p.fields, p.lost), d.weigh)
		case reread:
			misread = append(misread, p)
		case repair:
			slipped = append(slipped, p)
		}
	}
	if err := d.adapt(ctx, misread, d.r.foreign, foreignWidths, d.ocrSlots); err != nil {
		return err
	}
	return d.adapt(ctx, slipped, d.r.vie, slipWidths, d.repairSlots)
}

// adapt reads paragraphs in rounds, with a channel that learns from them.
func (d *document) adapt(ctx context.Context, ps []plan, general *noise.Model, w widths, slots func(plan) []slot) error {
	if len(ps) == 0 {
		return nil
	}
	d.tryAs(ps[0].how, general, w)
	for round := range rounds {
		if round > 1 && d.d.ocr.inDoubt() < stillDoubt {
			break
		}
		d.d.width = firstWidth
		if round > 0 {
			d.d.ocr, d.d.width = d.d.ocr.next(general), beamWidth
		}
		for _, p := range ps {
			if err := ctx.Err(); err != nil {
				return err
			}
			d.write(p.words, slots(p), true)
		}
	}
	for _, p := range ps {
		d.doubt(p.words)
		if p.how == reread && d.plainQuotes {
			curlQuotes(p.words)
		}
	}
	return nil
}

// doubt takes back what is too unsure.
func (d *document) doubt(words []*Word) {
	for _, w := range words {
		if w.Change == ChangeOCR && w.Sure > 0 && w.Sure < d.r.options.Doubt {
			w.Text, w.Change, w.Doubtful = tone.NFC(w.Raw), "", true
		}
	}
}

// generalWeight is the weight of the general channel's observations beside the
// document's own.
const generalWeight = 0.02

// maxField is the longest field looked into, in bytes.
const maxField = 120

// pieces splits fields; owner tells the field of each piece.
func pieces(fields []string, split func(string) []lm.Piece) (all []lm.Piece, owner []int) {
	for i, f := range fields {
		ps := []lm.Piece{{Core: f, Kind: lm.Identifier}}
		if len(f) <= maxField && utf8.ValidString(f) {
			ps = split(f)
		}
		for _, p := range ps {
			all, owner = append(all, p), append(owner, i)
		}
	}
	return all, owner
}

// newSlots makes the slots of pieces, options still missing.
func (d *document) newSlots(ps []lm.Piece, owner []int) []slot {
	cases := lm.Cases(ps)
	slots := make([]slot, len(ps))
	for i, p := range ps {
		slots[i] = slot{word: owner[i], piece: p, meaning: cases[i], pre: d.r.lm.Signs(p.Pre), post: d.r.lm.Signs(p.Post)}
	}
	return slots
}

func (d *document) strippedSlots(fields []string, lost float64) []slot {
	if d.memory == nil {
		d.memory, d.sides.model = newMemory(d.r.lm.Words()), d.r.sides
	}
	slots := d.newSlots(pieces(fields, lm.Split))
	d.sides.look(slots)
	for i := range slots {
		s := &slots[i]
		if s.piece.Kind == lm.Word {
			s.options = d.strippedOptions(s, i, lost)
			d.memory.recall(s.options, s.meaning, i)
		} else {
			s.options = d.fixed(s.piece)
		}
	}
	return slots
}

// fixed is the only option of a piece that is no word: as it is, but for the
// grammar of document numbers.
func (d *document) fixed(p lm.Piece) []option {
	o := option{text: p.Core}
	if p.Kind == lm.Identifier {
		if o.text = repairIdentifier(p.Core); o.text != p.Core {
			o.change = ChangeIdentifier
		}
	}
	if p.Core != "" {
		o.ids[0], o.n = lm.ClassOf(p.Kind), 1
	}
	return []option{o}
}

// write decodes the slots and sets the words.
func (d *document) write(words []*Word, slots []slot, weigh bool) {
	for _, w := range words {
		w.reset()
	}
	d.r.terms.favour(slots)
	chosen := d.d.decode(slots)
	if d.d.how == unmark {
		d.memory.remember(slots, chosen)
	}
	texts := make([]strings.Builder, len(words))
	for i, s := range slots {
		if chosen[i] < 0 {
			continue
		}
		o := s.options[chosen[i]]
		t := &texts[s.word]
		t.WriteString(s.piece.Pre)
		t.WriteString(o.text)
		if !o.bare {
			t.WriteString(slots[i+int(o.span)].piece.Post)
		}
		if o.change != "" {
			words[s.word].Change = o.change
			for j := 1; j <= int(o.span); j++ {
				words[slots[i+j].word].Change = o.change
			}
		}
	}
	for i, w := range words {
		w.Text = texts[i].String()
	}
	if weigh {
		d.d.learn(d.d.judge(words, slots, chosen), slots, chosen)
	}
}
