// Command vanthu-samples makes the project's sample files: it typesets the
// invented documents of testdata/samples/documents, photographs, faxes and
// damages them as offices do, and writes every kind of file that vanthu reads.
//
//	go run ./cmd/vanthu-samples -out testdata/samples/scans
//
// With -texts DIR it writes the gold text of every document, in reading order,
// to measure OCR against. Beside the folder of -out it writes bad/ (files that cannot be read) and
// manifest.tsv. Its output is committed; running it again gives the same bytes
// as long as the fonts (Debian's fonts-liberation2) are the same. It is a
// developer's tool: vanthu itself never calls it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"vanthu/cmd/vanthu-samples/internal/paper"
	"vanthu/cmd/vanthu-samples/internal/typeset"
)

func main() {
	out := flag.String("out", "testdata/samples/scans", "folder for the samples; bad/ and manifest.tsv go beside it")
	documents := flag.String("documents", "testdata/samples/documents", "folder of the source texts")
	fonts := flag.String("fonts", typeset.FontDir, "folder of Liberation Serif")
	only := flag.String("only", "", "make only the samples whose name contains this; the manifest stays as it is")
	texts := flag.String("texts", "", "write the gold text of every document into this folder, and nothing else")
	flag.Parse()
	var err error
	if *texts != "" {
		err = writeTexts(*documents, *texts)
	} else {
		err = run(*out, *documents, *fonts, *only)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "vanthu-samples:", err)
		os.Exit(1)
	}
}

// writeTexts saves what a perfect reader would see, NAME.txt a document.
func writeTexts(documents, folder string) error {
	files, err := filepath.Glob(filepath.Join(documents, "*.txt"))
	if err != nil {
		return err
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		doc, err := paper.Parse(file, string(source))
		if err != nil {
			return err
		}
		if err := save(filepath.Join(folder, filepath.Base(file)), []byte(doc.Text())); err != nil {
			return err
		}
	}
	return nil
}

func run(out, documents, fonts, only string) error {
	shop, err := newWorkshop(documents, fonts)
	if err != nil {
		return err
	}
	root := filepath.Dir(out)
	for _, s := range samples {
		if !strings.Contains(s.file, only) {
			continue
		}
		path := filepath.Join(out, s.file)
		if s.bad {
			path = filepath.Join(root, "bad", s.file)
		}
		data, err := shop.build(s)
		if err != nil {
			return fmt.Errorf("make %s: %w", s.file, err)
		}
		if err := save(path, data); err != nil {
			return err
		}
		fmt.Printf("%7d %s\n", len(data), path)
	}
	if only != "" {
		return nil
	}
	return save(filepath.Join(root, "manifest.tsv"), manifest(samples))
}

func save(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("save sample: %w", err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return fmt.Errorf("save sample: %w", err)
	}
	return nil
}

// manifest tells of each file which document it shows and what makes it hard.
func manifest(all []sample) []byte {
	var b strings.Builder
	b.WriteString("file\tdocument\thard\n")
	for _, s := range all {
		folder := "scans/"
		if s.bad {
			folder = "bad/"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\n", folder+s.file, s.document, s.hard)
	}
	return []byte(b.String())
}
