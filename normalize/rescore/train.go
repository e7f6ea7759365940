package rescore

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// TrainOptions say how large a model may be.
type TrainOptions struct {
	// Bytes is the size of the file aimed at; 0 means 2 MB.
	Bytes int
	// Bits is the number of weights learned at once, as a power of two, in
	// each of the shards; 0 means 25 (256 MB of memory for each processor).
	Bits int
}

func (o TrainOptions) applyDefaults() TrainOptions {
	if o.Bytes == 0 {
		o.Bytes = 2 << 20
	}
	if o.Bits == 0 {
		o.Bits = 25
	}
	return o
}

// A Trainer collects paragraphs and makes a model of them. It holds the whole
// corpus, 4 bytes a word. One goroutine at a time.
type Trainer struct {
	options TrainOptions
	words   []word
	numbers map[string]uint32 // of words as they are written
	spelled map[string]uint32 // and of lower-case, canonical ones
	forms   map[string]uint32
	keys    []uint64 // hash of each form
	stream  []uint32 // words, with gap and capital; paragraphEnd behind each paragraph
	starts  []int    // of paragraphs
}

// word is a word of the corpus.
type word struct {
	hash  uint64
	form  uint32
	count uint32
	rank  uint8 // among the readings of its form; noRank where it is none
}

const (
	noRank       = math.MaxUint8
	paragraphEnd = math.MaxUint32
	tokenBits    = 4 // of a token that are not its word: three of gap, one of capital
)

// NewTrainer starts an empty corpus.
func NewTrainer(o TrainOptions) *Trainer {
	return &Trainer{options: o.applyDefaults(), numbers: map[string]uint32{}, spelled: map[string]uint32{}, forms: map[string]uint32{}}
}

// Add takes in a paragraph. It must be NFC.
func (t *Trainer) Add(paragraph string) {
	pieces := lm.Pieces(paragraph)
	tokens, at := Tokens(pieces, lm.Cases(pieces))
	if len(tokens) < 2 {
		return
	}
	t.starts = append(t.starts, len(t.stream))
	for i, p := range pieces {
		if at[i] >= 0 {
			tok := tokens[at[i]]
			t.stream = append(t.stream, t.number(p)<<tokenBits|uint32(tok.Gap)<<1|uint32(bit(tok.Title)))
		}
	}
	t.stream = append(t.stream, paragraphEnd)
}

// number interns a piece's word.
func (t *Trainer) number(p lm.Piece) uint32 {
	written := p.Core
	if p.Kind != lm.Word {
		written = string(rune(p.Kind))
	}
	n, ok := t.numbers[written]
	if !ok {
		n = t.spell(strings.ToLower(tone.Canonical(written)), formOf(p))
		t.numbers[strings.Clone(written)] = n
	}
	t.words[n].count++
	return n
}

// spell interns a lower-case word.
func (t *Trainer) spell(low string, form uint64) uint32 {
	if n, ok := t.spelled[low]; ok {
		return n
	}
	n := uint32(len(t.words))
	t.spelled[strings.Clone(low)] = n
	t.words = append(t.words, word{hash: Hash(low), form: t.form(tone.Fold(low), form), rank: noRank})
	return n
}

func (t *Trainer) form(folded string, key uint64) uint32 {
	n, ok := t.forms[folded]
	if !ok {
		n = uint32(len(t.keys))
		t.forms[strings.Clone(folded)] = n
		t.keys = append(t.keys, key)
	}
	return n
}

// reading is a word that a form may stand for.
type reading struct {
	hash  uint64
	prior float32 // log share of the form's occurrences
}

const (
	mostReadings = 16   // of a form
	rarest       = 1e-4 // share of a form's occurrences below which a word is no reading
	fewest       = 3    // occurrences of a reading
	shards       = 8    // parts of the forms, learned one after the other
)

// readings ranks the words of every form by how often they occur.
func (t *Trainer) readings() [][]reading {
	byForm := make([][]uint32, len(t.keys))
	total := make([]float64, len(t.keys))
	for n, w := range t.words {
		byForm[w.form] = append(byForm[w.form], uint32(n))
		total[w.form] += float64(w.count)
	}
	out := make([][]reading, len(t.keys))
	for f, ns := range byForm {
		slices.SortFunc(ns, func(a, b uint32) int { return int(t.words[b].count) - int(t.words[a].count) })
		for rank, n := range ns[:min(len(ns), mostReadings)] {
			w := &t.words[n]
			share := float64(w.count) / total[f]
			if w.count < fewest || share < rarest {
				break
			}
			w.rank = uint8(rank)
			out[f] = append(out[f], reading{w.hash, float32(math.Log(share))})
		}
	}
	return out
}

// Write makes the model and writes it.
func (t *Trainer) Write(w io.Writer, progress func(string)) error {
	readings := t.readings()
	progress(fmt.Sprintf("%d words of text, %d words, %d forms", len(t.stream), len(t.words), len(t.keys)))
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(t.starts), func(i, j int) { t.starts[i], t.starts[j] = t.starts[j], t.starts[i] })
	var parts [shards][]weight
	var wg sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for s := range shards {
		wg.Add(1)
		free <- true
		go func() {
			defer wg.Done()
			l := newLearner(t, readings, s)
			parts[s] = l.learn(fits(t.options.Bytes) / shards)
			progress(fmt.Sprintf("part %d of %d: loss %.4f, then %.4f; %d weights", s+1, shards, l.loss[0], l.loss[1], len(parts[s])))
			<-free
		}()
	}
	wg.Wait()
	return write(w, slices.Concat(parts[:]...))
}
