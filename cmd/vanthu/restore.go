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
	"vanthu/normalize/charset"
)

func (a *app) restoreCommand() *cobra.Command {
	var asJSON, explain bool
	cmd := &cobra.Command{
		Use:   "restore [FILE]",
		Short: a.say("restore damaged Vietnamese text, line for line"),
		Long: a.say(`Reads text from FILE or standard input and writes it restored: lost marks, misread
letters, glued and split words, old encodings (TCVN3, VNI, VISCII, VIQR). White
space, numbers and what cannot be known stay as they are.`),
		Example: "  echo 'dudng 16i ciia Pang' | vanthu restore",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := a.readInput(args)
			if err != nil {
				return err
			}
			r, err := normalize.New(normalize.Options{})
			if err != nil {
				return err
			}
			w := bufio.NewWriter(a.out)
			defer w.Flush()
			if !asJSON && !explain {
				_, err = w.WriteString(r.Text(text))
				return err
			}
			return printChanges(w, r.Changes(text), asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("print a JSON line for each word that changed"))
	cmd.Flags().BoolVar(&explain, "explain", false, a.say("show each word that changed, with what else it could be"))
	cmd.MarkFlagsMutuallyExclusive("json", "explain")
	return cmd
}

// readInput is the text of the file named, or of standard input, converted if
// it is in an old encoding. Bytes that are no text known to us stay as they
// are.
func (a *app) readInput(args []string) (string, error) {
	in := a.in
	if len(args) > 0 && args[0] != "-" {
		f, err := os.Open(args[0])
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return "", fmt.Errorf("read text: %w", err)
	}
	text, _, err := charset.DecodeBytes(data)
	if errors.Is(err, charset.ErrUnknown) {
		return string(data), nil
	}
	return text, err
}

func printChanges(w io.Writer, changes []normalize.Change, asJSON bool) error {
	for _, c := range changes {
		if asJSON {
			if err := writeJSON(w, c); err != nil {
				return err
			}
			continue
		}
		others := make([]string, len(c.Candidates))
		for i, o := range c.Candidates {
			others[i] = fmt.Sprintf("%s %.2f", o.Text, o.P)
		}
		_, err := fmt.Fprintf(w, "%5d  %-20s %-20s %.2f  %-10s %s\n", c.Line, c.Raw, c.Text, c.Sure, c.Kind, strings.Join(others, "  "))
		if err != nil {
			return err
		}
	}
	return nil
}
