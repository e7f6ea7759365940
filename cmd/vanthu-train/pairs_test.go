package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func TestAlignLines(t *testing.T) {
	gold := []string{"Điều 1. Phạm vi điều chỉnh", "Quy chế này áp dụng cho các phòng", "thuộc sở và đơn vị trực thuộc"}
	for name, c := range map[string]struct {
		raw  []string
		want []int // of gold
	}{
		"all read":         {[]string{"Diéu 1. Pham vi diéu chinh", "Quy ché nay ap dung cho cac phong", "thuéc s6 va don vi tric thuéc"}, []int{0, 1, 2}},
		"a line lost":      {[]string{"Diéu 1. Pham vi diéu chinh", "thuéc s6 va don vi tric thuéc"}, []int{0, 2}},
		"rubbish between":  {[]string{"~~|", "Diéu 1. Pham vi diéu chinh", "", "Quy ché nay ap dung cho cac phong"}, []int{0, 1}},
		"nothing in there": {[]string{"###", "12 34"}, nil},
	} {
		var got []int
		for _, pair := range alignLines(gold, c.raw) {
			got = append(got, slices.Index(gold, pair[0]))
			if !similar(pair[0], pair[1]) {
				t.Errorf("%s: %q beside %q", name, pair[0], pair[1])
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: lines %v, want %v", name, got, c.want)
		}
	}
}

// writeCorpus packs documents of one paragraph each.
func writeCorpus(t *testing.T, source string, paragraphs []string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	f, err := os.Create(filepath.Join(dir, source+".txt.zst"))
	if err != nil {
		t.Fatal(err)
	}
	z, err := zstd.NewWriter(f)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write([]byte(strings.Join(paragraphs, "\n\n"))); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestSample(t *testing.T) {
	var paragraphs []string
	for i := range 1000 {
		paragraphs = append(paragraphs, strings.Repeat("đoạn ", 6)+strings.Repeat("một ", i%7)+string(rune('a'+i%26))+string(rune('a'+i/26%26)))
	}
	paragraphs = append(paragraphs, "ngắn", strings.Repeat("rất dài ", 200))
	dir := writeCorpus(t, "own", paragraphs)
	seen := make(map[string]part)
	for _, want := range []part{training, dev, test} {
		got, err := sample(dir, want, 1, 2000)
		if err != nil || len(got) == 0 {
			t.Fatalf("part %d: %d paragraphs, %v", want, len(got), err)
		}
		for _, p := range got {
			if partOf("own", p) != want {
				t.Fatalf("%q is not of part %d", p, want)
			}
			seen[p] = want
		}
	}
	if len(seen) != 1000 {
		t.Errorf("%d paragraphs in all parts, want the 1000 that are neither short nor long", len(seen))
	}
	few, _ := sample(dir, training, 1, 50)
	again, _ := sample(dir, training, 1, 50)
	other, _ := sample(dir, training, 2, 50)
	if len(few) != 50 || !slices.Equal(few, again) || slices.Equal(few, other) {
		t.Error("a sample is not decided by its seed")
	}
}

// A page is dealt to the engines in turn; one that fails costs its reading only.
func TestPressPage(t *testing.T) {
	needFaces(t)
	dir := t.TempDir()
	reading := filepath.Join(dir, "reading.txt")
	if err := os.WriteFile(reading, []byte("Cac phong cua s6 t6 chuc hop\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	good := engine{name: "good", command: []string{"cat", reading}, share: 1}
	bad := engine{name: "bad", command: []string{"false"}, share: 1}
	p := press{dir: filepath.Join(dir, "pairs"), deck: []engine{good, bad}, seed: 3}
	if err := p.clear(); err != nil {
		t.Fatal(err)
	}
	if err := p.page(context.Background(), 0, []string{"Các phòng của sở tổ chức họp"}); err != nil {
		t.Fatal(err)
	}
	pages, err := readPages(p.file(good))
	if err != nil || len(pages) != readersOfPage/2 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	if raw := pages[0].raw; raw != "Cac phong cua s6 t6 chuc hop\n" {
		t.Errorf("read %q", raw)
	}
	if _, err := os.Stat(p.file(bad)); err == nil {
		t.Error("an engine that fails has pairs")
	}
	if err := p.clear(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(p.file(good)); err == nil {
		t.Error("pairs of an earlier run are still there")
	}
}

func TestEnginesNotInstalled(t *testing.T) {
	if (engine{name: "none", command: []string{"no-such-reader"}}).here(nil) {
		t.Error("an engine that is not there is here")
	}
	latin := engine{name: "latin", command: []string{"cat"}, language: "lat"}
	if latin.here([]string{"eng"}) || !latin.here([]string{"eng", "lat"}) {
		t.Error("a language counts as installed when it is not, or the other way round")
	}
}

func TestDeck(t *testing.T) {
	count := make(map[string]int)
	for _, e := range deck([]engine{{name: "a", share: 3}, {name: "b", share: 1}, {name: "c", share: 2}}) {
		count[e.name]++
	}
	if count["a"] != 3 || count["b"] != 1 || count["c"] != 2 {
		t.Errorf("shares %v", count)
	}
}
