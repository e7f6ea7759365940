package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"vanthu/ingest"
	"vanthu/ingest/textpage"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// TestGolden reads the documents in testdata. All were written for this test;
// none is a real one.
func TestGolden(t *testing.T) {
	x := newExtractor(t)
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel() // also shows that an Extractor may be shared
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f := x.Extract(document(string(a.Files[0].Data)))
			checkEvidence(t, f)
			have := dump(f)
			if *update {
				a.Files[1].Data = []byte(have)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(strings.Split(string(a.Files[1].Data), "\n"), strings.Split(have, "\n")); diff != "" {
				t.Errorf("%s: -want +have\n%s", file, diff)
			}
		})
	}
}

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// document sets text on pages, as the reader of text files does.
func document(s string) ingest.Document {
	return ingest.Document{File: "test.txt", Pages: slices.Collect(textpage.Pages(s))}
}

// checkEvidence holds every single field to its evidence.
func checkEvidence(t *testing.T, f Fields) {
	t.Helper()
	for name, value := range singles(f) {
		if e, ok := f.Evidence[name]; value != "" && (!ok || e.Page == 0 || e.Rule == "" || e.Confidence <= 0) {
			t.Errorf("%s = %q has no evidence: %+v", name, value, e)
		}
	}
}

func singles(f Fields) map[string]string {
	m := map[string]string{}
	for name, p := range map[string]*string{
		"doc_type": f.DocType, "number": f.Number, "place": f.Place, "issued": f.Issued, "issuer": f.Issuer,
		"issuer_parent": f.IssuerParent, "issuer_level": f.IssuerLevel, "effective": f.Effective, "urgency": f.Urgency, "secrecy": f.Secrecy,
		"arrival.number": f.Arrival.Number, "arrival.date": f.Arrival.Date, "province": f.Province, "title": f.Title,
		"signer.name": f.Signer.Name, "signer.position": f.Signer.Position, "signer.capacity": f.Signer.Capacity,
	} {
		if p != nil {
			m[name] = *p
		}
	}
	if f.Year != nil {
		m["year"] = fmt.Sprint(*f.Year)
	}
	return m
}

// dump is a Fields as lines that a person reads and a diff shows.
func dump(f Fields) string {
	var b strings.Builder
	line := func(key string, parts ...string) { fmt.Fprintln(&b, key+" "+strings.Join(parts, " | ")) }
	values := singles(f)
	for _, key := range []string{"doc_type", "number", "place", "issued", "issuer", "issuer_parent", "issuer_level", "province", "title", "year",
		"effective", "urgency", "secrecy", "arrival.number", "arrival.date",
		"signer.capacity", "signer.position", "signer.name"} {
		if values[key] != "" {
			line(key, values[key])
		}
	}
	for _, r := range f.Recipients {
		line("recipient", r)
	}
	for _, c := range f.Citations {
		line("citation", c.Number, str(c.Issued), str(c.Type), str(c.Issuer), str(c.Subject), c.Relation)
	}
	for _, s := range f.Sections {
		line("section", s.Path, s.Label, s.Heading, strings.ReplaceAll(s.Text, "\n", " / "))
	}
	for _, k := range f.Tasks {
		line("task", k.Section, k.Unit, k.Text, str(k.Due), strings.Join(k.With, "; "))
	}
	for _, g := range f.Targets {
		line("target", g.Comparison+g.Value, str(g.What), g.Text)
	}
	for _, d := range f.Deadlines {
		line("deadline", str(d.Date)+str(d.Rule), d.What, str(d.To))
	}
	for _, d := range f.Periodic {
		line("periodic", str(d.Rule), d.What, str(d.To))
	}
	for _, a := range f.Annexes {
		line("annex", a.Kind, a.Label, a.Title, fmt.Sprintf("%d-%d", a.From, a.To), fmt.Sprint(len(a.Sections)))
	}
	for _, e := range f.Contacts.Emails {
		line("email", e)
	}
	for _, p := range f.Contacts.Phones {
		line("phone", p)
	}
	for _, r := range f.Review {
		line("review", r)
	}
	return b.String()
}

func str(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}
