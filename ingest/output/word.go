package output

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/ingest"
)

// Word is one word of the restored text and where it stands.
type Word struct {
	Text string // without white space, never empty
	// Raw is what the page said there; empty where it said Text. Where one
	// piece of the page became several words, the first has it.
	Raw  string
	Box  ingest.Box
	Conf float64 // 0 to 1, in Text
}

// Words cuts a line into words with one place each. Restoration joins and
// parts what stands on the page, so pieces and words are not the same:
//
//	page    "ngh" "iệp"  "Uỷban"        pieces
//	line    "nghiệp" ""  "Uỷ ban"       their Text
//	words   nghiệp       Uỷ   ban       the box of both; two parts of one box
func Words(l ingest.Line) []Word {
	var all []Word
	missing := 0 // letters of the last word that its pieces do not have yet
	for _, w := range l.Words {
		texts := strings.Fields(strings.Map(printable, w.Text))
		switch {
		case len(texts) > 0:
			all = append(all, part(w, texts)...)
			missing = letters(w.Text) - letters(w.Raw)
		case missing > 0: // without text because it went into the word before
			last := &all[len(all)-1]
			last.Box = last.Box.Union(w.Box)
			last.Raw = strings.TrimSpace(last.Raw + " " + strings.Map(printable, w.Raw))
			missing -= letters(w.Raw)
		}
	}
	return all
}

// letters counts what is not white space.
func letters(s string) int { return utf8.RuneCountInString(strings.Join(strings.Fields(s), "")) }

// part shares the box of a piece among its words by their lengths, a space
// counting as a letter.
func part(w ingest.Word, texts []string) []Word {
	letters := float64(utf8.RuneCountInString(strings.Join(texts, " ")))
	conf := w.Conf
	if w.Change != "" && w.Sure > 0 {
		conf = w.Sure
	}
	words := make([]Word, len(texts))
	at := 0
	for i, text := range texts {
		n := utf8.RuneCountInString(text)
		box := w.Box
		box.X0 = w.Box.X0 + w.Box.Width()*float64(at)/letters
		box.X1 = w.Box.X0 + w.Box.Width()*float64(at+n)/letters
		words[i] = Word{Text: text, Box: box, Conf: min(max(conf, 0), 1)}
		at += n + 1
	}
	if w.Raw != w.Text {
		words[0].Raw = strings.TrimSpace(strings.Map(printable, w.Raw))
	}
	return words
}

// printable leaves out what no form may hold: control characters, which broken
// fonts are full of, what Unicode says is no character, and bytes that are not
// UTF-8.
func printable(r rune) rune {
	if r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef {
		return -1
	}
	return r
}

// pictureDPI is the resolution of pages that no picture was read of.
const pictureDPI = 300

// grid turns points of a page into pixels.
type grid struct{ dpi int }

func gridOf(p ingest.Page) grid {
	if p.DPI > 0 {
		return grid{p.DPI}
	}
	return grid{pictureDPI}
}

func (g grid) pixels(points float64) int {
	if v := points * float64(g.dpi) / 72; v > 0 && v < math.MaxInt32 {
		return int(math.Round(v))
	}
	return 0
}

// block is a paragraph, a cell of a table, or lines of one zone: what a form
// keeps together.
type block struct {
	kind  string // the lines' zone, or "annotation"
	box   ingest.Box
	lines []line
}

type line struct {
	box   ingest.Box
	words []Word
}

// blocks parts a page's lines into paragraphs and cells; stamps come last.
func blocks(p ingest.Page) []block {
	return append(paragraphs(p.Lines, ""), paragraphs(p.Annotations, "annotation")...)
}

func paragraphs(lines []ingest.Line, kind string) (all []block) {
	last := ingest.Line{Para: -1}
	for _, l := range lines {
		words := Words(l)
		if len(words) == 0 {
			continue
		}
		if l.Para != last.Para || l.Zone != last.Zone || l.Cell != last.Cell {
			all = append(all, block{kind: kind})
			if kind == "" {
				all[len(all)-1].kind = string(l.Zone)
			}
		}
		b := &all[len(all)-1]
		b.box = b.box.Union(l.Box)
		b.lines = append(b.lines, line{l.Box, words})
		last = l
	}
	return all
}
