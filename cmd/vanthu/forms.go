package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
	"vanthu/ingest"
	"vanthu/ingest/output"
	"vanthu/ingest/output/pdfa"
)

// form is a kind of file that a document can be written as.
type form struct {
	ending string
	write  func(a *app, ctx context.Context, w io.Writer, original string, r pipeline.Record) error
}

// forms that documents are written as. What export calls them is the ending's
// first word: txt, hocr, alto, pdf.
var forms = []form{
	{".txt", func(_ *app, _ context.Context, w io.Writer, _ string, r pipeline.Record) error {
		return printPages(w, r.Document.Pages, ingest.Page.Text)
	}},
	{".hocr", func(_ *app, _ context.Context, w io.Writer, _ string, r pipeline.Record) error {
		return output.HOCR(w, r.Document)
	}},
	{".alto.xml", func(_ *app, _ context.Context, w io.Writer, _ string, r pipeline.Record) error {
		return output.ALTO(w, r.Document)
	}},
	{".pdf", (*app).writePDF},
}

// formOf finds the form that a file's name asks for.
func formOf(name string) (form, error) {
	for _, f := range forms {
		if strings.HasSuffix(strings.ToLower(name), f.ending) {
			return f, nil
		}
	}
	return form{}, usage(fmt.Errorf("cannot write %s; give a name that ends in .txt, .hocr, .alto.xml or .pdf", filepath.Base(name)))
}

// formCalled finds a form by the name that export has for it.
func formCalled(name string) (form, bool) {
	for _, f := range forms {
		if first, _, _ := strings.Cut(f.ending[1:], "."); first == name {
			return f, true
		}
	}
	return form{}, false
}

// writePDF writes a searchable copy and says what a reader of the original
// would miss in it.
func (a *app) writePDF(ctx context.Context, w io.Writer, original string, r pipeline.Record) error {
	result, err := pdfa.Write(ctx, w, original, r.Document, pdfa.Options{Title: title(r)})
	if err != nil {
		return err
	}
	if result.Signed {
		a.tell("%s is signed: the copy shows the stamp but carries no signature, the original stays as it is", r.Document.File)
	}
	if len(result.Obstacles) > 0 {
		var why []string
		for _, o := range result.Obstacles {
			why = append(why, a.say(string(o)))
		}
		a.tell("%s: the copy is searchable but not PDF/A: %s", r.Document.File, strings.Join(why, "; "))
	}
	return nil
}

// title is what a viewer shows of a document.
func title(r pipeline.Record) string {
	return strings.Join(compact(value(r.Fields.Number), value(r.Fields.Title)), " · ")
}

// writeForm writes a document to a file, whole or not at all, and never over
// the original.
func (a *app) writeForm(ctx context.Context, f form, path, original string, r pipeline.Record) error {
	if same(path, original) {
		return usage(errors.New("the original is never written over; give another name"))
	}
	return a.toFile(path, func(w io.Writer) error { return f.write(a, ctx, w, original, r) })
}

// exportForms writes documents of the archive to a folder. One that cannot be
// written costs itself only.
func (a *app) exportForms(ctx context.Context, f form, folder string, choose choice) error {
	if folder == "" {
		return usage(errors.New("documents are written to a folder; name it with -o"))
	}
	return a.withArchive(func(v *pipeline.View) error {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		failed := 0
		for r, err := range choose(v) {
			if err != nil {
				return err
			}
			if r.State != catalogue.Done {
				continue
			}
			err := a.exportForm(ctx, f, folder, v, r)
			switch {
			case errors.Is(err, ingest.ErrUnsupported):
				a.tell("skipped: %s: %s", r.Document.File, a.reason(err.Error()))
			case ctx.Err() != nil || errors.Is(err, syscall.ENOSPC):
				return errors.Join(ctx.Err(), err)
			case err != nil:
				failed++
				fmt.Fprintln(a.talk, a.say("failed: %s: %s", r.Document.File, a.reason(err.Error())))
			}
		}
		if failed > 0 {
			return errSomeFailed
		}
		return nil
	})
}

func (a *app) exportForm(ctx context.Context, f form, folder string, v *pipeline.View, r pipeline.Record) error {
	original, err := v.Original(r.Document.ID)
	if err != nil {
		return err
	}
	return a.writeForm(ctx, f, filepath.Join(folder, r.Document.ID.Short()+f.ending), original, r)
}

func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
