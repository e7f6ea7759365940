package main

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vanthu/cmd/vanthu-samples/internal/paper"
	"vanthu/cmd/vanthu-samples/internal/typeset"
)

const (
	root      = "../../testdata/samples"
	documents = root + "/documents"
)

// names are the documents, by their source texts.
func names(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(documents + "/*.txt")
	if err != nil || len(files) < 12 {
		t.Fatalf("found %d documents (%v), want at least 12", len(files), err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".txt")
	}
	return files
}

func read(t *testing.T, path ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func parse(t *testing.T, name string) *paper.Document {
	t.Helper()
	d, err := paper.Parse(name+".txt", string(read(t, documents, name+".txt")))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func shop(t *testing.T) *workshop {
	t.Helper()
	if _, err := os.Stat(typeset.FontDir); err != nil {
		t.Skipf("no %s: install fonts-liberation2", typeset.FontDir)
	}
	w, err := newWorkshop(documents, typeset.FontDir)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestGoldAgreesWithItsDocument(t *testing.T) {
	for _, name := range names(t) {
		t.Run(name, func(t *testing.T) {
			g, err := paper.ParseGold(read(t, documents, name+".json"))
			if err != nil {
				t.Fatal(err)
			}
			for _, wrong := range g.Check(parse(t, name)) {
				t.Error(wrong)
			}
		})
	}
}

func TestEveryDocumentIsASample(t *testing.T) {
	for _, name := range names(t) {
		if !slices.ContainsFunc(samples, func(s sample) bool { return s.document == name && !s.bad }) {
			t.Errorf("%s is in no sample", name)
		}
	}
}

func TestFontsHaveEveryLetterOfTheDocuments(t *testing.T) {
	w := shop(t)
	for _, name := range names(t) {
		for _, r := range parse(t, name).Text() {
			if r != '\n' && !w.fonts.Has(r) {
				t.Errorf("%s: font lacks %c", name, r)
			}
		}
	}
}

// The cheap samples of every maker are made again and compared.
func TestSamplesAreReproducible(t *testing.T) {
	w := shop(t)
	for _, s := range samples {
		heavy := s.damage.DPI > 200 || s.damage.Grain > 0
		if heavy && (testing.Short() || s.file != "09-KH-UBND-tan-hung.pdf") {
			continue
		}
		t.Run(s.file, func(t *testing.T) {
			folder := "scans"
			if s.bad {
				folder = "bad"
			}
			want := read(t, root, folder, s.file)
			have, err := w.build(s)
			if err != nil {
				t.Fatal(err)
			}
			if sha256.Sum256(have) != sha256.Sum256(want) {
				t.Errorf("made %d bytes that differ from the committed %d: run go run ./cmd/vanthu-samples", len(have), len(want))
			}
		})
	}
}

func TestManifestIsCurrent(t *testing.T) {
	if want, have := read(t, root, "manifest.tsv"), manifest(samples); !bytes.Equal(want, have) {
		t.Errorf("manifest.tsv differs from samples.go: run go run ./cmd/vanthu-samples")
	}
}

func TestSamplesStaySmall(t *testing.T) {
	const limit = 8 << 20
	var sum int64
	err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		sum += info.Size()
		return err
	})
	if err != nil || sum > limit {
		t.Errorf("samples take %d bytes (%v), limit %d", sum, err, limit)
	}
}

// queries.tsv: query, document expected first, why; # begins a comment.
func TestQueriesNameDocuments(t *testing.T) {
	known := append(names(t), "document")
	n := 0
	for line := range strings.Lines(string(read(t, "../../testdata/queries.tsv"))) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(strings.TrimSpace(line), "\t")
		if len(row) != 3 || !slices.Contains(known, row[1]) {
			t.Errorf("%q does not name a query, a document and a reason", line)
		}
		n++
	}
	if n < 26 {
		t.Errorf("%d lines, want a head and at least 25 queries", n)
	}
}

func TestStrip(t *testing.T) {
	for in, want := range map[string]string{
		"Đường về thôn, 05/QĐ-UBND": "Duong ve thon, 05/QD-UBND",
		"Ủy ban S’tiêng":            "Uy ban S'tieng",
	} {
		if got := strip(in); got != want {
			t.Errorf("strip(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEncodeTCVN3(t *testing.T) {
	got, err := encodeTCVN3("Báo cáo ủy Ủ ĐƠN")
	if want := "B\xb8o c\xb8o \xf1y \xf1 \xa7\xa5N"; err != nil || string(got) != want {
		t.Errorf("encodeTCVN3 = %q (%v), want %q", got, err, want)
	}
	if _, err := encodeTCVN3("漢"); err == nil {
		t.Error("a letter outside the table was accepted")
	}
	if a, b := utf8.RuneCountInString(tcvn3Letters), len(tcvn3Bytes); a != b || a != 74 {
		t.Errorf("table has %d letters and %d bytes, want 74 each", a, b)
	}
}

func TestDecomposedTextIsTheSameText(t *testing.T) {
	j := &job{doc: parse(t, "le-loi-thu-vien")}
	data, err := decomposed(j)
	if err != nil || norm.NFC.IsNormal(data) {
		t.Fatalf("text is not decomposed (%v)", err)
	}
	if norm.NFC.String(string(data)) != j.doc.Text() {
		t.Error("composed again, the text differs")
	}
}
