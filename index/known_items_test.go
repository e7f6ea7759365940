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
// Legal texts repeat each other, so a phrase may stand in several; recall@1 is
// the share of queries whose first hit is the document it was taken from.

const (
	knownDocuments = 2000
	knownQueries   = 150 // of each kind
)

func TestKnownItems(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	docs := corpusDocuments(t, knownDocuments)
	s := build(t, docs...)
	random := rand.New(rand.NewPCG(3, 3))
	t.Logf("%d documents of %d paragraphs and fewer, %d queries of each kind", len(docs), knownParagraphs, knownQueries)
	t.Logf("%-34s %8s %8s %6s", "query", "recall@1", "recall@5", "MRR")
	for _, kind := range []struct {
		name string
		make func(*rand.Rand, Entry) string
	}{
		{"words of the title", titleWords},
		{"title without marks", func(_ *rand.Rand, e Entry) string { return cutRunes(fold(e.Title), 300) }},
		{"phrase of five from the body", bodyPhrase},
		{"number, written in some way", numberVariant},
		{"sentence with OCR noise", noisySentence},
	} {
		var ranks []int
		for len(ranks) < knownQueries {
			e := docs[random.IntN(len(docs))]
			if query := kind.make(random, e); query != "" {
				ranks = append(ranks, rankOf(t, s, query, e.ID))
			}
		}
		first, five, mrr := rates(ranks)
		t.Logf("%-34s %8.3f %8.3f %6.3f", kind.name, first, five, mrr)
	}
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
				Title: cutRunes(lines[0], 400), Text: strings.Join(lines, "\n"),
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

func cutRunes(text string, n int) string {
	runes := []rune(text)
	return string(runes[:min(n, len(runes))])
}

// titleWords are six words of the title in its order, with marks.
func titleWords(random *rand.Rand, e Entry) string {
	words := wordsOf(e.Title)
	if len(words) < 8 {
		return ""
	}
	places := random.Perm(len(words))[:6]
	slices.Sort(places)
	var out []string
	for _, p := range places {
		out = append(out, words[p])
	}
	return strings.Join(out, " ")
}

func wordsOf(text string) []string {
	var out []string
	for _, s := range syllables(text) {
		out = append(out, text[s.start:s.end])
	}
	return out
}

func bodyPhrase(random *rand.Rand, e Entry) string {
	return `"` + strings.Join(someWords(random, []string{e.Text}, 5), " ") + `"`
}

func numberVariant(random *rand.Rand, e Entry) string {
	serial, symbol, _ := strings.Cut(e.Number, "/")
	spaced := strings.Replace(symbol, "-", " ", 1)
	return []string{
		e.Number, "0" + e.Number, "số " + serial + " / " + strings.ToLower(symbol), serial + "/" + spaced,
		strings.ReplaceAll(serial, "0", "O") + "/" + symbol, strings.ReplaceAll(serial, "8", "§") + "/" + symbol,
		strings.ReplaceAll(serial, "1", "l") + "-" + strings.Replace(symbol, "-", "/", 1),
	}[random.IntN(7)]
}

// noisySentence is twenty words of the body, one letter in fifteen misread and
// one mark in five lost.
func noisySentence(random *rand.Rand, e Entry) string {
	if len(wordsOf(e.Text)) < 30 {
		return ""
	}
	var b strings.Builder
	for _, r := range strings.Join(someWords(random, []string{e.Text}, 20), " ") {
		l := letterOf(r)
		switch {
		case r == ' ':
			b.WriteRune(r)
		case random.IntN(15) == 0:
			b.WriteString(string("oceilntu"[random.IntN(8)]))
		case l.letter != 0 && random.IntN(5) == 0:
			b.WriteRune(l.plain)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
