package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"vanthu/normalize/tone"
)

const (
	paragraphsOnPage = 5
	readersOfPage    = 4
	// lot is for how many pages paragraphs are drawn at least: a shorter run
	// makes the first pages of a longer one.
	lot = 700
)

const pairsHelp = `vanthu-train pairs prints paragraphs of a corpus, wears the pages as printers,
copiers and scanners do, has OCR engines read them, and writes what stood there
beside what was read: DIR/ENGINE.tsv, "gold TAB raw" lines, an empty line after
each page. The same seed, engines and typefaces make the same files. What is not
installed is left out; the models were made with these packages of Debian 12:

  tesseract-ocr-{vie,eng,fra,deu,spa,por,ita,ces,pol,tur,swe,lat,ron,hun} ocrad gocr
  fonts-{liberation2,croscore,freefont-ttf,texgyre,linuxlibertine,sil-charis,noto-core,dejavu,open-sans}

`

// runPairs prints corpus paragraphs, wears the pages, has them read and
// writes "gold TAB raw" lines, one file per engine.
func runPairs(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("pairs", flag.ContinueOnError)
	corpus := flags.String("corpus", "../shared/corpus", "folder of *.txt.zst")
	out := flags.String("out", "pairs", "folder for the pairs")
	pages := flags.Int("pages", 300, fmt.Sprintf("pages to print, each for %d readers", readersOfPage))
	seed := flags.Uint64("seed", 1, "seed of the lot")
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), pairsHelp)
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	p := press{dir: *out, deck: deck(installedEngines(ctx)), seed: *seed}
	return p.run(ctx, *corpus, training, max(lot, *pages), *pages)
}

// sample draws up to n paragraphs of a part by reservoir, alike from every
// source so that the small administrative ones count.
func sample(dir string, want part, seed uint64, n int) ([]string, error) {
	files, err := sources(dir)
	if err != nil {
		return nil, err
	}
	rnd := rand.New(rand.NewPCG(seed, uint64(want)))
	var all []string
	for _, file := range files {
		kept, err := sampleFile(file, want, rnd, n/len(files)+1)
		if err != nil {
			return nil, err
		}
		all = append(all, kept...)
	}
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:min(n, len(all))], nil
}

func sampleFile(file string, want part, rnd *rand.Rand, n int) ([]string, error) {
	var kept []string
	seen := 0
	err := readBlocks(file, func(p part, lines []string) error {
		for _, l := range lines {
			if p != want || utf8.RuneCountInString(l) < 25 || len(l) > 900 {
				continue
			}
			seen++
			if len(kept) < n {
				kept = append(kept, l)
			} else if i := rnd.IntN(seen); i < n {
				kept[i] = l
			}
		}
		return nil
	})
	return kept, err
}

// press makes pages and collects what the engines read. Each page has a lot of
// its own: which engines are installed changes no page.
type press struct {
	dir  string
	deck []engine
	seed uint64
}

// run makes the first pages of a lot drawn from a part of the corpus.
func (p press) run(ctx context.Context, corpus string, want part, lot, pages int) error {
	paragraphs, err := sample(corpus, want, p.seed, lot*paragraphsOnPage)
	if err != nil {
		return err
	}
	if err := p.clear(); err != nil {
		return err
	}
	for n := range min(pages, len(paragraphs)/paragraphsOnPage) {
		if err := p.page(ctx, n, paragraphs[n*paragraphsOnPage:(n+1)*paragraphsOnPage]); err != nil {
			return fmt.Errorf("make page %d: %w", n, err)
		}
	}
	return nil
}

// clear makes the folder and takes away the pairs of an earlier run.
func (p press) clear() error {
	if err := os.MkdirAll(p.dir, 0o755); err != nil {
		return err
	}
	for _, e := range p.deck {
		if err := os.Remove(p.file(e)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (p press) file(e engine) string { return filepath.Join(p.dir, e.name+".tsv") }

// page prints, wears and reads one page.
func (p press) page(ctx context.Context, n int, paragraphs []string) error {
	rnd := rand.New(rand.NewPCG(p.seed, uint64(n)))
	s, err := newSheet(rnd, typeset(rnd, paragraphs))
	if err != nil {
		return err
	}
	for i := range readersOfPage {
		e := p.deck[(n*readersOfPage+i)%len(p.deck)]
		pairs, err := s.pairs(ctx, rnd, e)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			report(fmt.Sprintf("page %d left out: %v", n, err))
			continue
		}
		if err := savePairs(p.file(e), pairs); err != nil {
			return err
		}
	}
	return nil
}

// typeset sets one paragraph in eight in capitals, as titles are.
func typeset(rnd *rand.Rand, paragraphs []string) []string {
	set := make([]string, len(paragraphs))
	for i, s := range paragraphs {
		set[i] = tone.NFC(s)
		if rnd.IntN(8) == 0 {
			set[i] = strings.ToUpper(set[i])
		}
	}
	return set
}

// pairs has an engine read a sheet and pairs its lines with the reading.
func (s *sheet) pairs(ctx context.Context, rnd *rand.Rand, e engine) ([][2]string, error) {
	file, err := os.CreateTemp("", "vanthu-page-*.pgm")
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	if err := writePGM(file, s.ink); err != nil {
		return nil, err
	}
	text, err := e.read(ctx, rnd, file.Name())
	if err != nil {
		return nil, err
	}
	return alignLines(s.lines, strings.Split(text, "\n")), nil
}

// savePairs appends the line pairs of a page to a file, and an empty line.
func savePairs(file string, pairs [][2]string) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, pair := range pairs {
		fmt.Fprintf(&b, "%s\t%s\n", pair[0], pair[1])
	}
	_, err = f.WriteString(b.String() + "\n")
	return errors.Join(err, f.Close())
}

// writePGM writes a picture and closes its file.
func writePGM(f *os.File, g *image.Gray) error {
	_, err := f.Write(append(fmt.Appendf(nil, "P5\n%d %d\n255\n", g.Rect.Dx(), g.Rect.Dy()), g.Pix...))
	return errors.Join(err, f.Close())
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
