package index

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// Known items: documents of the corpus are indexed, then looked for as a
// person would who has seen them. `make scores` runs
//
//	go test ./index -run TestKnownItems -v
//
// Legal texts repeat each other, so only titles and passages that no other of
// the documents has are asked for. recall@1 is the share of queries whose first
// hit is the document they were taken from.

const (
	knownDocuments = 1000
	knownQueries   = 100 // of each kind
)

func TestKnownItems(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	docs := corpusDocuments(t, knownDocuments)
	s := build(t, docs...)
	set := newKnownSet(docs)
	t.Logf("%d documents of at most %d paragraphs, %d queries of each kind", len(docs), knownParagraphs, knownQueries)
	t.Logf("%-34s %8s %8s %6s", "query", "recall@1", "recall@5", "MRR")
	for _, kind := range set.kinds() {
		asked, want := set.questions(kind, knownQueries)
		var ranks []int
		for i, q := range asked {
			ranks = append(ranks, rankOf(t, s, q.text, want[i]))
		}
		first, five, mrr := rates(ranks)
		t.Logf("%-34s %8.3f %8.3f %6.3f", kind.name, first, five, mrr)
	}
}

// knownSet makes queries; "" where a document is not fit for one.
type knownSet struct {
	random        *rand.Rand
	docs          []Entry
	titles, texts []string // folded
}

func newKnownSet(docs []Entry) *knownSet {
	s := &knownSet{random: rand.New(rand.NewPCG(3, 3)), docs: docs}
	for _, d := range docs {
		s.titles = append(s.titles, fold(d.Title))
		s.texts = append(s.texts, fold(d.Text))
	}
	return s
}

// unique reports whether only one of the texts has a passage.
func (s *knownSet) unique(texts []string, passage string) bool {
	n := 0
	for _, t := range texts {
		n += one(strings.Contains(" "+t+" ", " "+passage+" "))
	}
	return n == 1
}

// rankOf is the place of a document among the first ten, from 1; 0 if absent.
func rankOf(t *testing.T, s *Store, query, id string) int {
	t.Helper()
	r, err := s.Search(t.Context(), Query{Text: query, Limit: 10})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	rank := 1 + slices.IndexFunc(r.Hits, func(h Hit) bool { return h.ID == id })
	if rank != 1 && os.Getenv("VANTHU_MISSES") != "" {
		t.Logf("rank %d of %d: %s", rank, r.Total, query)
	}
	return rank
}

func rates(ranks []int) (first, five, mrr float64) {
	for _, r := range ranks {
		if r == 0 {
			continue
		}
		mrr += 1 / float64(r)
		if r == 1 {
			first++
		}
		if r <= 5 {
			five++
		}
	}
	n := float64(len(ranks))
	return first / n, five / n, mrr / n
}

const knownParagraphs = 60

// corpusDocuments cuts long texts, so that documents are about as long as a
// plan is, and numbers them.
func corpusDocuments(t *testing.T, n int) []Entry {
	t.Helper()
	var out []Entry
	var lines []string
	flush := func() {
		if len(lines) > 3 && len(out) < n {
			id := fmt.Sprintf("doc%04d", len(out))
			out = append(out, Entry{
				ID: id, Number: fmt.Sprintf("%d/%s", len(out)+1, []string{"KH-UBND", "QĐ-UBND", "CTr-TU", "BC-SYT"}[len(out)%4]),
				Title: cutRunes(lines[0], 300), Text: strings.Join(lines, "\n"),
			})
		}
		lines = nil
	}
	for _, name := range []string{"tvpl_johnpa", "congbao_8chude"} {
		f, err := os.Open(filepath.Join(corpusFolder, name+".txt.zst"))
		if err != nil {
			t.Skipf("corpus not here: %v", err)
		}
		z, err := zstd.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		scanner := bufio.NewScanner(z)
		scanner.Buffer(nil, 1<<20)
		for scanner.Scan() {
			if line := scanner.Text(); line != "" {
				lines = append(lines, line)
			}
			if scanner.Text() == "" || len(lines) == knownParagraphs {
				flush()
			}
		}
		flush()
		z.Close()
		f.Close()
	}
	return out
}

// titleWords are six words of the title in its order, with marks.
func (s *knownSet) titleWords(e Entry) string {
	words := wordsOf(e.Title)
	if len(words) < 8 || !s.unique(s.titles, fold(e.Title)) {
		return ""
	}
	places := s.random.Perm(len(words))[:6]
	slices.Sort(places)
	var out []string
	for _, p := range places {
		out = append(out, words[p])
	}
	query := strings.Join(out, " ")
	if !s.onlyTitle(fold(query)) {
		return ""
	}
	return query
}

// onlyTitle reports whether one title alone has all the words.
func (s *knownSet) onlyTitle(words string) bool {
	n := 0
	for _, title := range s.titles {
		missing := slices.ContainsFunc(strings.Fields(words), func(w string) bool {
			return !strings.Contains(" "+title+" ", " "+w+" ")
		})
		n += one(!missing)
	}
	return n == 1
}

func wordsOf(text string) []string {
	var out []string
	for _, s := range syllables(text) {
		out = append(out, text[s.start:s.end])
	}
	return out
}

func (s *knownSet) plainTitle(e Entry) string {
	plain := fold(e.Title)
	if len(strings.Fields(plain)) < 8 || !s.unique(s.titles, plain) {
		return ""
	}
	return plain
}

func (s *knownSet) bodyPhrase(e Entry) string {
	phrase := strings.Join(someWords(s.random, []string{e.Text}, 6), " ")
	if !s.unique(s.texts, fold(phrase)) {
		return ""
	}
	return `"` + phrase + `"`
}

func (s *knownSet) numberVariant(e Entry) string {
	serial, symbol, _ := strings.Cut(e.Number, "/")
	spaced := strings.Replace(symbol, "-", " ", 1)
	return []string{
		e.Number, "0" + e.Number, "số " + serial + " / " + strings.ToLower(symbol), serial + "/" + spaced,
		strings.ReplaceAll(serial, "0", "O") + "/" + symbol, strings.ReplaceAll(serial, "8", "§") + "/" + symbol,
		strings.ReplaceAll(serial, "1", "l") + "-" + strings.Replace(symbol, "-", "/", 1),
	}[s.random.IntN(7)]
}

// noisySentence is twenty words of the body, one letter in fifteen misread and
// one mark in five lost.
func (s *knownSet) noisySentence(e Entry) string {
	if len(wordsOf(e.Text)) < 30 {
		return ""
	}
	sentence := strings.Join(someWords(s.random, []string{e.Text}, 20), " ")
	if !s.unique(s.texts, fold(sentence)) {
		return ""
	}
	var b strings.Builder
	for _, r := range sentence {
		l := letterOf(r)
		switch {
		case r == ' ':
			b.WriteRune(r)
		case s.random.IntN(15) == 0:
			b.WriteString(string("oceilntu"[s.random.IntN(8)]))
		case l.letter != 0 && s.random.IntN(5) == 0:
			b.WriteRune(l.plain)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
