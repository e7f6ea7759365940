package normalize

// The decoder.
//
// A reader looked at the page and put down raw words; we look for the words w
// that make the raw ones likeliest:
//
//	w = argmax P(w) · P(raw | w)
//
// P(w) is the language model (lm), P(raw | w) the channel: what the reader
// does to words (noise for misreading, the share of lost marks for stripped
// text). As costs, −ln P, both add up along a path through a lattice: a row of
// slots, one for each piece of the text, each with its options.
//
// Worked: "dudng 16i ciia Pang". The channel gives (cost in nats, the first
// few options of each, and leaving it as it is)
//
//	dudng        16i          ciia         Pang
//	dường  1.7   lõi   5.3    cùa   3.9    Đang  5.3
//	đường  1.7   lội   5.4    của   4.7    Đàng  5.6
//	dưỡng  2.2   lối   5.5    cứa   4.9    Đẳng  5.6
//	đuống  3.2   lói   5.6    cửa   5.7    Đảng  5.7
//	dudng 13.0   16i  11.6    ciia 10.8    Pang 10.8
//
// No right word is the cheapest of its slot. But the model gives lối 4.7 after
// đường, and after "đường lối của" it gives Đảng 0.1, Đăng 10.6 and Đang 13.3:
// the path đường-lối-của-Đảng wins by far, and its words come out with
// confidences of 0.99, 0.98, 0.99 and 0.91. A digit that is a letter (16i) is
// no special case: 1 for l and 6 for ố are segments the channel learned.
//
// The search is a beam: before every slot the best eight paths, no two with
// the same last three words, none more than twelve nats behind. An option whose
// channel alone puts it out of the beam is not scored, and n-grams are looked
// up once (lm.Memo). An option may be several words (glued.go) or the word of
// two fields (split.go), and every field of the text keeps its place.
//
// Never making good text worse comes first. Clean paragraphs are not decoded
// at all: the diagnosis (diagnose.go) separates them by counts that differ
// thirtyfold between clean and damaged text. What is decoded may only become
// what the channel says the page can have shown; and the raw word is always an
// option.
//
// Misread documents are read twice, the worst thrice. The words that a reading
// is sure of (0.9) are spelled against what was read, and teach the channel
// this scanner's habits (document.go); the next reading looks up only what is
// still in doubt, and more widely.
//
// What helped, on badlayer (engines never trained on; % of words right) and
// Bình Phước's lines with gold:
//
//	first version                                        65.8    98.44
//	a share of readings that nothing learned explains    70.9    98.73
//	an unknown word costs its letters when left          71.9    98.59
//	adapting to the document; candidates by frequency    79.1    99.29
//	document numbers by grammar                          79.7    99.86
//	capitals by the words around                         80.2    99.86
//	garbled strokes as marks, curled quotation marks     81.3    99.86
//	list marks by their order                            81.3   100
//	two to four times as many readings weighed           83.7   100
//	a trailing apostrophe as a bit of a letter           84.0   100
//	what is still in doubt looked for more widely        84.6   100
//	acronyms the model does not know (acronyms.go)       85.2   100
//	a full stop may be a speck                           85.6   100
//	cuts of glued words judged by the model, dearer too  86.8   100
//	Đ read as El; words that ran into a year             87.2   100
//	a third round where four cores in ten are in doubt   87.7   100
//	readings ranked by cost and frequency, on both sides 87.6   100
//	of the margin; cuts no dearer than the best word
//	names in headings; no capitals amid small letters    88.3   100
//	the search's bound raised in fewer, longer steps,    88.4   100
//	and eight nats farther (rendered pages 82.05 → 82.17)
//	what stands amid misread paragraphs was misread      88.4   100
//	(plan.go; rendered pages 82.13 → 84.33)
//	set phrases of letterheads (formulas.go)             88.8   100
//	what was left as it was is no settled word, however  89.8   100
//	sure that seemed (rendered pages 84.33 → 84.43)
//	a comma between two words that lost its space        90.1   100
//	the label and the symbol of a number written by hand 90.2   100
//	? and ! as bits of letters (rendered pages 84.56)
//
// By page, badlayer is 90.8 and 93.3 (one engine), 87.1 and 88.9 (another). Of
// pages printed from text set aside and read by engines at hand, 88.5 % of the
// words are right where tesseract -l eng read them (13.9 before), 80 to 93 of
// its other languages', 80 of ocrad's, and 63 of gocr's, which the
// channel never saw; 84.6 of all together. In Vietnamese with slips or letters
// lost it is told by reading which text has them (slips.go).
//
// On stripped text (syllables right; text set aside by whole documents, 1 MB of
// each kind) it reaches 99.76 on administrative and legal text, 98.61 on news
// and 98.17 on Wikipedia. What was read before in the document gave 0.16 of
// that on news (memory.go), the words on both sides 0.23 (sides.go). Forbidding
// words that the model does not know brought two points on news, list marks
// 0.09 on legal text. A model of 60 MB instead
// of 21 adds 0.01 on legal text and 0.2 on news; counting legal text less, 0.02
// on news. Of what is left on news three quarters are everyday words (cho or
// chờ, tạm or tâm), one in seven a name.
//
// Of Tesseract vie's words on scanned pages, as the pipeline reads them, 6.6 %
// are wrong before and 4.2 % after: it repaired 138 and harmed 7, misprints and
// old spellings (tầu, màng lưới) of the paper itself that it corrected, before
// it kept to spellings like tầu (repair.go). What form alone tells (dashes,
// capitals, figures, lost marks of acronyms: Restorer.byForm) makes it 162
// instead of 147 of the text alone, 5 harmed. How sure the reader was of a word
// (trustBias) brought eight of those repaired and saved one from harm.
//
// Speed, one core, cold, words a second: Bình Phước 10,000 to 14,000, the pages of
// badlayer 3,300 to 3,400 on a quiet machine, 8,100 and 2,200 to 2,900 beside ten
// other programs. A quarter is the language model, half the channel: words are
// found as heads and tails (noise/search.go), costs are whole numbers, rows of
// unseen segments copied. badlayer is slow because half of its words are in doubt
// in every round. What made it faster without loss: a spread of nine nats for
// twelve; what the round before found tells the search how far to look (finder.go);
// cuts of glued words that cannot be among the best are not scored, and their parts
// no rare words; words sure to 0.95 for 0.97 are settled. A margin that is smaller
// where the best word is good (5 nats and its cost) loses a point, settling at 0.92
// half. No third round: a sixth faster, −0.6; 60 readings: a twentieth, −0.5. A beam
// of five or six paths or a spread of seven nats is not faster at all.
//
// What did not: joining words that were split for 4 nats (five more of 17,000
// wrong) or 6.5 (one: kept, for it is what people ask for); a margin of 13 for
// 9 (nothing); 60 readings for 110 (−0.2), 200 (+0.1, a third slower); ranking
// by the whole of a word's frequency (−0.4); a fourth round (nothing). Scaling
// the channel against the model (0.6 to 1 changes nothing by more than 0.2 and
// triples what is hurt on good OCR) or bending its tail down (−0.3 to 0.1);
// still dearer parts of glued words (−0.3); specks for commas (−0.2); trusting
// the learned counts alone (an engine never seen has confusions never seen);
// everyday words (của, các, về) as readings of anything at 9 to 13 nats (−2 to −0.5);
// judging a paragraph by the number of its marks (half-stripped text has enough
// of them).
//
// Not done: telling hoá from hóa in text of which no word kept its marks
// (spelling.go; 0.7 % of badlayer's words), digits alone that are a word (13 for
// là, 6 for ở; a figure is never changed), a second model for names, rescoring
// misread text by anything but the n-grams.

import (
	"math"

	"vanthu/normalize/lm"
)

// option is one way to read a slot.
type option struct {
	text   string // of the core
	ids    [gluedMost]lm.ID
	n      uint8 // of ids
	span   uint8 // slots it takes beyond its own
	cost   float64
	change string
	bare   bool // without the signs after it
}

// slot is a piece of the text with the ways to read it.
type slot struct {
	word    int // its word in the paragraph
	piece   lm.Piece
	meaning lm.Case // what its case means to the model
	pre     []lm.ID
	post    []lm.ID
	options []option
	seen    seen // where the options come from, if from an ocrReader
}

// ending is the signs after an option of slot i.
func (o *option) ending(slots []slot, i int) []lm.ID {
	if o.bare {
		return nil
	}
	return slots[i+int(o.span)].post
}

// path is a reading of the slots so far. Paths live in an arena and point to
// the one they extend.
type path struct {
	state  lm.State
	cost   float64
	before int32
	slot   int32
	option int32
}

// beam is the best paths that end before a slot, cheapest first, no two with
// the same future.
type beam struct {
	paths []path
}

// most is the cost from which on a path is too dear.
func (b *beam) most(width int, spread float64) float64 {
	switch n := len(b.paths); n {
	case 0:
		return math.Inf(1)
	case width:
		return min(b.paths[0].cost+spread, b.paths[n-1].cost)
	}
	return b.paths[0].cost + spread
}

// offer puts p in its place if it is good enough.
func (b *beam) offer(p path, width int, spread float64) {
	if p.cost >= b.most(width, spread) {
		return
	}
	n := len(b.paths)
	key := p.state.Key()
	at := n
	for i := range b.paths {
		if b.paths[i].state.Key() == key {
			if b.paths[i].cost <= p.cost {
				return
			}
			b.paths = append(b.paths[:i], b.paths[i+1:]...)
			n--
			at = n
			break
		}
	}
	for at > 0 && b.paths[at-1].cost > p.cost {
		at--
	}
	if n == width {
		n--
		b.paths = b.paths[:n]
	}
	b.paths = append(b.paths, path{})
	copy(b.paths[at+1:], b.paths[at:])
	b.paths[at] = p
}

// decode chooses an option for every slot; −1 where the option before took
// the slot in.
func (d *decoder) decode(slots []slot) []int {
	beams := make([]beam, len(slots)+4)
	beams[0].paths = []path{{state: d.r.lm.Start(), before: -1}}
	d.arena = d.arena[:0]
	for i := range slots {
		d.extend(beams, slots, i)
	}
	chosen := make([]int, len(slots))
	for i := range chosen {
		chosen[i] = -1
	}
	if len(beams[len(slots)].paths) == 0 {
		return chosen
	}
	p := beams[len(slots)].paths[0]
	for p.before >= 0 {
		chosen[p.slot] = int(p.option)
		p = d.arena[p.before]
	}
	return chosen
}

// extend makes the paths that read slot i. What the channel alone puts out of
// the beam is not scored.
func (d *decoder) extend(beams []beam, slots []slot, i int) {
	s := &slots[i]
	for _, p := range beams[i].paths {
		at := int32(len(d.arena))
		d.arena = append(d.arena, p)
		p = d.follow(p, s.pre)
		for o := range s.options {
			opt := &s.options[o]
			to := &beams[i+1+int(opt.span)]
			if p.cost+opt.cost >= to.most(d.width, d.spread) {
				continue
			}
			q := d.follow(p, opt.ids[:opt.n])
			q = d.follow(q, opt.ending(slots, i))
			q.cost += opt.cost
			q.before, q.slot, q.option = at, int32(i), int32(o)
			to.offer(q, d.width, d.spread)
		}
	}
}

// follow scores words after a path.
func (d *decoder) follow(p path, ids []lm.ID) path {
	for _, id := range ids {
		var lp float64
		lp, p.state = d.lm.Score(p.state, id)
		p.cost -= lp
	}
	return p
}
