package output_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/ingest"
	"vanthu/ingest/output"
)

var update = flag.Bool("update", false, "rewrite golden files")

func word(raw, text string, x0, x1, y float64) ingest.Word {
	w := ingest.Word{Raw: raw, Text: text, Box: ingest.Box{X0: x0, Y0: y, X1: x1, Y1: y + 12}, Conf: 0.9}
	if raw != text {
		w.Change, w.Sure = "ocr", 0.75
	}
	return w
}

func lineOf(zone ingest.Zone, para int, words ...ingest.Word) ingest.Line {
	l := ingest.Line{Words: words, Zone: zone, Para: para}
	for _, w := range words {
		l.Box = l.Box.Union(w.Box)
	}
	return l
}

func cell(l ingest.Line, row, column int) ingest.Line {
	l.Cell = ingest.Cell{Table: 1, Row: row, Column: column}
	return l
}

// sample is a small plan with everything that forms have to deal with: a
// restored word, one of two pieces, one that was two, junk, a table, a stamp, a
// page without text and one that could not be read.
func sample() ingest.Document {
	return ingest.Document{
		ID: ingest.ID(strings.Repeat("ab12", 16)), File: "/kho/hồ sơ/kế hoạch \"05\".pdf", Kind: "application/pdf",
		Pages: []ingest.Page{
			{
				Number: 1, Width: 595, Height: 842, Source: ingest.SourceOCR, DPI: 200,
				Lines: []ingest.Line{
					lineOf(ingest.ZoneTitle, 1, word("KẾ", "KẾ", 270, 290, 100), word("HOACH", "HOẠCH", 294, 330, 100)),
					lineOf(ingest.ZoneBody, 2, word("Phát", "Phát", 90, 115, 130), word("tri", "triển", 119, 130, 130), word("ển", "", 131, 145, 130),
						word("nôngnghiệp", "nông nghiệp", 150, 220, 130), word("~", "", 225, 230, 130)),
					lineOf(ingest.ZoneBody, 2, word("&", "&", 90, 98, 145), word("<5%>", "<5%>", 102, 130, 145)),
					cell(lineOf(ingest.ZoneTable, 3, word("TT", "TT", 90, 105, 170)), 1, 1),
					cell(lineOf(ingest.ZoneTable, 3, word("Nội", "Nội", 120, 140, 170), word("dung", "dung", 144, 170, 170)), 1, 2),
				},
				Annotations: []ingest.Line{lineOf("", 0, word("Ký", "Ký", 400, 412, 20), word("bởi:", "bởi:", 415, 435, 20))},
			},
			{Number: 2, Width: 595, Height: 842, Source: ingest.SourceBlank},
			{Number: 3, Err: "time limit reached"},
		},
	}
}

var forms = []struct {
	ending string
	write  func(io.Writer, ingest.Document) error
}{
	{".hocr", output.HOCR},
	{".alto.xml", output.ALTO},
}

func TestGolden(t *testing.T) {
	for _, f := range forms {
		var have bytes.Buffer
		if err := f.write(&have, sample()); err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", "ke-hoach"+f.ending)
		if *update {
			if err := os.WriteFile(golden, have.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), have.String()); diff != "" {
			t.Errorf("%s (-want +have):\n%s", golden, diff)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		why  string
		line ingest.Line
		want []output.Word
	}{
		{"as the page said it", lineOf("", 0, word("Sở", "Sở", 0, 10, 0)), []output.Word{{Text: "Sở", Box: ingest.Box{X1: 10, Y1: 12}, Conf: 0.9}}},
		{"restored", lineOf("", 0, word("So", "Sở", 0, 10, 0)), []output.Word{{Text: "Sở", Raw: "So", Box: ingest.Box{X1: 10, Y1: 12}, Conf: 0.75}}},
		{"two pieces of a word", lineOf("", 0, word("ngh", "nghiệp", 0, 10, 0), word("iệp", "", 12, 20, 0)),
			[]output.Word{{Text: "nghiệp", Raw: "ngh iệp", Box: ingest.Box{X1: 20, Y1: 12}, Conf: 0.75}}},
		{"two words in a piece", lineOf("", 0, word("Uỷban", "Uỷ ban", 0, 60, 0)),
			[]output.Word{{Text: "Uỷ", Raw: "Uỷban", Box: ingest.Box{X1: 20, Y1: 12}, Conf: 0.75}, {Text: "ban", Box: ingest.Box{X0: 30, X1: 60, Y1: 12}, Conf: 0.75}}},
		{"junk before and after", lineOf("", 0, word("|", "", 0, 1, 0), word("Sở", "Sở", 2, 10, 0), word("~", "", 12, 20, 0)),
			[]output.Word{{Text: "Sở", Box: ingest.Box{X0: 2, X1: 10, Y1: 12}, Conf: 0.9}}},
		{"nothing to print", lineOf("", 0, word("\x01\ufffe", "\x01\ufffe", 0, 10, 0)), nil},
	} {
		if diff := cmp.Diff(c.want, output.Words(c.line)); diff != "" {
			t.Errorf("%s (-want +have):\n%s", c.why, diff)
		}
	}
}

// TestSchemas has xmllint hold both forms against a schema: testdata/alto.xsd
// is the part of ALTO 4.4 that we write, in our own words, since the schema
// itself is under another licence.
func TestSchemas(t *testing.T) {
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("xmllint (Debian: libxml2-utils) is not installed")
	}
	for _, d := range []ingest.Document{sample(), hostile("]]>&\"'<\x00\x1f\u0085\ufffe\uffff\xff\xed\xa0\x80 \U0010ffff\U000e0001 đ")} {
		for _, f := range forms {
			file := filepath.Join(t.TempDir(), "out"+f.ending)
			var b bytes.Buffer
			if err := f.write(&b, d); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			args := []string{"--noout", "--nonet", file}
			if f.ending == ".alto.xml" {
				args = append(args, "--schema", filepath.Join("testdata", "alto.xsd"))
			}
			if out, err := exec.Command("xmllint", args...).CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", f.ending, err, out)
			}
		}
	}
}

// hostile is a document that says the same everywhere.
func hostile(s string) ingest.Document {
	w := ingest.Word{Raw: s, Text: s + "x", Box: ingest.Box{X0: -5, Y0: 1e30, X1: 3, Y1: 2}, Conf: 7}
	return ingest.Document{File: s, Pages: []ingest.Page{{Number: 1, Width: 595, Height: 842, Lines: []ingest.Line{{Words: []ingest.Word{w, w}}}}}}
}

// FuzzWellFormed: whatever a page says, the files are XML and hold the words.
func FuzzWellFormed(f *testing.F) {
	f.Add("Sở Y tế")
	f.Add("]]>&\"'<\x00\ufffe\xff")
	f.Fuzz(func(t *testing.T, s string) {
		for _, form := range forms {
			d := hostile(s)
			var b bytes.Buffer
			if err := form.write(&b, d); err != nil {
				t.Fatal(err)
			}
			texts := texts(t, b.Bytes())
			for _, w := range output.Words(d.Pages[0].Lines[0]) {
				if !strings.Contains(texts, w.Text) {
					t.Errorf("%s: no %q in\n%s", form.ending, w.Text, b.Bytes())
				}
			}
		}
	})
}

// texts is what stands in an XML file, in text and attributes.
func texts(t *testing.T, data []byte) string {
	var all strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all.String()
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, data)
		}
		switch token := token.(type) {
		case xml.CharData:
			all.Write(token)
		case xml.StartElement:
			for _, a := range token.Attr {
				all.WriteString(a.Value + "\n")
			}
		}
	}
}
