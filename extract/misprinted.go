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
	days, months, year, mended := r.dateWords(c)
	if !mended || year < firstYear || year >= endYears {
		return false
	}
	b := joint(days, months, belief{strconv.Itoa(year): 1})
	if len(b) == 0 {
		return false
	}
	right, _ := ocrRight(ingest.InkPrint, 0)
	likely := r.handPrior()
	b.weigh(func(iso string) float64 { return right * likely(iso) })
	best, share := b.best((1 - right) * usual(likely, b.ranked()[0]))
	if share >= surely {
		r.set("issued", &r.fields.Issued, best, c.span, "issued:misprinted", share)
		return true
	}
	for _, iso := range b.notable() {
		r.alternative("issued", iso)
	}
	return false
}

// dateWords are the figures between the words of a date, and whether letters were
// read among them.
func (r *reader) dateWords(c cell) (days, months belief, year int, mended bool) {
	last := ""
	for _, w := range r.wordsOf(c.span) {
		f := strings.Trim(r.fold(w.span), " .,")
		raw := strings.Trim(r.onPage(w).Raw, " .,")
		switch figures, letters := figuresIn(raw); {
		case len(figures) == 0:
			last = r.wordOfDate(f)
		case last == "nam" && len(figures) == 1 && len(f) == 4:
			year, _ = strconv.Atoi(figures.ranked()[0])
			mended = mended || letters
		case last == "ngay" && days == nil:
			days, mended = unpaddedAll(figures), mended || letters
		case last == "thang" && months == nil:
			months, mended = unpaddedAll(figures), mended || letters
		}
	}
	return days, months, year, mended
}

// wordOfDate is the word of a date that a folded one stands for, or "".
func (r *reader) wordOfDate(f string) string {
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
