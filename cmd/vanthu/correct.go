package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
)

// correcting is a call of vanthu correct.
type correcting struct {
	*app
	words  []string // OLD=NEW
	page   int
	undo   []string
	list   bool
	asJSON bool
}

func (a *app) correctCommand() *cobra.Command {
	c := &correcting{app: a}
	cmd := &cobra.Command{
		Use:   "correct ID [FIELD=VALUE...]",
		Short: a.say("set right what was read wrong, for good"),
		Long: a.say(`Sets fields or words of a document (named by its ID or number) right. What a
person corrected stays when the document is read anew; what was read instead
stays beside it; and the restorer knows corrected words and names from then on.

  vanthu correct 3f2a number=15/KH-UBND issued=5/3/2021
  vanthu correct 15/KH-UBND --page 2 --text "Nguyễn Vàn An=Nguyễn Văn An"
  vanthu correct 15/KH-UBND --undo issued --undo text

No value (urgency=) says that the document has none. Fields: %s`, strings.Join(extract.Corrigible(), " ")),
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd.Context(), args) },
	}
	f := cmd.Flags()
	f.StringArrayVar(&c.words, "text", nil, a.say("words that were read wrong and what they are: OLD=NEW"))
	f.IntVar(&c.page, "page", 0, a.say("page that the words stand on (0 = wherever they do)"))
	f.StringArrayVar(&c.undo, "undo", nil, a.say("take the correction of this field back, or of all words: text"))
	f.BoolVar(&c.list, "list", false, a.say("list all corrections"))
	f.BoolVar(&c.asJSON, "json", false, a.say("print JSON lines"))
	return cmd
}

var errNothingToCorrect = errors.New("say what to correct: FIELD=VALUE, --text OLD=NEW, --undo FIELD or --list")

func (c *correcting) run(ctx context.Context, args []string) error {
	if c.list {
		return c.withArchive(func(v *pipeline.View) error { return c.printAll(v.Corrections(ctx)) })
	}
	if len(args) == 0 {
		return usage(errNothingToCorrect)
	}
	all, err := c.corrections(args[1:])
	if err != nil {
		return usage(err)
	}
	if len(all)+len(c.undo) == 0 {
		return usage(errNothingToCorrect)
	}
	p, closeAll, err := c.openPipeline(ctx)
	if err != nil {
		return err
	}
	return errors.Join(c.correct(ctx, p, args[0], all), closeAll())
}

func (c *correcting) correct(ctx context.Context, p *pipeline.Pipeline, id string, all []catalogue.Correction) error {
	if len(c.undo) > 0 {
		if err := p.Uncorrect(ctx, id, c.undo); err != nil {
			return err
		}
	}
	if len(all) > 0 {
		if err := p.Correct(ctx, id, all); err != nil {
			return err
		}
	}
	c.tell("corrected; vanthu show tells how it stands now")
	return nil
}

// corrections are those asked for: fields as they are given, then words.
func (c *correcting) corrections(fields []string) (all []catalogue.Correction, err error) {
	for _, arg := range fields {
		field, value, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, fmt.Errorf("%q: %w", arg, errNothingToCorrect)
		}
		all = append(all, catalogue.Correction{Field: field, Value: value})
	}
	for _, arg := range c.words {
		was, value, ok := strings.Cut(arg, "=")
		if !ok || strings.TrimSpace(was) == "" {
			return nil, fmt.Errorf("%q: %w", arg, errNothingToCorrect)
		}
		all = append(all, catalogue.Correction{Field: catalogue.Words, Page: c.page, Was: was, Value: value})
	}
	return all, nil
}

func (c *correcting) printAll(all []catalogue.Correction, err error) error {
	for _, x := range all {
		if err != nil {
			return err
		}
		if c.asJSON {
			err = c.printJSON(x)
			continue
		}
		what := x.Value
		if x.Field == catalogue.Words {
			what = fmt.Sprintf("%q → %q", x.Was, x.Value)
		}
		_, err = fmt.Fprintf(c.out, "%s  %s  %-16s %s\n", x.Made.Format("2006-01-02 15:04"), x.ID.Short(), x.Field, what)
	}
	if err == nil && len(all) == 0 {
		c.tell("nothing has been corrected")
	}
	return err
}
