// Package scores measures how well vanthu reads, restores, extracts and
// finds, and lays the figures out as one table.
//
// A figure is a Row. Samples takes the project's own samples through the real
// pipeline and gives rows that depend on nothing but this repository and the
// version of Tesseract; they are kept in testdata/scores.txt, so that every
// change of quality is a diff that somebody looks at:
//
//	go test ./cmd/internal/scores -update
//
// The sets of ../shared, speed and other programs are measured by
// cmd/vanthu-scores, which prints everything together. To add a figure of a
// new kind, append a Row where its section is measured:
//
//	rows = append(rows, scores.Row{
//		Section: scores.Search, Set: "samples", What: "recall@1",
//		N: len(queries), Figure: "0.97", Bar: "≥ 0.95",
//	})
//
// Beyond Samples the package only compares: texts (CompareText), fields
// (CompareFields) and ranked hits (Rank). It reads no page itself and never
// looks at a clock. Everything in it may be called from several goroutines.
package scores

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// Section is a part of the table.
type Section string

// The sections.
const (
	Restoration Section = "restoration"
	OCR         Section = "OCR"
	Fields      Section = "fields"
	Search      Section = "search"
	Speed       Section = "speed"
)

// Sections are all of them, in the order in which they are printed.
func Sections() []Section { return []Section{Restoration, OCR, Fields, Search, Speed} }

// Row is one figure.
type Row struct {
	Section Section
	Set     string // what was measured on: "samples", "scans"
	What    string // a file, a field, a kind of query
	N       int    // of how many words, values or queries; 0: does not apply
	Figure  string
	Bar     string // what it must reach, or what another program does
	Note    string
}

// Write prints the rows of one section as a table, or nothing where there are
// none.
func Write(w io.Writer, section Section, rows []Row) error {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return r.Section != section })
	if len(rows) == 0 {
		return nil
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "\n%s\n", section)
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "set\twhat\tn\tfigure\tbar or peer\tnote")
	for _, r := range rows {
		n := ""
		if r.N > 0 {
			n = fmt.Sprint(r.N)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\n", r.Set, r.What, n, r.Figure, r.Bar, r.Note)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := w.Write(trimLines(b.Bytes()))
	return err
}

// trimLines takes the white space off the ends of lines.
func trimLines(text []byte) []byte {
	lines := bytes.Split(text, []byte("\n"))
	for i, l := range lines {
		lines[i] = bytes.TrimRight(l, " ")
	}
	return bytes.Join(lines, []byte("\n"))
}
