package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"image"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"vanthu/normalize/tone"
)

// engines read a PGM file and print its text. The Latin ones know no
// Vietnamese: what they make of it is the damage we learn.
var engines = map[string][]string{
	"tesseract-eng": {"tesseract", "PAGE", "-", "-l", "eng", "--psm", "6"},
	"tesseract-vie": {"tesseract", "PAGE", "-", "-l", "vie", "--psm", "6"},
	"ocrad":         {"ocrad", "--format=utf8", "PAGE"},
}

// runPairs prints corpus paragraphs, wears the pages, has them read and
// writes "gold TAB raw" lines, one file per engine.
func runPairs(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("pairs", flag.ContinueOnError)
	corpus := flags.String("corpus", "../shared/corpus", "folder of *.txt.zst")
	out := flags.String("out", "pairs", "folder for the pairs")
	pages := flags.Int("pages", 200, "pages to print")
	seed := flags.Uint64("seed", 1, "seed of the lot")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	rnd := rand.New(rand.NewPCG(*seed, 0))
	paragraphs, err := sample(*corpus, rnd, *pages*12)
	if err != nil {
		return err
	}
	press := press{rnd: rnd, dir: *out}
	for n := range *pages {
		if err := press.page(ctx, fmt.Sprintf("%d-%d", *seed, n), paragraphs[n*12:(n+1)*12]); err != nil {
			return fmt.Errorf("make page %d: %w", n, err)
		}
	}
	return nil
}

// sample draws paragraphs of the training part by reservoir, alike from
// every source so that the small administrative ones count.
func sample(dir string, rnd *rand.Rand, n int) ([]string, error) {
	files, err := sources(dir)
	if err != nil {
		return nil, err
	}
	each := n/len(files) + 1
	var all []string
	for _, file := range files {
		var kept []string
		seen := 0
		err := readBlocks(file, func(p part, lines []string) error {
			for _, l := range lines {
				if p != training || utf8.RuneCountInString(l) < 25 || len(l) > 900 {
					continue
				}
				seen++
				if len(kept) < each {
					kept = append(kept, l)
				} else if i := rnd.IntN(seen); i < each {
					kept[i] = l
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		all = append(all, kept...)
	}
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:n], nil
}

// press makes pages and collects what the engines read.
type press struct {
	rnd *rand.Rand
	dir string
}

// page prints, wears and reads one page. One paragraph in eight is set in
// capitals, as titles are.
func (p press) page(ctx context.Context, name string, paragraphs []string) error {
	set := make([]string, len(paragraphs))
	for i, s := range paragraphs {
		set[i] = tone.NFC(s)
		if p.rnd.IntN(8) == 0 {
			set[i] = strings.ToUpper(set[i])
		}
	}
	s, err := newSheet(p.rnd, set)
	if err != nil {
		return err
	}
	s.wear(p.rnd)
	file := filepath.Join(p.dir, name+".pgm")
	if err := writePGM(file, s.ink); err != nil {
		return err
	}
	defer os.Remove(file)
	for engine, command := range engines {
		text, err := read(ctx, command, file)
		if err != nil {
			return fmt.Errorf("read with %s: %w", engine, err)
		}
		if err := p.save(engine, s.lines, strings.Split(text, "\n")); err != nil {
			return err
		}
	}
	return nil
}

func read(ctx context.Context, command []string, file string) (string, error) {
	args := make([]string, len(command))
	for i, a := range command {
		args[i] = strings.ReplaceAll(a, "PAGE", file)
	}
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	out, err := cmd.Output()
	return tone.NFC(strings.ToValidUTF8(string(out), "")), err
}

// save appends the line pairs of a page to the engine's file.
func (p press) save(engine string, gold, raw []string) error {
	f, err := os.OpenFile(filepath.Join(p.dir, engine+".tsv"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	for _, pair := range alignLines(gold, raw) {
		fmt.Fprintf(f, "%s\t%s\n", pair[0], pair[1])
	}
	return f.Close()
}

func writePGM(file string, g *image.Gray) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, "P5\n%d %d\n255\n", g.Rect.Dx(), g.Rect.Dy())
	w.Write(g.Pix)
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// alignLines pairs gold and raw lines in order, where they resemble each
// other; what was lost, split or run together is left out.
func alignLines(gold, raw []string) [][2]string {
	var lines []string
	for _, l := range raw {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			lines = append(lines, l)
		}
	}
	var pairs [][2]string
	for i, j := 0, 0; i < len(gold) && j < len(lines); {
		switch {
		case similar(gold[i], lines[j]):
			pairs = append(pairs, [2]string{gold[i], lines[j]})
			i, j = i+1, j+1
		case j+1 < len(lines) && similar(gold[i], lines[j+1]):
			j++
		case i+1 < len(gold) && similar(gold[i+1], lines[j]):
			i++
		default:
			i, j = i+1, j+1
		}
	}
	return pairs
}

// similar compares by how many letter pairs the folded lines share.
func similar(a, b string) bool {
	x, y := bigrams(a), bigrams(b)
	common, total := 0, 0
	for k, n := range x {
		common += min(n, y[k])
		total += n
	}
	return total > 0 && float64(common) > 0.25*float64(total) && len(b)*2 > len(a)
}

func bigrams(s string) map[string]int {
	m := make(map[string]int)
	f := strings.ToLower(tone.Fold(s))
	for i := 0; i+1 < len(f); i++ {
		m[f[i:i+2]]++
	}
	return m
}
