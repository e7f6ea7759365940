package lm

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

// TrainOptions say how large a model may be.
type TrainOptions struct {
	// Bytes is the size of the file aimed at; 0 means 21 MB.
	Bytes int
	// MinCount drops words seen more rarely from the vocabulary; 0 means 12.
	MinCount int
	// MaxWords bounds the vocabulary; 0 means 48,000.
	MaxWords int
}

func (o TrainOptions) applyDefaults() TrainOptions {
	if o.Bytes == 0 {
		o.Bytes = 21 << 20
	}
	if o.MinCount == 0 {
		o.MinCount = 12
	}
	if o.MaxWords == 0 {
		o.MaxWords = 48000
	}
	return o
}

// A Trainer collects paragraphs and makes a model of them. It holds the whole
// corpus as word numbers, 4 bytes a word. One goroutine at a time.
type Trainer struct {
	options TrainOptions
	numbers map[string]uint32
	words   []string
	counts  []int
	stream  []uint32
}

const paragraphEnd = 1<<32 - 1

// NewTrainer starts an empty corpus.
func NewTrainer(o TrainOptions) *Trainer {
	t := &Trainer{options: o.applyDefaults(), numbers: make(map[string]uint32)}
	for _, c := range classNames {
		t.intern(c)
	}
	return t
}

func (t *Trainer) intern(word string) uint32 {
	n, ok := t.numbers[word]
	if !ok {
		n = uint32(len(t.words))
		word = strings.Clone(word)
		t.numbers[word] = n
		t.words = append(t.words, word)
		t.counts = append(t.counts, 0)
	}
	return n
}

// Add takes a paragraph in, weight times. It must be NFC.
func (t *Trainer) Add(paragraph string, weight int) {
	pieces := Pieces(paragraph)
	cases := Cases(pieces)
	from := len(t.stream)
	for i, p := range pieces {
		t.addSigns(p.Pre)
		if p.Core != "" && p.Kind == Word {
			t.push(caseKey(p.Core, cases[i]))
		} else if p.Core != "" {
			t.push(classNames[ClassOf(p.Kind)])
		}
		t.addSigns(p.Post)
	}
	t.stream = append(t.stream, paragraphEnd)
	for range weight - 1 {
		t.repeat(from)
	}
}

// caseKey keeps an acronym standing in mixed text apart from the word.
func caseKey(core string, c Case) string {
	if c == Lower && look(core) == Upper && !IsSyllable(core) {
		return key(core, Upper)
	}
	return key(core, c)
}

func (t *Trainer) repeat(from int) {
	n := len(t.stream)
	for i := from; i < n; i++ {
		w := t.stream[i]
		t.stream = append(t.stream, w)
		if w == paragraphEnd {
			return
		}
		t.counts[w]++
	}
}

func (t *Trainer) push(word string) {
	n := t.intern(word)
	t.counts[n]++
	t.stream = append(t.stream, n)
}

func (t *Trainer) addSigns(s string) {
	for _, r := range s {
		if name := signName(r); name != "" {
			t.push(name)
		}
	}
}

// Pieces splits a paragraph.
func Pieces(paragraph string) []Piece {
	var pieces []Piece
	for _, f := range strings.Fields(paragraph) {
		pieces = append(pieces, Split(f)...)
	}
	return pieces
}

// WriteTo makes the model and writes it.
func (t *Trainer) Write(w io.Writer, progress func(string)) error {
	words, ids := t.vocabulary()
	progress(fmt.Sprintf("%d words of text, vocabulary %d", len(t.stream), len(words)))
	c := count(t.stream, ids)
	t.stream = nil
	progress(fmt.Sprintf("n-grams: %d, %d, %d", len(c[1].keys), len(c[2].keys), len(c[3].keys)))
	s := smooth(c, len(words))
	progress("smoothed")
	prune(s, t.options.Bytes)
	progress(fmt.Sprintf("kept: %d, %d, %d", len(s.grams[1].keys), len(s.grams[2].keys), len(s.grams[3].keys)))
	return write(w, words, s)
}

// vocabulary chooses the words and gives them their numbers: classes first,
// then by folded form. ids translates interned numbers.
func (t *Trainer) vocabulary() (words []string, ids []ID) {
	kept := make([]int, 0, len(t.words))
	for i := int(FirstWord); i < len(t.words); i++ {
		if t.counts[i] >= t.options.MinCount && len(t.words[i]) < 25 {
			kept = append(kept, i)
		}
	}
	sort.Slice(kept, func(a, b int) bool { return t.counts[kept[a]] > t.counts[kept[b]] })
	kept = kept[:min(len(kept), t.options.MaxWords)]
	sort.Slice(kept, func(a, b int) bool {
		x, y := t.words[kept[a]], t.words[kept[b]]
		if fx, fy := foldKey(x), foldKey(y); fx != fy {
			return fx < fy
		}
		return x < y
	})
	ids = make([]ID, len(t.words))
	for i, w := range t.words {
		if key(w, Title) == w && key(w, Lower) != w {
			ids[i] = UnknownTitle
		}
	}
	words = append(words, classNames[:]...)
	for i := range classNames {
		ids[i] = ID(i)
	}
	for _, i := range kept {
		ids[i] = ID(len(words))
		words = append(words, t.words[i])
	}
	return words, ids
}
