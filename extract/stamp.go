package extract

import (
	"slices"
	"strings"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// Stamps are no part of what the document says, so they are read from the
// first page itself, not from the text: degrees of urgency and secrecy, which
// are a cell of their own in capitals, and the stamp of incoming mail:
//
//	HỎA TỐC        MẬT        ┌─────────────────┐
//	                          │ CÔNG VĂN ĐẾN    │
//	                          │ Số: 1234        │
//	                          │ Ngày 05/3/2020  │
//
// Short words need their marks: MẬT is a degree, MẮT and MẠT are not. Red stamps
// are read apart (Page.Stamps). Of what a hand wrote into a stamp this file knows
// nothing, see handarrival.go: words of low confidence are left out.

// readStamps sets urgency, secrecy and arrival.
func (r *reader) readStamps() {
	if len(r.pages) == 0 {
		return
	}
	p := &r.pages[0]
	for _, l := range slices.Concat(p.Lines, p.Stamps, p.Annotations) {
		if p.Height > 0 && l.Box.Y0 > p.Height/2 {
			continue
		}
		r.readDegree("urgency", &r.fields.Urgency, l)
		r.readDegree("secrecy", &r.fields.Secrecy, l)
	}
	r.readArrival(p)
}

// readDegree sets a field to the stamped words that a line consists of.
func (r *reader) readDegree(field string, to **string, l ingest.Line) {
	text := strings.Trim(l.Text(), " -_*.:\"'|()")
	if *to != nil || !allUpper(text) {
		return
	}
	for _, degree := range r.rules.Anchors[field] {
		word := strings.ToUpper(degree.Text)
		whole := fold.String(text) == degree.Folded && len(degree.Folded) >= leastUnmarked
		if text == word || whole {
			*to = &word
			r.noteLine(field, l, "stamp:"+field, 0.95)
			return
		}
	}
}

// leastUnmarked is how long words must be to be told without their marks.
const leastUnmarked = 7

// noteLine keeps the evidence of a line of the first page that is no part of
// the text.
func (r *reader) noteLine(field string, l ingest.Line, rule string, sure float64) {
	r.fields.Evidence[field] = Evidence{
		Page: r.pages[0].Number, Box: l.Box, Text: l.Text(), Source: string(r.pages[0].Source), Rule: rule,
		Confidence: round(sure * meanConf(l)), Alternatives: []string{},
	}
}

func meanConf(l ingest.Line) float64 {
	sum := 0.0
	for _, w := range l.Words {
		sum += w.Conf
	}
	return sum / float64(max(1, len(l.Words)))
}

// arrivalLines is how many lines below ĐẾN belong to its stamp.
const arrivalLines = 5

// readArrival reads the stamp of incoming mail among the stamps of a page.
func (r *reader) readArrival(p *ingest.Page) {
	var stamp []ingest.Line
	for _, l := range p.Lines {
		if l.Zone == ingest.ZoneStamp {
			stamp = append(stamp, l)
		}
	}
	stamp = slices.Concat(stamp, p.Stamps, p.Annotations)
	from := slices.IndexFunc(stamp, func(l ingest.Line) bool { return r.isArrival(l.Text()) })
	if from < 0 {
		return
	}
	for _, l := range stamp[from:min(len(stamp), from+arrivalLines)] {
		if meanConf(l) >= printedConf {
			r.arrivalLine(l)
		}
	}
}

// isArrival reports whether a line of a stamp says ĐẾN.
func (r *reader) isArrival(text string) bool {
	return strings.HasPrefix(text, "ĐẾN") || r.opens(fold.String(text), "arrival")
}

// arrivalLine takes number and date from a line of the stamp.
func (r *reader) arrivalLine(l ingest.Line) {
	f := newFolded(l.Text())
	a := &r.fields.Arrival
	if at := wordAt(f.f, "so"); at >= 0 && a.Number == nil {
		digits := strings.TrimLeft(f.f[at:], " :.")
		if n := len(digits) - len(strings.TrimLeft(digits, "0123456789")); n > 0 && n < 7 && (n == len(digits) || digits[n] == ' ') {
			number := digits[:n]
			a.Number = &number
			r.noteLine("arrival.number", l, "stamp:arrival", 0.9)
		}
	}
	if at := wordAt(f.f, "ngay"); at >= 0 && a.Date == nil {
		if found := dates(f.f[at:]); len(found) > 0 && found[0].year != 0 && found[0].valid() {
			iso := found[0].iso()
			a.Date = &iso
			r.noteLine("arrival.date", l, "stamp:arrival", 0.9)
		}
	}
}

// wordAt is where a word of a folded text ends, or -1.
func wordAt(f, word string) int {
	for at := 0; ; {
		i := strings.Index(f[at:], word)
		if i < 0 {
			return -1
		}
		from, to := at+i, at+i+len(word)
		if (from == 0 || !fold.IsLetter(f[from-1])) && (to == len(f) || !fold.IsLetter(f[to])) {
			return to
		}
		at = to
	}
}
