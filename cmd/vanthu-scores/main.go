// Command vanthu-scores measures quality and speed and prints one table on
// standard output; what it is doing is told on standard error.
//
//	make scores                        everything; minutes after the first time
//	go run ./cmd/vanthu-scores -fresh  read all files again and measure speed anew
//	go run ./cmd/vanthu-scores -only fields -show
//
// The project's own samples are always there (package scores). The sets of
// ../shared are taken into an archive under build/scores by the real program,
// so OCR is paid once: a later run makes only restored text, fields and index
// anew. Gold and tools of ../shared do the comparing; bare Tesseract reads the
// same pages beside us. Without ../shared a line says so and the rest stands.
//
// One file a section: restoration.go, pages.go and poor.go (OCR), fields.go, hand.go,
// search.go, peers.go, archive.go and workers.go (speed). It is a developer's tool; vanthu never calls it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/scores"
)

func main() {
	var b bench
	flag.StringVar(&b.shared, "shared", filepath.Join("..", "shared"), "folder of the test data")
	flag.StringVar(&b.build, "build", filepath.Join("build", "scores"), "folder for archives and what else is kept between runs")
	fresh := flag.Bool("fresh", false, "forget earlier runs: read every file again and measure speed")
	flag.StringVar(&b.only, "only", "", "measure only the parts whose name holds this: samples, files, fields, hand, search, pages, poor, workers, pdf, peers, restoration")
	flag.IntVar(&b.reads, "reads", 240, "how many pages -only workers reads to see whether memory stays flat")
	flag.IntVar(&b.entries, "entries", 300_000, "how many sections -only peers searches")
	flag.StringVar(&b.boxes, "boxes", "", "table of boxes drawn around handwritten numbers: file, field, x0, y0, x1, y1 in points")
	flag.BoolVar(&b.show, "show", false, "also name every value that is wrong, on standard error")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, &b, *fresh, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "vanthu-scores:", err)
		stop()
		os.Exit(1)
	}
}

// bench is where things are measured, and what came out so far.
type bench struct {
	shared, build string
	only          string
	boxes         string // table of boxes around handwritten numbers
	show          bool
	reads         int
	entries       int
	rows          []scores.Row
	restoration   []byte // the table of vanthu-train, passed through
}

func run(ctx context.Context, b *bench, fresh bool, out io.Writer) error {
	if fresh {
		if err := os.RemoveAll(b.build); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(b.build, 0o755); err != nil {
		return err
	}
	if err := b.compile(ctx, "vanthu"); err != nil {
		return err
	}
	err := b.measure(ctx)
	return errors.Join(b.print(out), err)
}

// part is something that can be measured, or fail, by itself.
type part struct {
	name    string
	measure func(context.Context) error
	asked   bool // measured only if -only names it
}

// measure goes through the parts. One that fails is told of and costs only
// its own rows.
func (b *bench) measure(ctx context.Context) error {
	parts := []part{{name: "samples", measure: b.samples}}
	if b.hasShared() {
		parts = append(parts,
			part{name: "files", measure: b.addShared},
			part{name: "fields", measure: b.fields},
			part{name: "hand", measure: b.hands},
			part{name: "search", measure: b.search},
			part{name: "pages", measure: b.goldPages},
			part{name: "poor", measure: b.poorPages},
			part{name: "workers", measure: b.workers, asked: true},
			part{name: "pdf", measure: b.searchable, asked: true},
			part{name: "peers", measure: b.peers, asked: true},
			part{name: "restoration", measure: b.restore})
	}
	var errs []error
	for _, p := range parts {
		if ctx.Err() != nil {
			break
		}
		if !strings.Contains(p.name, b.only) || p.asked && b.only == "" {
			continue
		}
		fmt.Fprintln(os.Stderr, "measuring:", p.name)
		if err := p.measure(ctx); err != nil {
			errs = append(errs, fmt.Errorf("measure %s: %w", p.name, err))
		}
	}
	return errors.Join(append(errs, ctx.Err())...)
}

func (b *bench) hasShared() bool {
	_, err := os.Stat(filepath.Join(b.shared, "README.md"))
	return err == nil
}

func (b *bench) print(out io.Writer) error {
	if !b.hasShared() {
		fmt.Fprintf(out, "%s is not here: only the project's own samples were measured\n", b.shared)
	}
	for _, section := range scores.Sections() {
		if err := scores.Write(out, section, b.rows); err != nil {
			return err
		}
		if section == scores.Restoration && len(b.restoration) > 0 {
			fmt.Fprintf(out, "\nrestoration: vanthu-train score (words in %%)\n%s", b.restoration)
		}
	}
	return nil
}

// program is vanthu itself, archive where it takes the files of ../shared,
// speedFile what that cost.
func (b *bench) program() string          { return filepath.Join(b.build, "vanthu") }
func (b *bench) archive() pipeline.Folder { return pipeline.Folder(filepath.Join(b.build, "archive")) }
func (b *bench) speedFile() string        { return filepath.Join(b.build, "speed.json") }

// compile builds one of our commands into the build folder: what `go run`
// starts would outlive Ctrl-C.
func (b *bench) compile(ctx context.Context, command string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-o", filepath.Join(b.build, command), "./cmd/"+command)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("build %s: %w", command, err)
	}
	return nil
}

// withArchive runs do on the records of the archive, by file name.
func (b *bench) withArchive(ctx context.Context, do func(*pipeline.View, map[string]pipeline.Record) error) (err error) {
	v, err := pipeline.OpenView(b.archive())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	records, err := scores.Records(ctx, v)
	if err != nil {
		return err
	}
	return do(v, records)
}
