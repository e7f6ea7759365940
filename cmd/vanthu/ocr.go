package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
	"vanthu/ingest"
)

func (a *app) ocrCommand() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "ocr FILE -o OUT.txt",
		Short: a.say("read a file into text, without an archive"),
		Long:  a.say("Reads a PDF or picture and writes its text, restored and in reading order. Pages are parted by form feeds."),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if ext := strings.ToLower(filepath.Ext(output)); output != "" && ext != ".txt" {
				return usage(fmt.Errorf("cannot write %q files; give a name that ends in .txt", ext))
			}
			return a.eachFile(cmd.Context(), args, func(r pipeline.Record) error {
				return a.toFile(output, func(w io.Writer) error { return printPages(w, r.Document.Pages, ingest.Page.Text) })
			})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", a.say("file to write (standard output if not given)"))
	return cmd
}
