package extract

import (
	"strings"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// Number and date of a scan are often filled in by hand, and what OCR makes of
// a hand may look like any digits, read with any confidence: `44` for 11 at
// 0.90. But a hand does not write in the size of the type. The year at the end
// of the date is always printed, so it is the measure:
//
//	ngày 22 tháng 3 năm 2021     heights 8.4, 8.4 and 8.4: printed
//	ngày 04 tháng 7 năm 2023     heights 11.8, 10.8 and 8.6: by hand
//
// On 32 scans printed digits were 0.95 to 1.08 times as high as the year, but
// for one month with a spot below; digits by hand 1.19 times and more, but for
// months, which follow a day by hand. So the day answers for the date: nobody
// prints the day and writes the month. Printed digits read with a confidence
// below surePrint were not always right, and without boxes confidence must
// decide alone.

const (
	printedConf = 0.7 // the confidence that says printed where size does not tell
	surePrint   = 0.5 // the confidence that digits of printed size need
)

// size tells whether digits are as high as printed ones.
type size int

const (
	unknownSize size = iota
	printedSize
	otherSize
)

// sizeOf compares a word of digits with the year of the date.
func (r *reader) sizeOf(w word) size {
	year, have := r.yearHeight(), r.box(w).Height()
	switch {
	case year == 0 || have == 0:
		return unknownSize
	case have > 0.85*year && have < 1.15*year:
		return printedSize
	}
	return otherSize
}

// yearHeight is the height of the year that closes the date of the head, or 0.
func (r *reader) yearHeight() float64 {
	words := r.wordsOf(r.head.date.span)
	for i := len(words) - 1; i >= 0; i-- {
		if f := strings.Trim(r.fold(words[i].span), " .,"); len(f) == 4 && fold.IsDigit(f[0]) {
			return r.box(words[i]).Height()
		}
	}
	return 0
}

// scanned reports whether a word was read from a picture.
func (r *reader) scanned(w word) bool { return r.pages[w.page].Source == ingest.SourceOCR }

// conf is how sure the reading of a word is.
func (r *reader) conf(w word) float64 { return r.onPage(w).Conf }

// wellRead reports whether day, month and year are printed digits that were
// read surely.
func (r *reader) wellRead(d date) bool {
	day := true
	for _, w := range r.wordsOf(d.span) {
		if !r.scanned(w) || !strings.ContainsAny(r.fold(w.span), "0123456789") {
			continue
		}
		switch s := r.sizeOf(w); {
		case r.ambiguous(w):
			return false
		case s == printedSize && r.conf(w) >= surePrint:
		case s == unknownSize && r.conf(w) >= printedConf:
		case s == otherSize && !day && r.conf(w) >= printedConf:
		default:
			return false
		}
		day = false
	}
	return true
}

// ambiguous reports whether a word of figures was read with a letter or mark that
// may be one of several: 0§, which is no 08 because it was restored so.
func (r *reader) ambiguous(w word) bool {
	said, _ := figuresIn(strings.Trim(r.onPage(w).Raw, " .,"))
	return len(said) > 1
}

// trusted reports whether a serial was printed and read well. On a scan that
// shows in one token with its symbol and a sure reading, or, where it stands
// apart (`Số: 847 /KH-UBND`), in its size.
func (r *reader) trusted(own symbol) bool {
	words := r.wordsOf(span{own.from, own.from + len(own.serial)})
	if len(words) == 0 || !r.scanned(words[0]) {
		return true
	}
	if r.conf(words[0]) < printedConf || r.ambiguous(words[0]) {
		return false
	}
	attached := words[0].to > own.from+len(own.serial)
	return attached || len(words) == 1 && r.sizeOf(words[0]) == printedSize
}
