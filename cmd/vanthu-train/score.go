package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"vanthu/normalize"
	"vanthu/normalize/score"
	"vanthu/normalize/tone"
)

// runScore prints every figure of restoration in one table.
func runScore(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("score", flag.ContinueOnError)
	shared := flags.String("shared", "../shared", "folder of the test data")
	model := flags.String("model", "", "language model; the one built in by default")
	verbose := flags.Bool("v", false, "list what is wrong")
	size := flags.Int("kb", 1024, "kilobytes of each held-out text")
	only := flags.String("only", "", "only sets whose name holds this")
	if err := flags.Parse(args); err != nil {
		return err
	}
	r, err := normalize.New(normalize.Options{Model: *model})
	if err != nil {
		return err
	}
	b := bench{r: r, shared: *shared, verbose: *verbose, size: *size << 10, out: tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)}
	fmt.Fprintln(b.out, "set\twords\traw right\tright\thelped\thurt\tWER before\tafter\twords/s\tbar")
	for _, set := range []struct {
		name string
		run  func() error
	}{
		{"seeds", b.seeds}, {"badlayer", b.badlayer}, {"stripped", b.stripped}, {"pages", b.pages}, {"rendered", b.rendered}, {"fonts", b.fonts}, {"reliability", b.reliability},
	} {
		if !strings.Contains(set.name, *only) {
			continue
		}
		if err := set.run(); err != nil {
			return err
		}
	}
	return b.out.Flush()
}

// bench measures a restorer.
type bench struct {
	r       *normalize.Restorer
	shared  string
	verbose bool
	size    int // bytes of each held-out text
	out     *tabwriter.Writer
}

func (b *bench) file(name ...string) (string, error) {
	data, err := os.ReadFile(filepath.Join(append([]string{b.shared}, name...)...))
	return tone.NFC(string(data)), err
}

// restore restores text and tells how much processor time it took: other
// programs may be running.
func (b *bench) restore(raw string) (string, time.Duration) {
	start := processorTime()
	text := b.r.Text(raw)
	return text, processorTime() - start
}

func processorTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// row prints a line of the table.
func (b *bench) row(name string, c score.Count, words int, took time.Duration, bar string) {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(c.Gold, 1)) }
	fmt.Fprintf(b.out, "%s\t%d\t%.2f\t%.2f\t%d\t%d\t%.2f\t%.2f\t%.0f\t%s\n", name, c.Gold, share(c.RawRight), share(c.Right),
		c.Helped, c.Hurt, share(c.RawErrors), share(c.Errors), float64(words)/took.Seconds(), bar)
	if b.verbose {
		fmt.Fprintf(os.Stderr, "%s hurt: %s\nwrong: %s\n", name, strings.Join(c.HurtWords, " "), strings.Join(c.WrongWords[:min(len(c.WrongWords), 400)], " "))
	}
}

// seeds are the five plans: one stripped and misread, one with lost letters,
// three clean, which must stay as they are.
func (b *bench) seeds() error {
	for _, name := range []string{"tay-ninh", "hai-duong", "quang-vinh", "quan-7"} {
		raw, err := b.file("seeds", name+".txt")
		if err != nil {
			return err
		}
		text, took := b.restore(raw)
		b.row(name+" (changed words count as hurt)", score.Words(raw, raw, text), len(strings.Fields(raw)), took, "0 hurt")
	}
	raw, err := b.file("seeds", "binh-phuoc.txt")
	if err != nil {
		return err
	}
	gold, err := b.file("gold", "binh-phuoc.dev.gold.txt")
	if err != nil {
		return err
	}
	text, took := b.restore(raw)
	c := score.Words(gold, head(raw, gold), head(text, gold))
	b.row("binh-phuoc, lines with gold (dev)", c, len(strings.Fields(raw)), took, "99.5, hurt ≤ 1")
	return nil
}

// head is as many lines of text as gold has.
func head(text, gold string) string {
	lines := strings.Split(text, "\n")
	return strings.Join(lines[:min(len(lines), strings.Count(strings.TrimRight(gold, "\n"), "\n")+1)], "\n")
}

func (b *bench) badlayer() error {
	var all score.Count
	var total time.Duration
	words := 0
	err := b.eachBadLayer(func(name, raw, gold string) error {
		text, took := b.restore(raw)
		c := score.Words(gold, raw, text)
		b.row(name, c, len(strings.Fields(raw)), took, "")
		all.Add(c)
		total += took
		words += len(strings.Fields(raw))
		return nil
	})
	b.row("badlayer (dev)", all, words, total, "88")
	return err
}

// eachBadLayer visits the pages with wrong-language text.
func (b *bench) eachBadLayer(visit func(name, raw, gold string) error) error {
	files, err := filepath.Glob(filepath.Join(b.shared, "badlayer", "*.raw.txt"))
	if err != nil {
		return err
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".raw.txt")
		raw, err := b.file("badlayer", name+".raw.txt")
		if err != nil {
			return err
		}
		gold, err := b.file("badlayer", name+".gold.txt")
		if err != nil {
			return err
		}
		if err := visit(name, raw, unhand(gold)); err != nil {
			return err
		}
	}
	return nil
}

// unhand takes the marks of handwriting off.
func unhand(gold string) string {
	return strings.NewReplacer("⟨", "", "⟩", "").Replace(gold)
}

// stripped measures on the test part of the corpus.
func (b *bench) stripped() error {
	for _, set := range []struct {
		name, bar string
		sources   []string
		keep      bool
	}{
		{"administrative and legal", "99.7", []string{"congbao_8chude", "congbot", "tthc", "tvpl_johnpa", "uts_vlc"}, false},
		{"news", "98.9", []string{"vietnews"}, false},
		{"Wikipedia", "97.2", []string{"viwiki"}, false},
	} {
		text, err := heldOutText(filepath.Join(b.shared, "corpus"), set.sources, test, b.size)
		if err != nil {
			return err
		}
		b.strippedRow("stripped, "+set.name, text, func(s string) string { return tone.Fold(s) }, set.bar)
		b.strippedRow("half stripped, "+set.name, text, halfStrip, "not lower")
		b.strippedRow("clean, "+set.name, text, func(s string) string { return s }, "≤ 1 in 5,000 hurt")
	}
	return nil
}

func (b *bench) strippedRow(name, text string, strip func(string) string, bar string) {
	raw := strip(text)
	restored, took := b.restore(raw)
	b.row(name, syllables(text, raw, restored), len(strings.Fields(text)), took, bar)
}

// syllables compares word by word; the texts have the same words but for
// marks and the place of the tone.
func syllables(gold, raw, restored string) score.Count {
	g, r, t := strings.Fields(gold), strings.Fields(raw), strings.Fields(restored)
	var c score.Count
	if len(g) != len(t) {
		return c
	}
	for i := range g {
		if !strings.ContainsFunc(g[i], isLetter) {
			continue
		}
		c.Gold++
		want := canonicalField(g[i])
		before, after := canonicalField(r[i]) == want, canonicalField(t[i]) == want
		switch {
		case before && after:
			c.RawRight, c.Right = c.RawRight+1, c.Right+1
		case before:
			c.RawRight, c.Hurt = c.RawRight+1, c.Hurt+1
			c.HurtWords = append(c.HurtWords, g[i]+"→"+t[i])
		case after:
			c.Right, c.Helped = c.Right+1, c.Helped+1
		}
		if !after {
			c.WrongWords = append(c.WrongWords, g[i]+"←"+t[i])
		}
	}
	c.RawErrors, c.Errors = c.Gold-c.RawRight, c.Gold-c.Right
	return c
}
