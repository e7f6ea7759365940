package main

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"vanthu/normalize/score"
	"vanthu/normalize/tone"
)

// Text layers of PDF files whose fonts lack letters: what was written with
// another run of the font came out whole, the rest lost some marked letters
// wherever they stood, or has one sign for all of them; some took the space
// behind them along (về đảm bảo → vđảm bảo).

// gappy is what a font lacks. Letters come out as the sign, which may be "".
type gappy struct {
	lacks map[rune]bool
	sign  string
	glues float64 // how often a letter takes the space behind it along
	runs  float64 // share of the words set in it
}

// marked are the small letters that fonts lack: those with two marks, and
// those that few other languages have.
var marked = []rune("ấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựơưạảẹẻẽịỉọỏụủỵỷỹ")

func drawGappy(rnd *rand.Rand) gappy {
	f := gappy{lacks: make(map[rune]bool), runs: []float64{0.2, 0.5, 1}[rnd.IntN(3)]}
	for range 2 + rnd.IntN(5) {
		f.lacks[marked[rnd.IntN(len(marked))]] = true
	}
	if rnd.IntN(3) == 0 {
		f.sign = []string{"?", "□", "�"}[rnd.IntN(3)]
	} else if rnd.IntN(2) == 0 {
		f.glues = 0.3
	}
	return f
}

// set prints text with the font: what a reader of the file finds.
func (f gappy) set(rnd *rand.Rand, text string) string {
	var b strings.Builder
	for _, word := range strings.SplitAfter(text, " ") {
		if rnd.Float64() < f.runs {
			word = f.word(rnd, word)
		}
		b.WriteString(word)
	}
	return b.String()
}

func (f gappy) word(rnd *rand.Rand, word string) string {
	lost := false
	word = strings.Map(func(r rune) rune {
		switch {
		case f.lacks[r]:
			lost = true
			if f.sign == "" {
				return -1
			}
			r, _ = utf8.DecodeRuneInString(f.sign)
		case r == ' ' && lost && rnd.Float64() < f.glues:
			return -1
		default:
			lost = false
		}
		return r
	}, word)
	return word
}

// documentLines is the length of the documents that fonts are tried on.
const documentLines = 20

// fonts measures what restoration does for lost letters, on text set aside.
func (b *bench) fonts() error {
	text, err := heldOutText(filepath.Join(b.shared, "corpus"), []string{"congbao_8chude", "congbot", "tthc", "vietnews"}, dev, b.size/4)
	if err != nil {
		return err
	}
	rnd := rand.New(rand.NewPCG(renderedSeed, 0))
	var all, gone, whole score.Count
	var total time.Duration
	lines := strings.Split(tone.NFC(text), "\n")
	for len(lines) > documentLines {
		gold := strings.Join(lines[:documentLines], "\n")
		lines = lines[documentLines:]
		f := drawGappy(rnd)
		raw := f.set(rnd, gold)
		restored, took := b.restore(raw)
		c := score.Words(gold, raw, restored)
		untouched, _ := b.restore(gold)
		whole.Add(score.Words(gold, gold, untouched))
		total += took
		if all.Add(c); f.sign == "" {
			gone.Add(c)
		}
	}
	b.row("fonts that lack letters (dev)", all, all.Gold, total, "")
	b.row("of them, letters gone without a trace", gone, gone.Gold, total, "")
	b.row("the same with whole fonts", whole, whole.Gold, total, "0 hurt")
	return nil
}
