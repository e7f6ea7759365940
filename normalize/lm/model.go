package lm

import (
	"encoding/binary"
	"iter"
	"math"
	"strings"

	"vanthu/normalize/fuse"
	"vanthu/normalize/tone"
)

// The file.
//
//	"vanthulm" version:u32 words:u32           little-endian throughout
//	size:u32, the words, one a line            sorted by (folded lower case, word)
//	words × (log p, log back-off) float32      unigrams
//	3 × order (bigrams, trigrams, 4-grams):
//	    keys:u32 segment:u32 count:u32 seed:u64 width:u8 check:u8 pBits:u8 bBits:u8
//	    2^pBits float32                        codebook of log probabilities
//	    2^bBits float32                        codebook of log back-offs (none for 4-grams)
//	    size:u32, the cells of the fuse map    (normalize/fuse)
//
// A word is its place in the list, so all readings of a folded syllable —
// dia: dia dìa dĩa địa đĩa … Dia Địa — are neighbours, and the list is its own
// index for taking marks off. An n-gram is its word numbers packed in 64 bits,
// last word lowest, so that a longer n-gram extends the key of its ending. A
// value is pBits of log probability beside bBits of back-off, both quantised
// to codebooks of equal population (64 levels cost nothing measurable; 16 do).
//
// Nothing is unpacked on loading except the words: the maps are read where
// they lie, in the binary or a mapped file. n-grams are closed under prefix
// and suffix, so a lookup stops at the first miss.
//
// Not done: a trie with delta-coded words (KenLM's) is as small, but costs a
// binary search a lookup; storing counts instead of probabilities needs no
// codebooks but two more lookups.

const (
	magic   = "vanthulm"
	version = 1
	order   = 4
	maxID   = 1<<16 - 1
)

// ID is a word's number. The classes come first.
type ID uint16

// The words that are not words.
const (
	Unknown      ID = iota // lower-case word outside the vocabulary
	UnknownTitle           // the same, capitalised
	Start                  // before the first word of a paragraph
	End
	NumberID
	DateID
	IdentifierID
	AddressID
	FirstWord // the first that is a word
)

var classNames = [FirstWord]string{"<unk>", "<Unk>", "<s>", "</s>", "<num>", "<date>", "<id>", "<addr>"}

// Model is a read-only n-gram model, safe for concurrent use.
type Model struct {
	words    []string
	ids      map[string]ID
	unigrams []byte
	grams    [order - 1]grams
}

// grams are the n-grams of one order.
type grams struct {
	fuse   *fuse.Map
	p, b   []float32 // codebooks
	bBits  uint8
	bMask  uint32
	number int
}

// State is what the model remembers of the words before: the last three, and
// the back-off weights of the contexts that exist. The zero State remembers
// nothing; Model.Start is the start of a paragraph.
type State struct {
	words [order - 1]ID // latest first
	back  [order - 1]float32
	n     uint8
}

// Key tells states apart: two with the same Key score every future alike.
func (s State) Key() uint64 {
	return uint64(s.n)<<48 | uint64(s.words[0]) | uint64(s.words[1])<<16 | uint64(s.words[2])<<32
}

// Start is the state before the first word of a paragraph.
func (m *Model) Start() State {
	_, back := m.unigram(Start)
	return State{words: [order - 1]ID{Start, Start, Start}, back: [order - 1]float32{back}, n: order - 1}
}

// Score returns the natural log probability of the word after the state, and
// the state after it.
func (m *Model) Score(s State, w ID) (float64, State) { return m.score(s, w, nil) }

func (m *Model) score(s State, w ID, c *Memo) (float64, State) {
	var next State
	p, b := m.unigram(w)
	next.words[0], next.back[0], next.n = w, b, 1
	key := uint64(w)
	matched := uint8(0)
	for i := uint8(0); i < s.n; i++ {
		key |= uint64(s.words[i]) << (16 * (i + 1))
		g := &m.grams[i]
		v, ok := c.get(m, i, key)
		if !ok {
			break
		}
		matched = i + 1
		p = g.p[v>>g.bBits]
		if i+1 < order-1 {
			next.words[i+1] = s.words[i]
			next.back[i+1] = g.b[v&g.bMask]
			next.n = i + 2
		}
	}
	total := float64(p)
	for i := matched; i < s.n; i++ {
		total += float64(s.back[i])
	}
	return total, next
}

func (m *Model) unigram(w ID) (p, b float32) {
	at := m.unigrams[int(w)*8:]
	return math.Float32frombits(binary.LittleEndian.Uint32(at)), math.Float32frombits(binary.LittleEndian.Uint32(at[4:]))
}

// Words is the size of the vocabulary.
func (m *Model) Words() int { return len(m.words) }

// Word is the word of a number.
func (m *Model) Word(id ID) string { return m.words[id] }

// Lookup finds a word written as the vocabulary writes it.
func (m *Model) Lookup(word string) (ID, bool) {
	id, ok := m.ids[word]
	return id, ok
}

// ID is the number of a word of which the case means c: the form of that case
// if the vocabulary has it, else the acronym, else the lower-case word.
func (m *Model) ID(core string, c Case) ID {
	if id, ok := m.ids[key(core, c)]; ok {
		return id
	}
	return m.otherCase(core, c)
}

func (m *Model) otherCase(core string, c Case) ID {
	low := key(core, Lower)
	if id, ok := m.ids[low]; ok {
		return id
	}
	if look(core) == Upper && !IsSyllable(core) {
		if id, ok := m.ids[key(core, Upper)]; ok {
			return id
		}
	}
	if c == Lower {
		return Unknown
	}
	return UnknownTitle
}

// Families are the words whose letters without marks, in lower case, are the
// same, by that form: neighbours in the vocabulary, from the first number to
// before the second.
func (m *Model) Families() iter.Seq2[string, [2]ID] {
	return func(yield func(string, [2]ID) bool) {
		for from := FirstWord; int(from) < len(m.words); {
			folded, to := foldKey(m.words[from]), from+1
			for int(to) < len(m.words) && foldKey(m.words[to]) == folded {
				to++
			}
			if !yield(folded, [2]ID{from, to}) {
				return
			}
			from = to
		}
	}
}

// index finds the words.
func (m *Model) index() {
	m.ids = make(map[string]ID, len(m.words))
	for i, w := range m.words {
		m.ids[w] = ID(i)
	}
}

func foldKey(word string) string { return strings.ToLower(tone.Fold(word)) }

// ClassOf is the class that stands for a piece of a kind other than Word.
func ClassOf(k Kind) ID {
	if k == Sign {
		return Unknown
	}
	return NumberID + ID(k-Number)
}

// Signs are the numbers of the signs in s; those the vocabulary lacks are
// passed over.
func (m *Model) Signs(s string) []ID {
	var ids []ID
	for _, r := range s {
		if id, ok := m.ids[signName(r)]; ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// signName is the vocabulary's name of a sign; kinds of dashes and quotation
// marks are one.
func signName(r rune) string {
	switch r {
	case '–', '—', '−':
		return "-"
	case '“', '”', '«', '»', '"':
		return `"`
	case '…':
		return "."
	}
	if strings.ContainsRune(".,;:()-/?!+&%", r) {
		return string(r)
	}
	return ""
}
