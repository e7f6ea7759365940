package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

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
		"twenty fields":         {Text: fourFields(words, " ")},
		"any of twenty fields":  {Text: fourFields(words, " OR "), Facets: true},
		"twenty titles":         {Text: titleFields(words, " ")},
		"any of twenty titles":  {Text: titleFields(words, " OR ")},
		"fields in OR":          {Text: "(title:quy OR cua) (year:2020..2030 OR va) (issued:>2000 OR cac)", Facets: true},
		"everything, sorted":    {Text: "", Sort: SortTitle, Facets: true},
		"everything, by number": {Text: "cua OR va", Sort: SortNumber, Facets: true},
		"the last page":         {Text: "cua", Offset: maxWindow - 20},
		"a thousand results":    {Text: "cua", Limit: maxLimit},
		"a thousand tasks":      {Text: "kind:task", Limit: maxLimit},
		"a thousand sections":   {Text: "cua kind:section", Limit: maxLimit},
		"numbers":               {Text: strings.Repeat("1/", 499)},
		"stars":                 {Text: strings.Repeat("*/ab-cd ", 120)},
		"half-known sentence":   {Text: strings.Repeat("zzz quy dinh thuc hien co quan ", 14)},
		"misspelt":              {Text: strings.Repeat("thucj hienj quyddj ", 30)},
		"brackets":              {Text: strings.Repeat("(", 999)},
		"quotation marks":       {Text: strings.Repeat(`"a`, 499)},
		"marked common prefix":  {Text: "đượ* OR của* OR quyế*"},
	}
}

// titleFields asks for titles with two words in a row, twenty times.
func titleFields(words []string, join string) string {
	var fields []string
	for i := range maxFields {
		fields = append(fields, fmt.Sprintf("title:%q", words[i]+" "+words[i+1]))
	}
	return strings.Join(fields, join)
}

// fourFields asks for words of four fields, five of each.
func fourFields(words []string, join string) string {
	var fields []string
	for i := range maxFields / 4 {
		fields = append(fields, "title:"+words[i], fmt.Sprintf(`issuer:"sở số %d"`, i), fmt.Sprintf(`unit:"sở số %d của"`, i), fmt.Sprintf("file:%d", i))
	}
	return strings.Join(fields, join)
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
	s, err := OpenStore(benchFolder(b), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	if _, err := s.current(); err != nil {
		fill(b, s, slices.Values(texts))
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
