package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writePairs makes a folder with what engines read.
func writePairs(t *testing.T, pairs map[string][]string) string {
	t.Helper()
	dir := t.TempDir()
	for engine, lines := range pairs {
		text := strings.Repeat(strings.Join(lines, "\n")+"\n\n", 20)
		if err := os.WriteFile(filepath.Join(dir, engine+".tsv"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func channelOf(t *testing.T, args ...string) (foreign, vie string) {
	t.Helper()
	out := t.TempDir()
	if err := runChannel(context.Background(), append(args, "-out", out)); err != nil {
		t.Fatal(err)
	}
	var text [2]string
	for i, name := range []string{"foreign.tsv", "vie.tsv"} {
		data, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		text[i] = "\n" + string(data)
	}
	return text[0], text[1]
}

func TestChannel(t *testing.T) {
	pairs := writePairs(t, map[string][]string{
		"tesseract-eng": {"của chủ thủ tục\tciia chii thii tuc", "lý lịch hồ sơ\t1y lich hé so"},
		"ocrad":         {"của chủ thủ tục\tcza chz thz tuc"},
		"tesseract-vie": {"tổ chức cán bộ\ttô chức cán bộ"},
	})
	foreign, vie := channelOf(t, "-pairs", pairs)
	for _, want := range []string{"\nủ\tii\t", "\nủ\tz\t", "\nl\t1\t"} {
		if !strings.Contains(foreign, want) {
			t.Errorf("the channel of foreign engines has no %q:%s", want, foreign)
		}
	}
	if strings.Contains(foreign, "\nổ\tô\t") || !strings.Contains(vie, "\nổ\tô\t") {
		t.Error("ổ read as ô is a slip of Tesseract vie alone")
	}
	if without, _ := channelOf(t, "-pairs", pairs, "-without", "ocrad"); strings.Contains(without, "\nủ\tz\t") {
		t.Error("an engine left out teaches")
	}
}

// An engine that has read twice as much has no more to say.
func TestMixtureWeighsEnginesNotPages(t *testing.T) {
	one := []string{"của chủ thủ tục\tciia chii thii tuc"}
	few, _ := channelOf(t, "-pairs", writePairs(t, map[string][]string{"tesseract-eng": one, "ocrad": {"của\tcza"}, "tesseract-vie": one}))
	many, _ := channelOf(t, "-pairs", writePairs(t, map[string][]string{"tesseract-eng": append(one, one...), "ocrad": {"của\tcza"}, "tesseract-vie": one}))
	if few != many {
		t.Errorf("few pages\n%s\nmany\n%s", few, many)
	}
}

func TestChannelNeedsTesseractVie(t *testing.T) {
	pairs := writePairs(t, map[string][]string{"tesseract-eng": {"của\tciia"}})
	if err := runChannel(context.Background(), []string{"-pairs", pairs, "-out", t.TempDir()}); err == nil {
		t.Error("no pairs of Tesseract vie, and no error")
	}
}

func TestReadPages(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.tsv")
	if err := os.WriteFile(file, []byte("một\tmot\nhai\that\n\nba\tba\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	pages, err := readPages(file)
	if err != nil || len(pages) != 2 || pages[0].gold != "một\nhai\n" || pages[0].raw != "mot\nhat\n" || pages[1].gold != "ba\n" {
		t.Errorf("%+v, %v", pages, err)
	}
}
