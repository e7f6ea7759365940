package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"vanthu/normalize"
)

func (a *app) restoreCommand() *cobra.Command {
	var asJSON, explain bool
	cmd := &cobra.Command{
		Use:   "restore [FILE]",
		Short: a.say("restore damaged Vietnamese text, line for line"),
		Long: a.say(`Reads text from FILE or standard input and writes it restored: lost marks, misread
letters, glued and split words, old encodings (TCVN3, VNI, VISCII, VPS, BK HCM,
VIQR, UTF-8 encoded twice), also of single words, and keystrokes of Telex and
VNI. White space, numbers and what cannot be known stay as they are. What is no
Vietnamese text goes through unchanged; standard error says why.

Names and terms of your own are known from --dictionary FILE: one a line, with
its marks; # begins a comment.`),
		Example: "  echo 'dudng 16i ciia Pang' | vanthu restore",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			in, closeInput, err := a.input(args)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, closeInput()) }()
			r, err := a.newRestorer()
			if err != nil {
				return err
			}
			w := bufio.NewWriter(a.out)
			text, trace := io.Writer(w), tracer(w, asJSON, explain)
			if trace != nil {
				text = io.Discard
			}
			notes, err := r.Copy(cmd.Context(), text, in, trace)
			return errors.Join(err, a.printNotes(w, notes, asJSON), w.Flush())
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("print a JSON line for each word that changed, and one for each note on the text"))
	cmd.Flags().BoolVar(&explain, "explain", false, a.say("show each word that changed, with what else it could be"))
	cmd.MarkFlagsMutuallyExclusive("json", "explain")
	return cmd
}

// input is the file named, or standard input.
func (a *app) input(args []string) (io.Reader, func() error, error) {
	if len(args) == 0 || args[0] == "-" {
		return a.in, func() error { return nil }, nil
	}
	f, err := os.Open(args[0])
	if err != nil {
		return nil, nil, err
	}
	return f, f.Close, nil
}

// tracer prints changes; nil if nobody wants to see them.
func tracer(w io.Writer, asJSON, explain bool) func(normalize.Change) error {
	switch {
	case asJSON:
		return func(c normalize.Change) error { return writeJSON(w, c) }
	case explain:
		return func(c normalize.Change) error { return explainChange(w, c) }
	}
	return nil
}

func explainChange(w io.Writer, c normalize.Change) error {
	others := make([]string, len(c.Candidates))
	for i, o := range c.Candidates {
		others[i] = fmt.Sprintf("%s %.2f", o.Text, o.P)
	}
	_, err := fmt.Fprintf(w, "%5d  %-20s %-20s %.2f  %-10s %s\n", c.Line, c.Raw, c.Text, c.Sure, c.Kind, strings.Join(others, "  "))
	return err
}

// noteTexts are what is told to people; those with %d take the count.
var noteTexts = map[normalize.Reason]string{
	normalize.ReasonEmpty:      "the text is empty",
	normalize.ReasonBinary:     "not text but binary data: passed through unchanged",
	normalize.ReasonUTF16:      "read as UTF-16",
	normalize.ReasonUTF16Bare:  "read as UTF-16 without a byte order mark",
	normalize.ReasonSurrogates: "%d halves of characters (lone surrogates) cannot be read",
	normalize.ReasonInvalid:    "%d words have bytes of no known encoding: passed through unchanged",
	normalize.ReasonZeros:      "%d lines have zero bytes: passed through unchanged",
	normalize.ReasonForeign:    "not Vietnamese: left as it is",
	normalize.ReasonNoWords:    "no words, only figures and signs: left as it is",
}

// printNotes tells people of what was unusual, and programs too with --json.
func (a *app) printNotes(w io.Writer, notes []normalize.Note, asJSON bool) error {
	for _, n := range notes {
		text := a.say("%d words were in %s", n.Count, n.Encoding)
		if n.Reason != normalize.ReasonEncoding {
			text = noteTexts[n.Reason]
			if strings.Contains(text, "%d") {
				text = a.say(text, n.Count)
			} else {
				text = a.say(text)
			}
		}
		a.tell("note: %s", text)
		if asJSON {
			if err := writeJSON(w, map[string]normalize.Note{"note": n}); err != nil {
				return err
			}
		}
	}
	return nil
}
