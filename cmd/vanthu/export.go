package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
)

func (a *app) exportCommand() *cobra.Command {
	var format, file string
	cmd := &cobra.Command{
		Use:   "export [ID]…",
		Short: a.say("write the fields of all documents to a table, or the documents to files"),
		Long: a.say(`Writes the fields of all documents: csv with the field names of Thông tư
02/2019/TT-BNV, for other systems to load; jsonl with everything that vanthu
read, one document a line.

Or writes the documents themselves (those named by ID or number, else all) to
the folder given by -o, each to a file named by its ID: as pdf, searchable
copies; txt, hocr or alto, what was read. vanthu ocr --help tells what they are.`),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f, ok := formCalled(format); ok {
				return a.exportForms(cmd.Context(), f, file, args)
			}
			write, ok := exports[format]
			switch {
			case !ok:
				return usage(fmt.Errorf("format %q is not csv, jsonl, txt, hocr, alto or pdf", format))
			case len(args) > 0:
				return usage(fmt.Errorf("a table is of all documents; %s cannot be named", args[0]))
			}
			return a.withArchive(func(v *pipeline.View) error {
				return a.toFile(file, func(w io.Writer) error { return a.export(cmd, v, write(w)) })
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "csv", a.say("csv, jsonl, txt, hocr, alto or pdf"))
	cmd.Flags().StringVarP(&file, "output", "o", "", a.say("file to write (standard output if not given), or folder for documents"))
	return cmd
}

// exporter writes one kind of table.
type exporter interface {
	write(pipeline.Record) error
	end() error
}

var exports = map[string]func(io.Writer) exporter{
	"csv":   newCSVExport,
	"jsonl": newJSONExport,
}

func (a *app) export(cmd *cobra.Command, v *pipeline.View, e exporter) error {
	for r, err := range v.Records(cmd.Context()) {
		if err != nil {
			return err
		}
		if r.State != catalogue.Done {
			continue
		}
		if err := e.write(r); err != nil {
			return err
		}
	}
	return e.end()
}

// toFile gives standard output, or a file that is there whole or not at all.
func (a *app) toFile(path string, write func(io.Writer) error) error {
	if path == "" {
		return write(a.out)
	}
	f, err := renameio.NewPendingFile(path, renameio.WithPermissions(0o644))
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer f.Cleanup()
	if err := write(f); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return f.CloseAtomicallyReplace()
}

type jsonExport struct{ io.Writer }

func newJSONExport(w io.Writer) exporter { return jsonExport{w} }

func (e jsonExport) write(r pipeline.Record) error { return writeJSON(e.Writer, r.Fields) }
func (e jsonExport) end() error                    { return nil }

// csvExport writes the input fields of Thông tư 02/2019/TT-BNV. What vanthu
// does not know (storage time, format of the paper) stays empty.
type csvExport struct{ *csv.Writer }

var csvColumns = []string{
	"DocCode", "Identifier", "DocOrdinal", "TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "OrganName",
	"Subject", "Language", "PageAmount", "Description", "SignerPosition", "SignerFullName", "To",
}

// Lengths that the regulation allows, in letters.
const (
	maxCodeNumber   = 11
	maxCodeNotation = 30
	maxOrganName    = 200
	maxSubject      = 500
)

func newCSVExport(w io.Writer) exporter {
	t := newTable(w)
	t.Write(csvColumns)
	return csvExport{t}
}

// newTable begins a table that Excel opens as UTF-8: a byte order mark first.
func newTable(w io.Writer) *csv.Writer {
	io.WriteString(w, "\ufeff")
	return csv.NewWriter(w)
}

func (e csvExport) write(r pipeline.Record) error {
	f := r.Fields
	number, notation, _ := strings.Cut(value(f.Number), "/")
	return e.Write(harmless(
		string(r.Document.ID), string(r.Document.ID), "", value(f.DocType), cut(number, maxCodeNumber), cut(notation, maxCodeNotation),
		vietnameseDate(value(f.Issued)), cut(value(f.Issuer), maxOrganName), cut(value(f.Title), maxSubject), "vi",
		strconv.Itoa(len(r.Document.Pages)), r.Document.File, value(f.Signer.Position), value(f.Signer.Name), strings.Join(f.Recipients, "; "),
	))
}

func (e csvExport) end() error { return flush(e.Writer) }

// cut shortens s to n letters.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

// vietnameseDate turns 2019-09-11 into 11/09/2019, as the regulation has it.
func vietnameseDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	return t.Format("02/01/2006")
}

// harmless keeps spreadsheets from running what a scanned page says: a cell
// that begins like a formula gets an apostrophe before it.
func harmless(cells ...string) []string {
	for i, c := range cells {
		if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			cells[i] = "'" + c
		}
	}
	return cells
}
