package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/register"
	"vanthu/index"
	"vanthu/ingest"
)

func (a *app) exportCommand() *cobra.Command {
	var format, form, file, search string
	cmd := &cobra.Command{
		Use:   "export [ID]…",
		Short: a.say("write the fields of all documents to a table, or the documents to files"),
		Long: a.say(`Writes the fields of all documents: csv, xlsx or xml with the field names of
Thông tư 02/2019/TT-BNV, for other systems to load, or with --form as a book of
Nghị định 30/2020/NĐ-CP: so-van-ban-di, so-van-ban-den, muc-luc; jsonl with
everything that vanthu read, one document a line.

Or writes the documents themselves (those named by ID or number, else all) to
the folder given by -o, each to a file named by its ID: as pdf, searchable
copies; txt, hocr or alto, what was read. vanthu ocr --help tells what they are.

With --search only the documents that vanthu search finds.`),
		RunE: func(cmd *cobra.Command, args []string) error {
			if search != "" && len(args) > 0 {
				return usage(fmt.Errorf("name documents or search for them; %s is named beside a search", args[0]))
			}
			choose := chosen(cmd.Context(), args, search)
			if f, ok := formCalled(format); ok {
				return a.exportForms(cmd.Context(), f, file, choose)
			}
			table, known := register.FormCalled(form)
			switch {
			case format != "jsonl" && !slices.Contains(register.Formats, format):
				return usage(fmt.Errorf("format %q is not csv, xlsx, xml, jsonl, txt, hocr, alto or pdf", format))
			case !known:
				return usage(fmt.Errorf("form %q is not %s", form, strings.Join(register.Names(), ", ")))
			case len(args) > 0:
				return usage(fmt.Errorf("a table is of all documents; %s cannot be named", args[0]))
			}
			return a.withArchive(func(v *pipeline.View) error {
				return a.toFile(file, func(w io.Writer) error {
					if format == "jsonl" {
						return a.exportLines(choose(v), w)
					}
					return a.exportTable(choose(v), w, format, table)
				})
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "csv", a.say("csv, xlsx, xml, jsonl, txt, hocr, alto or pdf"))
	cmd.Flags().StringVar(&form, "form", "fields", a.say("columns of a table: fields, so-van-ban-di, so-van-ban-den or muc-luc"))
	cmd.Flags().StringVar(&search, "search", "", a.say("only documents that this search finds"))
	cmd.Flags().StringVarP(&file, "output", "o", "", a.say("file to write (standard output if not given), or folder for documents"))
	return cmd
}

// exportLines writes all that was read of each document, a line each.
func (a *app) exportLines(all iter.Seq2[pipeline.Record, error], w io.Writer) error {
	for r, err := range all {
		if err == nil && r.State == catalogue.Done {
			err = writeJSON(w, r.Fields)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// exportTable writes a form of documents.
func (a *app) exportTable(all iter.Seq2[pipeline.Record, error], w io.Writer, format string, form register.Form) error {
	var records []pipeline.Record
	for r, err := range all {
		if err != nil {
			return err
		}
		if r.State == catalogue.Done {
			r.Document.Pages = make([]ingest.Page, len(r.Document.Pages)) // only their number is asked for
			records = append(records, r)
		}
	}
	table, err := register.NewWriter(format, w, form)
	if err != nil {
		return err
	}
	for i, r := range form.Sorted(records) {
		if err := table.Write(form.Row(i+1, r)); err != nil {
			return err
		}
	}
	return table.Close()
}

// choice are the records of an archive that are asked for.
type choice func(*pipeline.View) iter.Seq2[pipeline.Record, error]

// chosen are the records with these IDs or numbers, those that a search finds,
// or all.
func chosen(ctx context.Context, ids []string, search string) choice {
	return func(v *pipeline.View) iter.Seq2[pipeline.Record, error] {
		var err error
		if search != "" {
			ids, err = v.Matching(ctx, index.Query{Text: search})
		} else if len(ids) == 0 {
			return v.Records(ctx)
		}
		if err != nil {
			return func(yield func(pipeline.Record, error) bool) { yield(pipeline.Record{}, err) }
		}
		return named(ctx, v, ids)
	}
}

func named(ctx context.Context, v *pipeline.View, ids []string) iter.Seq2[pipeline.Record, error] {
	return func(yield func(pipeline.Record, error) bool) {
		for _, id := range ids {
			if !yield(v.Find(ctx, id)) {
				return
			}
		}
	}
}

// toFile gives standard output, or a file that is there whole or not at all.
func (a *app) toFile(path string, write func(io.Writer) error) error {
	if path == "" {
		return write(a.out)
	}
	f, err := renameio.NewPendingFile(path, renameio.WithPermissions(0o644), renameio.WithTempDir(filepath.Dir(path)))
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer f.Cleanup()
	if err := write(f); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return f.CloseAtomicallyReplace()
}
