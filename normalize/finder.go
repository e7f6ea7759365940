package normalize

import "vanthu/normalize/noise"

// finder finds the words that a reading may stand for, each reading once a
// round. The first round, with the general channel, looks for few words, only
// to learn from those that are sure; the rounds after, with the channel of the
// document, for many, and what was found before tells them how far to look.
//
// To ask the third round only what the words of the second cost now, and look
// for none, saves a tenth of the time and loses three words of badlayer and
// eight of the 32,000 rendered ones. To look widely once, in the first round,
// loses eight and thirteen, and saves nothing: every word is looked for widely
// then, and half of them are settled after the first round.
type finder struct {
	search *noise.Search
	widths widths
	most   int // words
	found  map[asked][]noise.Found
	before map[asked][]noise.Found // in the round before
}

// asked is what words are looked for.
type asked struct {
	reading string
	form    noise.Form
}

// widths are how many words are found, in the first round and later, and how
// many nats above the best by cost and frequency in the first.
type widths struct {
	first, later int
	margin       float64
}

var (
	foreignWidths = widths{14, 110, 5}
	slipWidths    = widths{16, 16, 6.5}
)

const laterMargin = 9.0

func newFinder(s *noise.Search, w widths) *finder {
	s.Margin = w.margin
	return &finder{search: s, widths: w, most: w.first, found: make(map[asked][]noise.Found)}
}

// next is the finder of the next round.
func (f *finder) next(s *noise.Search) *finder {
	s.Margin = laterMargin
	return &finder{search: s, widths: f.widths, most: f.widths.later, found: make(map[asked][]noise.Found), before: f.found}
}

// find finds the words for a reading, the best first.
func (f *finder) find(a asked) []noise.Found {
	found, ok := f.found[a]
	if !ok {
		found = f.search.Find(a.reading, a.form, f.most, f.before[a])
		f.found[a] = found
	}
	return found
}
