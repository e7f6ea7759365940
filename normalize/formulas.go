package normalize

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"vanthu/normalize/noise"
	"vanthu/normalize/tone"
)

// Set phrases of letterheads (Nghị định 30/2020/NĐ-CP, phụ lục I; Hướng dẫn
// 36-HD/VPTW): the state's name and motto, the party's, and who people's
// committees and councils are. Seals and letterspacing spoil them more than
// other lines, they stand there without a sentence around them, and nobody
// needs the letters that are lost to know them:
//
//	CQNG HoAxA H()I CHiJ NGHiA vrer NAM
//	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
//
// The words of a phrase are laid over the fields of a line in order, each field
// taking none, one or several, so that the fewest letters differ: here
// "hoaxa" takes HÒA XÃ for none, "vrer" takes VIỆT for two. With up to three in
// ten of its letters different the line says the phrase. Fields before and after
// stay as they are, as does HOÀ where the page has it for HÒA.
var formulas = []formula{
	newFormula("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
	newFormula("Độc lập - Tự do - Hạnh phúc"),
	newFormula("ĐẢNG CỘNG SẢN VIỆT NAM"),
	newFormula("ỦY BAN NHÂN DÂN"),
	newFormula("HỘI ĐỒNG NHÂN DÂN"),
}

// formulaShare is the share of the letters of a phrase that may differ.
const formulaShare = 0.3

// formula is a set phrase.
type formula struct {
	words []string
	bare  string // their letters
	ends  []int  // where so many words end in bare
	loud  bool   // in capitals
}

func newFormula(phrase string) formula {
	f := formula{words: strings.Fields(phrase), ends: []int{0}, loud: strings.ToUpper(phrase) == phrase}
	for _, w := range f.words {
		f.bare += bareLetters(w)
		f.ends = append(f.ends, len(f.bare))
	}
	return f
}

// bareLetters are the signs of a text, folded, without spaces.
func bareLetters(text string) string {
	return strings.ReplaceAll(strings.ToLower(tone.Fold(text)), " ", "")
}

// repairFormulas puts set phrases right.
func repairFormulas(page [][]Word) {
	for _, line := range page {
		repairLabel(line)
		for _, f := range formulas {
			if f.mayBeIn(line) {
				f.repair(line)
			}
		}
	}
}

// mayBeIn reports whether a line is worth a look: long enough, and mostly in
// capitals if the phrase is, or else with little beside it.
func (f formula) mayBeIn(line []Word) bool {
	letters, capitals := 0, 0
	for _, w := range line {
		for _, r := range w.Text {
			if unicode.IsLetter(r) {
				letters++
			}
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	if letters*3 <= len(f.bare)*2 {
		return false
	}
	if f.loud {
		return capitals*2 > letters
	}
	return letters < 2*len(f.bare)
}

// laid is the best way to lay some words of a phrase over the fields up to one.
type laid struct {
	edits int
	words int // that the last field takes
}

// repair sets the words of the line that say the phrase, if it does.
func (f formula) repair(line []Word) {
	best := f.lay(line)
	n := len(f.words)
	end := 0
	for i := range best {
		if best[i][n].edits < best[end][n].edits {
			end = i
		}
	}
	if float64(best[end][n].edits) > formulaShare*float64(len(f.bare)) {
		return
	}
	for i := end; n > 0; i-- {
		took := best[i][n].words
		line[i-1].say(f.words[n-took : n])
		n -= took
	}
}

// lay tells for so many fields and so many words of the phrase how few letters
// differ, beginning at any field.
func (f formula) lay(line []Word) [][]laid {
	const never = 1 << 20
	best := make([][]laid, len(line)+1)
	for i := range best {
		field := ""
		if i > 0 {
			field = bareLetters(line[i-1].Text)
		}
		best[i] = make([]laid, len(f.words)+1)
		for n := 1; n <= len(f.words); n++ {
			best[i][n].edits = never
			for took := 0; i > 0 && took <= n; took++ {
				differ := noise.Edits(field, f.bare[f.ends[n-took]:f.ends[n]])
				if edits := best[i-1][n-took].edits + differ; edits < best[i][n].edits {
					best[i][n] = laid{edits, took}
				}
			}
		}
	}
	return best
}

// say makes a word these, unless it says so already: with another dash or, as it
// was read, with other capitals, for some papers have Hạnh Phúc.
func (w *Word) say(words []string) {
	text := strings.Join(words, " ")
	has := strings.TrimFunc(w.Text, unicode.IsPunct)
	same := tone.Canonical(has) == tone.Canonical(text)
	if w.Change == "" {
		same = strings.EqualFold(tone.Canonical(has), tone.Canonical(text))
	}
	if !same && (has != "" || text != "-") {
		w.becomes(text, 0.95)
	}
}

// What Số: before the number of the document itself is read as, which stands on
// a line of its own with little beside it, and what its symbol begins with.
var (
	serialLabel  = regexp.MustCompile(`^[S5§$][6oOôốóõöồộ0][:;.,]?$`)
	serialSymbol = regexp.MustCompile(`/\p{Lu}{2}`)
)

const fewWords = 5

// repairLabel puts right the label of the document's number: S6: 12/KH-UBND.
func repairLabel(line []Word) {
	if len(line) == 0 || len(line) > fewWords || !serialLabel.MatchString(line[0].Text) || strings.HasPrefix(line[0].Text, "Số") {
		return
	}
	if slices.ContainsFunc(line[1:], func(w Word) bool { return serialSymbol.MatchString(w.Text) }) {
		line[0].becomes("Số:", 0.95)
	}
}
