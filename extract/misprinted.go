package extract

import (
	"strconv"
	"strings"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// A printed number or date of issue that OCR read with letters in it, where no
// picture of it was read: the values that it may have (see lookalike.go), weighed
// with all else that is known. Without more they are for a person to choose from.

// misprintedIssued decides a date of issue with a letter in its day or month:
// `ngày 03 tháng 0Š năm 2017`. Where nothing decides done is false, and the
// alternatives of the field are the dates that it may be.
func (r *reader) misprintedIssued(c cell) (done bool) {
	read := r.dateWords(c)
	if !read.mended() || read.year < firstYear || read.year >= endYears {
		return false
	}
	b := joint(read.day.said, read.month.said, belief{strconv.Itoa(read.year): 1})
	if len(b) == 0 {
		return false
	}
	right, _ := ocrRight(ingest.InkPrint, 0)
	likely := r.handPrior()
	b.weigh(func(iso string) float64 { return right * likely.of(iso) })
	best, share := b.best((1 - right) * likely.usual(b.ranked()[0]))
	if share >= surely {
		r.set("issued", &r.fields.Issued, best, c.span, "issued:misprinted", share)
		return true
	}
	for _, iso := range b.notable() {
		r.alternative("issued", iso)
	}
	return false
}

// dateWord is a word between those of a date: ngày ⟨…⟩ tháng ⟨…⟩ năm.
type dateWord struct {
	word   word
	said   belief // without zeros before it; nil if it is no number
	mended bool   // letters were read in it
}

// dateRead is what OCR read of a date, word by word.
type dateRead struct {
	day, month dateWord
	year       int
}

func (d dateRead) mended() bool { return d.day.mended || d.month.mended }

// dateWords reads the figures between the words of a date.
func (r *reader) dateWords(c cell) (d dateRead) {
	last := ""
	for _, w := range r.wordsOf(c.span) {
		said, letters := figuresIn(strings.Trim(r.onPage(w).Raw, " .,"))
		switch {
		case len(said) == 0:
			last = wordOfDate(strings.Trim(r.fold(w.span), " .,"))
		case last == "ngay" && d.day.said == nil:
			d.day = dateWord{w, unpaddedAll(said), letters}
		case last == "thang" && d.month.said == nil:
			d.month = dateWord{w, unpaddedAll(said), letters}
		case last == "nam" && len(said) == 1 && d.year == 0:
			d.year, _ = strconv.Atoi(said.ranked()[0])
		}
	}
	return d
}

// wordOfDate is the word of a date that a folded one stands for, or "".
func wordOfDate(f string) string {
	for _, word := range []string{"ngay", "thang", "nam"} {
		if end, _, ok := fold.Near(f, word, len(word)-3); ok && end == len(f) {
			return word
		}
	}
	return ""
}

// misprintedSerials is what a serial of the head may be that was read with a
// letter in it: `Số: 0§-CTr/TU`; nil where it has none.
func (r *reader) misprintedSerials(where span, own symbol) belief {
	var raw strings.Builder
	for _, w := range r.wordsOf(where) {
		raw.WriteString(r.onPage(w).Raw)
	}
	_, after, called := strings.Cut(raw.String(), ":")
	if !called {
		after = raw.String()
	}
	serial := after[:max(strings.IndexAny(after, "/-–"), 0)]
	said, mended := figuresIn(serial)
	if !mended || own.code() == "" {
		return nil
	}
	return said
}
