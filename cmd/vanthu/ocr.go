package main

import (
	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
)

func (a *app) ocrCommand() *cobra.Command {
	var outputs []string
	cmd := &cobra.Command{
		Use:   "ocr FILE [-o OUT]…",
		Short: a.say("read a file into text, without an archive"),
		Long: a.say(`Reads a PDF or picture and writes what it says, restored and in reading order,
in the form that the name of OUT asks for:
  .txt       text; pages are parted by form feeds
  .hocr      hOCR 1.2: words with their places
  .alto.xml  ALTO 4: the same, for libraries
  .pdf       the pages as they are with the text behind them, to be searched and
             copied: PDF/A-2b where the original allows it
-o may be given several times: the file is read once.`),
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(outputs) == 0 {
				outputs = []string{""}
			}
			for _, o := range outputs {
				if _, err := formOf(o); o != "" && err != nil {
					return err
				}
			}
			return a.eachFile(cmd.Context(), args, func(r pipeline.Record) error {
				for _, o := range outputs {
					f := forms[0]
					if o != "" {
						f, _ = formOf(o)
					}
					if err := a.writeForm(cmd.Context(), f, o, r.Document.File, r); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", nil, a.say("file to write (standard output if not given)"))
	return cmd
}
