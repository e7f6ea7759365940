package index

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// Benchmarks run over the text of ../shared/corpus, cut into sections of 930
// bytes on average, ten to a document, with invented fields:
//
//	export VANTHU_BENCH_INDEX=/tmp/index
//	go test ./index -run '^$' -bench 'Index$' -index.entries 300000 -benchtime 1x
//	go test ./index -run '^$' -bench 'Search|Hostile|Update' -index.entries 300000 -benchtime 40x

var benchEntries = flag.Int("index.entries", 20000, "sections in the index that benchmarks search")

var benchBatch = flag.Int("index.batch", 0, "entries that BenchmarkIndex writes together; 0 is the default")

const corpusFolder = "../../shared/corpus"

// sections are up to n sections of the corpus.
func sections(t testing.TB, n int) []string { return slices.Collect(eachSection(t, n)) }

// eachSection reads up to n sections out of the corpus, laws first.
func eachSection(t testing.TB, n int) iter.Seq[string] {
	t.Helper()
	files := []string{"tvpl_johnpa", "congbao_8chude", "phapdien_md", "phapdien_html", "tvpl_tnt305_hoidap", "vietnews", "viwiki"}
	if _, err := os.Stat(corpusFolder); err != nil {
		t.Skipf("corpus not here: %v", err)
	}
	return func(yield func(string) bool) {
		left := n
		for _, name := range files {
			for section := range sectionsOf(t, filepath.Join(corpusFolder, name+".txt.zst")) {
				if left == 0 || !yield(section) {
					return
				}
				left--
			}
		}
	}
}

func sectionsOf(t testing.TB, file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
		if err != nil {
			t.Fatal(err)
		}
		defer z.Close()
		cutSections(z, yield)
	}
}

func cutSections(text io.Reader, yield func(string) bool) {
	lines := bufio.NewScanner(text)
	lines.Buffer(nil, 1<<20)
	var section strings.Builder
	for lines.Scan() {
		section.WriteString(lines.Text() + "\n")
		if section.Len() <= 700 {
			continue
		}
		text := section.String()
		if len(text) > 2000 {
			text = strings.ToValidUTF8(text[:2000], "")
		}
		if !yield(text) {
			return
		}
		section.Reset()
	}
}

const sectionsPerDocument = 10

// document invents the n-th document, of up to ten sections.
func document(n int, texts []string) []Entry {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	id := fmt.Sprintf("%064x", n)
	province := fmt.Sprintf("Tỉnh %d", random.IntN(63))
	head := Entry{
		ID: id, Number: fmt.Sprintf("%d/KH-UBND", random.IntN(3000)), Type: []string{"KH", "QĐ", "CV", "BC"}[random.IntN(4)],
		Title: strings.SplitN(texts[0], "\n", 2)[0], Issuer: fmt.Sprintf("Sở số %d của %s", random.IntN(10), province),
		Province: province, Issued: fmt.Sprintf("%d-0%d-1%d", 2010+random.IntN(15), 1+random.IntN(9), random.IntN(9)), Page: 1,
	}
	head.Year = 2010 + random.IntN(15)
	head.Signer, head.File = fmt.Sprintf("Nguyễn Văn %c", 'A'+rune(n%26)), fmt.Sprintf("scan %d.pdf", n)
	var out []Entry
	for i, text := range texts {
		e := head
		e.Key, e.Kind, e.Text = fmt.Sprintf("%s#section/%d", id, i), KindSection, text
		switch i {
		case 0:
			e.Key, e.Kind = id, KindDocument
		case 9:
			e.Key, e.Kind, e.Unit = fmt.Sprintf("%s#task/0", id), KindTask, head.Issuer
		}
		out = append(out, e)
	}
	return out
}

// fill makes the index anew of documents of these sections.
func fill(t testing.TB, s *Store, texts iter.Seq[string]) {
	t.Helper()
	w, err := s.Rebuild(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	n := 0
	var some []string
	put := func() {
		es := document(n, some)
		if err := w.Put(t.Context(), es[0].ID, es); err != nil {
			t.Fatal(err)
		}
		n++
		some = nil
	}
	for text := range texts {
		if some = append(some, text); len(some) == sectionsPerDocument {
			put()
		}
	}
	if len(some) > 0 {
		put()
	}
	if err := w.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
}
