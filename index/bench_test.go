package index

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

// Benchmarks over the text of ../shared/corpus, cut into sections of about 770
// bytes, ten to a document, with invented fields:
//
//	go test ./index -run '^$' -bench Search -index.entries 300000 -benchtime 1000x

var benchEntries = flag.Int("index.entries", 20000, "sections in the index that benchmarks search")

var benchBatch = flag.Int("index.batch", 0, "entries that BenchmarkIndex writes together; 0 is the default")

const corpusFolder = "../../shared/corpus"

// sections reads up to n sections out of the corpus, laws first.
func sections(t testing.TB, n int) []string {
	t.Helper()
	files := []string{"tvpl_johnpa", "congbao_8chude", "phapdien_md", "phapdien_html", "tvpl_tnt305_hoidap", "vietnews", "viwiki"}
	var out []string
	for _, name := range files {
		if len(out) >= n {
			break
		}
		f, err := os.Open(filepath.Join(corpusFolder, name+".txt.zst"))
		if err != nil {
			t.Skipf("corpus not here: %v", err)
		}
		out = append(out, cutSections(t, f, n-len(out))...)
		f.Close()
	}
	return out
}

func cutSections(t testing.TB, f fs.File, n int) []string {
	t.Helper()
	z, err := zstd.NewReader(f.(*os.File))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	var out []string
	var section strings.Builder
	for lines.Scan() && len(out) < n {
		section.WriteString(lines.Text() + "\n")
		if section.Len() > 700 {
			text := section.String()
			if len(text) > 2000 {
				text = strings.ToValidUTF8(text[:2000], "")
			}
			out = append(out, text)
			section.Reset()
		}
	}
	return out
}

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
	var out []Entry
	for i, text := range texts {
		e := head
		e.Key, e.Kind, e.Text = fmt.Sprintf("%s#section/%d", id, i), KindSection, text
		if i == 0 {
			e.Key, e.Kind = id, KindDocument
		}
		out = append(out, e)
	}
	return out
}

const sectionsPerDocument = 10

func fill(t testing.TB, s *Store, texts []string) {
	t.Helper()
	w, err := s.Rebuild(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	n := 0
	for part := range slices.Chunk(texts, sectionsPerDocument) {
		es := document(n, part)
		if err := w.Put(t.Context(), es[0].ID, es); err != nil {
			t.Fatal(err)
		}
		n++
	}
	if err := w.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkIndex builds an index of -index.entries sections.
func BenchmarkIndex(b *testing.B) {
	texts := sections(b, *benchEntries)
	for b.Loop() {
		dir := b.TempDir()
		s, err := OpenStore(dir, Options{BatchEntries: *benchBatch})
		if err != nil {
			b.Fatal(err)
		}
		start, before := time.Now(), cpuTime()
		fill(b, s, texts)
		b.ReportMetric(float64(len(texts))/time.Since(start).Seconds(), "entries/s")
		b.ReportMetric(float64(len(texts))/(cpuTime()-before).Seconds(), "entries/cpu-s")
		b.ReportMetric(float64(diskUse(b, dir))/float64(totalLength(texts)), "disk/text")
	}
}

func totalLength(texts []string) (n int) {
	for _, t := range texts {
		n += len(t)
	}
	return n
}

// diskUse counts the bytes of a folder's files, a file with several links once.
func diskUse(t testing.TB, dir string) (n int64) {
	seen := map[uint64]bool{}
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if inode := info.Sys().(*syscall.Stat_t).Ino; !seen[inode] {
			seen[inode] = true
			n += info.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// BenchmarkSearch reports the p95 in CPU time of each kind of query, taken
// from the text at random.
func BenchmarkSearch(b *testing.B) {
	texts := sections(b, *benchEntries)
	s := benchStore(b, texts)
	random := rand.New(rand.NewPCG(7, 7))
	for _, kind := range []struct {
		name   string
		n      int
		join   string
		quote  bool
		facets bool
	}{
		{"syllable", 1, "", false, false},
		{"and4", 4, " ", false, false},
		{"or4", 4, " OR ", false, false},
		{"phrase3", 3, " ", true, false},
		{"syllable-facets", 1, "", false, true},
		{"or4-facets", 4, " OR ", false, true},
		{"phrase3-facets", 3, " ", true, true},
	} {
		for _, marks := range []bool{true, false} {
			name := kind.name + "/marked"
			if !marks {
				name = kind.name + "/plain"
			}
			b.Run(name, func(b *testing.B) {
				var took []time.Duration
				for b.Loop() {
					words := someWords(random, texts, kind.n)
					if !marks {
						words = strings.Fields(fold(strings.Join(words, " ")))
					}
					text := strings.Join(words, kind.join)
					if kind.quote {
						text = `"` + text + `"`
					}
					before := cpuTime()
					if _, err := s.Search(context.Background(), Query{Text: text, Facets: kind.facets}); err != nil {
						b.Fatal(text, err)
					}
					took = append(took, cpuTime()-before)
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
				b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			})
		}
	}
}

// BenchmarkUpdate adds one document of ten sections to the index that
// VANTHU_BENCH_INDEX names, or its copy rather, searches it, and reports the most
// memory that the process has had.
func BenchmarkUpdate(b *testing.B) {
	kept := os.Getenv("VANTHU_BENCH_INDEX")
	if kept == "" {
		b.Skip("VANTHU_BENCH_INDEX names no index")
	}
	dir := b.TempDir()
	if err := os.CopyFS(dir, os.DirFS(kept)); err != nil {
		b.Fatal(err)
	}
	s, err := OpenStore(dir, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	text := strings.Repeat("Sở Y tế chủ trì kiểm tra các trạm bơm trước mùa mưa. ", 14)
	var cpu time.Duration
	n := 0
	for b.Loop() {
		before := cpuTime()
		w, err := s.Update(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		entries := document(10_000_000+n, slices.Repeat([]string{text}, sectionsPerDocument))
		if err := errors.Join(w.Put(b.Context(), entries[0].ID, entries), w.Commit(b.Context()), w.Close()); err != nil {
			b.Fatal(err)
		}
		if r, err := s.Search(b.Context(), Query{Text: "trạm bơm mùa mưa", Facets: true}); err != nil || r.Total == 0 {
			b.Fatal(r.Total, err)
		}
		cpu += cpuTime() - before
		n++
	}
	b.ReportMetric(float64(cpu.Milliseconds())/float64(n), "cpu-ms/op")
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.Atoi(strings.Fields(kb)[0])
			b.ReportMetric(float64(n)/1024, "peak-MB")
		}
	}
}

// hostile are queries made to cost much. Each must be answered or refused
// within 200 ms of CPU time at 300,000 entries.
func hostile() map[string]Query {
	common := "cua va cac trong theo quy dinh thuc hien duoc co khong cho nguoi ve nha nuoc tai hoac phai to chuc co quan so ngay thang nam"
	words := strings.Fields(common)
	join := func(with string) string { return strings.Join(words, with) }
	return map[string]Query{
		"all common words":      {Text: strings.Repeat(common+" ", 3)},
		"any common word":       {Text: join(" OR "), Facets: true},
		"groups":                {Text: "(" + join(" ") + ") OR (" + join(" OR ") + ") (((cua OR va) OR (cac trong)) OR theo)"},
		"common words, near":    {Text: `"` + join(" ") + `"~50 "cua va"~50 "cac trong theo"~50`},
		"long common phrase":    {Text: `"` + strings.Repeat("thuc hien theo quy dinh ", 19) + `"`},
		"short common phrase":   {Text: `"quy dinh cua" OR "theo quy dinh" OR "thuc hien theo"`},
		"prefixes":              {Text: "th* OR ng* OR tr*"},
		"prefixes of few":       {Text: "thuo* OR nguo* OR truo*"},
		"excluded common words": {Text: "so -(" + join(" OR ") + ") -\"quy dinh\"~50"},
		"twenty fields":         {Text: strings.Repeat("title:a issuer:\"so\" signer:b file:c ", 5)},
		"fields in OR":          {Text: "(title:quy OR cua) (year:2020..2030 OR va) (issued:>2000 OR cac)", Facets: true},
		"everything, sorted":    {Text: "", Sort: SortTitle, Facets: true},
		"everything, by number": {Text: "cua OR va", Sort: SortNumber, Facets: true},
		"the last page":         {Text: "cua", Offset: maxWindow - 20},
		"a thousand results":    {Text: "cua", Limit: maxLimit},
		"numbers":               {Text: strings.Repeat("1/", 499)},
		"stars":                 {Text: strings.Repeat("*/ab-cd ", 120)},
		"half-known sentence":   {Text: strings.Repeat("zzz quy dinh thuc hien co quan ", 14)},
		"brackets":              {Text: strings.Repeat("(", 999)},
		"quotation marks":       {Text: strings.Repeat(`"a`, 499)},
		"marked common prefix":  {Text: "đượ* OR của* OR quyế*"},
	}
}

// BenchmarkHostile reports the CPU time of each hostile query, the first time
// and the next.
func BenchmarkHostile(b *testing.B) {
	s := benchStore(b, sections(b, *benchEntries))
	for name, q := range hostile() {
		b.Run(name, func(b *testing.B) {
			var first, most time.Duration
			for n := 0; b.Loop(); n++ {
				before := cpuTime()
				_, err := s.Search(context.Background(), q)
				took := cpuTime() - before
				if wrong := new(QueryError); err != nil && !errors.As(err, &wrong) {
					b.Fatal(err)
				} else if err != nil && n == 0 {
					b.Log(wrong.Problem)
				}
				if most = max(most, took); n == 0 {
					first, most = took, 0
				}
			}
			b.ReportMetric(float64(first.Microseconds())/1000, "first-ms")
			b.ReportMetric(float64(most.Microseconds())/1000, "most-ms")
		})
	}
}

// benchStore is the index that benchmarks search, kept between runs if
// VANTHU_BENCH_INDEX names a folder.
func benchStore(b *testing.B, texts []string) *Store {
	b.Helper()
	dir := os.Getenv("VANTHU_BENCH_INDEX")
	if dir == "" {
		dir = b.TempDir()
	}
	s, err := OpenStore(dir, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	if _, err := s.current(); err != nil {
		fill(b, s, texts)
	}
	start := cpuTime()
	if _, err := s.Search(context.Background(), Query{Text: "x"}); err != nil {
		b.Fatal(err)
	}
	b.Logf("open: %v of CPU", cpuTime()-start)
	return s
}

// someWords takes n syllables that follow each other, from any section.
func someWords(random *rand.Rand, texts []string, n int) []string {
	for {
		text := texts[random.IntN(len(texts))]
		cut := syllables(text)
		if len(cut) < n {
			continue
		}
		at := random.IntN(len(cut) - n + 1)
		var out []string
		for _, s := range cut[at : at+n] {
			out = append(out, text[s.start:s.end])
		}
		return out
	}
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
