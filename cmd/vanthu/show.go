package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/ingest"
)

func (a *app) showCommand() *cobra.Command {
	var text, raw, asJSON, diff, before, open bool
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: a.say("show one document: its fields, text, or what was restored"),
		Long:  a.say("Shows one document, named by its ID (the first digits will do) or its number."),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withArchive(func(v *pipeline.View) error {
				r, err := v.Find(cmd.Context(), args[0])
				switch {
				case err != nil:
					return err
				case open:
					return a.openOriginal(cmd.Context(), v, r.Document.ID)
				case asJSON:
					return a.printJSON(r)
				case text:
					return printPages(a.out, r.Document.Pages, ingest.Page.Text)
				case raw:
					return printPages(a.out, r.Document.Pages, ingest.Page.Raw)
				case diff:
					return a.printDiff(r.Document.Pages)
				case before:
					return a.printBefore(v, r.Document)
				}
				twins, err := v.Twins(cmd.Context(), r)
				if err != nil {
					return err
				}
				return a.printFields(r, twins)
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&text, "text", false, a.say("the restored text"))
	f.BoolVar(&raw, "raw", false, a.say("the text as the page said it"))
	f.BoolVar(&asJSON, "json", false, a.say("the whole record as JSON"))
	f.BoolVar(&diff, "diff", false, a.say("the lines that restoration changed, before and after"))
	f.BoolVar(&before, "before", false, a.say("what the pages said before they were last read anew, and say now"))
	f.BoolVar(&open, "open", false, a.say("open the original in its viewer"))
	cmd.MarkFlagsMutuallyExclusive("text", "raw", "json", "diff", "before", "open")
	return cmd
}

func printPages(w io.Writer, pages []ingest.Page, read func(ingest.Page) string) error {
	for i, p := range pages {
		if i > 0 {
			fmt.Fprint(w, "\f\n")
		}
		if _, err := fmt.Fprintln(w, read(p)); err != nil {
			return err
		}
	}
	return nil
}

// printDiff prints each line that reads otherwise than the page said.
func (a *app) printDiff(pages []ingest.Page) error {
	for _, p := range pages {
		for _, l := range p.Lines {
			if l.Raw() == l.Text() {
				continue
			}
			if _, err := fmt.Fprintf(a.out, "%s\n- %s\n+ %s\n", a.say("page %d", p.Number), l.Raw(), l.Text()); err != nil {
				return err
			}
		}
	}
	return nil
}

// printBefore prints where the pages now read otherwise than before.
func (a *app) printBefore(v *pipeline.View, now ingest.Document) error {
	old, err := v.Before(now.ID)
	if errors.Is(err, fs.ErrNotExist) {
		a.tell("It was read only once.")
		return nil
	}
	if err != nil {
		return err
	}
	for i, p := range now.Pages {
		raw := ""
		if i < len(old.Pages) {
			raw = old.Pages[i].Raw() + "\n"
		}
		if _, err := io.WriteString(a.out, udiff.Unified(a.say("page %d, before", p.Number), a.say("page %d", p.Number), raw, p.Raw()+"\n")); err != nil {
			return err
		}
	}
	return nil
}

// openOriginal hands the file to whatever the desktop opens such files with.
func (a *app) openOriginal(ctx context.Context, v *pipeline.View, id ingest.ID) error {
	path, err := v.Original(id)
	if err != nil {
		return err
	}
	if out, err := exec.CommandContext(ctx, "xdg-open", path).CombinedOutput(); err != nil {
		return fmt.Errorf("open %s: %w %s", path, err, strings.TrimSpace(string(out)))
	}
	return nil
}

// printFields prints what was read from the document, one field a line.
func (a *app) printFields(r pipeline.Record, twins []pipeline.Twin) error {
	w := fieldWriter{app: a, evidence: r.Fields.Evidence}
	f := r.Fields
	w.line("file", "", fmt.Sprintf("%s (%s, %s)", r.Document.File, r.Document.Kind, a.say("%d pages", len(r.Document.Pages))))
	w.line("ID", "", string(r.Document.ID))
	w.line("state", "", strings.Join(compact(a.say(string(r.State)), a.reason(r.Reason)), ": "))
	w.field("doc_type", f.DocType)
	w.field("number", f.Number)
	w.field("issued", f.Issued)
	w.field("place", f.Place)
	w.field("issuer", f.Issuer)
	w.field("issuer_parent", f.IssuerParent)
	if f.IssuerLevel != nil {
		level := a.say(*f.IssuerLevel)
		w.field("issuer_level", &level)
	}
	w.field("province", f.Province)
	w.field("title", f.Title)
	w.field("effective", f.Effective)
	w.field("urgency", f.Urgency)
	w.field("secrecy", f.Secrecy)
	w.field("arrival.number", f.Arrival.Number)
	w.field("arrival.date", f.Arrival.Date)
	w.field("signer.name", f.Signer.Name)
	w.field("signer.position", f.Signer.Position)
	w.field("signer.capacity", f.Signer.Capacity)
	w.list("recipients", f.Recipients)
	w.list("citations", a.citations(f.Citations))
	w.list("deadlines", a.deadlines(slices.Concat(f.Deadlines, f.Periodic)))
	w.list("annexes", a.annexes(f.Annexes))
	w.list("twins", a.twins(twins))
	w.list("review", a.notes(f.Review))
	return w.err
}

func (a *app) citations(all []extract.Citation) []string {
	var out []string
	for _, c := range all {
		out = append(out, strings.Join(compact(c.Number, value(c.Issued), value(c.Issuer), a.say(c.Relation)), ", "))
	}
	return out
}

func (a *app) annexes(all []extract.Annex) []string {
	var out []string
	for _, x := range all {
		pages := a.say("pages %d to %d", x.From, x.To)
		out = append(out, strings.Join(compact(a.say(x.Kind), x.Label, x.Title, pages), ", "))
	}
	return out
}

// twins names the documents that may be the same paper, and why.
func (a *app) twins(all []pipeline.Twin) []string {
	var out []string
	for _, t := range all {
		why := a.say("same number, issuer and date")
		if !t.Same {
			why = a.say("%d%% of the words the same", int(t.Alike*100+0.5))
		}
		out = append(out, strings.Join(compact(t.ID.Short(), t.Number, t.Title, why), ", "))
	}
	return out
}

func (a *app) deadlines(all []extract.Deadline) []string {
	var out []string
	for _, d := range all {
		out = append(out, strings.Join(compact(a.when(value(d.Date), value(d.Rule)), d.What), ", "))
	}
	return out
}

// fieldWriter prints fields under their names and keeps the first error.
type fieldWriter struct {
	app      *app
	evidence map[string]extract.Evidence
	err      error
}

// nameWidth is the room for a field's name, in letters.
const nameWidth = 18

func (w *fieldWriter) line(name, note, text string) {
	if w.err == nil && text != "" {
		_, w.err = fmt.Fprintln(w.app.out, strings.TrimRight(fmt.Sprintf("%-*s %s  %s", nameWidth, w.app.say(name), text, note), " "))
	}
}

// field prints a single field with where it stands and how sure it is.
func (w *fieldWriter) field(name string, v *string) {
	note := ""
	if e, ok := w.evidence[name]; ok {
		note = w.app.say("(page %d, %s, %d%%)", e.Page, w.app.say(e.Source), int(e.Confidence*100+0.5))
	}
	w.line(name, note, value(v))
}

func (w *fieldWriter) list(name string, all []string) {
	for _, s := range all {
		w.line(name, "", s)
		name = ""
	}
}

// value of a field; absent is empty.
func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
